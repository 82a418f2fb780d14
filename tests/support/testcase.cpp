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
    // The offscreen platform says this of every window with a smallest size.
    QTest::failOnWarning(
        QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
    prepare();
}

} // namespace tusk::tests
