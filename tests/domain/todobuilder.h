// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todo.h"

namespace tusk::tests
{

// Ids that a test can name and that sort as their numbers: 00000000-0000-7000-8000-00000000000n.
template <class IdType>
[[nodiscard]] IdType numbered(int number)
{
    return IdType(QUuid(0, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, uchar(number / 256), uchar(number % 256)));
}

// Makes a todo as one reads it: aTodo(1).titled(u"Milk").due({2026, 3, 1}).
class TodoBuilder final
{
public:
    explicit TodoBuilder(int number)
    {
        m_todo.id = numbered<domain::TodoId>(number);
        m_todo.title = QStringLiteral("Todo %1").arg(number);
        m_todo.position = "V";
        m_todo.createdAt = QDateTime({2026, 1, 1}, {12, 0}, Qt::UTC);
        m_todo.updatedAt = m_todo.createdAt;
        m_todo.version = 1;
    }

    TodoBuilder &titled(const QString &title) { return set(m_todo.title, title); }
    TodoBuilder &notes(const QString &notes) { return set(m_todo.notes, notes); }
    TodoBuilder &notesCut() { return set(m_todo.notesCut, true); }
    TodoBuilder &inList(int list) { return set(m_todo.list, numbered<domain::ListId>(list)); }
    TodoBuilder &childOf(int parent) { return set(m_todo.parent, numbered<domain::TodoId>(parent)); }
    TodoBuilder &priority(domain::Priority priority) { return set(m_todo.priority, priority); }
    TodoBuilder &due(QDate date) { return set(m_todo.due, domain::When{date, {}, {}}); }
    TodoBuilder &due(QDate date, QTime time, const QByteArray &zone = "Europe/Berlin")
    {
        return set(m_todo.due, domain::When{date, time, zone});
    }
    TodoBuilder &start(QDate date) { return set(m_todo.start, domain::When{date, {}, {}}); }
    TodoBuilder &at(const QByteArray &position) { return set(m_todo.position, position); }
    TodoBuilder &completed(const QDateTime &instant = QDateTime({2026, 2, 1}, {12, 0}, Qt::UTC))
    {
        return set(m_todo.completedAt, instant);
    }
    TodoBuilder &trashed(const QDateTime &instant = QDateTime({2026, 2, 2}, {12, 0}, Qt::UTC))
    {
        return set(m_todo.deletedAt, instant);
    }
    TodoBuilder &tagged(std::initializer_list<int> tags)
    {
        for (const int tag : tags)
            m_todo.tags.append(numbered<domain::TagId>(tag));
        return *this;
    }

    operator domain::Todo() const { return m_todo; }

private:
    template <class Member, class Value>
    TodoBuilder &set(Member &member, const Value &value)
    {
        member = value;
        return *this;
    }

    domain::Todo m_todo;
};

[[nodiscard]] inline TodoBuilder aTodo(int number)
{
    return TodoBuilder(number);
}

} // namespace tusk::tests
