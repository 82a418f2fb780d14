// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "data/session/connection.h"

namespace tusk::migration
{

// A transaction in which no other Tusk migrates the same database. What is not committed is rolled back at
// the end of its life, by closing the connection if need be. The lock belongs to the transaction and never to
// the session: behind a pooler a session's lock would stay with the pool when the program ends.
class MigrationTransaction final
{
public:
    explicit MigrationTransaction(session::Connection &connection);
    ~MigrationTransaction();
    Q_DISABLE_COPY_MOVE(MigrationTransaction)

    // Waits for another Tusk that is just migrating.
    [[nodiscard]] base::Result<void> begin();
    [[nodiscard]] base::Result<void> commit();

private:
    session::Connection &m_connection;
};

} // namespace tusk::migration
