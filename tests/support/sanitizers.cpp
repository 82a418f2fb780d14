// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/sanitizers.h"

namespace tusk::tests
{

void useSanitizerSettings() {}

} // namespace tusk::tests

// Asked for by the run-time libraries of the sanitizers; without them nobody calls these.
extern "C" {

const char *__tsan_default_suppressions();
const char *__tsan_default_suppressions()
{
    // Qt Test's watchdog thread: synchronised by code of Qt that is not instrumented.
    return "race:QTest::qRun\n"
           "race:QWaitCondition::~QWaitCondition\n";
}

} // extern "C"
