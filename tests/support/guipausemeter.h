// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace tusk::tests
{

// Measures how long the event loop of the current thread is kept from its work: a precise timer fires every
// interval, and the time by which it comes too late is a pause. 99.9 % means something from 1,000 ticks on;
// the timer itself is up to 1 ms late on an idle machine.
class GuiPauseMeter final : public QObject
{
    Q_OBJECT

public:
    explicit GuiPauseMeter(std::chrono::milliseconds interval = std::chrono::milliseconds(2)); // 1 to 4
    Q_DISABLE_COPY_MOVE(GuiPauseMeter)

    void start(); // forgets what was measured before
    void stop();

    // Runs the event loop while measuring, until the condition holds, asked after every turn, or the time is
    // over; returns whether it holds. QTest::qWait and QTRY_* will not do: they sleep 10 ms between their
    // turns.
    bool runUntil(const std::function<bool()> &condition, std::chrono::milliseconds limit);
    void runFor(std::chrono::milliseconds time);

    [[nodiscard]] qsizetype ticks() const { return m_pauses.size(); }
    [[nodiscard]] std::chrono::microseconds longest() const;
    // The pause that the given share of ticks (0 to 1) does not exceed.
    [[nodiscard]] std::chrono::microseconds quantile(double share = 0.999) const;

    // The most that this thread itself worked between two ticks: on a busy machine the part of the longest
    // pause that is our own.
    [[nodiscard]] std::chrono::microseconds busiest() const { return std::chrono::microseconds(m_busiest); }

    // For figures over several measurements.
    [[nodiscard]] const QList<qint64> &pauses() const { return m_pauses; } // microseconds
    [[nodiscard]] static std::chrono::microseconds quantileOf(QList<qint64> pauses, double share);

private:
    void tick();

    std::chrono::nanoseconds m_interval;
    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    QList<qint64> m_pauses;       // microseconds
    qint64 m_workedUntilTick = 0; // microseconds
    qint64 m_busiest = 0;         // microseconds
};

} // namespace tusk::tests
