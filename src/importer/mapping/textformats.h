// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/mapping/mapping.h"
#include "importer/source/tableshape.h"

#include <QList>

#include <optional>

namespace tusk::importer
{

// The mapping for a table that one of our readers of text formats has made; none: there is no such table.
[[nodiscard]] std::optional<Mapping> mapTextFormat(const QList<TableShape> &tables);

} // namespace tusk::importer
