// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/logwatch.h"

#include <QtCore/qlogging.h>

#include <mutex>

namespace tusk::tests
{

namespace
{

// A message handler is a plain function: what it works on cannot be in the object.
std::mutex guard;
QString awaited;
int seen = 0;
QtMessageHandler before = nullptr;

void watch(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    {
        const std::lock_guard lock(guard);
        if (message.contains(awaited))
            ++seen;
    }
    before(type, context, message);
}

} // namespace

LogWatch::LogWatch(const QString &part)
{
    const std::lock_guard lock(guard);
    awaited = part;
    seen = 0;
    before = qInstallMessageHandler(watch);
}

LogWatch::~LogWatch()
{
    qInstallMessageHandler(before);
}

int LogWatch::count() const
{
    const std::lock_guard lock(guard);
    return seen;
}

} // namespace tusk::tests
