// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/mapping/mapping.h"
#include "importer/source/tableshape.h"

#include <functional>

namespace tusk::importer
{

// Names the columns of the table that nothing is made of; those that may hold a secret in a remark, as they
// are never read.
void nameTheRest(Mapping &mapping, const TableShape &table,
                 const std::function<bool(const QString &column)> &isUsed);

} // namespace tusk::importer
