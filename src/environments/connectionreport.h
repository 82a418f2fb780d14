// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace tusk::environments
{

// What a test of a connection looks at, in this order.
enum class TestStep {
    Resolve, // the name of the server
    Connect,
    Encrypt,
    LogIn,
    Version,
    Route, // through a pooler or not
    Latency,
    Rights,
    Schema,
};

enum class StepOutcome {
    Passed,
    Doubtful, // it works, but something is missing; advice says what to do
    Failed,   // it does not work; the later steps were not tried
};

// What one step found.
struct StepReport {
    TestStep step = TestStep::Resolve;
    StepOutcome outcome = StepOutcome::Passed;
    QString finding;                  // one plain, translated sentence
    QString advice;                   // what the user can do; empty where nothing needs to be done
    std::optional<base::Error> error; // of a failed one: kind, code and technical detail, free of secrets
    std::chrono::milliseconds took{0};

    bool operator==(const StepReport &) const = default;
};

struct ConnectionReport {
    QList<StepReport> steps; // up to the one that failed
    bool cancelled = false;

    [[nodiscard]] bool works() const { return !cancelled && !steps.isEmpty() && !failure(); }
    // The step that failed; null: none has.
    [[nodiscard]] const StepReport *failure() const
    {
        const bool failed = !steps.isEmpty() && steps.constLast().outcome == StepOutcome::Failed;
        return failed ? &steps.constLast() : nullptr;
    }
};

[[nodiscard]] QString nameOf(TestStep step);        // translated, for a list of steps
[[nodiscard]] const char *wordFor(TestStep step);   // untranslated, for JSON
[[nodiscard]] const char *wordFor(StepOutcome out); // the same

} // namespace tusk::environments
