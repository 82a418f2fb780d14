// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QTest>

namespace tusk::tests
{

// How long a test waits for what is going to happen: much longer than it ever takes, so that a busy machine
// fails no test. Qt's own five seconds did.
constexpr int waitTimeout = 20'000; // milliseconds

// Base of every test class: any Qt warning fails the test in which it appears. A test that expects one says
// so with QTest::ignoreMessage.
class TestCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

protected:
    // For what a subclass does before each test; init() itself stays here.
    virtual void prepare() {}
};

} // namespace tusk::tests

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#undef QTRY_COMPARE_GE
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, ::tusk::tests::waitTimeout)
#define QTRY_VERIFY2(condition, message)                                                                     \
    QTRY_VERIFY2_WITH_TIMEOUT(condition, message, ::tusk::tests::waitTimeout)
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, ::tusk::tests::waitTimeout)
#define QTRY_COMPARE_GE(actual, bound) QTRY_COMPARE_GE_WITH_TIMEOUT(actual, bound, ::tusk::tests::waitTimeout)
