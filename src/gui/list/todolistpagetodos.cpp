// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

// What the user does with the todos of the page, wherever it is asked for: keys, menus, the line above them.

#include "domain/actions.h"
#include "domain/todorules.h"
#include "gui/list/listheading.h"
#include "gui/list/orderchoice.h"
#include "gui/list/purgequestion.h"
#include "gui/list/quickaddline.h"
#include "gui/list/rowsof.h"
#include "gui/list/todoadder.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "gui/list/todomenu.h"
#include "models/todotablemodel.h"

#include <QClipboard>
#include <QGuiApplication>

namespace tusk::gui
{

using Place = domain::TodoFilter::Place;

void TodoListPage::focusQuickAdd()
{
    if (!TodoAdder::makesSenseIn(m_model->place()))
        Q_EMIT placeWanted(domain::TodoFilter::at(Place::Inbox));
    m_quickAdd->setFocus(Qt::ShortcutFocusReason);
}

void TodoListPage::focusSearch()
{
    m_heading->unfoldSearch();
}

void TodoListPage::focusList()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
    if (!m_view->selectedRows().isEmpty())
        return;
    const QAbstractItemModel *rows = m_view->model();
    for (int row = 0; row < rows->rowCount(); ++row) {
        const QModelIndex index = rows->index(row, models::TodoTableModel::Title);
        if (index.flags().testFlag(Qt::ItemIsSelectable)) {
            m_view->selectOnly(index);
            return;
        }
    }
}

bool TodoListPage::offerTitle(const QString &title, const std::function<void()> &gone)
{
    const bool isTaken = m_adder->offer(title, gone);
    focusQuickAdd();
    return isTaken;
}

void TodoListPage::saveTitle(const domain::Todo &todo, const QString &title)
{
    m_workspace.reader().todos(
        {todo.id}, m_inbox, [this, todo, title](const base::Result<repository::TodoPage> &page) {
            if (!page) {
                Q_EMIT noticed(page.error().sentence);
                Q_EMIT titleLeft(todo, title);
                return;
            }
            const base::Result<QString> checked = domain::checkedTitle(title);
            if (page->todos.isEmpty() || !checked) {
                if (!offerTitle(title))
                    Q_EMIT titleLeft(todo, title); // something else is in the line
                Q_EMIT noticed(checked ? tr("This todo was deleted for good elsewhere.")
                                       : checked.error().sentence);
                return;
            }
            domain::Todo after = page->todos.first();
            after.title = *checked;
            m_workspace.perform(domain::editTodo(page->todos.first(), after, m_workspace.now()));
        });
}

void TodoListPage::showAdded(const QList<QUuid> &todos)
{
    m_view->select(todos);
    if (m_model->isLoading() || m_shownPlace != m_model->place())
        m_addedEarly = todos; // the view begins anew when the rows are there
    if (m_view->currentIndex().isValid())
        m_view->scrollTo(m_view->currentIndex());
}

// ---------------------------------------------------------------------------------------------------------------
// The selected ones

// After all that is shown was selected: the rest of the place too, as far as that is possible.
void TodoListPage::selectFurther()
{
    if (m_model->fetchRest())
        return; // goes on when it is there
    m_selectedAll = 0;
    if (m_model->canFetchMore({}) || m_model->canFetchBefore())
        Q_EMIT noticed(tr("Only %1 of %2 todos are selected: more cannot be changed at once.")
                           .arg(QLocale().toString(m_view->selectedRows().size()),
                                QLocale().toString(m_workspace.counts().of(m_model->place()))));
}

QList<domain::Todo> TodoListPage::selectedTodos() const
{
    QList<domain::Todo> todos;
    const QModelIndexList rows = m_view->selectedRows();
    todos.reserve(rows.size());
    for (const QModelIndex &row : rows)
        todos.append(todoOf(row));
    return todos;
}

void TodoListPage::toggleCompleted()
{
    m_commands.toggleCompleted(selectedTodos());
}

void TodoListPage::removeSelected()
{
    const QList<domain::Todo> todos = selectedTodos();
    if (todos.isEmpty())
        return;
    const bool inTrash = std::all_of(todos.begin(), todos.end(),
                                     [](const domain::Todo &todo) { return todo.deletedAt.has_value(); });
    if (inTrash)
        askToPurge(*window(), static_cast<int>(todos.size()), [this, todos] { m_commands.purge(todos); });
    else
        trashOrAsk(*window(), m_asksAs, todos.size(), [this, todos] { m_commands.trash(todos); });
}

void TodoListPage::mergeSelected()
{
    const QList<domain::Todo> todos = selectedTodos();
    if (todos.size() > 1)
        trashOrAsk(*window(), m_asksAs, todos.size() - 1, [this, todos] { m_commands.merge(todos); });
}

void TodoListPage::setAsksBeforeDeleting(const QString &environment)
{
    m_asksAs = environment;
}

void TodoListPage::restoreSelected()
{
    m_commands.restore(selectedTodos());
}

void TodoListPage::editSelected()
{
    m_view->editCurrent();
}

void TodoListPage::moveSelected(models::MoveStep step)
{
    if (m_order->forbidsMoves())
        return;
    QList<domain::TodoId> ids;
    for (const domain::Todo &todo : selectedTodos())
        ids.append(todo.id);
    m_mover.moveBy(ids, step);
    if (m_view->currentIndex().isValid())
        m_view->scrollTo(m_view->currentIndex());
}

bool TodoListPage::isLate(const std::optional<domain::Todo> &todo) const
{
    return todo && todo->isOpen() && todo->due && todo->due->date < m_workspace.today();
}

QList<domain::Todo> TodoListPage::overdueTodos() const
{
    QList<domain::Todo> todos;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (const std::optional<domain::Todo> todo = m_model->todoAt(row); isLate(todo))
            todos.append(*todo);
    }
    return todos;
}

// They stand before the others in Today: there are no more of them once one of today has been read.
bool TodoListPage::mayLackOverdue() const
{
    const bool mayFollow = m_model->rowCount() > 0 && isLate(m_model->todoAt(m_model->rowCount() - 1));
    return m_model->isFetching() || m_model->canFetchBefore() || (mayFollow && m_model->canFetchMore({}));
}

void TodoListPage::moveOverdueToToday()
{
    if (m_model->place().place != Place::Today)
        return;
    m_movesOverdue = m_model->isLoading() || (mayLackOverdue() && m_model->fetchRest());
    if (m_movesOverdue)
        return; // goes on when they are there
    const QList<domain::Todo> todos = overdueTodos();
    const bool lacksSome = mayLackOverdue();
    const qint64 all = m_overdue;
    if (todos.isEmpty() && !lacksSome)
        Q_EMIT noticed(tr("No todo is overdue."));
    m_commands.setDueDate(todos, m_workspace.today());
    if (lacksSome)
        Q_EMIT donePartly(tr("Only %1 of %2 overdue todos were moved: more cannot be changed at once.")
                              .arg(QLocale().toString(todos.size()), QLocale().toString(all)));
}

void TodoListPage::copySelected() const
{
    QStringList titles;
    for (const domain::Todo &todo : selectedTodos())
        titles.append(todo.title);
    if (!titles.isEmpty())
        QGuiApplication::clipboard()->setText(titles.join(u'\n'));
}

void TodoListPage::paste()
{
    m_adder->addLines(QGuiApplication::clipboard()->text());
}

void TodoListPage::showMenu(const QPoint &globalPosition)
{
    const QList<domain::Todo> todos = selectedTodos();
    if (todos.isEmpty())
        return;
    const auto elsewhere = m_offersCopying ? TodoMenu::Elsewhere::Offered : TodoMenu::Elsewhere::Nowhere;
    auto *menu = new TodoMenu(todos, m_workspace, m_commands, {m_firstDay, elsewhere, m_keyOf}, this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &TodoMenu::toggleWanted, this, &TodoListPage::toggleCompleted);
    connect(menu, &TodoMenu::editWanted, this, &TodoListPage::editSelected);
    connect(menu, &TodoMenu::copyWanted, this, &TodoListPage::copySelected);
    connect(menu, &TodoMenu::removalWanted, this, &TodoListPage::removeSelected);
    connect(menu, &TodoMenu::mergeWanted, this, &TodoListPage::mergeSelected);
    connect(menu, &TodoMenu::pickDateWanted, this, &TodoListPage::dateWanted);
    connect(menu, &TodoMenu::copyElsewhereWanted, this, &TodoListPage::copyElsewhereWanted);
    // A screen reader triggers actions without the menu noticing.
    connect(menu, &QMenu::triggered, menu, &QMenu::close);
    menu->popup(globalPosition);
}

} // namespace tusk::gui
