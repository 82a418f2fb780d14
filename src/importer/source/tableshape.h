// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAnyStringView>
#include <QList>
#include <QString>
#include <QStringList>

namespace tusk::importer
{

struct ColumnShape {
    QString name;
    QString declaredType = {}; // as written; says little about what is stored
    int keyPart = 0;           // of the primary key: 1, 2, …; 0: none
    bool isGenerated = false;

    bool operator==(const ColumnShape &) const = default;
};

// What the number of a row is called beside these columns, of which one may have that name. Empty: all of its
// names are taken.
[[nodiscard]] inline QString rowIdBeside(const QStringList &columns)
{
    for (const char16_t *each : {u"rowid", u"_rowid_", u"oid"}) {
        if (QString name = QString::fromUtf16(each); !columns.contains(name, Qt::CaseInsensitive))
            return name;
    }
    return {};
}

// Declared, of one column to one column.
struct ReferenceShape {
    QString column;
    QString table;
    QString tableColumn; // empty: its primary key

    bool operator==(const ReferenceShape &) const = default;
};

// A table or view of a file, with what can be known without looking at its rows.
struct TableShape {
    enum class Kind { Table, View, Virtual };

    QString name;
    Kind kind = Kind::Table;
    bool hasRowId = true; // false: views, WITHOUT ROWID, some virtual tables
    QList<ColumnShape> columns;
    QList<ReferenceShape> references;

    bool operator==(const TableShape &) const = default;

    [[nodiscard]] const ColumnShape *column(QStringView columnName) const // without regard to case
    {
        for (const ColumnShape &each : columns) {
            if (each.name.compare(columnName, Qt::CaseInsensitive) == 0)
                return &each;
        }
        return nullptr;
    }
    // Empty: the number of a row cannot be had.
    [[nodiscard]] QString rowId() const
    {
        QStringList names;
        for (const ColumnShape &each : columns)
            names.append(each.name);
        return hasRowId ? rowIdBeside(names) : QString();
    }
    // The only column of the primary key; null where there is none or several.
    [[nodiscard]] const ColumnShape *soleKey() const
    {
        const ColumnShape *key = nullptr;
        for (const ColumnShape &each : columns) {
            if (each.keyPart > 1)
                return nullptr;
            if (each.keyPart == 1)
                key = &each;
        }
        return key;
    }
};

// Without regard to case; null where there is none.
[[nodiscard]] inline const TableShape *tableNamed(const QList<TableShape> &tables, QAnyStringView name)
{
    for (const TableShape &each : tables) {
        if (QAnyStringView::compare(each.name, name, Qt::CaseInsensitive) == 0)
            return &each;
    }
    return nullptr;
}

// For SQL: "name", whatever is in it.
[[nodiscard]] inline QString quoted(QString name)
{
    return u'"' + name.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace tusk::importer
