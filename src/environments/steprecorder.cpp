// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/steprecorder.h"

#include "environments/texts.h"

namespace tusk::environments
{

using session::ConnectProblem;
using std::chrono::steady_clock;

namespace
{

// Where nothing more is known than the kind.
QString adviceFor(base::ErrorKind kind)
{
    switch (kind) {
        using enum base::ErrorKind;
    case Cancelled:
        return {};
    case NoConnection:
    case ConnectionLost:
    case Timeout:
    case Transient:
        return Text::tr("Try again in a moment; if it stays so, ask whoever runs the server.");
    case PermissionDenied:
        return Text::tr("Ask the owner of the database for the right, or name another user.");
    case SchemaNewer:
        return Text::tr("Update Tusk on this computer, or name another database.");
    case SchemaDrift:
        return Text::tr(
            "Use the Tusk that has set it up, bring it back from a backup, or name another database.");
    case Internal:
        return Text::tr("Install the newest Tusk, or name another database.");
    default:
        return Text::tr("Name another database, or ask whoever runs the server.");
    }
}

} // namespace

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
            .advice = advice.isEmpty() ? adviceFor(error.kind) : advice,
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
