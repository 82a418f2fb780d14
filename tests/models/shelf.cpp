// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/shelf.h"

#include "domain/position.h"
#include "models/todosnapshot.h"

#include <QSqlField>

#include <memory>

namespace tusk::tests
{

Shelf::Shelf(QObject *parent)
    : MemoryTableModel(models::todoTable(), parent)
{
}

void Shelf::show(const QList<domain::Todo> &todos)
{
    m_todos = todos;
    showAll();
}

void Shelf::setPending(const QList<domain::TodoId> &ids)
{
    m_pending = ids;
    showAll();
}

void Shelf::showAll()
{
    QList<models::TodoRows::Row> rows;
    rows.reserve(m_todos.size());
    for (const domain::Todo &todo : std::as_const(m_todos))
        rows.append({std::make_shared<const domain::Todo>(todo), m_pending.contains(todo.id)});
    showSnapshot(std::make_shared<models::TodoSnapshot>(rows, families));
}

Qt::ItemFlags Shelf::flags(const QModelIndex &index) const
{
    return MemoryTableModel::flags(index) | Qt::ItemIsUserCheckable;
}

QVariant Shelf::cellData(int row, int column, int role) const
{
    const auto &shown = static_cast<const models::TodoSnapshot &>(snapshot());
    if (const std::optional<QVariant> known =
            models::todoCell(shown.row(row), shown.family(row), column, role))
        return *known;
    return MemoryTableModel::cellData(row, column, role);
}

void Shelf::requestMoreRows()
{
    show(m_todos + std::exchange(more, {}));
}

bool Shelf::queueInsert(const QSqlRecord &)
{
    return false;
}

bool Shelf::queueUpdate(int row, const QSqlRecord &changed)
{
    m_todos[row].title = changed.value(QStringLiteral("title")).toString();
    ++m_todos[row].version;
    showAll();
    return true;
}

bool Shelf::queueDelete(int)
{
    return false;
}

QList<domain::Todo> shelfOf(int count)
{
    QList<domain::Todo> todos;
    todos.reserve(count);
    for (int i = 0; i < count; ++i) {
        domain::Todo todo;
        todo.id = domain::TodoId(QUuid::createUuidV5(QUuid(), QByteArray::number(i)));
        todo.title = QStringLiteral("todo %1").arg(i);
        todo.position = domain::positionAtEnd(QDateTime::fromMSecsSinceEpoch(i, Qt::UTC));
        todo.version = 1;
        todos.append(todo);
    }
    return todos;
}

} // namespace tusk::tests
