// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/daywatch.h"

#include "base/clock.h"

#include <QDateTime>
#include <QFileInfo>
#include <QFileSystemWatcher>

#include <ctime>

namespace tusk::base
{

namespace
{

using namespace Qt::StringLiterals;

// The link is exchanged when the zone is set; a watch on the folder sees that.
constexpr auto zoneFolder = "/etc"_L1;
constexpr auto zoneFile = "/etc/localtime"_L1;

} // namespace

DayWatch::DayWatch(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_today(clock.today())
    , m_startOfDay(clock.startOfDay())
    , m_alarm(clock)
    , m_zone(new QFileSystemWatcher(this))
{
    connect(&m_alarm, &Alarm::rang, this, &DayWatch::check);
    connect(m_zone, &QFileSystemWatcher::directoryChanged, this, &DayWatch::check);
    connect(m_zone, &QFileSystemWatcher::fileChanged, this, &DayWatch::check);
    watchZone();
    wakeAtNextDay();
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
    m_alarm.set(m_clock.moment().nextDay());
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
