// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/repository/actionwriter.h"

namespace tusk::session
{
class DatabaseSession;
}

namespace tusk::repository
{

class PgActionWriter final : public ActionWriter
{
public:
    // session must outlive the writer.
    explicit PgActionWriter(session::DatabaseSession &session);

    void apply(const domain::Action &action, domain::InstallationId installation, const base::Inbox &inbox,
               Done done) override;
    void emptyTrash(const QString &label, domain::InstallationId installation, const base::Inbox &inbox,
                    std::function<void(base::Result<bool>)> done) override;

private:
    session::DatabaseSession &m_session;
};

} // namespace tusk::repository
