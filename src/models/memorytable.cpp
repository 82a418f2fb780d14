// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/memorytable.h"

#include <QSqlField>

namespace tusk::models
{

namespace
{

class NoRows final : public MemorySnapshot
{
public:
    [[nodiscard]] int rowCount() const override { return 0; }
    [[nodiscard]] QVariant value(int, int) const override { return {}; }
    [[nodiscard]] QUuid rowId(int) const override { return {}; }
    [[nodiscard]] quint64 rowStamp(int) const override { return 0; }
};

} // namespace

MemoryTable::MemoryTable(const QString &tableName)
    : name(tableName)
    , primaryKey(tableName)
    , rows(std::make_shared<NoRows>())
{
}

void MemoryTable::addColumn(const QString &columnName, QMetaType type, ColumnFlags flags)
{
    QSqlField field(columnName, type, name);
    field.setRequired(flags.testFlag(Required));
    field.setReadOnly(flags.testFlag(ReadOnly));
    columns.append(field);
    if (flags.testFlag(Key))
        primaryKey.append(field);
}

} // namespace tusk::models
