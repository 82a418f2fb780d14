// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/pagequery.h"

#include "data/repository/pageorder.h"

#include <QByteArrayList>

namespace tusk::repository
{

namespace
{

using Place = domain::TodoFilter::Place;
using Values = QList<std::optional<QByteArray>>;

// At most this many matches of a search are ordered, so that a common word is as quick as a rare one.
constexpr int mostMatches = 500;

// The same conditions as domain::matches().
QByteArray condition(const PageRequest &request, Values &values)
{
    QByteArray open = "t.completed_at IS NULL AND t.deleted_at IS NULL";
    const auto shown = [&] {
        const QByteArray today =
            parameter(values, request.today.date.toString(Qt::ISODate).toLatin1(), "date");
        return QByteArray(open + " AND (t.start_date IS NULL OR t.start_date <= " + today + ')');
    };
    const auto today = [&] {
        return parameter(values, request.today.date.toString(Qt::ISODate).toLatin1(), "date");
    };
    switch (request.filter.place) {
    case Place::Inbox:
        return shown() + " AND t.list_id IS NULL";
    case Place::Today:
        return shown() + " AND " + dueBy(today(), request.today);
    case Place::Upcoming:
        return shown() + " AND " + dueAfter(today(), request.today);
    case Place::All:
        return open;
    case Place::Completed:
        return "t.completed_at IS NOT NULL AND t.deleted_at IS NULL";
    case Place::Trash:
        return "t.deleted_at IS NOT NULL";
    case Place::List:
        return shown() +
               " AND t.list_id = " + parameter(values, request.filter.list.toString().toLatin1(), "uuid");
    case Place::Tag:
        return shown() +
               " AND EXISTS (SELECT FROM tusk.todo_tag tt WHERE tt.todo_id = t.id AND tt.tag_id = " +
               parameter(values, request.filter.tag.toString().toLatin1(), "uuid") + ')';
    case Place::Search:
        return "true";
    }
    return "true";
}

QByteArray rowExpression(bool wholeNotes, const QByteArray &row)
{
    QByteArray expression = "tusk.todo_row(" + row + ')';
    if (wholeNotes)
        expression += " || jsonb_build_object('notes', t.notes, 'notes_cut', false)";
    return expression;
}

QByteArray searchQuery(const PageRequest &request, Values &values)
{
    const QByteArray typed = parameter(values, request.filter.search.toUtf8(), "text");
    // Open ones first, then completed, then the Trash; the newest changes first.
    const QByteArray order = "t.deleted_at IS NOT NULL, t.completed_at IS NOT NULL, t.updated_at DESC, t.id";
    return "WITH found AS MATERIALIZED (SELECT t.* FROM tusk.search_todos(" + typed + ", " +
           QByteArray::number(mostMatches + 1) +
           ") AS match JOIN tusk.todo t ON t.id = match), "
           "page AS (SELECT t.*, row_number() OVER (ORDER BY " +
           order + ") AS place FROM found t ORDER BY place LIMIT " + QByteArray::number(request.limit) +
           ") SELECT jsonb_build_object('todos', (SELECT coalesce(jsonb_agg(" +
           rowExpression(request.wholeNotes, "t") +
           " ORDER BY place), '[]') FROM page JOIN tusk.todo t USING (id)), 'more', (SELECT count(*) > " +
           QByteArray::number(request.limit) + " FROM found), 'matches', (SELECT count(*) FROM found))";
}

} // namespace

QByteArray parameter(Values &values, const QByteArray &value, const char *type)
{
    values.append(value);
    return '$' + QByteArray::number(values.size()) + "::" + type;
}

QByteArray dueBy(const QByteArray &today, const base::Day &day)
{
    if (day.hoursOfNight == 0)
        return "t.due_date <= " + today;
    return "(t.due_date <= " + today + " + 1 AND (t.due_date <= " + today + " OR t.due_time < '" +
           QByteArray::number(day.hoursOfNight) + ":00'))";
}

QByteArray dueAfter(const QByteArray &today, const base::Day &day)
{
    if (day.hoursOfNight == 0)
        return "t.due_date > " + today;
    return "(t.due_date > " + today + " AND (t.due_date > " + today +
           " + 1 OR t.due_time IS NULL OR t.due_time >= '" + QByteArray::number(day.hoursOfNight) + ":00'))";
}

QByteArray pageQuery(const PageRequest &request, Values &values)
{
    if (request.filter.place == Place::Search)
        return searchQuery(request, values);

    const QByteArray place = condition(request, values);
    const PageOrder order = pageOrder(request, values);
    const QByteArray limit = QByteArray::number(request.limit);
    QByteArrayList runs;
    for (const PageRun &run : order.runs) {
        // One row more than asked for tells whether there are others.
        runs.append("(SELECT t AS todo FROM tusk.todo t WHERE " + place +
                    (run.condition.isEmpty() ? QByteArray() : " AND " + run.condition) + " ORDER BY " +
                    run.columns + " LIMIT " + limit + " + 1)");
    }
    return "SELECT jsonb_build_object('todos', coalesce(jsonb_agg(" +
           rowExpression(request.wholeNotes, "todo") + " ORDER BY number" + (request.before ? " DESC" : "") +
           ") FILTER (WHERE number <= " + limit + "), '[]'), 'more', count(*) > " + limit +
           ") FROM (SELECT todo, t.notes, row_number() OVER (ORDER BY " + order.columns +
           ") AS number FROM (" + runs.join(" UNION ALL ") +
           ") AS found CROSS JOIN LATERAL (SELECT (found.todo).*) AS t) AS t";
}

} // namespace tusk::repository
