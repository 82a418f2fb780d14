// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/alarm.h"

#include <QDate>
#include <QObject>
#include <QString>

class QFileSystemWatcher;

namespace tusk::base
{

class Clock;

// Tells when today becomes another day: when the next day starts, when the computer wakes up, when its clock
// is set, and when its time zone changes. Asks nothing in between: the kernel wakes it. Thread: one with an
// event loop.
class DayWatch final : public QObject
{
    Q_OBJECT

public:
    // clock must outlive the watch. zoneFile: the link that is exchanged when the zone is set.
    explicit DayWatch(const Clock &clock, const QString &zoneFile = QStringLiteral("/etc/localtime"),
                      QObject *parent = nullptr);

    // Looks at the clock now, and tells if the day is another one.
    void check();

Q_SIGNALS:
    // Also where today is the same, but days begin at another hour, or clocks go by another zone, from now
    // on.
    void dayChanged(QDate today);

private:
    [[nodiscard]] int offset() const; // of the zone now, seconds
    void wakeAtNextDay();
    void watchZone();

    const Clock &m_clock;
    QDate m_today;
    int m_startOfDay;
    int m_offset;
    QString m_zoneFile;
    Alarm m_alarm;
    QFileSystemWatcher *m_zone; // the files that name the zone
};

} // namespace tusk::base
