// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/daywatch.h"

#include "base/clock.h"
#include "base/logging.h"

#include <QDateTime>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QSocketNotifier>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <ctime>
#include <sys/timerfd.h>
#include <unistd.h>

namespace tusk::base
{

namespace
{

using namespace Qt::StringLiterals;

constexpr qint64 shortestWait = 100; // milliseconds

// The link is exchanged when the zone is set; a watch on the folder sees that.
constexpr auto zoneFolder = "/etc"_L1;
constexpr auto zoneFile = "/etc/localtime"_L1;

} // namespace

DayWatch::DayWatch(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_today(clock.today())
    , m_startOfDay(clock.startOfDay())
    , m_timer(timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC))
    , m_zone(new QFileSystemWatcher(this))
{
    if (m_timer >= 0) {
        m_woken = new QSocketNotifier(m_timer, QSocketNotifier::Read, this);
        connect(m_woken, &QSocketNotifier::activated, this, &DayWatch::check);
    } else {
        qCWarning(logApp) << "no timer for the next day: the day is looked at when something else happens";
    }
    connect(m_zone, &QFileSystemWatcher::directoryChanged, this, &DayWatch::check);
    connect(m_zone, &QFileSystemWatcher::fileChanged, this, &DayWatch::check);
    watchZone();
    wakeAtNextDay();
}

DayWatch::~DayWatch()
{
    delete m_woken; // before what it listens to is closed
    if (m_timer >= 0)
        ::close(m_timer);
}

void DayWatch::check()
{
    tzset();
    watchZone();
    wakeAtNextDay();
    const QDate today = m_clock.today();
    const int startOfDay = m_clock.startOfDay();
    if (today == m_today && startOfDay == m_startOfDay)
        return;
    m_today = today;
    m_startOfDay = startOfDay;
    Q_EMIT dayChanged(today);
}

void DayWatch::wakeAtNextDay()
{
    if (m_timer < 0)
        return;
    std::uint64_t expirations = 0; // read, or the timer stays ready
    (void)!::read(m_timer, &expirations, sizeof expirations);
    const Moment now = m_clock.moment();
    const qint64 wait = std::max(shortestWait, now.time().msecsTo(now.nextDay()));
    const qint64 when = QDateTime::currentMSecsSinceEpoch() + wait;
    itimerspec wake{};
    wake.it_value.tv_sec = when / 1000;
    wake.it_value.tv_nsec = when % 1000 * 1'000'000;
    // Cancelled when the clock is set, also by a wake-up: that makes it ready as well.
    constexpr int flags = TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET;
    if (timerfd_settime(m_timer, flags, &wake, nullptr) != 0 && errno == ECANCELED)
        timerfd_settime(m_timer, flags, &wake, nullptr);
}

void DayWatch::watchZone()
{
    for (const QString &path : {QString(zoneFolder), QString(zoneFile)}) {
        if (!m_zone->files().contains(path) && !m_zone->directories().contains(path) &&
            QFileInfo::exists(path))
            m_zone->addPath(path);
    }
}

} // namespace tusk::base
