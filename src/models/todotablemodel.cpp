// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/todotablemodel.h"

#include "base/uuidv7.h"
#include "domain/actions.h"
#include "domain/position.h"
#include "domain/todorules.h"
#include "models/todosentence.h"
#include "models/todosnapshot.h"

#include <QSet>
#include <QSqlField>
#include <QSqlRecord>
#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace tusk::models
{

namespace
{

using Place = domain::TodoFilter::Place;

constexpr int firstSearchRows = 100;
constexpr int mostSearchRows = 500;

std::optional<domain::ListId> listFrom(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(domain::ListId(value.toUuid()));
}

// Dates, times and zones are columns of their own here, and one value in a todo.
void setDate(std::optional<domain::When> &when, const QVariant &value)
{
    if (value.isNull())
        when.reset();
    else if (when)
        when->date = value.toDate();
    else
        when = domain::When{value.toDate(), {}, {}};
}

void setTime(std::optional<domain::When> &when, const QVariant &value)
{
    if (!when)
        return;
    when->time = value.isNull() ? std::nullopt : std::optional(value.toTime());
    if (value.isNull())
        when->zone.clear();
    else if (when->zone.isEmpty())
        when->zone = QTimeZone::systemTimeZoneId();
}

// The first error in the fields that the record sets; what passes is written to the todo.
base::Result<domain::Todo> withRecord(domain::Todo todo, const QSqlRecord &record)
{
    for (int i = 0; i < record.count(); ++i) {
        const QString name = record.fieldName(i);
        const QVariant value = record.value(i);
        if (name == QLatin1StringView("title")) {
            const base::Result<QString> title = domain::checkedTitle(value.toString());
            if (!title)
                return title.error();
            todo.title = *title;
        } else if (name == QLatin1StringView("notes")) {
            const base::Result<QString> notes = domain::checkedNotes(value.toString());
            if (!notes)
                return notes.error();
            todo.notes = *notes;
        } else if (name == QLatin1StringView("list_id")) {
            todo.list = listFrom(value);
        } else if (name == QLatin1StringView("priority")) {
            todo.priority = static_cast<domain::Priority>(std::clamp(value.toInt(), 0, 3));
        } else if (name == QLatin1StringView("due_date")) {
            setDate(todo.due, value);
        } else if (name == QLatin1StringView("due_time")) {
            setTime(todo.due, value);
        } else if (name == QLatin1StringView("start_date")) {
            setDate(todo.start, value);
        }
    }
    for (const std::optional<domain::When> *when : {&todo.due, &todo.start}) {
        if (*when) {
            const base::Result<domain::When> checked = domain::checkedWhen(**when);
            if (!checked)
                return checked.error();
        }
    }
    return todo;
}

} // namespace

TodoTableModel::TodoTableModel(Workspace &workspace, QObject *parent)
    : MemoryTableModel(todoTable(), parent)
    , m_workspace(workspace)
{
    connect(&m_workspace, &Workspace::rowsChanged, this, &TodoTableModel::onRowsChanged);
    connect(&m_workspace, &Workspace::pendingChanged, this, &TodoTableModel::onPendingChanged);
    connect(&m_workspace, &Workspace::reloadNeeded, this, &TodoTableModel::readAnew);
    connect(&m_workspace, &Workspace::caughtUp, this, &TodoTableModel::repeat);
    connect(&m_workspace, &Workspace::retryWanted, this, &TodoTableModel::repeatForUser);
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &TodoTableModel::repeat);
    m_leavingTimer.setSingleShot(true);
    connect(&m_leavingTimer, &QTimer::timeout, this, &TodoTableModel::letGo);
}

TodoTableModel::~TodoTableModel() = default;

void TodoTableModel::setPlace(const domain::TodoFilter &filter)
{
    m_filter = filter;
    m_retryPolicy.reset();
    m_timeouts = 0;
    request(Direction::First);
}

void TodoTableModel::showFirstPage(const domain::TodoFilter &filter, const repository::TodoPage &page)
{
    m_filter = filter;
    ++m_generation;
    m_loading = false;
    m_fetching = false;
    onPage(Direction::First, filter, page);
}

bool TodoTableModel::select()
{
    // The base class selects while it is being made, before there is anything to ask.
    if (!m_hasRows)
        return MemoryTableModel::select();
    request(Direction::First);
    return true;
}

// ---------------------------------------------------------------------------------------------------------------
// Reading

void TodoTableModel::request(Direction direction, int limit)
{
    repository::PageRequest page;
    page.filter = m_filter;
    page.today = m_workspace.day();
    page.limit = limit;
    if (m_filter.place == Place::Search)
        page.limit = direction == Direction::First ? firstSearchRows : mostSearchRows;
    else if (direction == Direction::After)
        page.after = m_rows.lastRead();
    else if (direction == Direction::Before)
        page.before = m_rows.firstRead();

    if (direction == Direction::First) {
        m_loading = true;
        ++m_generation;
        m_sinceRequest.clear();
    }
    m_fetching = true;
    m_failed.reset();
    m_retry.stop();
    m_workspace.reader().page(page, m_inbox,
                              [this, direction, limit, generation = m_generation,
                               filter = m_filter](const base::Result<repository::TodoPage> &answer) {
                                  if (generation != m_generation)
                                      return;
                                  m_fetching = false;
                                  if (direction == Direction::First)
                                      m_loading = false;
                                  if (answer)
                                      onPage(direction, filter, *answer);
                                  else
                                      repeatLater(direction, limit, answer.error());
                              });
}

// As many rows as are here, and some that came between: those further down may be selected, or looked at.
void TodoTableModel::readAnew()
{
    const qsizetype rows = showsItsPlace() && !m_rows.moreBefore() ? m_rows.count() : 0;
    const qsizetype wanted = rows > pageRows ? rows + pageRows : pageRows;
    request(Direction::First, static_cast<int>(std::min(wanted, TodoRows::mostRows)));
}

// Where there is no connection, the next one is followed by catching up. But there may be others, or the
// server took too long. What takes too long each time waits for the user at last: a serverless database is
// not kept awake for it.
void TodoTableModel::repeatLater(Direction direction, int limit, const base::Error &error)
{
    const bool tookTooLong = error.kind == base::ErrorKind::Timeout;
    m_timeouts = tookTooLong && error.connectionUsable ? m_timeouts + 1 : 0;
    if (const auto pause = m_retryPolicy.next(error.kind)) {
        const bool wasTooMuch = direction == Direction::First && tookTooLong;
        m_failed = {direction, wasTooMuch ? pageRows : limit};
        if (error.kind != base::ErrorKind::NoConnection && m_timeouts < mostTimeouts)
            m_retry.start(*pause);
    }
    if (direction == Direction::First)
        dropFormerPlace();
    Q_EMIT loadFailed(error);
}

// Todos of another place than the one that was asked for would be taken for those of that one. They are kept
// for the way back, which may be all that there is without a connection.
void TodoTableModel::dropFormerPlace()
{
    const auto isAskedFor = [this](const TodoRows &rows) {
        return rows.filter().sorted({}) == m_filter.sorted({});
    };
    if (isAskedFor(m_rows))
        return;
    if (m_hasRows && !m_unread)
        m_former = m_rows;
    m_unread = !m_former || !isAskedFor(*m_former);
    if (m_unread)
        m_rows.reset(m_filter, m_workspace.day());
    else
        m_rows = *std::exchange(m_former, std::nullopt);
    showRows();
}

void TodoTableModel::repeat()
{
    if (!m_failed)
        return;
    const auto [direction, limit] = *std::exchange(m_failed, std::nullopt);
    if (direction == Direction::First || (direction == Direction::After ? hasMoreRows() : canFetchBefore()))
        request(direction, limit);
}

void TodoTableModel::repeatForUser()
{
    m_timeouts = 0; // also for what is on its way
    m_retryPolicy.reset();
    repeat();
}

void TodoTableModel::onPage(Direction direction, const domain::TodoFilter &filter,
                            const repository::TodoPage &page)
{
    m_failed.reset();
    m_retry.stop();
    m_retryPolicy.reset();
    m_timeouts = 0;
    const bool first = direction == Direction::First || filter.place == Place::Search;
    if (first) {
        m_rows.reset(filter, m_workspace.day());
        m_rows.setFirstPage(page);
        m_hasRows = true;
        m_unread = false;
        m_former.reset();
    } else if (direction == Direction::After) {
        m_rows.append(page);
    } else {
        m_rows.prepend(page);
    }
    m_workspace.learn(page, m_sinceRequest);
    for (const repository::ChangedRows &rows : std::exchange(m_sinceRequest, {}))
        m_rows.merge(rows);
    showRows();
    if (direction == Direction::First)
        Q_EMIT loaded();
    else
        Q_EMIT fetched();
}

bool TodoTableModel::hasMoreRows() const
{
    return showsItsPlace() && !m_fetching && !m_rows.isEmpty() && m_rows.moreAfter() &&
           (m_filter.place != Place::Search || rowCount() < mostSearchRows);
}

void TodoTableModel::requestMoreRows()
{
    request(Direction::After);
}

bool TodoTableModel::canFetchBefore() const
{
    return showsItsPlace() && !m_fetching && !m_rows.isEmpty() && m_rows.moreBefore();
}

void TodoTableModel::fetchBefore()
{
    if (canFetchBefore())
        request(Direction::Before);
}

bool TodoTableModel::fetchRest()
{
    const auto room = static_cast<int>(TodoRows::mostRows - m_rows.count());
    if (room <= 0 || !(hasMoreRows() || canFetchBefore()))
        return m_fetching && room > 0;
    request(hasMoreRows() ? Direction::After : Direction::Before, room);
    return true;
}

void TodoTableModel::onRowsChanged(const repository::ChangedRows &rows)
{
    // The snapshot of a page on its way may be older than this: it is merged again then.
    if (m_fetching)
        m_sinceRequest.append(rows);
    m_rows.merge(rows); // shown with pendingChanged(), which follows
}

void TodoTableModel::onPendingChanged()
{
    keepInSight();
    keepCompleted();
    showRows();
}

// What the user has just added. Where todos are sorted, also what he changes, however far away that takes it:
// he may be typing its title.
void TodoTableModel::keepInSight()
{
    QSet<domain::TodoId> here;
    if (m_rows.filter().sorting.by != domain::Sorting::By::Place && !m_workspace.pending().isEmpty()) {
        for (int row = 0; row < snapshot().rowCount(); ++row)
            here.insert(shownRow(row).todo->id);
    }
    for (const Workspace::Pending &pending : m_workspace.pending()) {
        const bool isNew = pending.action.kind == domain::ActionKind::Create;
        for (const domain::TodoChange &change : pending.overlay) {
            if (isNew || here.contains(change.id()))
                m_rows.keepInSight(change.id());
        }
    }
}

// Those that the user has completed just now: they are shown, and shown as open.
void TodoTableModel::keepCompleted()
{
    if (m_lingering.count() == 0)
        return;
    QSet<domain::TodoId> completed;
    for (const Workspace::Pending &pending : m_workspace.pending()) {
        for (const domain::TodoChange &change : pending.overlay) {
            if (change.operation == domain::ChangeOperation::Update && change.after.completedAt)
                completed.insert(change.id());
        }
    }
    if (completed.isEmpty())
        return;
    for (int row = 0; row < snapshot().rowCount(); ++row) {
        const domain::Todo &todo = *shownRow(row).todo;
        if (todo.completedAt || !completed.contains(todo.id))
            continue;
        m_rows.linger(todo.id);
        m_leaving.removeIf([&todo](const Leaving &leaving) { return leaving.id == todo.id; });
        m_leaving.append({QDeadlineTimer(m_lingering), todo.id});
    }
    if (!m_leaving.isEmpty() && !m_leavingTimer.isActive())
        m_leavingTimer.start(m_lingering);
}

void TodoTableModel::letGo()
{
    while (!m_leaving.isEmpty() && m_leaving.first().until.hasExpired())
        m_rows.leave(m_leaving.takeFirst().id);
    if (!m_leaving.isEmpty())
        m_leavingTimer.start(static_cast<int>(m_leaving.first().until.remainingTime()) + 1);
    showRows();
}

void TodoTableModel::showRows()
{
    if (m_hasRows || !m_workspace.pending().isEmpty())
        showSnapshot(std::make_shared<TodoSnapshot>(m_rows.shown(m_workspace.pendingChanges()),
                                                    m_workspace.families()));
}

// ---------------------------------------------------------------------------------------------------------------
// Rows

const TodoRows::Row &TodoTableModel::shownRow(int row) const
{
    return static_cast<const TodoSnapshot &>(snapshot()).row(row);
}

Family TodoTableModel::shownFamily(int row) const
{
    return static_cast<const TodoSnapshot &>(snapshot()).family(row);
}

std::optional<domain::Todo> TodoTableModel::todoAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    const int shown = snapshotRow(index(row, 0));
    return shown >= 0 ? std::optional(*shownRow(shown).todo) : std::nullopt;
}

QList<domain::Todo> TodoTableModel::shownWithIds(const QSet<domain::TodoId> &ids) const
{
    QList<domain::Todo> todos;
    todos.reserve(ids.size());
    for (int row = 0; row < snapshot().rowCount() && todos.size() < ids.size(); ++row) {
        if (const domain::Todo &todo = *shownRow(row).todo; ids.contains(todo.id))
            todos.append(todo);
    }
    return todos;
}

domain::Todo TodoTableModel::newTodo(const QString &title) const
{
    domain::Todo todo;
    todo.id = domain::TodoId(base::makeUuidV7());
    todo.title = title;
    switch (m_filter.place) {
    case Place::List:
        todo.list = m_filter.list;
        break;
    case Place::Tag:
        todo.tags = {m_filter.tag};
        break;
    case Place::Today:
        todo.due = domain::When{m_workspace.today(), {}, {}};
        break;
    case Place::Upcoming:
        todo.due = domain::When{m_workspace.today().addDays(1), {}, {}};
        break;
    case Place::Inbox:
    case Place::All:
    case Place::Completed:
    case Place::Trash:
    case Place::Search:
        break;
    }
    const std::optional<domain::Todo> last = todoAt(rowCount() - 1);
    todo.position = domain::positionAtEnd(m_workspace.now(), last ? last->position : QByteArray());
    todo.createdAt = m_workspace.now();
    return todo;
}

QList<domain::Todo> TodoTableModel::newTodos(const QStringList &titles) const
{
    QList<domain::Todo> todos;
    for (const QString &title : titles) {
        domain::Todo todo = newTodo(title);
        if (!todos.isEmpty())
            todo.position = domain::positionAtEnd(m_workspace.now(), todos.last().position);
        todos.append(todo);
    }
    return todos;
}

QVariant TodoTableModel::cellData(int row, int column, int role) const
{
    if (role == Qt::AccessibleTextRole)
        return todoSentence(*shownRow(row).todo, shownFamily(row), shownRow(row).pending,
                            m_workspace.moment(), m_workspace.lists(), m_workspace.tags());
    if (const std::optional<QVariant> known = todoCell(shownRow(row), shownFamily(row), column, role))
        return *known;
    return MemoryTableModel::cellData(row, column, role);
}

QString TodoTableModel::columnTitle(int column) const
{
    switch (column) {
    case Title:
        return tr("Title");
    case Notes:
        return tr("Notes");
    case ListId:
        return tr("List");
    case Priority:
        return tr("Priority");
    case DueDate:
        return tr("Due");
    case StartDate:
        return tr("Starts");
    case CompletedAt:
        return tr("Completed");
    case CreatedAt:
        return tr("Added");
    default:
        return {};
    }
}

Qt::ItemFlags TodoTableModel::flags(const QModelIndex &index) const
{
    // QSqlTableModel copies the field of each index to see whether it may be edited: too dear for thousands
    // of rows.
    if (!index.isValid())
        return MemoryTableModel::flags(index);
    Qt::ItemFlags flags =
        Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren | Qt::ItemIsEditable;
    if (index.column() == Title)
        flags |= Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled;
    const int row = snapshotRow(index);
    if (row >= 0 && row < snapshot().rowCount() && shownRow(row).todo->deletedAt)
        flags &= ~Qt::ItemIsEditable; // it comes back first
    return flags;
}

// ---------------------------------------------------------------------------------------------------------------
// Edits become actions

bool TodoTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole)
        return MemoryTableModel::setData(index, value, role);
    const std::optional<domain::Todo> todo = todoAt(index.row());
    if (!todo || index.column() != Title)
        return false;
    const bool completed = value.value<Qt::CheckState>() == Qt::Checked;
    m_workspace.perform(completed ? domain::completeTodos({*todo}, m_workspace.now())
                                  : domain::reopenTodos({*todo}, m_workspace.now()));
    return true;
}

bool TodoTableModel::queueInsert(const QSqlRecord &values)
{
    domain::Todo todo = newTodo({});
    todo.id = domain::TodoId(draftId());
    const base::Result<domain::Todo> filled = withRecord(todo, values);
    if (!filled) {
        Q_EMIT rejected(filled.error());
        return false;
    }
    m_workspace.perform(domain::createTodos({*filled}, m_workspace.now()));
    return true;
}

bool TodoTableModel::queueUpdate(int row, const QSqlRecord &changed)
{
    const domain::Todo before = *shownRow(row).todo;
    if (before.notesCut && changed.contains(QStringLiteral("notes")))
        return false; // only a part of them is here
    const base::Result<domain::Todo> after = withRecord(before, changed);
    if (!after) {
        Q_EMIT rejected(after.error());
        return false;
    }
    m_workspace.perform(domain::editTodo(before, *after, m_workspace.now()));
    return true;
}

bool TodoTableModel::queueDelete(int row)
{
    const domain::Todo todo = *shownRow(row).todo;
    m_workspace.perform(todo.deletedAt ? domain::purgeTodos({todo}, m_workspace.now())
                                       : domain::trashTodos({todo}, m_workspace.now()));
    return true;
}

} // namespace tusk::models
