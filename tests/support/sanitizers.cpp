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
    // Synchronised by code of Qt that is not instrumented: Qt Test's watchdog thread, and the free list of
    // what stands behind a contended QReadWriteLock, which the driver's list of connections is locked with.
    return "race:QTest::qRun\n"
           "race:QReadWriteLock::\n"
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
