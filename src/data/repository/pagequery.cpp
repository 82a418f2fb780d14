// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/pagequery.h"

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
        const QByteArray today = parameter(values, request.today.toString(Qt::ISODate).toLatin1(), "date");
        return QByteArray(open + " AND (t.start_date IS NULL OR t.start_date <= " + today + ')');
    };
    const auto today = [&] {
        return parameter(values, request.today.toString(Qt::ISODate).toLatin1(), "date");
    };
    switch (request.filter.place) {
    case Place::Inbox:
        return shown() + " AND t.list_id IS NULL";
    case Place::Today:
        return shown() + " AND t.due_date <= " + today();
    case Place::Upcoming:
        return shown() + " AND t.due_date > " + today();
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

// The same order as domain::comesBefore(), as columns that an index has.
struct Order {
    QByteArray columns; // for ORDER BY, ascending
    QByteArray key;     // for comparing with the key of a todo
    bool descending = false;
};

Order orderOf(Place place)
{
    switch (place) {
    case Place::Today:
    case Place::Upcoming:
        // A due date without a time comes after those with one: NULLS LAST, or 24:00 where NULL cannot be
        // compared.
        return {"t.due_date, t.due_time, t.position, t.id",
                "(t.due_date, coalesce(t.due_time, '24:00'::time), t.position, t.id)", false};
    case Place::Completed:
        return {"t.completed_at, t.id", "(t.completed_at, t.id)", true};
    case Place::Trash:
        return {"t.deleted_at, t.id", "(t.deleted_at, t.id)", true};
    case Place::Inbox:
    case Place::All:
    case Place::List:
    case Place::Tag:
    case Place::Search:
        return {"t.position, t.id", "(t.position, t.id)", false};
    }
    return {};
}

QByteArray keyOf(Place place, const domain::Todo &todo, Values &values)
{
    const QByteArray id = parameter(values, todo.id.toString().toLatin1(), "uuid");
    const auto at = [&values](const std::optional<QDateTime> &instant) {
        return parameter(values, instant.value_or(QDateTime()).toUTC().toString(Qt::ISODateWithMs).toLatin1(),
                         "timestamptz");
    };
    switch (place) {
    case Place::Today:
    case Place::Upcoming: {
        const domain::When due = todo.due.value_or(domain::When());
        return '(' + parameter(values, due.date.toString(Qt::ISODate).toLatin1(), "date") + ", " +
               parameter(values, due.time ? due.time->toString(Qt::ISODate).toLatin1() : QByteArray("24:00"),
                         "time") +
               ", " + parameter(values, todo.position, "text") + ", " + id + ')';
    }
    case Place::Completed:
        return '(' + at(todo.completedAt) + ", " + id + ')';
    case Place::Trash:
        return '(' + at(todo.deletedAt) + ", " + id + ')';
    case Place::Inbox:
    case Place::All:
    case Place::List:
    case Place::Tag:
    case Place::Search:
        return '(' + parameter(values, todo.position, "text") + ", " + id + ')';
    }
    return {};
}

QByteArray directed(const QByteArray &columns, bool descending)
{
    QByteArray result = columns;
    if (descending)
        result = result.replace(", ", " DESC, ") + " DESC";
    return result;
}

QByteArray rowExpression(bool wholeNotes, const char *row)
{
    const QByteArray name = row;
    QByteArray expression = "tusk.todo_row(" + name + ')';
    if (wholeNotes)
        expression += " || jsonb_build_object('notes', " + name + ".notes, 'notes_cut', false)";
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

QByteArray pageQuery(const PageRequest &request, Values &values)
{
    if (request.filter.place == Place::Search)
        return searchQuery(request, values);

    const Order order = orderOf(request.filter.place);
    const bool backwards = request.before.has_value();
    QByteArray where = condition(request, values);
    if (const auto &anchor = backwards ? request.before : request.after) {
        where += " AND " + order.key + (backwards == order.descending ? " > " : " < ") +
                 keyOf(request.filter.place, *anchor, values);
        if (request.filter.place == Place::Today || request.filter.place == Place::Upcoming) {
            // For the index: the comparison above is over an expression.
            where +=
                QByteArray(" AND t.due_date ") + (backwards ? "<= " : ">= ") +
                parameter(values, anchor->due.value_or(domain::When()).date.toString(Qt::ISODate).toLatin1(),
                          "date");
        }
    }
    const QByteArray columns = directed(order.columns, order.descending != backwards);
    // One row more than asked for tells whether there are others.
    const QByteArray limit = QByteArray::number(request.limit);
    return "SELECT jsonb_build_object('todos', coalesce(jsonb_agg(row ORDER BY number" +
           QByteArray(backwards ? " DESC" : "") + ") FILTER (WHERE number <= " + limit +
           "), '[]'), 'more', count(*) > " + limit + ") FROM (SELECT " +
           rowExpression(request.wholeNotes, "t") + " AS row, row_number() OVER (ORDER BY " + columns +
           ") AS number FROM tusk.todo t WHERE " + where + " ORDER BY " + columns + " LIMIT " + limit +
           " + 1) AS page";
}

} // namespace tusk::repository
