// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/plainrows.h"

#include "models/memorytablemodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

PlainRows::Row PlainRows::row(int number, quint64 stamp)
{
    return {QUuid(static_cast<uint>(number) + 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), stamp};
}

PlainRows::Rows PlainRows::rows(std::initializer_list<int> numbers)
{
    Rows rows;
    for (const int number : numbers)
        rows.append(row(number));
    return rows;
}

void PlainRows::resetTo(const Rows &rows, int columns)
{
    beginResetModel();
    m_rows = rows;
    m_columns = columns;
    endResetModel();
}

void PlainRows::insert(int at, const Rows &rows)
{
    beginInsertRows({}, at, at + static_cast<int>(rows.size()) - 1);
    for (qsizetype i = 0; i < rows.size(); ++i)
        m_rows.insert(at + i, rows.at(i));
    endInsertRows();
}

void PlainRows::remove(int first, int count)
{
    beginRemoveRows({}, first, first + count - 1);
    m_rows.remove(first, count);
    endRemoveRows();
}

void PlainRows::move(int from, int to)
{
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_rows.move(from, to);
    endMoveRows();
}

void PlainRows::reverseLayout()
{
    Q_EMIT layoutAboutToBeChanged();
    std::reverse(m_rows.begin(), m_rows.end());
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &index : before)
        after += createIndex(rowCount() - 1 - index.row(), index.column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void PlainRows::change(int first, int last)
{
    for (int row = first; row <= last; ++row)
        ++m_rows[row].stamp;
    Q_EMIT dataChanged(index(first, 0), index(last, m_columns - 1));
}

void PlainRows::insertColumn()
{
    beginInsertColumns({}, m_columns, m_columns);
    ++m_columns;
    endInsertColumns();
}

void PlainRows::swapFirstColumns()
{
    beginMoveColumns({}, 0, 0, {}, 2);
    endMoveColumns();
}

int PlainRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PlainRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant PlainRows::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return u"%1:%2"_s.arg(row.id.toString(QUuid::Id128)).arg(row.stamp);
    case models::MemoryTableModel::RowIdRole:
        return row.id;
    case models::MemoryTableModel::RowStampRole:
        return row.stamp;
    default:
        return {};
    }
}

bool PlainRows::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    m_rows[index.row()].stamp = value.toULongLong();
    Q_EMIT dataChanged(index, index, {role});
    return true;
}

Qt::ItemFlags PlainRows::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | (index.isValid() ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

} // namespace tusk::tests
