// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/guipausemeter.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <utility>

namespace tusk::tests
{

namespace
{

qint64 workOfThisThread() // microseconds
{
    timespec worked{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &worked);
    return worked.tv_sec * qint64(1'000'000) + worked.tv_nsec / 1'000;
}

} // namespace

GuiPauseMeter::GuiPauseMeter(std::chrono::milliseconds interval)
    : m_interval(interval)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &GuiPauseMeter::tick);
}

void GuiPauseMeter::start()
{
    m_pauses.clear();
    m_pauses.reserve(100'000);
    m_busiest = 0;
    m_workedUntilTick = workOfThisThread();
    m_sinceTick.start();
    m_timer.start();
}

// What has blocked until now counts, although its tick has not come yet.
void GuiPauseMeter::stop()
{
    if (!m_timer.isActive())
        return;
    tick();
    m_timer.stop();
}

bool GuiPauseMeter::runUntil(const std::function<bool()> &condition, std::chrono::milliseconds limit)
{
    // The own timer ends every wait for events, so the time limit is looked at often enough.
    if (!m_timer.isActive())
        start();
    const QDeadlineTimer deadline(limit);
    while (!condition() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return condition();
}

void GuiPauseMeter::runFor(std::chrono::milliseconds time)
{
    runUntil([] { return false; }, time);
}

std::chrono::microseconds GuiPauseMeter::longest() const
{
    return quantile(1);
}

std::chrono::microseconds GuiPauseMeter::quantile(double share) const
{
    return quantileOf(m_pauses, share);
}

std::chrono::microseconds GuiPauseMeter::quantileOf(QList<qint64> pauses, double share)
{
    if (pauses.isEmpty())
        return {};
    std::ranges::sort(pauses);
    const auto rank = static_cast<qsizetype>(std::ceil(share * static_cast<double>(pauses.size())));
    return std::chrono::microseconds(pauses.at(std::clamp<qsizetype>(rank, 1, pauses.size()) - 1));
}

void GuiPauseMeter::tick()
{
    const std::chrono::nanoseconds late = std::chrono::nanoseconds(m_sinceTick.nsecsElapsed()) - m_interval;
    m_sinceTick.start();
    const qint64 worked = workOfThisThread();
    m_busiest = std::max(m_busiest, worked - std::exchange(m_workedUntilTick, worked));
    m_pauses.append(std::max<qint64>(0, std::chrono::duration_cast<std::chrono::microseconds>(late).count()));
}

} // namespace tusk::tests
