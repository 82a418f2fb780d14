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

DayWatch::DayWatch(const Clock &clock, const QString &zoneFile, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_today(clock.today())
    , m_startOfDay(clock.startOfDay())
    , m_offset(offset())
    , m_zoneFile(zoneFile)
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
    const int offset = this->offset();
    if (today == m_today && startOfDay == m_startOfDay && offset == m_offset)
        return;
    m_today = today;
    m_startOfDay = startOfDay;
    m_offset = offset;
    Q_EMIT dayChanged(today);
}

int DayWatch::offset() const
{
    return m_clock.moment().time().offsetFromUtc();
}

void DayWatch::wakeAtNextDay()
{
    m_alarm.set(m_clock.moment().nextDay());
}

void DayWatch::watchZone()
{
    // The link itself is exchanged: only a watch on its folder sees that.
    for (const QString &path : {QFileInfo(m_zoneFile).path(), m_zoneFile}) {
        if (!m_zone->files().contains(path) && !m_zone->directories().contains(path) &&
            QFileInfo::exists(path))
            m_zone->addPath(path);
    }
}

} // namespace tusk::base
