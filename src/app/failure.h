// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <QString>

namespace tusk::app
{

// What the program says to the shell; scripts rely on the numbers.
enum class ExitCode {
    Done = 0,
    Refused = 1,       // understood, but not done
    Usage = 2,         // the command line makes no sense
    NoConnection = 3,  // the database could not be reached
    NewerDatabase = 4, // it was brought up by a newer Tusk
};

// Why a command did not do what was asked.
struct Failure {
    ExitCode code = ExitCode::Refused;
    base::Error error;

    bool operator==(const Failure &) const = default;
};

[[nodiscard]] Failure usageFailure(const QString &sentence);
[[nodiscard]] Failure refusal(const QString &sentence);
// With the exit code that the kind of the error stands for.
[[nodiscard]] Failure failureFrom(const base::Error &error);

} // namespace tusk::app
