// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/testcase.h"

#include "support/sanitizers.h"

#include <QRegularExpression>

namespace tusk::tests
{

namespace
{

// The offscreen platform says the first of what only a real screen has: smallest sizes, grabs of pop-ups. The
// others are what the driver says when a connection is cut between its own statements while it opens.
constexpr auto allowed =
    "This plugin does not support |This version of PostgreSQL is not supported|"
    "no connection to the server|server closed the connection|FATAL: |SSL (connection|SYSCALL)|"
    "could not (send|receive) data|Unable to set ";

} // namespace

void TestCase::init()
{
    useSanitizerSettings();
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!%1)").arg(QLatin1StringView(allowed))));
    prepare();
}

} // namespace tusk::tests
