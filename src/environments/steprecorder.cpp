// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/steprecorder.h"

namespace tusk::environments
{

using session::ConnectProblem;
using std::chrono::steady_clock;

StepRecorder::StepRecorder(StepEnded stepEnded)
    : m_stepEnded(std::move(stepEnded))
    , m_began(steady_clock::now())
{
}

bool StepRecorder::pass(TestStep step, const QString &finding)
{
    report({.step = step, .outcome = StepOutcome::Passed, .finding = finding, .advice = {}, .error = {}});
    return true;
}

bool StepRecorder::doubt(TestStep step, const QString &finding, const QString &advice)
{
    report(
        {.step = step, .outcome = StepOutcome::Doubtful, .finding = finding, .advice = advice, .error = {}});
    return true;
}

bool StepRecorder::fail(TestStep step, const base::Error &error, const QString &advice)
{
    report({.step = step,
            .outcome = StepOutcome::Failed,
            .finding = error.sentence,
            .advice = advice,
            .error = error});
    return false;
}

void StepRecorder::report(StepReport report)
{
    const auto now = steady_clock::now();
    report.took = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_began);
    m_began = now;
    m_stepEnded(report);
}

base::Error errorOf(ConnectProblem problem, const QString &detail)
{
    const session::ConnectFailure &failure = session::connectFailure(problem);
    base::Error error;
    error.kind = failure.kind;
    error.sentence = failure.translatedSentence();
    error.detail = detail;
    error.connectionUsable = false;
    return error;
}

QString adviceFor(ConnectProblem problem)
{
    return session::connectFailure(problem).translatedAdvice();
}

} // namespace tusk::environments
