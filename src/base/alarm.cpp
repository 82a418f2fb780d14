// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/alarm.h"

#include "base/clock.h"
#include "base/logging.h"

#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <sys/timerfd.h>
#include <unistd.h>

namespace tusk::base
{

namespace
{

constexpr qint64 shortestWait = 100; // milliseconds

} // namespace

Alarm::Alarm(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_timer(timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC))
{
    if (m_timer < 0) {
        qCWarning(logApp) << "no timer of the kernel: the clock is looked at when something else happens";
        return;
    }
    m_ready = new QSocketNotifier(m_timer, QSocketNotifier::Read, this);
    connect(m_ready, &QSocketNotifier::activated, this, &Alarm::onReady);
}

Alarm::~Alarm()
{
    delete m_ready; // before what it listens to is closed
    if (m_timer >= 0)
        ::close(m_timer);
}

void Alarm::onReady()
{
    std::uint64_t expirations = 0; // read, or the timer stays ready
    (void)!::read(m_timer, &expirations, sizeof expirations);
    Q_EMIT rang();
}

void Alarm::set(const QDateTime &moment)
{
    if (m_timer < 0)
        return;
    const qint64 wait = std::max(shortestWait, m_clock.now().msecsTo(moment));
    const qint64 when = QDateTime::currentMSecsSinceEpoch() + wait;
    itimerspec wake{};
    wake.it_value.tv_sec = when / 1000;
    wake.it_value.tv_nsec = when % 1000 * 1'000'000;
    // Cancelled when the clock is set, also by a wake-up: that makes it ready as well.
    constexpr int flags = TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET;
    if (timerfd_settime(m_timer, flags, &wake, nullptr) != 0 && errno == ECANCELED)
        timerfd_settime(m_timer, flags, &wake, nullptr);
}

void Alarm::clear()
{
    const itimerspec never{};
    if (m_timer >= 0)
        timerfd_settime(m_timer, 0, &never, nullptr);
}

} // namespace tusk::base
