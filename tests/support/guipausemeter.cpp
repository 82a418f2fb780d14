// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/guipausemeter.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>
#include <cmath>

namespace tusk::tests
{

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
    if (m_pauses.isEmpty())
        return {};
    QList<qint64> sorted = m_pauses;
    std::ranges::sort(sorted);
    const auto rank = static_cast<qsizetype>(std::ceil(share * static_cast<double>(sorted.size())));
    return std::chrono::microseconds(sorted.at(std::clamp<qsizetype>(rank, 1, sorted.size()) - 1));
}

void GuiPauseMeter::tick()
{
    const std::chrono::nanoseconds late = std::chrono::nanoseconds(m_sinceTick.nsecsElapsed()) - m_interval;
    m_sinceTick.start();
    m_pauses.append(std::max<qint64>(0, std::chrono::duration_cast<std::chrono::microseconds>(late).count()));
}

} // namespace tusk::tests
