// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/recordsnapshot.h"

namespace tusk::models
{

using namespace Qt::StringLiterals;

MemoryTable recordTable(const QString &name)
{
    using Flag = MemoryTable::ColumnFlag;
    MemoryTable table(name);
    table.addColumn(u"id"_s, QMetaType::fromType<QUuid>(), Flag::Required | Flag::ReadOnly | Flag::Key);
    table.addColumn(u"name"_s, QMetaType::fromType<QString>(), Flag::Required);
    table.addColumn(u"color"_s, QMetaType::fromType<QString>());
    table.addColumn(u"position"_s, QMetaType::fromType<QString>(), Flag::ReadOnly);
    return table;
}

} // namespace tusk::models
