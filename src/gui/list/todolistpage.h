// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "base/inbox.h"
#include "domain/todofilter.h"
#include "gui/actions/menukeys.h"
#include "gui/list/emptystate.h"
#include "gui/list/todomover.h"
#include "models/duewatch.h"
#include "models/todocommands.h"
#include "models/workspace.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <optional>
#include <utility>

class QTimer;

namespace tusk::models
{
class GroupedTodosModel;
class StableRowsProxy;
class TodoTableModel;
} // namespace tusk::models

namespace tusk::gui
{

class ListHeading;
class OrderChoice;
class QuickAddLine;
class TodoAdder;
class TodoListView;

// The todos of a place: its heading with the search field, the line for new todos, and the list.
class TodoListPage final : public QWidget
{
    Q_OBJECT

public:
    // workspace must outlive the page.
    explicit TodoListPage(models::Workspace &workspace, QWidget *parent = nullptr);

    void showPlace(const domain::TodoFilter &place, const QString &title);
    void showFirstRows(const domain::TodoFilter &place, const QString &title,
                       const repository::TodoPage &page);
    // Selects a todo of the place that is asked for next, as soon as it is shown.
    void selectWhenShown(domain::TodoId todo);
    // Selects those of the first rows that are shown; the focus stays where it is.
    void restoreSelection(const QList<QUuid> &todos);
    // Where it is shown already, or where it is at home once that is known.
    void goToTodo(domain::TodoId todo);
    void goTo(const domain::Todo &todo); // asks for the place where it is at home, and selects it there

    [[nodiscard]] models::TodoTableModel &model() const { return *m_model; }
    [[nodiscard]] TodoListView &view() const { return *m_view; }
    [[nodiscard]] ListHeading &heading() const { return *m_heading; }
    [[nodiscard]] QList<domain::Todo> selectedTodos() const; // in the order of the list

    // Keys of groups that are folded, in any place: to be kept and restored.
    [[nodiscard]] QStringList foldedGroups() const;
    void setFoldedGroups(const QStringList &keys);

    // Shows the place in another order, and says so. A search has none to choose.
    void sortBy(domain::Sorting sorting);
    // Asked for the order of a place whenever one is shown.
    void setSortings(std::function<domain::Sorting(const domain::TodoFilter &)> sortings);

    // Asked for the list of new todos in a place that says nothing of it, as Today does.
    void setDefaultList(std::function<std::optional<domain::ListId>()> list);

    void setFirstDayOfWeek(Qt::DayOfWeek day); // for what is due next week; until then the locale's

    // Shows this where the todos will be, instead of what is said of an empty place; null: not any more. It
    // belongs to the page from now on, and goes with the next call.
    void showWelcome(QWidget *welcome);

    void focusQuickAdd();
    void focusSearch();
    void focusList();
    // Puts a title back into the line, for what could not be saved. False where something is being typed
    // there. gone: it was added or cleared.
    bool offerTitle(const QString &title, const std::function<void()> &gone = {});
    // Gives a todo that is no longer shown the title that was typed for it. Into the line with it if the todo
    // is gone.
    void saveTitle(const domain::Todo &todo, const QString &title);

    void toggleCompleted(); // of the selected todos: completes if any is open
    void mergeSelected();   // asks where so many go to the Trash that the environment asks before
    void removeSelected();  // to the Trash; in the Trash: for good, after a question
    // The name of an environment that asks before many todos go to the Trash; empty: it does not.
    void setAsksBeforeDeleting(const QString &environment);
    void setKeys(KeyOf keyOf) { m_keyOf = std::move(keyOf); } // that the menu of a todo shows
    // Whether there is another environment to copy todos to.
    void setOffersCopying(bool offers) { m_offersCopying = offers; }
    void restoreSelected();
    void editSelected();
    void moveSelected(models::MoveStep step);
    void moveOverdueToToday(); // all that are in Today
    void copySelected() const; // titles, a line each
    void paste();              // a todo for each line

Q_SIGNALS:
    void rejected(const tusk::base::Error &error);
    void noticed(const QString &sentence);
    // Something was done with as many todos as can be changed at once, and there are more.
    void donePartly(const QString &sentence);
    void searchStarted();
    void searchEnded();
    void placeChanged();                                // another place is asked for, or another order
    void sorted(const tusk::domain::TodoFilter &place); // the user chose another order, which is in it
    // Todos cannot be moved by hand in this order: why, and what would bring back the one of the place.
    void orderExplained(const QString &sentence, const QString &actionText);
    void firstRowsShown(); // rows (or the empty state) are on the screen
    void selectionChanged();
    void placeWanted(const tusk::domain::TodoFilter &place);
    // The row of a todo went while its title was being typed: see saveTitle().
    void titleLeft(const tusk::domain::Todo &todo, const QString &typed);
    // A hit was chosen: its place shall be shown, and the todo in it.
    void hitChosen(const tusk::domain::TodoFilter &place, tusk::domain::TodoId todo);
    // The selected todos get a date that is not one of those in the menu.
    void dateWanted();
    void copyElsewhereWanted(); // the selected todos

private:
    void makeLayout();
    void connectModel();
    void connectView();
    void showAdded(const QList<QUuid> &todos);
    void ask(const domain::TodoFilter &place);
    void search();
    void enterHits();
    void onLoaded();
    void watchDue();
    void onRowsChanged();
    void selectAwaited();
    void selectScattered();
    void stopAwaiting();
    void showContext();
    void showNames();
    void selectFurther();
    void showHeading();
    void showQuickAdd();
    void showEmptyState();
    [[nodiscard]] EmptyState::Kind emptyKind() const;
    [[nodiscard]] QList<QUuid> toSelect();
    void beginPlace();
    void showMenu(const QPoint &globalPosition);
    void openHit(const QModelIndex &index);
    [[nodiscard]] bool isLate(const std::optional<domain::Todo> &todo) const;
    [[nodiscard]] QList<domain::Todo> overdueTodos() const; // of those that have been read
    [[nodiscard]] bool mayLackOverdue() const;
    [[nodiscard]] bool isSearching() const;
    [[nodiscard]] bool showsHits() const; // of what is searched for, not of a word before

    models::Workspace &m_workspace;
    models::TodoCommands m_commands;
    base::Inbox m_inbox;
    KeyOf m_keyOf;
    bool m_offersCopying = false;
    models::TodoTableModel *m_model;
    models::GroupedTodosModel *m_groups;
    models::StableRowsProxy *m_rows;
    ListHeading *m_heading;
    OrderChoice *m_order;
    QuickAddLine *m_quickAdd;
    TodoAdder *m_adder;
    TodoMover m_mover;
    TodoListView *m_view;
    EmptyState *m_empty;
    QPointer<QWidget> m_welcome;
    QTimer *m_searchTimer;
    QTimer *m_watchTimer; // for watchDue(), once the rows have changed that change together
    models::DueWatch m_due;
    Qt::DayOfWeek m_firstDay;
    qint64 m_overdue = 0;        // in the whole place, as the workspace counts it
    bool m_movesOverdue = false; // once the rest of Today has been read
    bool m_entersHits = false;   // once they are there
    qsizetype m_selectedAll = 0; // how many were selected when all were wanted
    QString m_placeTitle;
    QString m_asksAs; // setAsksBeforeDeleting()
    std::optional<domain::TodoFilter> m_shownPlace;
    base::ErrorKind m_whyUnread = base::ErrorKind::NoConnection; // where the model is
    bool m_isKnownAsSlow = false;     // the user was told that the place takes the server too long
    QList<domain::TodoFilter> m_used; // places in which there were todos since the window opened
    QList<QUuid> m_restored;          // selected as soon as rows are shown
    QList<QUuid> m_addedEarly;        // before the rows of the place were there
    // To be selected as soon as its row is there; rows are read until then.
    struct Awaited {
        domain::TodoId todo;
        bool takesFocus = false;
    };
    std::optional<Awaited> m_awaited;
    // Of several that were selected at the last start some are further down; rows are read until they come.
    struct Scattered {
        QList<QUuid> todos;
        QList<domain::TodoId> selected; // of them, until now
    };
    std::optional<Scattered> m_scattered;
};

} // namespace tusk::gui
