// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/todolistpage.h"

#include "domain/placename.h"
#include "domain/todoids.h"
#include "gui/list/emptystate.h"
#include "gui/list/listheading.h"
#include "gui/list/orderchoice.h"
#include "gui/list/quickaddline.h"
#include "gui/list/rowsof.h"
#include "gui/list/todoadder.h"
#include "gui/list/tododelegate.h"
#include "gui/list/todolistview.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "models/stablerowsproxy.h"
#include "models/todotablemodel.h"

#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace tusk::gui
{

namespace
{

using namespace std::chrono_literals;
using models::GroupedTodosModel;
using models::TodoTableModel;
using Place = domain::TodoFilter::Place;

// Long enough that a quick typist sends one question for a word, short enough not to be felt.
constexpr auto searchPause = 60ms;
// What was completed by mistake can be taken back in its place.
constexpr auto takeBackTime = 2'500ms;
constexpr int farthestRestored = 2'000; // rows: what was selected before may be gone
constexpr int fieldMargin = metrics::pageMargin;
constexpr int headingMargin = fieldMargin + metrics::grid;

// The place where a todo that was found is at home, and to be seen.
domain::TodoFilter placeOf(const domain::Todo &todo, QDate today)
{
    if (todo.deletedAt)
        return domain::TodoFilter::at(Place::Trash);
    if (todo.completedAt)
        return domain::TodoFilter::at(Place::Completed);
    if (todo.start && todo.start->date > today)
        return domain::TodoFilter::at(Place::All); // elsewhere it has not begun
    return todo.list ? domain::TodoFilter::inList(*todo.list) : domain::TodoFilter::at(Place::Inbox);
}

} // namespace

TodoListPage::TodoListPage(models::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_commands(workspace)
    , m_model(new TodoTableModel(workspace, this))
    , m_groups(new GroupedTodosModel(
          [this] {
              const domain::TodoFilter &place = m_model->shownPlace();
              return GroupedTodosModel::Occasion{models::groupingOf(place), m_workspace.moment(),
                                                 domain::placeName(place),  m_model->lacksRowsBefore(),
                                                 m_model->lacksRowsAfter(), m_overdue};
          },
          this))
    , m_rows(new models::StableRowsProxy(this))
    , m_heading(new ListHeading(this))
    , m_order(new OrderChoice(workspace, *m_model, *m_heading, this))
    , m_quickAdd(new QuickAddLine(this))
    , m_adder(new TodoAdder(workspace, *m_model, *m_quickAdd, this))
    , m_mover(workspace, *m_model, *m_rows)
    , m_view(new TodoListView(this))
    , m_empty(new EmptyState(m_view))
    , m_searchTimer(new QTimer(this))
    , m_watchTimer(new QTimer(this))
    , m_due(workspace)
    , m_firstDay(QLocale().firstDayOfWeek())
{
    m_model->setLingering(takeBackTime);
    m_groups->setSourceModel(m_model);
    m_rows->setSourceModel(m_groups);
    m_view->setModel(m_rows);
    m_searchTimer->setSingleShot(true);
    m_searchTimer->setInterval(searchPause);
    m_watchTimer->setObjectName(QStringLiteral("watchTimer"));
    m_watchTimer->setSingleShot(true);
    makeLayout();
    connectModel();
    connectView();
    showContext();
}

void TodoListPage::makeLayout()
{
    m_quickAdd->setObjectName(QStringLiteral("quickAdd"));
    m_quickAdd->setPlaceholderText(tr("Add a todo"));
    m_quickAdd->setAccessibleName(tr("Add a todo"));
    m_quickAdd->setFixedHeight(40);
    QAction *add = m_quickAdd->addAction(themedIcon(Icon::Add, Ink::Accent), QLineEdit::LeadingPosition);
    add->setText(tr("Add"));
    connect(add, &QAction::triggered, m_quickAdd, &QLineEdit::returnPressed);

    auto *top = new QVBoxLayout;
    top->setContentsMargins(headingMargin, metrics::grid * 5, fieldMargin, 0);
    top->addWidget(m_heading);
    auto *field = new QVBoxLayout;
    field->setContentsMargins(fieldMargin, metrics::gap, fieldMargin, metrics::gap);
    field->addWidget(m_quickAdd);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addLayout(field);
    layout->addWidget(m_view, 1);
    auto *overlay = new QVBoxLayout(m_view);
    overlay->addWidget(m_empty);
    m_empty->hide();
}

void TodoListPage::connectModel()
{
    connect(m_model, &TodoTableModel::rejected, this, &TodoListPage::rejected);
    connect(m_model, &TodoTableModel::loadFailed, this, [this](const base::Error &error) {
        // Without a connection the sidebar says so, and the rows are read when it is back.
        const bool stopsMoving = std::exchange(m_movesOverdue, false);
        const bool tookTooLong = error.kind == base::ErrorKind::Timeout && error.connectionUsable;
        // What takes too long is asked for several times, and told of once.
        const bool isTold = tookTooLong && std::exchange(m_isKnownAsSlow, true);
        const bool isPassing = base::isPassing(error.kind) || error.kind == base::ErrorKind::Cancelled;
        if (!isTold && (tookTooLong || !isPassing))
            Q_EMIT rejected(error);
        else if (stopsMoving)
            Q_EMIT noticed(error.sentence);
        m_whyUnread = error.kind;
        beginPlace();
        showEmptyState();
    });
    connect(m_model, &TodoTableModel::loaded, this, &TodoListPage::onLoaded);
    connect(m_model, &TodoTableModel::fetched, this, [this] {
        m_isKnownAsSlow = false;
        showHeading();
        const qsizetype selected = std::exchange(m_selectedAll, 0);
        if (selected > 0 && selected == m_view->selectedRows().size())
            m_view->selectAll();
        if (std::exchange(m_movesOverdue, false))
            moveOverdueToToday();
        selectAwaited();
        stopAwaiting();
        selectScattered();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &TodoListPage::watchDue);
    // Told for every run of rows, a thousand times where thousands change.
    connect(m_model, &QAbstractItemModel::dataChanged, m_watchTimer, qOverload<>(&QTimer::start));
    connect(m_watchTimer, &QTimer::timeout, this, &TodoListPage::watchDue);
    connect(&m_due, &models::DueWatch::passed, this, [this] {
        showContext();
        m_groups->regroup();
        watchDue();
    });
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_rows, signal, this, &TodoListPage::onRowsChanged);
    connect(&m_workspace, &models::Workspace::countsChanged, this, [this] {
        m_overdue = m_workspace.counts().overdue;
        m_groups->recount();
        showHeading();
    });
    connect(&m_workspace, &models::Workspace::dayBegun, this, [this] {
        showContext();
        m_groups->regroup(); // the same todos are overdue now
    });
    for (auto signal : {&models::Workspace::listsChanged, &models::Workspace::tagsChanged})
        connect(&m_workspace, signal, this, &TodoListPage::showNames);
}

void TodoListPage::connectView()
{
    connect(m_searchTimer, &QTimer::timeout, this, &TodoListPage::search);
    connect(&m_heading->search(), &QLineEdit::textChanged, m_searchTimer, qOverload<>(&QTimer::start));
    connect(m_heading, &ListHeading::hitsWanted, this, &TodoListPage::enterHits);
    connect(m_heading, &ListHeading::searchLeft, this, &TodoListPage::searchEnded);
    connect(m_empty, &EmptyState::leaveSearchWanted, this, &TodoListPage::searchEnded);
    connect(m_order, &OrderChoice::noticed, this, &TodoListPage::noticed);
    connect(m_order, &OrderChoice::explained, this, &TodoListPage::orderExplained);
    connect(m_order, &OrderChoice::chosen, this, [this](const domain::TodoFilter &place) {
        ask(place);
        Q_EMIT sorted(place);
    });
    connect(m_adder, &TodoAdder::rejected, this, &TodoListPage::rejected);
    connect(m_adder, &TodoAdder::noticed, this, &TodoListPage::noticed);
    connect(m_adder, &TodoAdder::added, this, &TodoListPage::showAdded);
    connect(m_quickAdd, &QuickAddLine::linesPasted, m_adder, &TodoAdder::addLines);
    connect(m_quickAdd, &QuickAddLine::left, this, &TodoListPage::focusList);
    connect(m_view, &TodoListView::nearsBeginning, m_model, &TodoTableModel::fetchBefore);
    m_view->setDropRule([this](const QList<domain::Todo> &todos, const DropSpot &spot) {
        return m_mover.takes(todos, spot);
    });
    connect(m_view, &TodoListView::dropRefused, m_order, &OrderChoice::forbidsMoves);
    connect(m_view, &TodoListView::dropped, this,
            [this](const QList<domain::Todo> &todos, const DropSpot &spot) { m_mover.drop(todos, spot); });
    connect(m_view, &TodoListView::titleLeft, this, &TodoListPage::titleLeft);
    connect(m_view, &TodoListView::selectedRowsChanged, this, &TodoListPage::showHeading);
    connect(m_view, &TodoListView::selectedRowsChanged, this, &TodoListPage::selectionChanged);
    connect(m_view, &TodoListView::allSelected, this, [this] {
        m_selectedAll = m_view->selectedRows().size();
        selectFurther();
    });
    connect(m_view, &TodoListView::menuWanted, this, &TodoListPage::showMenu);
    connect(m_view, &TodoListView::entered, this, &TodoListPage::openHit);
    const TodoDelegate &delegate = m_view->delegate();
    connect(&delegate, &TodoDelegate::headerClicked, m_view, &TodoListView::toggleFolded);
    connect(&delegate, &TodoDelegate::headerActionClicked, this, &TodoListPage::moveOverdueToToday);
    connect(&delegate, &TodoDelegate::circleClicked, this, [this](const QModelIndex &index) {
        if (!isTrashedRow(index))
            m_commands.toggleCompleted({todoOf(index)});
    });
}

// ---------------------------------------------------------------------------------------------------------------
// Places

void TodoListPage::showPlace(const domain::TodoFilter &place, const QString &title)
{
    m_searchTimer->stop();
    if (m_heading->search().hasFocus())
        m_view->setFocus(Qt::OtherFocusReason); // not wherever the Tab key would lead from a field that goes
    m_heading->foldSearch();
    m_view->finishEditing();
    m_placeTitle = title; // what was typed may have made a tag: until here the title is of the place before
    ask(m_order->remembered(place));
}

void TodoListPage::ask(const domain::TodoFilter &place)
{
    m_isKnownAsSlow = false;
    m_model->setPlace(place);
    showHeading();
    showQuickAdd();
    Q_EMIT placeChanged();
}

void TodoListPage::sortBy(domain::Sorting sorting)
{
    m_order->choose(sorting);
}

void TodoListPage::setSortings(std::function<domain::Sorting(const domain::TodoFilter &)> sortings)
{
    m_order->setMemory(std::move(sortings));
}

void TodoListPage::showFirstRows(const domain::TodoFilter &place, const QString &title,
                                 const repository::TodoPage &page)
{
    m_placeTitle = title;
    m_model->showFirstPage(place, page);
    showHeading();
    showQuickAdd();
    Q_EMIT placeChanged();
}

void TodoListPage::selectWhenShown(domain::TodoId todo)
{
    m_awaited = {todo, true};
}

void TodoListPage::restoreSelection(const QList<QUuid> &todos)
{
    m_restored = todos;
}

void TodoListPage::onLoaded()
{
    m_isKnownAsSlow = false;
    // The same place may be read anew while the rest of it is awaited.
    const bool selectsAll = std::exchange(m_selectedAll, 0) > 0 && m_shownPlace == m_model->shownPlace();
    showContext();
    const QList<QUuid> restored = toSelect();
    if (m_awaited && !m_awaited->takesFocus && m_shownPlace != m_model->shownPlace())
        m_awaited.reset(); // was looked for in another place
    if (m_shownPlace != m_model->shownPlace())
        m_scattered.reset();
    beginPlace();
    showEmptyState();
    m_view->select(restored);
    if (restored.size() == 1 && !m_awaited && m_view->selectedRows().isEmpty())
        m_awaited = {domain::TodoId(restored.first()), false}; // further down
    if (restored.size() > 1 && !m_awaited)
        m_scattered = {restored, domain::idsOf(selectedTodos())};
    if (selectsAll && m_view->isAllSelected())
        m_view->selectAll();
    selectAwaited();
    stopAwaiting();
    selectScattered();
    if (std::exchange(m_entersHits, false) && isSearching() && m_view->hasFocus())
        focusList();
    if (std::exchange(m_movesOverdue, false))
        moveOverdueToToday();
    Q_EMIT firstRowsShown();
}

// Of what was added while its place was read, or what was chosen since; else as it was at the last start.
QList<QUuid> TodoListPage::toSelect()
{
    QList<QUuid> restored = std::exchange(m_restored, {});
    const QList<QUuid> added = std::exchange(m_addedEarly, {});
    if (added.isEmpty())
        return restored;
    QList<QUuid> chosen;
    for (const domain::Todo &todo : selectedTodos())
        chosen.append(todo.id.uuid());
    return chosen.isEmpty() ? added : chosen;
}

// Where another one is shown than before.
void TodoListPage::beginPlace()
{
    if (m_shownPlace == m_model->shownPlace())
        return;
    showContext();
    const bool samePlace = m_shownPlace && m_shownPlace->sorted({}) == m_model->shownPlace().sorted({});
    // The same todos may be there, in other groups. What is awaited is not selected yet: not before the view
    // begins anew.
    m_groups->regroup();
    m_shownPlace = m_model->shownPlace();
    if (samePlace)
        m_view->showBeginning(); // in another order; what is selected stays so
    else
        m_view->startAnew();
}

void TodoListPage::watchDue()
{
    QList<domain::Todo> timed;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!m_model->index(row, TodoTableModel::DueTime).data(Qt::EditRole).isNull())
            timed.append(todoOf(m_model->index(row, TodoTableModel::Title)));
    }
    m_due.watch(timed);
}

void TodoListPage::onRowsChanged()
{
    showEmptyState();
    selectAwaited();
}

void TodoListPage::selectAwaited()
{
    // Not before the view has begun anew with the rows of its place.
    if (!m_awaited || m_model->isLoading() || m_shownPlace != m_model->place())
        return;
    // What was selected at the last start comes second to what is done since, and opens no group.
    if (!m_awaited->takesFocus && !m_view->selectedRows().isEmpty()) {
        m_awaited.reset();
        return;
    }
    const QUuid id = m_awaited->todo.uuid();
    if (m_view->selectOnly(id)) {
        if (std::exchange(m_awaited, std::nullopt)->takesFocus)
            m_view->setFocus(Qt::OtherFocusReason);
    } else if (m_awaited->takesFocus && m_groups->reveal(id)) {
        selectAwaited(); // where its row has not told of itself already
    } else if (m_rows->canFetchMore({}) &&
               (m_awaited->takesFocus || m_model->rowCount() < farthestRestored)) {
        m_rows->fetchMore({}); // further down
    }
}

void TodoListPage::selectScattered()
{
    if (!m_scattered || m_model->isLoading())
        return;
    if (domain::idsOf(selectedTodos()) != m_scattered->selected) { // what is done since comes first
        m_scattered.reset();
        return;
    }
    if (m_scattered->selected.isEmpty())
        m_view->select(m_scattered->todos);
    else
        m_view->selectAlso(m_scattered->todos);
    m_scattered->selected = domain::idsOf(selectedTodos());
    const bool isOver = m_scattered->selected.size() == m_scattered->todos.size() ||
                        m_model->rowCount() >= farthestRestored ||
                        (!m_model->isFetching() && !m_rows->canFetchMore({}));
    if (isOver)
        m_scattered.reset();
    else
        m_rows->fetchMore({});
}

// Once all rows that were asked for are there. While they come it cannot be told whether there are more.
void TodoListPage::stopAwaiting()
{
    if (!m_model->isLoading() && !m_model->isFetching() && m_shownPlace == m_model->place())
        m_awaited.reset();
}

bool TodoListPage::isSearching() const
{
    return m_model->place().place == Place::Search;
}

void TodoListPage::search()
{
    const QString text = m_heading->search().text().trimmed();
    if (text.isEmpty()) {
        if (isSearching())
            Q_EMIT searchEnded();
        return;
    }
    if (!isSearching())
        Q_EMIT searchStarted();
    ask(domain::TodoFilter::matching(text));
}

// However soon the key comes: what is typed is searched for first.
void TodoListPage::enterHits()
{
    if (m_searchTimer->isActive()) {
        m_searchTimer->stop();
        search();
    }
    m_entersHits = isSearching() && !showsHits();
    if (m_entersHits)
        m_view->setFocus(Qt::OtherFocusReason); // chooses no todo of the place before; onLoaded() goes on
    else
        focusList();
}

bool TodoListPage::showsHits() const
{
    return isSearching() && m_shownPlace == m_model->place();
}

void TodoListPage::openHit(const QModelIndex &index)
{
    if (!isSearching())
        m_view->editCurrent();
    else if (showsHits())
        goTo(todoOf(index));
}

void TodoListPage::goToTodo(domain::TodoId todo)
{
    if (m_view->selectOnly(todo.uuid())) {
        m_view->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_workspace.reader().todos({todo}, m_inbox, [this](const base::Result<repository::TodoPage> &page) {
        if (!page)
            Q_EMIT noticed(page.error().sentence);
        else if (!page->todos.isEmpty())
            goTo(page->todos.first());
    });
}

void TodoListPage::goTo(const domain::Todo &todo)
{
    selectWhenShown(todo.id);
    Q_EMIT hitChosen(placeOf(todo, m_workspace.today()), todo.id);
}

// ---------------------------------------------------------------------------------------------------------------
// What is remembered

QStringList TodoListPage::foldedGroups() const
{
    return m_groups->foldedGroups();
}

void TodoListPage::setDefaultList(std::function<std::optional<domain::ListId>()> list)
{
    m_adder->setDefaultList(std::move(list));
}

void TodoListPage::setFirstDayOfWeek(Qt::DayOfWeek day)
{
    m_firstDay = day;
}

void TodoListPage::setFoldedGroups(const QStringList &keys)
{
    m_groups->setFoldedGroups(keys);
}

} // namespace tusk::gui
