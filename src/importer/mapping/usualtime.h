// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/values/timevalue.h"

#include <QString>

namespace tusk::importer
{

// How most times of a column are written down.
struct UsualTime {
    TimeForm form = TimeForm::None;
    int percent = 100; // of what stands there; the others are read as what they are

    bool operator==(const UsualTime &) const = default;
};

// For people: “seconds since 1970”, “dates as text (93 %)”.
[[nodiscard]] QString textFor(const UsualTime &time);

} // namespace tusk::importer
