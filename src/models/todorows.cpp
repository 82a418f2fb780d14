// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/todorows.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tusk::models
{

namespace
{

using domain::ChangeOperation;

std::shared_ptr<const domain::Todo> shared(domain::Todo todo)
{
    return std::make_shared<const domain::Todo>(std::move(todo));
}

QList<TodoRows::Row> rowsOf(const QList<domain::Todo> &todos)
{
    QList<TodoRows::Row> rows;
    rows.reserve(todos.size());
    for (const domain::Todo &todo : todos)
        rows.append({shared(todo), false, false});
    return rows;
}

} // namespace

void TodoRows::reset(const domain::TodoFilter &filter, const base::Day &today)
{
    *this = TodoRows();
    m_filter = filter;
    m_today = today;
}

void TodoRows::setFirstPage(const repository::TodoPage &page)
{
    m_rows = rowsOf(page.todos);
    m_moreBefore = false;
    m_moreAfter = page.more;
    m_matches = page.matches;
}

// What was placed by guess comes again where it really stands.
void TodoRows::drop(const QList<domain::Todo> &todos)
{
    QSet<domain::TodoId> ids;
    ids.reserve(todos.size());
    for (const domain::Todo &todo : todos)
        ids.insert(todo.id);
    m_rows.removeIf([&ids](const Row &row) { return ids.contains(row.todo->id); });
}

void TodoRows::append(const repository::TodoPage &page)
{
    drop(page.todos);
    m_rows += rowsOf(page.todos);
    m_moreAfter = page.more;
    if (m_rows.size() > mostRows) {
        m_rows.remove(0, m_rows.size() - mostRows);
        m_moreBefore = true;
    }
    m_beyond.removeIf(
        [this](const std::pair<const domain::TodoId &, Row &> &beyond) { return isInWindow(beyond.second); });
}

void TodoRows::prepend(const repository::TodoPage &page)
{
    drop(page.todos);
    m_rows = rowsOf(page.todos) + m_rows;
    m_moreBefore = page.more;
    if (m_rows.size() > mostRows) {
        m_rows.resize(mostRows);
        m_moreAfter = true;
    }
}

void TodoRows::merge(const repository::ChangedRows &changes)
{
    const QHash<domain::TodoId, qsizetype> known = indexes();
    const auto knownRow = [&](domain::TodoId id) {
        const auto found = known.constFind(id);
        return found != known.cend() ? std::optional(m_rows.at(*found)) : std::nullopt;
    };

    Touched touched;
    for (const domain::TodoId id : repository::goneTodos(changes))
        touched.insert(id, std::nullopt);
    for (const domain::Todo &todo : changes.todos) {
        const std::optional<Row> row = knownRow(todo.id);
        touched.insert(todo.id, row && row->todo->version > todo.version ? row : Row{shared(todo)});
    }
    for (const domain::TodoChange &patch : changes.patches) {
        if (patch.operation == ChangeOperation::Delete || !changes.versions ||
            !changes.versions->contains(patch.id()))
            continue;
        const qint64 version = changes.versions->value(patch.id());
        const std::optional<Row> row = knownRow(patch.id());
        if (row && row->todo->version >= version) {
            touched.insert(patch.id(), row);
            continue;
        }
        const bool isWhole = !row || patch.operation == ChangeOperation::Insert;
        domain::Todo todo = isWhole ? patch.after : domain::patched(*row->todo, patch.after, patch.fields);
        todo.version = version;
        touched.insert(patch.id(), Row{shared(std::move(todo)), row && row->pending, row && row->guessed});
    }
    if (touched.isEmpty())
        return;
    m_rows = combined(touched, Reach::Window);
    keepBeyond(touched);
}

void TodoRows::keepInSight(domain::TodoId id)
{
    m_inSight.insert(id);
}

void TodoRows::linger(domain::TodoId id)
{
    m_lingering.insert(id);
}

void TodoRows::leave(domain::TodoId id)
{
    m_lingering.remove(id);
    m_rows.removeIf([&](const Row &row) { return row.todo->id == id && !belongs(*row.todo); });
}

bool TodoRows::belongs(const domain::Todo &todo) const
{
    if (!todo.completedAt || !m_lingering.contains(todo.id))
        return domain::matches(m_filter, todo, m_today);
    domain::Todo open = todo;
    open.completedAt.reset();
    return domain::matches(m_filter, open, m_today);
}

void TodoRows::keepBeyond(const Touched &touched)
{
    for (auto row = touched.begin(); row != touched.end(); ++row) {
        if (row.value() && m_inSight.contains(row.key()) && !isInWindow(*row.value()))
            m_beyond.insert(row.key(), *row.value());
        else
            m_beyond.remove(row.key());
    }
}

QList<TodoRows::Row> TodoRows::shown(const QList<domain::TodoChange> &pending) const
{
    if (pending.isEmpty() && m_beyond.isEmpty())
        return m_rows;
    const Touched known = standing(pending);
    Touched touched;
    for (auto beyond = m_beyond.begin(); beyond != m_beyond.end(); ++beyond)
        touched.insert(beyond.key(), beyond.value());
    for (const domain::TodoChange &change : pending) {
        const domain::TodoId id = change.id();
        if (change.operation == ChangeOperation::Delete) {
            touched.insert(id, std::nullopt);
            continue;
        }
        if (change.operation == ChangeOperation::Insert) {
            touched.insert(id, Row{shared(change.after), true});
            continue;
        }
        std::optional<Row> row = touched.value(id);
        if (!row)
            row = known.value(id);
        const domain::Todo &before = row ? *row->todo : change.after;
        touched.insert(id, Row{shared(domain::patched(before, change.after, change.fields)), true});
    }
    return combined(touched, Reach::InSight);
}

// Those of the rows that are changed: few as a rule, of many.
TodoRows::Touched TodoRows::standing(const QList<domain::TodoChange> &changes) const
{
    QSet<domain::TodoId> wanted;
    wanted.reserve(changes.size());
    for (const domain::TodoChange &change : changes)
        wanted.insert(change.id());
    Touched rows;
    rows.reserve(wanted.size());
    for (const Row &row : m_rows) {
        if (wanted.contains(row.todo->id))
            rows.insert(row.todo->id, row);
    }
    return rows;
}

QList<TodoRows::Row> TodoRows::combined(const Touched &touched, Reach reach) const
{
    if (m_filter.place == domain::TodoFilter::Place::Search)
        return replacedInPlace(touched);

    QList<Row> standing;
    standing.reserve(m_rows.size());
    QSet<domain::TodoId> placed;
    for (const Row &row : m_rows) {
        const auto found = touched.constFind(row.todo->id);
        if (found == touched.cend()) {
            standing.append(row);
        } else if (keepsItsPlace(row, *found)) {
            standing.append({(*found)->todo, (*found)->pending, row.guessed});
            placed.insert(row.todo->id);
        }
    }
    QList<Row> incoming;
    for (const std::optional<Row> &row : touched) {
        if (row && !placed.contains(row->todo->id) && belongs(*row->todo) &&
            (isInWindow(*row) || (reach == Reach::InSight && m_inSight.contains(row->todo->id))))
            incoming.append({row->todo, row->pending, m_filter.sorting.by == domain::Sorting::By::Title});
    }
    return merged(std::move(standing), std::move(incoming));
}

bool TodoRows::keepsItsPlace(const Row &before, const std::optional<Row> &after) const
{
    return after && belongs(*after->todo) && !comesBefore(before, *after) && !comesBefore(*after, before);
}

bool TodoRows::comesBefore(const Row &left, const Row &right) const
{
    return domain::comesBefore(m_filter, *left.todo, *right.todo, m_today.date);
}

// Looks for each place by halves: to compare titles is dear, and rows stand as the database put them.
QList<TodoRows::Row> TodoRows::merged(QList<Row> standing, QList<Row> incoming) const
{
    if (incoming.isEmpty())
        return standing;

    const auto before = [this](const Row &left, const Row &right) { return comesBefore(left, right); };
    std::sort(incoming.begin(), incoming.end(), before);
    QList<Row> result;
    result.reserve(standing.size() + incoming.size());
    auto from = standing.begin();
    for (Row &row : incoming) {
        const auto place = std::upper_bound(from, standing.end(), row, before);
        std::move(from, place, std::back_inserter(result));
        result.append(std::move(row));
        from = place;
    }
    std::move(from, standing.end(), std::back_inserter(result));
    return result;
}

// Only the server can say what else matches, and in which order.
QList<TodoRows::Row> TodoRows::replacedInPlace(const Touched &touched) const
{
    QList<Row> result;
    result.reserve(m_rows.size());
    for (const Row &row : m_rows) {
        const auto found = touched.constFind(row.todo->id);
        if (found == touched.cend())
            result.append(row);
        else if (*found)
            result.append(**found);
    }
    return result;
}

bool TodoRows::isInWindow(const Row &row) const
{
    if (m_rows.isEmpty())
        return true;
    return (!m_moreBefore || !comesBefore(row, m_rows.first())) &&
           (!m_moreAfter || !comesBefore(m_rows.last(), row));
}

std::optional<domain::Todo> TodoRows::firstRead() const
{
    const auto found = std::ranges::find(m_rows, false, &Row::guessed);
    return found != m_rows.end() ? std::optional(*found->todo) : std::nullopt;
}

std::optional<domain::Todo> TodoRows::lastRead() const
{
    const auto found =
        std::find_if(m_rows.rbegin(), m_rows.rend(), [](const Row &row) { return !row.guessed; });
    return found != m_rows.rend() ? std::optional(*found->todo) : std::nullopt;
}

QHash<domain::TodoId, qsizetype> TodoRows::indexes() const
{
    QHash<domain::TodoId, qsizetype> result;
    result.reserve(m_rows.size());
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        result.insert(m_rows.at(i).todo->id, i);
    return result;
}

} // namespace tusk::models
