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
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
    prepare();
}

} // namespace tusk::tests
