// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/testcase.h"

#include "support/sanitizers.h"

#include <QRegularExpression>

namespace tusk::tests
{

void TestCase::init()
{
    useSanitizerSettings();
    // The offscreen platform says this of what only a real screen has: smallest sizes, grabs of pop-ups.
    QTest::failOnWarning(
        QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
    prepare();
}

} // namespace tusk::tests
