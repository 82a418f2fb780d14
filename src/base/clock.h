// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/moment.h"

#include <QDate>
#include <QDateTime>

#include <atomic>

namespace tusk::base
{

// The only place that knows what time it is, and which day. Passed to whoever needs it, so that a test can
// set it. Thread: reentrant; one clock may serve every thread.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    [[nodiscard]] virtual QDateTime now() const = 0; // UTC, milliseconds
    [[nodiscard]] Moment moment() const { return {localNow(), m_startOfDay}; }
    [[nodiscard]] QDate today() const { return moment().today(); } // in the zone of the desktop

    [[nodiscard]] Day day() const { return moment().day(); }

    // The hour, 0 to 23, until which today is still the day before; midnight until it is set. Whoever sets it
    // tells the DayWatch to look.
    void setStartOfDay(int hour) { m_startOfDay = hour; }
    [[nodiscard]] int startOfDay() const { return m_startOfDay; }

protected:
    [[nodiscard]] virtual QDateTime localNow() const = 0; // in the zone of the desktop

private:
    std::atomic<int> m_startOfDay = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;

protected:
    [[nodiscard]] QDateTime localNow() const override;
};

} // namespace tusk::base
