// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QTest>

namespace tusk::tests
{

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
