// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/actions/windowcommands.h"

#include "domain/weekstart.h"
#include "gui/actions/actionregistry.h"
#include "gui/actions/windowoverlays.h"
#include "gui/details/detailspane.h"
#include "gui/environmentpage.h"
#include "gui/list/rowsof.h"
#include "gui/list/todoadder.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "gui/plaintext.h"
#include "gui/settings/firstday.h"
#include "gui/sidebar/sidebar.h"
#include "models/databaselink.h"
#include "models/groupedtodosmodel.h"
#include "models/rowmoves.h"
#include "models/todotablemodel.h"
#include "models/workspace.h"

#include <QKeyEvent>

#include <algorithm>
#include <array>

namespace tusk::gui
{

using domain::Priority;
using domain::Sorting;
using models::TodoCommands;
using Place = domain::TodoFilter::Place;

namespace
{

constexpr int daysPerWeek = 7;
constexpr std::array sortActions{ActionId::SortByHand, ActionId::SortByDate, ActionId::SortByPriority,
                                 ActionId::SortByTitle, ActionId::SortByCreated};

// By hand and by date are what the place is by itself, where it is that.
Sorting::By sortingFor(ActionId id, Place place)
{
    const bool byHand = domain::placeOrder(place) == domain::PlaceOrder::Hand;
    switch (id) {
    case ActionId::SortByDate:
        return byHand ? Sorting::By::Due : Sorting::By::Place;
    case ActionId::SortByPriority:
        return Sorting::By::Priority;
    case ActionId::SortByTitle:
        return Sorting::By::Title;
    case ActionId::SortByCreated:
        return Sorting::By::Created;
    default:
        return Sorting::By::Place;
    }
}

// What is in the Trash is not worked on: it comes back, or goes.
bool isForTrash(ActionId id)
{
    return id == ActionId::RestoreTodos || id == ActionId::DeleteTodos || id == ActionId::CopyTodos;
}

} // namespace

WindowCommands::WindowCommands(ActionRegistry &actions, const Settings &settings, WindowOverlays &overlays,
                               QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_settings(settings)
    , m_overlays(overlays)
{
    connectTodos();
    connectMoves();
    connectDates();
    connectPriorities();
    connectSortings();
    connectPage();
    connectPlaces();
    connectLists();
    connectOverlays();
    showStates();
}

void WindowCommands::onPage(ActionId id, std::function<void(EnvironmentPage &)> run)
{
    m_pageActions.append(id);
    connect(&m_actions.action(id), &QAction::triggered, this, [this, run = std::move(run)] {
        if (m_page)
            run(*m_page);
    });
}

void WindowCommands::onTodos(ActionId id, std::function<void(const TodoCommands &, const Todos &)> run)
{
    m_todoActions.append(id);
    connect(&m_actions.action(id), &QAction::triggered, this, [this, run = std::move(run)] {
        const Todos todos = selectedTodos();
        if (!todos.isEmpty())
            run(*m_todoCommands, todos);
    });
}

void WindowCommands::connectTodos()
{
    onTodos(ActionId::ToggleCompleted,
            [](const TodoCommands &commands, const Todos &todos) { commands.toggleCompleted(todos); });
    onTodos(ActionId::MergeTodos,
            [this](const TodoCommands &, const Todos &) { m_page->todos().mergeSelected(); });
    onTodos(ActionId::RestoreTodos,
            [](const TodoCommands &commands, const Todos &todos) { commands.restore(todos); });
    // The page asks before todos are deleted for good.
    onTodos(ActionId::DeleteTodos,
            [this](const TodoCommands &, const Todos &) { m_page->todos().removeSelected(); });
    onTodos(ActionId::EditTitle,
            [this](const TodoCommands &, const Todos &) { m_page->todos().editSelected(); });
    onTodos(ActionId::EditNotes,
            [this](const TodoCommands &, const Todos &) { m_page->openDetails().editNotes(); });
    onPage(ActionId::SelectAll, [](EnvironmentPage &page) { page.todos().view().selectAll(); });
    onTodos(ActionId::CopyTodos,
            [this](const TodoCommands &, const Todos &) { m_page->todos().copySelected(); });
    onPage(ActionId::PasteTodos, [](EnvironmentPage &page) { page.todos().paste(); });
}

void WindowCommands::connectMoves()
{
    const auto move = [this](ActionId id, models::MoveStep step) {
        onTodos(id,
                [this, step](const TodoCommands &, const Todos &) { m_page->todos().moveSelected(step); });
    };
    move(ActionId::MoveUp, models::MoveStep::Up);
    move(ActionId::MoveDown, models::MoveStep::Down);
    move(ActionId::MoveToTop, models::MoveStep::Top);
    move(ActionId::MoveToBottom, models::MoveStep::Bottom);
}

void WindowCommands::connectDates()
{
    const auto dueOn = [this](ActionId id, auto day) {
        onTodos(id, [this, day](const TodoCommands &commands, const Todos &todos) {
            commands.setDueDate(todos, day(m_page->link().workspace().today()));
        });
    };
    dueOn(ActionId::DueToday, [](QDate today) { return today; });
    dueOn(ActionId::DueTomorrow, [](QDate today) { return today.addDays(1); });
    dueOn(ActionId::DueNextWeek,
          [this](QDate today) { return domain::nextWeek(today, firstDayOfWeek(m_settings)); });
    dueOn(ActionId::NoDueDate, [](QDate) { return std::nullopt; });
    const auto postpone = [this](ActionId id, int days) {
        onTodos(id,
                [days](const TodoCommands &commands, const Todos &todos) { commands.postpone(todos, days); });
    };
    postpone(ActionId::DayLater, 1);
    postpone(ActionId::DayEarlier, -1);
    postpone(ActionId::WeekLater, daysPerWeek);
    postpone(ActionId::WeekEarlier, -daysPerWeek);
    onPage(ActionId::MoveOverdueToToday, [](EnvironmentPage &page) { page.todos().moveOverdueToToday(); });
}

void WindowCommands::connectPriorities()
{
    const auto priority = [this](ActionId id, Priority value) {
        onTodos(id, [value](const TodoCommands &commands, const Todos &todos) {
            commands.setPriority(todos, value);
        });
    };
    priority(ActionId::PriorityHigh, Priority::High);
    priority(ActionId::PriorityMedium, Priority::Medium);
    priority(ActionId::PriorityLow, Priority::Low);
    priority(ActionId::PriorityNone, Priority::None);
}

void WindowCommands::connectSortings()
{
    for (const ActionId id : sortActions) {
        m_actions.action(id).setCheckable(true);
        onPage(id, [this, id](EnvironmentPage &page) {
            const domain::TodoFilter &place = page.todos().model().place();
            const Sorting::By by = sortingFor(id, place.place);
            if (by != place.sorting.by)
                page.todos().sortBy({by, false});
            showPlaceStates(); // a choice that was made already stays checked
        });
    }
    m_actions.action(ActionId::ReverseOrder).setCheckable(true);
    onPage(ActionId::ReverseOrder, [](EnvironmentPage &page) {
        const Sorting sorting = page.todos().model().place().sorting;
        page.todos().sortBy({sorting.by, !sorting.reversed});
    });
}

void WindowCommands::connectPage()
{
    onPage(ActionId::NewTodo, [](EnvironmentPage &page) { page.todos().focusQuickAdd(); });
    onPage(ActionId::Find, [](EnvironmentPage &page) { page.todos().focusSearch(); });
    onPage(ActionId::LeaveSearch,
           [](EnvironmentPage &page) { page.sidebar().choose(page.sidebar().current()); });
    onPage(ActionId::FoldGroup, [](EnvironmentPage &page) { page.todos().view().foldGroup(); });
    onPage(ActionId::ToggleDetails, [](EnvironmentPage &page) { page.toggleDetails(); });
    onPage(ActionId::Undo, [](EnvironmentPage &page) { page.undo(); });
    onPage(ActionId::Redo, [](EnvironmentPage &page) { page.link().workspace().redo(); });
}

void WindowCommands::connectPlaces()
{
    const auto place = [this](ActionId id, Place target) {
        onPage(id,
               [target](EnvironmentPage &page) { page.sidebar().choose(domain::TodoFilter::at(target)); });
    };
    place(ActionId::GoToInbox, Place::Inbox);
    place(ActionId::GoToToday, Place::Today);
    place(ActionId::GoToUpcoming, Place::Upcoming);
    place(ActionId::GoToAll, Place::All);
    place(ActionId::GoToCompleted, Place::Completed);
    place(ActionId::GoToTrash, Place::Trash);
}

void WindowCommands::connectLists()
{
    onPage(ActionId::NewList, [](EnvironmentPage &page) { page.sidebar().askForList(); });
    onPage(ActionId::RenameEntry, [](EnvironmentPage &page) { page.sidebar().renameChosen(); });
    onPage(ActionId::MoveListUp, [](EnvironmentPage &page) { page.sidebar().moveChosen(-1); });
    onPage(ActionId::MoveListDown, [](EnvironmentPage &page) { page.sidebar().moveChosen(1); });
    onPage(ActionId::ArchiveList, [](EnvironmentPage &page) { page.sidebar().archiveChosen(); });
    onPage(ActionId::DeleteEntry, [](EnvironmentPage &page) { page.sidebar().removeChosen(); });
    onPage(ActionId::CopyList, [this](EnvironmentPage &page) {
        if (const std::optional<domain::TodoList> list = page.sidebar().chosenList())
            m_overlays.copyList(*list);
    });
    onPage(ActionId::ColorList, [this](EnvironmentPage &page) {
        if (const std::optional<domain::TodoList> list = page.sidebar().chosenList())
            m_overlays.askForColor(*list);
    });
    QAction &archived = m_actions.action(ActionId::ShowArchivedLists);
    archived.setCheckable(true);
    onPage(ActionId::ShowArchivedLists,
           [&archived](EnvironmentPage &page) { page.sidebar().setShowsArchived(archived.isChecked()); });
}

void WindowCommands::connectOverlays()
{
    onTodos(ActionId::MoveToList, [this](const TodoCommands &commands, const Todos &todos) {
        m_overlays.askForList(commands, todos);
    });
    onTodos(ActionId::EditTags, [this](const TodoCommands &commands, const Todos &todos) {
        m_overlays.askForTag(commands, todos);
    });
    onTodos(ActionId::PickDueDate,
            [this](const TodoCommands &, const Todos &) { m_page->openDetails().pickDue(); });
    onTodos(ActionId::PickStartDate,
            [this](const TodoCommands &, const Todos &) { m_page->openDetails().pickStart(); });
    onPage(ActionId::CopyToEnvironment, [this](EnvironmentPage &) { m_overlays.copyTodos(); });
    onPage(ActionId::ImportTodos, [this](EnvironmentPage &) { m_overlays.importTodos(); });
    const auto always = [this](ActionId id, void (WindowOverlays::*show)()) {
        connect(&m_actions.action(id), &QAction::triggered, &m_overlays, show);
    };
    onPage(ActionId::ExportTodos, [this](EnvironmentPage &) { m_overlays.openExport(); });
    always(ActionId::OpenPalette, &WindowOverlays::openPalette);
    always(ActionId::ShowKeys, &WindowOverlays::showKeys);
    always(ActionId::OpenSettings, &WindowOverlays::openSettings);
    always(ActionId::ManageEnvironments, &WindowOverlays::manageEnvironments);
}

void WindowCommands::setEnvironment(EnvironmentPage *page)
{
    m_overlays.setEnvironment(page);
    if (m_page)
        m_page->todos().view().removeEventFilter(this);
    m_page = page;
    m_todoCommands.reset();
    m_whileShown = std::make_unique<QObject>();
    if (page) {
        models::Workspace &workspace = page->link().workspace();
        m_todoCommands.emplace(workspace);
        page->todos().view().installEventFilter(this);
        const auto keyOf = [&actions = m_actions](ActionId id) { return actions.shownKey(id); };
        page->todos().setKeys(keyOf);
        page->sidebar().setKeys(keyOf);
        connect(&workspace, &models::Workspace::historyChanged, m_whileShown.get(),
                [this] { showHistory(); });
        connect(&page->todos(), &TodoListPage::selectionChanged, m_whileShown.get(),
                [this] { showTodoStates(); });
        connect(&page->todos(), &TodoListPage::placeChanged, m_whileShown.get(),
                [this] { showPlaceStates(); });
        for (auto signal : {&models::Workspace::listsChanged, &models::Workspace::tagsChanged})
            connect(&workspace, signal, m_whileShown.get(), [this] { showListStates(); });
        for (auto signal :
             {&Sidebar::showsArchivedChanged, &Sidebar::offersCopyingChanged, &Sidebar::choiceCleared})
            connect(&page->sidebar(), signal, m_whileShown.get(), [this] { showListStates(); });
    }
    showStates();
}

bool WindowCommands::belongsToList(const QKeyEvent &key) const
{
    const bool enters = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (key.modifiers() & ~Qt::KeypadModifier || !(enters || key.key() == Qt::Key_Space))
        return false;
    const TodoListPage &todos = m_page->todos();
    return todos.view().currentIndex().data(models::GroupedTodosModel::HeaderRole).toBool() ||
           (enters && todos.model().shownPlace().place == Place::Search);
}

bool WindowCommands::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride || !m_page || watched != &m_page->todos().view() ||
        !belongsToList(*static_cast<QKeyEvent *>(event)))
        return QObject::eventFilter(watched, event);
    event->accept();
    return true;
}

WindowCommands::Todos WindowCommands::selectedTodos() const
{
    return m_page ? m_page->todos().selectedTodos() : Todos();
}

void WindowCommands::showStates()
{
    for (const ActionId id : std::as_const(m_pageActions))
        m_actions.action(id).setEnabled(m_page != nullptr);
    showTodoStates();
    showPlaceStates();
    showHistory();
}

void WindowCommands::showPlaceStates()
{
    const domain::TodoFilter place =
        m_page ? m_page->todos().model().place() : domain::TodoFilter::matching({});
    const bool byHand = domain::placeOrder(place.place) == domain::PlaceOrder::Hand;
    const bool canSort = !domain::sortingsOf(place.place).isEmpty();
    for (const ActionId id : sortActions) {
        m_actions.action(id).setEnabled(canSort && (byHand || id != ActionId::SortByHand));
        m_actions.action(id).setChecked(m_actions.action(id).isEnabled() &&
                                        sortingFor(id, place.place) == place.sorting.by);
    }
    m_actions.action(ActionId::ReverseOrder).setEnabled(domain::canBeReversed(place));
    m_actions.action(ActionId::ReverseOrder).setChecked(place.sorting.reversed);
    m_actions.action(ActionId::LeaveSearch).setEnabled(m_page && place.place == Place::Search);
    m_actions.action(ActionId::MoveOverdueToToday).setEnabled(m_page && place.place == Place::Today);
    m_actions.action(ActionId::FoldGroup)
        .setEnabled(m_page && models::groupingOf(place) != models::Grouping::None);
    m_actions.action(ActionId::PasteTodos).setEnabled(m_page && TodoAdder::makesSenseIn(place));
    showListStates();
}

void WindowCommands::showListStates()
{
    const Sidebar *sidebar = m_page ? &m_page->sidebar() : nullptr;
    const bool isList = sidebar && sidebar->chosenList();
    const bool isEntry = isList || (sidebar && sidebar->chosenTag());
    for (const ActionId id :
         {ActionId::ColorList, ActionId::MoveListUp, ActionId::MoveListDown, ActionId::ArchiveList})
        m_actions.action(id).setEnabled(isList);
    for (const ActionId id : {ActionId::RenameEntry, ActionId::DeleteEntry})
        m_actions.action(id).setEnabled(isEntry);
    m_actions.action(ActionId::CopyList).setEnabled(isList && sidebar->offersCopying());
    m_actions.action(ActionId::ShowArchivedLists).setChecked(sidebar && sidebar->showsArchived());
}

bool WindowCommands::areAnyTrashed(const QModelIndexList &rows) const
{
    const Place place = m_page ? m_page->todos().model().shownPlace().place : Place::Inbox;
    return place == Place::Trash || (place == Place::Search && std::ranges::any_of(rows, isTrashedRow));
}

void WindowCommands::showTodoStates()
{
    const QModelIndexList rows = m_page ? m_page->todos().view().selectedRows() : QModelIndexList();
    const bool isTrash = areAnyTrashed(rows);
    for (const ActionId id : std::as_const(m_todoActions))
        m_actions.action(id).setEnabled(!rows.isEmpty() && (!isTrash || isForTrash(id)));
    m_actions.action(ActionId::MergeTodos).setEnabled(rows.size() > 1 && !isTrash);
    m_actions.action(ActionId::EditNotes).setEnabled(rows.size() == 1 && !isTrash);
    m_actions.action(ActionId::RestoreTodos).setEnabled(!rows.isEmpty() && isTrash);
}

void WindowCommands::showHistory()
{
    const auto show = [this](ActionId id, const std::optional<QString> &label) {
        QAction &action = m_actions.action(id);
        action.setEnabled(label.has_value());
        const QString text = actionText(id);
        action.setText(label && !label->isEmpty() ? tr("%1: %2").arg(text, menuText(*label)) : text);
    };
    const models::UndoHistory none;
    const models::UndoHistory &history = m_page ? m_page->link().workspace().history() : none;
    show(ActionId::Undo, history.undoLabel());
    show(ActionId::Redo, history.redoLabel());
}

} // namespace tusk::gui
