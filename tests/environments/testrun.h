// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "environments/connectiontest.h"

#include <QObject>

namespace tusk::tests
{

// A ConnectionTest with everything that it said.
class TestRun final : public QObject
{
    Q_OBJECT

public:
    TestRun();
    Q_DISABLE_COPY_MOVE(TestRun)

    // Starts, and waits for the end.
    const environments::ConnectionReport &run(const base::ConnectionSettings &settings);

    [[nodiscard]] environments::ConnectionTest &test() { return m_test; }
    [[nodiscard]] bool isFinished() const { return m_finished > 0; }
    [[nodiscard]] int timesFinished() const { return m_finished; }
    [[nodiscard]] int timesWaking() const { return m_waking; }
    [[nodiscard]] const environments::ConnectionReport &report() const { return m_report; }
    // The steps, a word each, in the order in which they were told: "resolve connect:failed".
    [[nodiscard]] QString told() const { return m_told.join(QLatin1Char(' ')); }
    [[nodiscard]] environments::StepReport step(environments::TestStep step) const;
    // All texts that anybody could see of it.
    [[nodiscard]] QString texts() const;

private:
    environments::ConnectionTest m_test;
    environments::ConnectionReport m_report;
    QStringList m_told;
    int m_finished = 0;
    int m_waking = 0;
};

} // namespace tusk::tests
