// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/testclock.h"

namespace tusk::tests
{

TestClock::TestClock(const QDateTime &now, const QTimeZone &zone)
    : m_now(now.toUTC())
    , m_zone(zone)
{
}

QDateTime TestClock::now() const
{
    const std::lock_guard lock(m_mutex);
    return m_now;
}

QDateTime TestClock::localNow() const
{
    const std::lock_guard lock(m_mutex);
    return m_now.toTimeZone(m_zone);
}

void TestClock::setNow(const QDateTime &now)
{
    const std::lock_guard lock(m_mutex);
    m_now = now.toUTC();
}

void TestClock::setZone(const QTimeZone &zone)
{
    const std::lock_guard lock(m_mutex);
    m_zone = zone;
}

void TestClock::advance(std::chrono::milliseconds time)
{
    const std::lock_guard lock(m_mutex);
    m_now = m_now.addMSecs(time.count());
}

} // namespace tusk::tests
