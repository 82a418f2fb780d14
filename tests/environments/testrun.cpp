// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/testrun.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

using environments::ConnectionReport;
using environments::ConnectionTest;
using environments::StepOutcome;
using environments::StepReport;

TestRun::TestRun()
{
    connect(&m_test, &ConnectionTest::stepEnded, this, [this](const StepReport &step) {
        QString word = QString::fromLatin1(environments::wordFor(step.step));
        if (step.outcome != StepOutcome::Passed)
            word += u':' + QString::fromLatin1(environments::wordFor(step.outcome));
        m_told.append(word);
    });
    connect(&m_test, &ConnectionTest::waking, this, [this] { ++m_waking; });
    connect(&m_test, &ConnectionTest::finished, this, [this](const ConnectionReport &report) {
        ++m_finished;
        m_report = report;
    });
}

const ConnectionReport &TestRun::run(const base::ConnectionSettings &settings)
{
    m_told.clear();
    m_finished = 0;
    m_test.start(settings);
    [this] { QTRY_VERIFY_WITH_TIMEOUT(isFinished(), 40'000); }();
    return m_report;
}

StepReport TestRun::step(environments::TestStep step) const
{
    for (const StepReport &each : m_report.steps) {
        if (each.step == step)
            return each;
    }
    return {};
}

QString TestRun::texts() const
{
    QStringList all;
    for (const StepReport &each : m_report.steps) {
        all << each.finding << each.advice;
        if (each.error)
            all << each.error->sentence << each.error->detail;
    }
    return all.join(u'\n');
}

} // namespace tusk::tests
