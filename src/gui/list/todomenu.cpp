// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/todomenu.h"

#include "domain/weekstart.h"
#include "gui/list/todolayout.h"
#include "gui/plaintext.h"
#include "gui/theme/doticon.h"
#include "gui/theme/icons.h"
#include "gui/theme/theme.h"
#include "models/todocommands.h"
#include "models/workspace.h"

#include <algorithm>

namespace tusk::gui
{

namespace
{

// A name as it is, not as a mnemonic.
QString plain(const QString &name)
{
    return menuText(singleLine(name).left(60));
}

template <class Predicate>
bool all(const QList<domain::Todo> &todos, Predicate predicate)
{
    return std::all_of(todos.begin(), todos.end(), predicate);
}

bool isTrashed(const domain::Todo &todo)
{
    return todo.deletedAt.has_value();
}

} // namespace

TodoMenu::TodoMenu(const QList<domain::Todo> &todos, const models::Workspace &workspace,
                   const models::TodoCommands &commands, Qt::DayOfWeek firstDay, Elsewhere elsewhere,
                   QWidget *parent)
    : QMenu(parent)
    , m_todos(todos)
    , m_workspace(workspace)
    , m_commands(commands)
{
    setObjectName(QStringLiteral("todoMenu"));
    setAccessibleName(tr("Todo"));
    if (!std::any_of(m_todos.begin(), m_todos.end(), isTrashed)) {
        addCompletion();
        addSeparator();
        addDates(firstDay);
        addPriorities();
        addLists();
        addTags();
        addMerging();
        addSeparator();
    }
    addAction(themedIcon(Icon::Copy), tr("Copy as text"), this, &TodoMenu::copyWanted);
    if (elsewhere == Elsewhere::Offered)
        addAction(themedIcon(Icon::Environment), tr("Copy to another environment…"), this,
                  &TodoMenu::copyElsewhereWanted);
    addRemoval();
}

void TodoMenu::addChoice(QMenu *menu, const QIcon &icon, const QString &text, bool isChosen,
                         const std::function<void()> &choose)
{
    QAction *action = menu->addAction(icon, text);
    action->setCheckable(true);
    action->setChecked(isChosen);
    connect(action, &QAction::triggered, this, choose);
}

void TodoMenu::addCompletion()
{
    const bool anyOpen = !all(m_todos, [](const domain::Todo &todo) { return todo.completedAt.has_value(); });
    addAction(themedIcon(Icon::Completed), anyOpen ? tr("Complete") : tr("Reopen"), this,
              &TodoMenu::toggleWanted);
    if (m_todos.size() == 1)
        addAction(themedIcon(Icon::Edit), tr("Edit title"), this, &TodoMenu::editWanted);
}

void TodoMenu::addDates(Qt::DayOfWeek firstDay)
{
    QMenu *dates = addMenu(themedIcon(Icon::Calendar), tr("Due"));
    const QDate today = m_workspace.today();
    const auto due = [this](std::optional<QDate> date) {
        return [this, date] { m_commands.setDueDate(m_todos, date); };
    };
    const auto isDue = [this](QDate date) {
        return all(m_todos, [date](const domain::Todo &todo) { return todo.due && todo.due->date == date; });
    };
    const QDate nextWeek = domain::nextWeek(today, firstDay);
    addChoice(dates, {}, tr("Today"), isDue(today), due(today));
    addChoice(dates, {}, tr("Tomorrow"), isDue(today.addDays(1)), due(today.addDays(1)));
    addChoice(dates, {}, tr("Next week"), isDue(nextWeek), due(nextWeek));
    dates->addAction(tr("Pick a date…"), this, &TodoMenu::pickDateWanted);
    dates->addSeparator();
    addChoice(dates, {}, tr("No date"), all(m_todos, [](const domain::Todo &todo) { return !todo.due; }),
              due(std::nullopt));
}

void TodoMenu::addPriorities()
{
    using domain::Priority;
    QMenu *priorities = addMenu(themedIcon(Icon::Flag), tr("Priority"));
    const std::pair<Priority, QString> choices[] = {{Priority::High, tr("High")},
                                                    {Priority::Medium, tr("Medium")},
                                                    {Priority::Low, tr("Low")},
                                                    {Priority::None, tr("None")}};
    for (const auto &[priority, text] : choices) {
        const auto same = [p = priority](const domain::Todo &todo) { return todo.priority == p; };
        const QColor color = Theme::of(this).priorityColor(static_cast<int>(priority));
        addChoice(priorities, priority == Priority::None ? QIcon() : dotIcon(color), text, all(m_todos, same),
                  [this, p = priority] { m_commands.setPriority(m_todos, p); });
    }
}

void TodoMenu::addLists()
{
    QMenu *lists = addMenu(themedIcon(Icon::Move), tr("Move to"));
    addChoice(lists, themedIcon(Icon::Inbox), tr("Inbox"),
              all(m_todos, [](const domain::Todo &todo) { return !todo.list; }),
              [this] { m_commands.moveToList(m_todos, std::nullopt); });
    for (const domain::TodoList &list : m_workspace.lists()) {
        if (list.archivedAt)
            continue;
        const auto there = [id = list.id](const domain::Todo &todo) { return todo.list == id; };
        addChoice(lists, dotIcon(Theme::of(this).listColor(list.color)), plain(list.name),
                  all(m_todos, there), [this, id = list.id] { m_commands.moveToList(m_todos, id); });
    }
}

void TodoMenu::addTags()
{
    const QList<domain::Tag> known = m_workspace.tags();
    if (known.isEmpty())
        return;
    QMenu *tags = addMenu(themedIcon(Icon::Tag), tr("Tags"));
    for (const domain::Tag &tag : known) {
        const bool tagged =
            all(m_todos, [id = tag.id](const domain::Todo &todo) { return todo.tags.contains(id); });
        addChoice(tags, {}, plain(tag.name), tagged, [this, tagged, id = tag.id] {
            if (tagged)
                m_commands.removeTag(m_todos, id);
            else
                m_commands.addTag(m_todos, id);
        });
    }
}

void TodoMenu::addMerging()
{
    if (m_todos.size() > 1)
        addAction(themedIcon(Icon::Merge),
                  tr("Merge into “%1”").arg(menuText(singleLine(m_todos.first().title).left(40))), this,
                  &TodoMenu::mergeWanted);
}

void TodoMenu::addRemoval()
{
    if (std::any_of(m_todos.begin(), m_todos.end(), isTrashed))
        addAction(themedIcon(Icon::Restore), tr("Restore"), this, [this] { m_commands.restore(m_todos); });
    if (all(m_todos, isTrashed))
        addAction(themedIcon(Icon::Delete), tr("Delete for good…"), this, &TodoMenu::removalWanted);
    else
        addAction(themedIcon(Icon::Trash), tr("Delete"), this, &TodoMenu::removalWanted);
}

} // namespace tusk::gui
