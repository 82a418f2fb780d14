// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/repository/todovalues.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace tusk::repository
{

// A part of a place that an index can give in its order by itself.
struct PageRun {
    QByteArray condition; // which todos of the place belong to it and follow the anchor; empty: all
    QByteArray columns;   // for ORDER BY
};

// The order of a page in SQL, over the table named t and in the direction in which the page is read: the same
// as domain::comesBefore(). The page is the beginning of its runs put together.
struct PageOrder {
    QByteArray columns; // for ORDER BY
    QList<PageRun> runs;
};

// The values that conditions compare with are appended to those that are there already.
[[nodiscard]] PageOrder pageOrder(const PageRequest &request, QList<std::optional<QByteArray>> &values);

} // namespace tusk::repository
