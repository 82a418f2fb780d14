// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/failure.h"
#include "app/todotable.h"
#include "data/repository/shortids.h"
#include "domain/todo.h"

#include <QJsonObject>
#include <QList>

#include <functional>
#include <optional>

namespace tusk::app
{

class DatabaseAccess;

// Objects as one JSON array, one line each, written as they come.
class JsonLines final
{
public:
    explicit JsonLines(Terminal &terminal)
        : m_terminal(terminal)
    {
    }

    void add(const QJsonObject &object);
    void end(); // once, also after nothing

private:
    Terminal &m_terminal;
    bool m_begun = false;
};

// Prints todos as the user asked for: as JSON, or as lines with ids that are short but tell each todo from
// all others of the database.
class TodoPrinter final
{
public:
    enum class Form { Lines, Details, Json };
    using Printed = std::function<void(std::optional<Failure>)>;

    // All references must outlive the printer.
    TodoPrinter(Terminal &terminal, DatabaseAccess &access, const Catalogue &catalogue, QDate today,
                Form form);

    // For JSON the notes must be whole. Several times, for page after page; once before the last has
    // answered.
    void print(const QList<domain::Todo> &todos, Printed printed);
    // After the last.
    void end();

    [[nodiscard]] bool printsJson() const { return m_form == Form::Json; }

private:
    void printLines(const QList<domain::Todo> &todos, Printed printed);

    Terminal &m_terminal;
    DatabaseAccess &m_access;
    const Catalogue &m_catalogue;
    TodoTable m_table;
    JsonLines m_json;
    Form m_form;
    bool m_begun = false;
};

} // namespace tusk::app
