// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/todoadder.h"

#include "domain/actions.h"
#include "domain/todorules.h"
#include "gui/list/quickaddline.h"
#include "models/todotablemodel.h"
#include "models/workspace.h"

#include <utility>

namespace tusk::gui
{

namespace
{

using Place = domain::TodoFilter::Place;

constexpr int mostPastedTodos = 1'000;

} // namespace

TodoAdder::TodoAdder(models::Workspace &workspace, const models::TodoTableModel &todos, QuickAddLine &line,
                     QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_todos(todos)
    , m_line(line)
{
    connect(&line, &QLineEdit::returnPressed, this, &TodoAdder::addTyped);
    connect(&line, &QLineEdit::textChanged, this, &TodoAdder::onTextChanged);
}

void TodoAdder::setDefaultList(std::function<std::optional<domain::ListId>()> list)
{
    m_defaultList = std::move(list);
}

bool TodoAdder::makesSenseIn(const domain::TodoFilter &place)
{
    return place.place != Place::Completed && place.place != Place::Trash && place.place != Place::Search;
}

bool TodoAdder::offer(const QString &title, const std::function<void()> &gone)
{
    if (!m_line.text().isEmpty())
        return false;
    m_line.setText(title);
    m_offeredGone = gone;
    return true;
}

void TodoAdder::onTextChanged(const QString &text)
{
    if (!text.isEmpty())
        return;
    if (const std::function<void()> gone = std::exchange(m_offeredGone, {}))
        gone();
}

void TodoAdder::addTyped()
{
    if (m_line.text().isEmpty())
        return; // nothing was asked for
    const base::Result<QString> title = domain::checkedTitle(m_line.text());
    if (!title) {
        // What was typed stays in the line.
        Q_EMIT rejected(title.error());
        return;
    }
    add({*title});
    m_line.setText({}); // and nothing left to take back in it
}

void TodoAdder::addLines(const QString &text)
{
    if (!makesSenseIn(m_todos.place())) {
        Q_EMIT noticed(tr("Todos cannot be added here: choose a list first."));
        return;
    }
    QStringList titles;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        const base::Result<QString> title = domain::checkedTitle(line);
        if (!title) {
            // All or nothing: half of a pasted list would be hard to find again.
            Q_EMIT rejected(title.error());
            return;
        }
        titles.append(*title);
    }
    if (titles.size() > mostPastedTodos)
        Q_EMIT noticed(tr("That is too much at once: paste at most %1 lines.").arg(mostPastedTodos));
    else if (!titles.isEmpty())
        add(titles);
}

void TodoAdder::add(const QStringList &titles)
{
    QList<domain::Todo> todos = m_todos.newTodos(titles);
    const Place place = m_todos.place().place;
    if (m_defaultList && place != Place::Inbox && place != Place::List) {
        for (domain::Todo &todo : todos)
            todo.list = m_defaultList();
    }
    m_workspace.perform(domain::createTodos(todos, m_workspace.now()));
    QList<QUuid> ids;
    for (const domain::Todo &todo : todos)
        ids.append(todo.id.uuid());
    Q_EMIT added(ids);
}

} // namespace tusk::gui
