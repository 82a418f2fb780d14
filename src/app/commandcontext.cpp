// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commandcontext.h"

#include "app/databaseaccess.h"
#include "app/terminalquestion.h"
#include "app/texts.h"
#include "domain/actions.h"
#include "domain/todoids.h"

#include <QSet>

#include <algorithm>

namespace tusk::app
{

using domain::Todo;
using domain::TodoId;
using repository::ActionAnswer;
using repository::TodoPage;

namespace
{

// In the order of the ids; those that are gone are left out.
QList<Todo> inOrder(const QList<TodoId> &ids, const QList<Todo> &todos)
{
    QHash<TodoId, qsizetype> places;
    for (qsizetype i = 0; i < todos.size(); ++i)
        places.insert(todos.at(i).id, i);
    QList<Todo> ordered;
    for (const TodoId &id : ids) {
        if (const auto place = places.constFind(id); place != places.cend())
            ordered.append(todos.at(*place));
    }
    return ordered;
}

QList<TodoId> touchedTodos(const ActionAnswer &answer)
{
    QList<TodoId> ids;
    QSet<TodoId> seen;
    for (const repository::LoggedAction &action : answer.rows.actions) {
        for (const repository::LoggedChange &change : action.changes) {
            const TodoId id(change.id);
            if (change.entity == repository::LoggedChange::Entity::Todo && !seen.contains(id)) {
                seen.insert(id);
                ids.append(id);
            }
        }
    }
    return ids;
}

// Todos of the answer that are as they are to be printed.
bool suffices(const ActionAnswer &answer, TodoPrinter::Form form)
{
    return !answer.rows.versions &&
           (form == TodoPrinter::Form::Lines || std::ranges::none_of(answer.rows.todos, &Todo::notesCut));
}

} // namespace

DestructiveStep migrationOf(const environments::EnvironmentProfile &environment)
{
    return {environments::Destructive::Migration, 0,
            Text::tr("Bring the tables of “%1” up to date and go on?").arg(environment.name),
            Text::tr("The tables of “%1” have to be brought up to date first.").arg(environment.name)};
}

CommandContext::CommandContext(Terminal &terminal, const base::Clock &clock, Beforehand said,
                               DatabaseAccess &access, Finished finished)
    : m_terminal(terminal)
    , m_clock(clock)
    , m_said(std::move(said))
    , m_access(access)
    , m_finished(std::move(finished))
    , m_lookup(access)
{
}

CommandContext::~CommandContext() = default;

void CommandContext::confirm(const DestructiveStep &step, std::function<void()> then)
{
    if (m_said.environment)
        confirm(*m_said.environment, step, std::move(then));
    else
        then();
}

void CommandContext::confirm(const environments::EnvironmentProfile &environment, const DestructiveStep &step,
                             std::function<void()> then, Otherwise otherwise)
{
    if (!otherwise)
        otherwise = [this](const Failure &failure) { fail(failure); };
    if (m_said.yes || !environments::asksBefore(environment, step.what, step.todos))
        return then();
    if (!TerminalQuestion::isPossible())
        return otherwise(refusal(Text::tr("%1 Please say --yes if that is all right.").arg(step.refusal)));
    m_question = std::make_unique<TerminalQuestion>(
        m_terminal, step.question, [then = std::move(then), otherwise = std::move(otherwise)](bool yes) {
            if (yes)
                then();
            else
                otherwise(refusal(Text::tr("Nothing was changed.")));
        });
}

void CommandContext::opened(domain::InstallationId installation, repository::OpeningState state)
{
    m_installation = installation;
    m_opening = std::move(state);
    m_catalogue = Catalogue(m_opening.lists, m_opening.tags);
    m_sender.emplace(m_access, installation);
}

void CommandContext::find(const QStringList &ids, std::function<void(QList<Todo>)> found)
{
    m_lookup.find(ids, [this, found = std::move(found)](std::variant<QList<Todo>, Failure> result) {
        if (const auto *failure = std::get_if<Failure>(&result))
            fail(*failure);
        else
            found(std::get<QList<Todo>>(std::move(result)));
    });
}

void CommandContext::findSubtasks(const QList<Todo> &todos, std::function<void(QList<Todo>)> found)
{
    m_access.persistently<TodoPage>(
        [this, ids = domain::idsOf(todos)](DatabaseAccess::Done<TodoPage> done) {
            m_access.reader().subtasks(ids, m_access.inbox(), std::move(done));
        },
        [this, found = std::move(found)](const base::Result<TodoPage> &page) {
            if (page)
                found(page->todos);
            else
                fail(failureFrom(page.error()));
        });
}

void CommandContext::send(const domain::Action &action, std::function<void(ActionAnswer)> sent)
{
    m_sender->send(action, [this, sent = std::move(sent)](std::variant<ActionAnswer, Failure> result) {
        if (const auto *failure = std::get_if<Failure>(&result)) {
            fail(*failure);
            return;
        }
        auto &answer = std::get<ActionAnswer>(result);
        m_catalogue.absorb(answer.rows);
        sent(std::move(answer));
    });
}

void CommandContext::perform(const domain::Action &action, const QList<Todo> &todos)
{
    if (domain::isEmpty(action)) {
        show(todos, form());
        return;
    }
    send(action, [this, action, ids = domain::idsOf(todos)](const ActionAnswer &answer) {
        showAgain(ids, answer, shortfallOf(action, answer));
    });
}

void CommandContext::showTouched(const ActionAnswer &answer, const std::optional<Failure> &shortfall)
{
    showAgain(touchedTodos(answer), answer, shortfall);
}

void CommandContext::show(const QList<Todo> &todos, TodoPrinter::Form form, std::optional<Failure> shortfall)
{
    m_printer.emplace(m_terminal, m_access, m_catalogue, m_clock.today(), form);
    m_printer->print(todos, [this, shortfall = std::move(shortfall)](const std::optional<Failure> &failure) {
        m_printer->end();
        m_finished(failure ? failure : shortfall);
    });
}

TodoPrinter::Form CommandContext::form() const
{
    return m_said.json ? TodoPrinter::Form::Json : TodoPrinter::Form::Lines;
}

void CommandContext::showAgain(const QList<TodoId> &ids, const ActionAnswer &answer,
                               const std::optional<Failure> &shortfall)
{
    if (suffices(answer, form())) {
        show(inOrder(ids, answer.rows.todos), form(), shortfall);
        return;
    }
    m_access.persistently<TodoPage>(
        [this, ids](DatabaseAccess::Done<TodoPage> done) {
            m_access.reader().todos(ids, m_access.inbox(), std::move(done));
        },
        [this, ids, shortfall](const base::Result<TodoPage> &page) {
            if (page)
                show(inOrder(ids, page->todos), form(), shortfall);
            else
                fail(failureFrom(page.error()));
        });
}

} // namespace tusk::app
