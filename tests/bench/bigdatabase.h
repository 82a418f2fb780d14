// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "support/testserver.h"

#include <QString>

namespace tusk::bench
{

// Fills a database with todos, lists and tags, without logging them.
void fill(tests::TestServer &server, const base::ConnectionSettings &settings, qint64 todos);
// Makes every todo an open one of the first list, half of them overdue.
void putIntoOneList(tests::TestServer &server, const base::ConnectionSettings &settings);

// A server of its own with a database of very many todos, as it is after some time: vacuumed and analysed.
class BigDatabase final
{
public:
    explicit BigDatabase(qint64 todos);

    [[nodiscard]] tests::TestServer &server() { return m_server; }
    [[nodiscard]] const base::ConnectionSettings &settings() const { return m_settings; } // by TCP
    [[nodiscard]] QString with() const { return m_with; } // for the name of a figure

private:
    tests::TestServer m_server;
    base::ConnectionSettings m_settings;
    QString m_with;
};

} // namespace tusk::bench
