// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/catalogue.h"
#include "app/terminal.h"
#include "domain/todo.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace tusk::app
{

// Todos for people: one line each, in columns: id, state, priority, title, due date, list, tags. On a
// terminal a line is as long as the terminal is wide; elsewhere nothing is cut.
class TodoTable final
{
public:
    // All three must outlive the table.
    TodoTable(const Terminal &terminal, const Catalogue &catalogue, QDate today)
        : m_terminal(terminal)
        , m_catalogue(catalogue)
        , m_today(today)
    {
    }

    // shortIds: of each todo, what it takes to name it.
    [[nodiscard]] QStringList lines(const QList<domain::Todo> &todos,
                                    const QHash<domain::TodoId, QString> &shortIds) const;
    // All that there is to say about one, on several lines.
    [[nodiscard]] QStringList details(const domain::Todo &todo) const;

private:
    struct Cell {
        QString text;
        Tone tone = Tone::Plain;
    };
    using Row = QList<Cell>;

    [[nodiscard]] Row rowOf(const domain::Todo &todo, const QString &shortId) const;
    [[nodiscard]] Cell dueCell(const domain::Todo &todo) const;
    void shortenTitles(QList<Row> &rows) const;
    [[nodiscard]] static QList<int> widthsOf(const QList<Row> &rows);
    [[nodiscard]] QString lineOf(const Row &row, const QList<int> &widths) const;
    [[nodiscard]] QList<std::pair<QString, QString>> fieldsOf(const domain::Todo &todo) const;

    const Terminal &m_terminal;
    const Catalogue &m_catalogue;
    QDate m_today;
};

} // namespace tusk::app
