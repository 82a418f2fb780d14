// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todo.h"

#include <QMimeData>

#include <algorithm>

namespace tusk::gui
{

// What is in the Trash comes back where it is dropped; it is not changed in any other way.
[[nodiscard]] inline bool anyTrashed(const QList<domain::Todo> &todos)
{
    return std::ranges::any_of(todos, [](const domain::Todo &todo) { return todo.deletedAt.has_value(); });
}

// Todos on their way from the list to a place, a list or a tag of the same window. Other programs get the
// titles as lines of text.
class TodoMimeData final : public QMimeData
{
    Q_OBJECT

public:
    explicit TodoMimeData(const QList<domain::Todo> &todos)
        : m_todos(todos)
    {
        QStringList titles;
        for (const domain::Todo &todo : todos)
            titles.append(todo.title);
        setText(titles.join(QLatin1Char('\n')));
    }

    [[nodiscard]] const QList<domain::Todo> &todos() const { return m_todos; }
    // Null for anything else.
    [[nodiscard]] static const TodoMimeData *from(const QMimeData *data)
    {
        return qobject_cast<const TodoMimeData *>(data);
    }

private:
    QList<domain::Todo> m_todos;
};

} // namespace tusk::gui
