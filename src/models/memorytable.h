// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFlags>
#include <QMetaType>
#include <QSqlIndex>
#include <QSqlRecord>
#include <QString>
#include <QUuid>
#include <QVariant>

#include <memory>

namespace tusk::models
{

// The rows of a table at one moment, already filtered and sorted. Immutable once it is shown: whoever has
// newer rows makes another one. That is what lets a model, its query and a proxy read without copying or
// locking.
class MemorySnapshot
{
public:
    MemorySnapshot() = default;
    virtual ~MemorySnapshot() = default;
    Q_DISABLE_COPY_MOVE(MemorySnapshot)

    [[nodiscard]] virtual int rowCount() const = 0;

    // The value as the model shows it for Qt::EditRole. A typed null for SQL NULL, text for what the type of
    // the column cannot hold (a date of "infinity", the year 12024).
    [[nodiscard]] virtual QVariant value(int row, int column) const = 0;

    // What the row is, whatever it says and wherever it stands: unique within the snapshot, never null.
    [[nodiscard]] virtual QUuid rowId(int row) const = 0;

    // Differs from the stamp that the same row had before as soon as anything that can be seen of it differs.
    [[nodiscard]] virtual quint64 rowStamp(int row) const = 0;
};

// The one table that a MemoryDriver serves: its columns, and the rows of the moment.
struct MemoryTable {
    enum ColumnFlag {
        Required = 1, // cannot be NULL
        ReadOnly = 2, // shown, never edited in place
        Key = 4,      // part of the primary key
    };
    Q_DECLARE_FLAGS(ColumnFlags, ColumnFlag)

    explicit MemoryTable(const QString &tableName);

    // Columns are numbered in the order in which they are added.
    void addColumn(const QString &columnName, QMetaType type, ColumnFlags flags = {});

    QString name;
    QSqlRecord columns;
    QSqlIndex primaryKey;
    std::shared_ptr<const MemorySnapshot> rows; // never null
};

Q_DECLARE_OPERATORS_FOR_FLAGS(MemoryTable::ColumnFlags)

} // namespace tusk::models
