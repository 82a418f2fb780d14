// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDate>
#include <QDateTime>

namespace tusk::base
{

// The only place that knows what time it is. Passed to whoever needs it, so that a test can set it.
// Thread: const and reentrant; one clock may serve every thread.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime now() const = 0; // UTC, milliseconds
    [[nodiscard]] virtual QDate today() const = 0;   // in the zone of the desktop
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] QDate today() const override;
};

} // namespace tusk::base
