// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QStringList>

namespace tusk::tests
{

struct SteppedRun {
    bool possible = true; // false: this machine does not let a program trace its own child
    bool killed = false;  // false: it ended before it came to that step
    QByteArray output;    // all that it wrote
    QByteArrayList calls; // the calls that count, by name; writing to its standard output is "output"
};

// Runs this program again with the arguments and kills it (SIGKILL) just before one of its threads makes the
// step-th call, from 1, to a file (opening, writing, syncing, cutting, renaming, linking, removing, locking)
// or to a peer (sending, receiving). Only calls after its first line of output count, and where a name is
// given, only those of that name: with several threads the order of all is never the same.
[[nodiscard]] SteppedRun killAtStep(const QStringList &arguments, int step, const QByteArray &only = {});
// The same without killing it.
[[nodiscard]] SteppedRun runInSteps(const QStringList &arguments);

// What such a test is for cannot be shown where nothing can be traced, so it fails there, unless the variable
// TUSK_TESTS_WITHOUT_TRACING is set.
[[nodiscard]] bool mayBeUntraced();

#define TUSK_NEEDS_TRACING(isPossible)                                                                       \
    do {                                                                                                     \
        if (!(isPossible) && tusk::tests::mayBeUntraced())                                                   \
            QSKIP("This machine does not let a program trace its own child.");                               \
        if (!(isPossible))                                                                                   \
            QFAIL("This machine does not let a program trace its own child; with "                           \
                  "TUSK_TESTS_WITHOUT_TRACING=1 "                                                            \
                  "this test is left out.");                                                                 \
    } while (false)

} // namespace tusk::tests
