// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/todoprinter.h"

#include "app/databaseaccess.h"
#include "app/todorecord.h"

#include <QJsonDocument>

namespace tusk::app
{

using domain::Todo;
using repository::ShortIds;

namespace
{

constexpr int fewestShownDigits = 8;

} // namespace

void JsonLines::add(const QJsonObject &object)
{
    m_terminal.raw(m_begun ? ",\n" : "[\n");
    m_begun = true;
    m_terminal.raw(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void JsonLines::end()
{
    m_terminal.raw(m_begun ? "\n]\n" : "[]\n");
}

TodoPrinter::TodoPrinter(Terminal &terminal, DatabaseAccess &access, const Catalogue &catalogue, QDate today,
                         Form form)
    : m_terminal(terminal)
    , m_access(access)
    , m_catalogue(catalogue)
    , m_table(terminal, catalogue, today)
    , m_json(terminal)
    , m_form(form)
{
}

void TodoPrinter::print(const QList<Todo> &todos, Printed printed)
{
    switch (m_form) {
    case Form::Lines:
        printLines(todos, std::move(printed));
        return;
    case Form::Details:
        for (const Todo &todo : todos) {
            if (std::exchange(m_begun, true))
                m_terminal.line({});
            m_terminal.line(m_table.details(todo).join(u'\n'));
        }
        break;
    case Form::Json:
        for (const Todo &todo : todos)
            m_json.add(todoRecord(todo, m_catalogue));
        break;
    }
    printed(std::nullopt);
}

void TodoPrinter::end()
{
    if (m_form == Form::Json)
        m_json.end();
}

void TodoPrinter::printLines(const QList<Todo> &todos, Printed printed)
{
    if (todos.isEmpty()) {
        printed(std::nullopt);
        return;
    }
    QList<domain::TodoId> ids;
    for (const Todo &todo : todos)
        ids.append(todo.id);
    m_access.persistently<ShortIds>(
        [this, ids](DatabaseAccess::Done<ShortIds> done) {
            repository::readShortIds(m_access.session(), ids, fewestShownDigits, m_access.inbox(),
                                     std::move(done));
        },
        [this, todos, printed = std::move(printed)](const base::Result<ShortIds> &shortIds) {
            if (!shortIds) {
                printed(failureFrom(shortIds.error()));
                return;
            }
            for (const QString &line : m_table.lines(todos, *shortIds))
                m_terminal.line(line);
            printed(std::nullopt);
        });
}

} // namespace tusk::app
