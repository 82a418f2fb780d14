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
#include <tuple>
#include <utility>

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
                   const models::TodoCommands &commands, Surroundings surroundings, QWidget *parent)
    : QMenu(parent)
    , m_todos(todos)
    , m_workspace(workspace)
    , m_commands(commands)
    , m_surroundings(std::move(surroundings))
{
    setObjectName(QStringLiteral("todoMenu"));
    setAccessibleName(tr("Todo"));
    if (!std::any_of(m_todos.begin(), m_todos.end(), isTrashed)) {
        addCompletion();
        addSeparator();
        addDates();
        addPriorities();
        addLists();
        addTags();
        addMerging();
        addSeparator();
    }
    showKeyOf(ActionId::CopyTodos,
              addAction(themedIcon(Icon::Copy), tr("Copy as text"), this, &TodoMenu::copyWanted));
    if (m_surroundings.elsewhere == Elsewhere::Offered)
        showKeyOf(ActionId::CopyToEnvironment,
                  addAction(themedIcon(Icon::Environment), tr("Copy to another environment…"), this,
                            &TodoMenu::copyElsewhereWanted));
    addRemoval();
}

QAction *TodoMenu::addChoice(QMenu *menu, const QIcon &icon, const QString &text, bool isChosen,
                             const std::function<void()> &choose)
{
    QAction *action = menu->addAction(icon, text);
    action->setCheckable(true);
    action->setChecked(isChosen);
    connect(action, &QAction::triggered, this, choose);
    return action;
}

void TodoMenu::showKeyOf(ActionId id, QAction *entry)
{
    showKey(*entry, id, m_surroundings.keyOf);
}

void TodoMenu::addCompletion()
{
    const bool anyOpen = !all(m_todos, [](const domain::Todo &todo) { return todo.completedAt.has_value(); });
    showKeyOf(ActionId::ToggleCompleted,
              addAction(themedIcon(Icon::Completed), anyOpen ? tr("Complete") : tr("Reopen"), this,
                        &TodoMenu::toggleWanted));
    if (m_todos.size() == 1)
        showKeyOf(ActionId::EditTitle,
                  addAction(themedIcon(Icon::Edit), tr("Edit title"), this, &TodoMenu::editWanted));
}

void TodoMenu::addDates()
{
    QMenu *dates = addMenu(themedIcon(Icon::Calendar), tr("Due"));
    const QDate today = m_workspace.today();
    const auto due = [this](std::optional<QDate> date) {
        return [this, date] { m_commands.setDueDate(m_todos, date); };
    };
    const auto isDue = [this](QDate date) {
        return all(m_todos, [date](const domain::Todo &todo) { return todo.due && todo.due->date == date; });
    };
    const QDate nextWeek = domain::nextWeek(today, m_surroundings.firstDay);
    const auto add = [&](ActionId id, const QString &text, QDate date) {
        showKeyOf(id, addChoice(dates, {}, text, isDue(date), due(date)));
    };
    add(ActionId::DueToday, tr("Today"), today);
    add(ActionId::DueTomorrow, tr("Tomorrow"), today.addDays(1));
    add(ActionId::DueNextWeek, tr("Next week"), nextWeek);
    showKeyOf(ActionId::PickDueDate, dates->addAction(tr("Pick a date…"), this, &TodoMenu::pickDateWanted));
    dates->addSeparator();
    const bool none = all(m_todos, [](const domain::Todo &todo) { return !todo.due; });
    showKeyOf(ActionId::NoDueDate, addChoice(dates, {}, tr("No date"), none, due(std::nullopt)));
}

void TodoMenu::addPriorities()
{
    using domain::Priority;
    QMenu *priorities = addMenu(themedIcon(Icon::Flag), tr("Priority"));
    const std::tuple<Priority, ActionId, QString> choices[] = {
        {Priority::High, ActionId::PriorityHigh, tr("High")},
        {Priority::Medium, ActionId::PriorityMedium, tr("Medium")},
        {Priority::Low, ActionId::PriorityLow, tr("Low")},
        {Priority::None, ActionId::PriorityNone, tr("None")}};
    for (const auto &[priority, id, text] : choices) {
        const auto same = [p = priority](const domain::Todo &todo) { return todo.priority == p; };
        const QColor color = Theme::of(this).priorityColor(static_cast<int>(priority));
        const QIcon icon = priority == Priority::None ? QIcon() : dotIcon(color);
        showKeyOf(id, addChoice(priorities, icon, text, all(m_todos, same),
                                [this, p = priority] { m_commands.setPriority(m_todos, p); }));
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
        showKeyOf(ActionId::MergeTodos,
                  addAction(themedIcon(Icon::Merge),
                            tr("Merge into “%1”").arg(menuText(singleLine(m_todos.first().title).left(40))),
                            this, &TodoMenu::mergeWanted));
}

void TodoMenu::addRemoval()
{
    if (std::any_of(m_todos.begin(), m_todos.end(), isTrashed))
        showKeyOf(ActionId::RestoreTodos, addAction(themedIcon(Icon::Restore), tr("Restore"), this,
                                                    [this] { m_commands.restore(m_todos); }));
    const bool forGood = all(m_todos, isTrashed);
    showKeyOf(ActionId::DeleteTodos,
              addAction(themedIcon(forGood ? Icon::Delete : Icon::Trash),
                        forGood ? tr("Delete for good…") : tr("Delete"), this, &TodoMenu::removalWanted));
}

} // namespace tusk::gui
