// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/clock.h"

#include <QTimeZone>

#include <chrono>
#include <mutex>

namespace tusk::tests
{

// Stands still until a test moves it. Thread: safe from any thread, as every Clock.
class TestClock final : public base::Clock
{
public:
    // The zone is that of the pretended desktop.
    explicit TestClock(const QDateTime &now, const QTimeZone &zone = QTimeZone::utc());

    [[nodiscard]] QDateTime now() const override;
    void setNow(const QDateTime &now);
    void setZone(const QTimeZone &zone);
    void advance(std::chrono::milliseconds time);

protected:
    [[nodiscard]] QDateTime localNow() const override;

private:
    mutable std::mutex m_mutex;
    QDateTime m_now; // UTC
    QTimeZone m_zone;
};

} // namespace tusk::tests
