// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/session/connectfailures.h"
#include "environments/connectionreport.h"

#include <chrono>
#include <functional>

namespace tusk::environments
{

// Makes the reports of a test's steps and tells each; it knows how long they took. Used by one thread.
class StepRecorder final
{
public:
    using StepEnded = std::function<void(const StepReport &)>;

    explicit StepRecorder(StepEnded stepEnded);
    Q_DISABLE_COPY_MOVE(StepRecorder)

    // Whether the test goes on.
    bool pass(TestStep step, const QString &finding);
    bool doubt(TestStep step, const QString &finding, const QString &advice);
    // Without advice: that for the kind of the error.
    bool fail(TestStep step, const base::Error &error, const QString &advice = {});
    void report(StepReport report);

private:
    const StepEnded m_stepEnded;
    std::chrono::steady_clock::time_point m_began; // of the step
};

// Why there is no connection, and what to do, as a value.
[[nodiscard]] base::Error errorOf(session::ConnectProblem problem, const QString &detail);
[[nodiscard]] QString adviceFor(session::ConnectProblem problem);

} // namespace tusk::environments
