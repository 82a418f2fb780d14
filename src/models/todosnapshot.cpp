// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/todosnapshot.h"

#include "models/todotablemodel.h"

#include <QHash>

namespace tusk::models
{

namespace
{

using namespace Qt::StringLiterals;

template <class T>
QVariant orNull(const std::optional<T> &value)
{
    return value ? QVariant(*value) : QVariant(QMetaType::fromType<T>());
}

template <class Id>
QVariant idOrNull(const std::optional<Id> &id)
{
    return id ? QVariant(id->uuid()) : QVariant(QMetaType::fromType<QUuid>());
}

QVariant dateOf(const std::optional<domain::When> &when)
{
    return when ? QVariant(when->date) : QVariant(QMetaType::fromType<QDate>());
}

QVariant timeOf(const std::optional<domain::When> &when)
{
    return when ? orNull(when->time) : QVariant(QMetaType::fromType<QTime>());
}

QVariant zoneOf(const std::optional<domain::When> &when)
{
    return when && when->time ? QVariant(QString::fromUtf8(when->zone))
                              : QVariant(QMetaType::fromType<QString>());
}

TodoTableModel::Marks marksOf(const domain::Todo &todo, const Family &family)
{
    TodoTableModel::Marks marks;
    marks.setFlag(TodoTableModel::DueMark, todo.due.has_value());
    marks.setFlag(TodoTableModel::RepeatMark, !todo.repeatRule.isEmpty());
    marks.setFlag(TodoTableModel::SubtasksMark, family.subtasks > 0);
    marks.setFlag(TodoTableModel::ParentMark, todo.parent.has_value());
    marks.setFlag(TodoTableModel::NotesMark, !todo.notes.isEmpty());
    marks.setFlag(TodoTableModel::ListMark, todo.list.has_value());
    marks.setFlag(TodoTableModel::TagsMark, !todo.tags.isEmpty());
    marks.setFlag(TodoTableModel::SeveralTagsMark, todo.tags.size() > 1);
    marks.setFlag(TodoTableModel::CompletedMark, todo.completedAt.has_value());
    marks.setFlag(TodoTableModel::TrashMark, todo.deletedAt.has_value());
    return marks;
}

size_t hashOf(const std::optional<domain::When> &when, size_t seed)
{
    return when ? qHashMulti(seed, when->date, when->time.value_or(QTime()), when->zone) : ~seed;
}

size_t hashOf(const std::optional<QDateTime> &when, size_t seed)
{
    return when ? qHash(*when, seed) : ~seed;
}

// Of every field: named one by one, so that a new one cannot be forgotten.
size_t hashOf(const domain::Todo &todo, size_t seed)
{
    const auto &[id, title, notes, notesCut, list, tags, priority, due, start, repeatRule, parent, position,
                 completedAt, deletedAt, createdAt, updatedAt, version] = todo;
    seed = qHashMulti(seed, id.uuid(), title, notes, notesCut, list ? list->uuid() : QUuid(),
                      static_cast<int>(priority), repeatRule, parent ? parent->uuid() : QUuid(), position,
                      createdAt, updatedAt, version);
    for (const domain::TagId &tag : tags)
        seed = qHash(tag.uuid(), seed);
    for (const auto &when : {due, start})
        seed = hashOf(when, seed);
    for (const auto &when : {completedAt, deletedAt})
        seed = hashOf(when, seed);
    return seed;
}

} // namespace

std::optional<QVariant> todoCell(const TodoRows::Row &row, const Family &family, int column, int role)
{
    switch (role) {
    case TodoTableModel::TodoRole:
        return QVariant::fromValue(*row.todo);
    case TodoTableModel::PendingRole:
        return row.pending;
    case TodoTableModel::MarksRole:
        return marksOf(*row.todo, family).toInt();
    case TodoTableModel::FamilyRole:
        return QVariant::fromValue(family);
    case Qt::CheckStateRole:
        if (column != TodoTableModel::Title)
            return QVariant();
        return QVariant::fromValue(row.todo->completedAt ? Qt::Checked : Qt::Unchecked);
    default:
        return std::nullopt;
    }
}

MemoryTable todoTable()
{
    using Flag = MemoryTable::ColumnFlag;
    MemoryTable table(u"tusk.todo"_s);
    table.addColumn(u"id"_s, QMetaType::fromType<QUuid>(), Flag::Required | Flag::ReadOnly | Flag::Key);
    table.addColumn(u"title"_s, QMetaType::fromType<QString>(), Flag::Required);
    table.addColumn(u"notes"_s, QMetaType::fromType<QString>());
    table.addColumn(u"list_id"_s, QMetaType::fromType<QUuid>());
    table.addColumn(u"priority"_s, QMetaType::fromType<int>());
    table.addColumn(u"due_date"_s, QMetaType::fromType<QDate>());
    table.addColumn(u"due_time"_s, QMetaType::fromType<QTime>());
    table.addColumn(u"due_zone"_s, QMetaType::fromType<QString>());
    table.addColumn(u"start_date"_s, QMetaType::fromType<QDate>());
    table.addColumn(u"repeat"_s, QMetaType::fromType<QString>(), Flag::ReadOnly);
    table.addColumn(u"parent_id"_s, QMetaType::fromType<QUuid>(), Flag::ReadOnly);
    table.addColumn(u"position"_s, QMetaType::fromType<QString>(), Flag::ReadOnly);
    table.addColumn(u"completed_at"_s, QMetaType::fromType<QDateTime>(), Flag::ReadOnly);
    table.addColumn(u"deleted_at"_s, QMetaType::fromType<QDateTime>(), Flag::ReadOnly);
    table.addColumn(u"created_at"_s, QMetaType::fromType<QDateTime>(), Flag::ReadOnly);
    table.addColumn(u"updated_at"_s, QMetaType::fromType<QDateTime>(), Flag::ReadOnly);
    return table;
}

TodoSnapshot::TodoSnapshot(QList<TodoRows::Row> rows, const Families &families)
    : m_rows(std::move(rows))
{
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        const domain::Todo &todo = *m_rows.at(row).todo;
        if (const Family family = families.of(todo.id, todo.parent); !family.isEmpty())
            m_families.insert(static_cast<int>(row), family);
    }
}

int TodoSnapshot::rowCount() const
{
    return static_cast<int>(m_rows.size());
}

QVariant TodoSnapshot::value(int row, int column) const
{
    const domain::Todo &todo = *m_rows.at(row).todo;
    switch (column) {
        using enum TodoTableModel::Column;
    case Id:
        return todo.id.uuid();
    case Title:
        return todo.title;
    case Notes:
        return todo.notes;
    case ListId:
        return idOrNull(todo.list);
    case Priority:
        return static_cast<int>(todo.priority);
    case DueDate:
        return dateOf(todo.due);
    case DueTime:
        return timeOf(todo.due);
    case DueZone:
        return zoneOf(todo.due);
    case StartDate:
        return dateOf(todo.start);
    case Repeat:
        return todo.repeatRule;
    case ParentId:
        return idOrNull(todo.parent);
    case Position:
        return QString::fromLatin1(todo.position);
    case CompletedAt:
        return orNull(todo.completedAt);
    case DeletedAt:
        return orNull(todo.deletedAt);
    case CreatedAt:
        return todo.createdAt;
    case UpdatedAt:
        return todo.updatedAt;
    default:
        return {};
    }
}

QUuid TodoSnapshot::rowId(int row) const
{
    return m_rows.at(row).todo->id.uuid();
}

quint64 TodoSnapshot::rowStamp(int row) const
{
    const TodoRows::Row &shown = m_rows.at(row);
    const auto version = static_cast<quint64>(shown.todo->version);
    const auto family = m_families.constFind(row);
    if (!shown.pending && family == m_families.cend())
        return version;
    size_t stamp = version;
    // The version says nothing of what was typed since.
    if (shown.pending)
        stamp = hashOf(*shown.todo, stamp);
    if (family != m_families.cend())
        stamp = qHashMulti(stamp, family->subtasks, family->done, family->parentTitle);
    return stamp | quint64(1) << (shown.pending ? 63U : 62U);
}

} // namespace tusk::models
