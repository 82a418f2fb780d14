// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/pageorder.h"

#include "data/repository/pagequery.h"

#include <QByteArrayList>

namespace tusk::repository
{

namespace
{

using domain::Sorting;
using domain::Todo;
using Place = domain::TodoFilter::Place;
using Values = QList<std::optional<QByteArray>>;

constexpr char dueDate[] = "t.due_date";

// One expression of an order. What NULL stands for is said twice: an index knows that it is last, and a
// comparison needs a value.
struct Part {
    QByteArray column;     // for ORDER BY
    QByteArray comparable; // the same without NULL
    QByteArray anchor;     // what it is for the todo from which the page goes on; empty: there is none
    bool descending = false;
};

// Makes the parts of an order; the values of the anchor become parameters.
class Parts final
{
public:
    Parts(const PageRequest &request, Values &values)
        : m_request(request)
        , m_hasAnchor(request.before || request.after)
        , m_anchor(request.before.value_or(request.after.value_or(Todo())))
        , m_values(values)
    {
        if (request.filter.sorting.by == Sorting::By::Place) {
            addPlace();
            return;
        }
        addGroup();
        addChoice();
        addHand();
    }

    [[nodiscard]] const QList<Part> &parts() const { return m_parts; }

private:
    // No value: what the anchor does not have is not compared with it.
    void add(const QByteArray &column, const QByteArray &comparable, const std::optional<QByteArray> &value,
             const char *type, bool descending = false)
    {
        const bool isCompared = m_hasAnchor && value;
        m_parts.append(
            {column, comparable, isCompared ? parameter(m_values, *value, type) : QByteArray(), descending});
    }

    void addHand(bool idOnly = false, bool descending = false)
    {
        if (!idOnly)
            add("t.position", "t.position", m_anchor.position, "text");
        add("t.id", "t.id", m_anchor.id.toString().toLatin1(), "uuid", descending);
    }

    void addInstant(const char *column, const std::optional<QDateTime> &instant, bool descending)
    {
        add(column, column, instant.value_or(QDateTime()).toUTC().toString(Qt::ISODateWithMs).toLatin1(),
            "timestamptz", descending);
    }

    void addDueDate(bool descending = false)
    {
        std::optional<QByteArray> date;
        if (m_anchor.due)
            date = m_anchor.due->date.toString(Qt::ISODate).toLatin1();
        add(dueDate, dueDate, date, "date", descending);
    }

    // A due date without a time comes after those with one.
    void addDueTime(bool descending)
    {
        std::optional<QByteArray> time;
        if (m_anchor.due)
            time = m_anchor.due->time ? m_anchor.due->time->toString(Qt::ISODate).toLatin1() : "24:00";
        add("t.due_time", "coalesce(t.due_time, '24:00'::time)", time, "time", descending);
    }

    void addPlace()
    {
        const bool newestFirst = !m_request.filter.sorting.reversed;
        switch (domain::placeOrder(m_request.filter.place)) {
        case domain::PlaceOrder::Hand:
            addHand();
            break;
        case domain::PlaceOrder::Due:
            addDueDate();
            addDueTime(false);
            addHand();
            break;
        case domain::PlaceOrder::Arrival:
            if (m_request.filter.place == Place::Trash)
                addInstant("t.deleted_at", m_anchor.deletedAt, newestFirst);
            else
                addInstant("t.completed_at", m_anchor.completedAt, newestFirst);
            addHand(true, newestFirst);
            break;
        }
    }

    void addGroup()
    {
        if (m_request.filter.place == Place::Upcoming) {
            addDueDate();
        } else if (m_request.filter.place == Place::Today) {
            const QByteArray today = m_request.today.date.toString(Qt::ISODate).toLatin1();
            const QByteArray isToday = "(t.due_date >= " + parameter(m_values, today, "date") + ')';
            const bool anchorIsToday = m_anchor.due && m_anchor.due->date >= m_request.today.date;
            add(isToday, isToday, anchorIsToday ? "true" : "false", "boolean");
        }
    }

    void addChoice()
    {
        const bool reversed = m_request.filter.sorting.reversed;
        switch (m_request.filter.sorting.by) {
        case Sorting::By::Place:
            break;
        case Sorting::By::Due:
            addDueDate(reversed);
            addDueTime(reversed);
            break;
        case Sorting::By::Priority:
            add("t.priority", "t.priority", QByteArray::number(static_cast<int>(m_anchor.priority)),
                "smallint", !reversed);
            break;
        case Sorting::By::Title:
            add("t.title COLLATE tusk.title_order", "t.title COLLATE tusk.title_order",
                m_anchor.title.toUtf8(), "text", reversed);
            break;
        case Sorting::By::Created:
            addInstant("t.created_at", m_anchor.createdAt, !reversed);
            break;
        }
    }

    const PageRequest &m_request;
    const bool m_hasAnchor;
    const Todo m_anchor; // an empty one where the page is the first
    Values &m_values;
    QList<Part> m_parts;
};

QByteArray columnsOf(const QList<Part> &parts, bool backwards)
{
    QByteArrayList columns;
    for (const Part &part : parts)
        columns.append(part.column + (part.descending != backwards ? " DESC" : ""));
    return columns.join(", ");
}

// Rows compare in one direction only: a part with another one begins a comparison of its own, which counts
// where all before it are equal.
QByteArray beyond(const QList<Part> &parts, qsizetype from, bool backwards)
{
    const bool descending = parts.at(from).descending;
    QByteArrayList left;
    QByteArrayList right;
    qsizetype end = from;
    for (; end < parts.size() && parts.at(end).descending == descending; ++end) {
        left.append(parts.at(end).comparable);
        right.append(parts.at(end).anchor);
    }
    const QByteArray mine = '(' + left.join(", ") + ')';
    const QByteArray others = '(' + right.join(", ") + ')';
    QByteArray ahead = mine + (descending != backwards ? " < " : " > ") + others;
    if (end == parts.size())
        return ahead;
    return '(' + ahead + " OR " + mine + " = " + others + " AND " + beyond(parts, end, backwards) + ')';
}

PageRun runOf(const QList<Part> &parts, bool backwards)
{
    return {parts.first().anchor.isEmpty() ? QByteArray() : beyond(parts, 0, backwards),
            columnsOf(parts, backwards)};
}

// For an index, which cannot know the expressions that are compared: where the date has to be.
void boundDate(PageRun &run, const Part &date, bool backwards)
{
    if (!run.condition.isEmpty())
        run.condition +=
            " AND t.due_date " + QByteArray(date.descending != backwards ? "<= " : ">= ") + date.anchor;
}

// Those with a date before those without, either way round.
PageOrder orderByDue(const PageRequest &request, const QList<Part> &parts)
{
    constexpr qsizetype ofDates = 2; // date and time
    const bool backwards = request.before.has_value();
    const std::optional<Todo> &anchor = backwards ? request.before : request.after;
    PageOrder order{(backwards ? "(t.due_date IS NULL) DESC, " : "(t.due_date IS NULL), ") +
                        columnsOf(parts, backwards),
                    {}};
    PageRun dated = runOf(parts, backwards);
    boundDate(dated, parts.first(), backwards);
    PageRun undated = runOf(parts.mid(ofDates), backwards);
    const auto add = [&](PageRun run, const char *which, bool hasAnchor) {
        run.condition = which + (hasAnchor ? " AND " + run.condition : QByteArray());
        order.runs.append(run);
    };
    if (!anchor || anchor->due || backwards)
        add(dated, "t.due_date IS NOT NULL", anchor && anchor->due);
    if (!anchor || !anchor->due || !backwards)
        add(undated, "t.due_date IS NULL", anchor && !anchor->due);
    return order;
}

} // namespace

PageOrder pageOrder(const PageRequest &request, Values &values)
{
    const bool backwards = request.before.has_value();
    const QList<Part> parts = Parts(request, values).parts();
    if (request.filter.sorting.by == Sorting::By::Due)
        return orderByDue(request, parts);
    PageRun run = runOf(parts, backwards);
    if (parts.first().column == dueDate)
        boundDate(run, parts.first(), backwards);
    return {run.columns, {run}};
}

} // namespace tusk::repository
