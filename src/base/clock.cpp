// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/clock.h"

namespace tusk::base
{

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

QDateTime SystemClock::localNow() const
{
    return QDateTime::currentDateTime();
}

} // namespace tusk::base
