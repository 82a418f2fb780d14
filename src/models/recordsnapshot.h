// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "models/memorytable.h"

#include <QList>
#include <QSqlRecord>
#include <QString>

namespace tusk::models
{

// The tables of lists and of tags have the same columns. Record: domain::TodoList or domain::Tag.
enum RecordColumn { RecordId, RecordName, RecordColor, RecordPosition, RecordColumnCount };

[[nodiscard]] MemoryTable recordTable(const QString &name);

template <class Record>
class RecordSnapshot final : public MemorySnapshot
{
public:
    struct Row {
        Record record;
        qint64 openCount = 0;
        bool archived = false;
    };

    explicit RecordSnapshot(QList<Row> rows)
        : m_rows(std::move(rows))
    {
    }

    [[nodiscard]] int rowCount() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QVariant value(int row, int column) const override
    {
        const Record &record = m_rows.at(row).record;
        switch (column) {
        case RecordId:
            return record.id.uuid();
        case RecordName:
            return record.name;
        case RecordColor:
            return record.color;
        case RecordPosition:
            return QString::fromLatin1(record.position);
        default:
            return {};
        }
    }
    [[nodiscard]] QUuid rowId(int row) const override { return m_rows.at(row).record.id.uuid(); }
    [[nodiscard]] quint64 rowStamp(int row) const override
    {
        const Row &shown = m_rows.at(row);
        return qHashMulti(0, shown.record.version, shown.record.name, shown.record.color, shown.openCount,
                          shown.archived);
    }
    [[nodiscard]] const Row &row(int row) const { return m_rows.at(row); }

private:
    QList<Row> m_rows;
};

// record with what was set; the name as the rule makes it, or the rule's error.
template <class Record, class Rule>
[[nodiscard]] base::Result<Record> withValues(Record record, const QSqlRecord &values, const Rule &rule)
{
    if (values.contains(QStringLiteral("name"))) {
        const base::Result<QString> name = rule(values.value(QStringLiteral("name")).toString(), record.id);
        if (!name)
            return name.error();
        record.name = *name;
    }
    if (values.contains(QStringLiteral("color")))
        record.color = values.value(QStringLiteral("color")).toString();
    return record;
}

} // namespace tusk::models
