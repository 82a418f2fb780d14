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

const char *__lsan_default_suppressions();
const char *__lsan_default_suppressions()
{
    // What libatspi and the libraries below it keep to the end.
    return "leak:libatspi.so\n"
           "leak:libdbus-1.so\n"
           "leak:libglib-2.0.so\n"
           "leak:libgobject-2.0.so\n";
}

} // extern "C"
