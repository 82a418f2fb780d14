// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/source/sourcevalue.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace tusk::importer
{

// How much of a todo is done, as “0.5”, “0,5”, “50” or “50 %”. None: it is no number.
struct Share {
    double number = 0;
    bool isPercent = false; // as its sign says
};
[[nodiscard]] std::optional<Share> readShare(const SourceValue &value);

// What stands for all of it in a column of these values: 1 or, where one of them is more than that, 100.
[[nodiscard]] double wholeAmong(const QList<QByteArray> &values);
[[nodiscard]] bool isWhole(const Share &share, double whole);

} // namespace tusk::importer
