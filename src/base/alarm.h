// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QObject>

class QSocketNotifier;

namespace tusk::base
{

class Clock;

// Rings once at a moment of the clock on the wall, and earlier when that clock is set or the computer wakes
// up: whoever hears it looks at the clock, and sets it again. Asks nothing in between: the kernel wakes it.
// Thread: one with an event loop.
class Alarm final : public QObject
{
    Q_OBJECT

public:
    // clock must outlive the alarm.
    explicit Alarm(const Clock &clock, QObject *parent = nullptr);
    ~Alarm() override;

    // A moment that has passed rings in a moment too.
    void set(const QDateTime &moment);
    void clear();

Q_SIGNALS:
    void rang();

private:
    void onReady();

    const Clock &m_clock;
    int m_timer = -1; // timerfd
    QSocketNotifier *m_ready = nullptr;
};

} // namespace tusk::base
