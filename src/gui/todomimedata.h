// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todo.h"

#include <QMimeData>

namespace tusk::gui
{

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
