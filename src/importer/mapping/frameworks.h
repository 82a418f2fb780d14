// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/mapping/mapping.h"
#include "importer/source/tableshape.h"

#include <QList>

namespace tusk::importer
{

// Which program has made the file, or what that was made with, as far as the tables beside that of the
// mapping tell, and what this means for the times in it.
void nameKind(const QList<TableShape> &tables, Mapping &mapping);

// Whether the kind of a mapping tells only what a program was made with, and not which one it is.
[[nodiscard]] bool isFramework(QStringView kind);

} // namespace tusk::importer
