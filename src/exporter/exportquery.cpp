// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "exporter/exportquery.h"

#include "data/session/copytext.h"

#include <QByteArrayList>
#include <QJsonArray>
#include <QJsonDocument>

namespace tusk::exporter
{

using Place = domain::TodoFilter::Place;
using What = ExportSelection::What;

namespace
{

constexpr char isOpen[] = "t.completed_at IS NULL AND t.deleted_at IS NULL";

// Digits and hyphens.
template <class Id>
QByteArray literal(const Id &id)
{
    return '\'' + id.toString().toLatin1() + "'::uuid";
}

// What the window shows; the same as the conditions of the repository.
QByteArray placeCondition(const ExportSelection &selection)
{
    const QByteArray today = '\'' + selection.today.date.toString(Qt::ISODate).toLatin1() + "'::date";
    const QByteArray shown =
        QByteArray(isOpen) + " AND (t.start_date IS NULL OR t.start_date <= " + today + ')';
    // What is due in the night of today is due today.
    const QByteArray tonight = "(t.due_date = " + today + " + 1 AND t.due_time < '" +
                               QByteArray::number(selection.today.hoursOfNight) + ":00')";
    const QByteArray isDue = "coalesce(t.due_date <= " + today + " OR " + tonight + ", false)";
    switch (selection.place.place) {
    case Place::Inbox:
        return shown + " AND t.list_id IS NULL";
    case Place::Today:
        return shown + " AND " + isDue;
    case Place::Upcoming:
        return shown + " AND t.due_date IS NOT NULL AND NOT " + isDue;
    case Place::All:
        return isOpen;
    case Place::Completed:
        return "t.completed_at IS NOT NULL AND t.deleted_at IS NULL";
    case Place::Trash:
        return "t.deleted_at IS NOT NULL";
    case Place::List:
        return shown + " AND t.list_id = " + literal(selection.place.list);
    case Place::Tag:
        return shown + " AND EXISTS (SELECT FROM tusk.todo_tag tt WHERE tt.todo_id = t.id AND tt.tag_id = " +
               literal(selection.place.tag) + ')';
    case Place::Search:
        break;
    }
    return "t.id IN (SELECT tusk.search_todos(current_setting('tusk.export_search'), 1000000))";
}

QByteArray listsCondition(const ExportSelection &selection)
{
    QByteArrayList conditions;
    for (const domain::ListId &list : selection.lists)
        conditions.append("t.list_id = " + literal(list));
    if (selection.withInbox)
        conditions.append("t.list_id IS NULL");
    return conditions.isEmpty() ? QByteArray("false") : '(' + conditions.join(" OR ") + ')';
}

// Formats that cannot say of a todo that it is in the Trash leave it out.
bool knowsTrash(ExportFormat format)
{
    return format != ExportFormat::TodoTxt && format != ExportFormat::Markdown;
}

QByteArray conditionOf(const ExportRequest &request)
{
    const ExportSelection &selection = request.selection;
    if (selection.what == What::Place)
        return placeCondition(selection);
    QByteArray condition = selection.what == What::Lists ? listsCondition(selection) : QByteArray("true");
    if (!selection.withClosed)
        condition += QByteArray(" AND ") + isOpen;
    else if (!knowsTrash(request.format))
        condition += " AND t.deleted_at IS NULL";
    return condition;
}

QByteArray namesSql(const QByteArray &table, const QByteArray &archivedAt, const QByteArray &condition)
{
    return "SELECT n.id, n.name, n.color, n.\"position\", " + archivedAt +
           ", tusk.instant(n.created_at), tusk.instant(n.updated_at) FROM tusk." + table + " n WHERE " +
           condition + " ORDER BY n.\"position\", n.id";
}

ExportedMoment momentFrom(const QList<std::optional<QByteArray>> &row, qsizetype first)
{
    return {row.at(first).value_or(QByteArray()), row.at(first + 1).value_or(QByteArray()),
            row.at(first + 2).value_or(QByteArray())};
}

} // namespace

ExportQuery::ExportQuery(const ExportRequest &request)
    : m_request(request)
    , m_condition(conditionOf(request))
{
}

QByteArray ExportQuery::keepSearchSql()
{
    return "SELECT set_config('tusk.export_search', $1, true)";
}

QByteArray ExportQuery::countSql() const
{
    return "SELECT count(*) FROM tusk.todo t WHERE " + m_condition;
}

QByteArray ExportQuery::listsSql() const
{
    QByteArray condition = "true";
    if (m_request.selection.what != What::Everything)
        condition = "n.id IN (SELECT t.list_id FROM tusk.todo t WHERE " + m_condition + ')';
    // One that was asked for is there also when it is empty.
    for (const domain::ListId &list : m_request.selection.lists)
        condition += " OR n.id = " + literal(list);
    return namesSql("list", "tusk.instant(n.archived_at)", condition);
}

QByteArray ExportQuery::tagsSql() const
{
    QByteArray condition = "true";
    if (m_request.selection.what != What::Everything)
        condition = "EXISTS (SELECT FROM tusk.todo_tag g JOIN tusk.todo t ON t.id = g.todo_id "
                    "WHERE g.tag_id = n.id AND " +
                    m_condition + ')';
    return namesSql("tag", "NULL", condition);
}

QByteArray ExportQuery::zonesSql() const
{
    return "SELECT t.due_zone FROM tusk.todo t WHERE t.due_zone IS NOT NULL AND " + m_condition +
           " UNION SELECT t.start_zone FROM tusk.todo t WHERE t.start_zone IS NOT NULL AND " + m_condition +
           " ORDER BY 1";
}

// Every todo of the export after its parent, with what it is sorted by and how deep it lies. Those whose
// parents go round in a circle have none.
QByteArray ExportQuery::treeSql() const
{
    return "WITH RECURSIVE chosen AS MATERIALIZED (SELECT t.id, t.parent_id, t.list_id, t.\"position\" FROM "
           "tusk.todo t WHERE " +
           m_condition +
           "), tree AS (SELECT c.id, c.list_id AS root_list, 0 AS depth, ARRAY[c.\"position\" || ' ' || "
           "c.id] "
           "AS path "
           "FROM chosen c WHERE NOT EXISTS (SELECT FROM chosen p WHERE p.id = c.parent_id) UNION ALL "
           "SELECT c.id, r.root_list, r.depth + 1, r.path || (c.\"position\" || ' ' || c.id) FROM tree r "
           "JOIN chosen c ON c.parent_id = r.id) ";
}

QByteArray ExportQuery::copySql() const
{
    const bool isTree = m_request.format == ExportFormat::Markdown;
    const Place place = m_request.selection.place.place;
    const bool isByDate =
        m_request.selection.what == What::Place && (place == Place::Today || place == Place::Upcoming);
    const QByteArray order = isTree     ? R"(h."position" NULLS FIRST, h.id, tree.path, t."position", t.id)"
                             : isByDate ? "t.due_date, t.due_time, t.\"position\", t.id"
                                        : R"(l."position" NULLS FIRST, l.id, t."position", t.id)";
    return "COPY (" + (isTree ? treeSql() : QByteArray()) +
           "SELECT t.id, t.title, t.notes, l.name, t.parent_id, t.priority, t.due_date, t.due_time, "
           "t.due_zone, "
           "t.start_date, t.start_time, t.start_zone, t.repeat, g.names, t.\"position\", "
           "tusk.instant(t.completed_at), tusk.instant(t.deleted_at), tusk.instant(t.created_at), "
           "tusk.instant(t.updated_at), " +
           (isTree ? "coalesce(tree.depth, 0)" : "0") +
           " FROM tusk.todo t LEFT JOIN tusk.list l ON l.id = t.list_id LEFT JOIN "
           "(SELECT tt.todo_id, json_agg(n.name ORDER BY n.\"position\", n.id) AS names FROM tusk.todo_tag "
           "tt "
           "JOIN tusk.tag n ON n.id = tt.tag_id GROUP BY tt.todo_id) AS g ON g.todo_id = t.id " +
           (isTree
                ? "LEFT JOIN tree ON tree.id = t.id LEFT JOIN tusk.list h ON h.id = coalesce(tree.root_list, "
                  "CASE WHEN tree.id IS NULL THEN t.list_id END) "
                : "") +
           "WHERE " + m_condition + " ORDER BY " + order + ") TO STDOUT";
}

ExportedName nameFrom(const QList<std::optional<QByteArray>> &row)
{
    const auto text = [&row](qsizetype column) { return row.at(column).value_or(QByteArray()); };
    return {text(0), QString::fromUtf8(text(1)), text(2), text(3), text(4), text(5), text(6)};
}

ExportedTodo todoFrom(QByteArrayView line)
{
    const auto row = session::splitCopyRow(line);
    const auto text = [&row](qsizetype column) { return row.at(column).value_or(QByteArray()); };
    ExportedTodo todo;
    todo.id = text(0);
    todo.title = text(1);
    todo.notes = text(2);
    todo.list = row.at(3);
    todo.parent = text(4);
    todo.priority = text(5).toInt();
    todo.due = momentFrom(row, 6);
    todo.start = momentFrom(row, 9);
    todo.repeat = text(12);
    const QJsonArray tags = QJsonDocument::fromJson(text(13)).array();
    for (const auto &name : tags)
        todo.tags.append(name.toString());
    todo.position = text(14);
    todo.completedAt = text(15);
    todo.deletedAt = text(16);
    todo.createdAt = text(17);
    todo.updatedAt = text(18);
    todo.depth = text(19).toInt();
    return todo;
}

} // namespace tusk::exporter
