// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace tusk::tests
{

// One "statement:" or "execute" line of a server's log, with the lines that continue it.
struct LoggedStatement {
    QString session; // of the backend, unique on this server
    QString database;
    QString application; // application_name when it ran
    QString text;
    bool executed = false; // by the extended protocol ("execute"), not as a simple query ("statement")

    bool operator==(const LoggedStatement &) const = default;
};

// log_line_prefix that readStatements() understands.
inline constexpr char serverLogPrefix[] = "%m|%c|%d|%a|";

[[nodiscard]] QList<LoggedStatement> readStatements(const QByteArray &log);

// The counting rule of the project: QPSQL's five statements at open, and BEGIN, SET LOCAL and COMMIT, are not
// counted. The five are left out once per session and only before any other statement, so that a stray
// repetition counts. Takes the statements from the beginning of the sessions.
[[nodiscard]] QList<LoggedStatement> withoutUncounted(const QList<LoggedStatement> &statements);

} // namespace tusk::tests
