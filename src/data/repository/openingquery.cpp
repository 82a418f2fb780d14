// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/openingquery.h"

#include "data/repository/pagequery.h"

namespace tusk::repository
{

namespace
{

using Values = QList<std::optional<QByteArray>>;

// One pass over the open todos for every count but those of tags, completed and trashed ones. The same rules
// as domain::matches().
QByteArray countsQuery(const QByteArray &today, const base::Day &day)
{
    const QByteArray shown = "(start_date IS NULL OR start_date <= " + today + ')';
    return "(WITH by_list AS MATERIALIZED (SELECT list_id, count(*) AS everything, count(*) FILTER (WHERE " +
           shown + ") AS shown, count(*) FILTER (WHERE " + shown + " AND " + dueBy(today, day) +
           ") AS today, count(*) FILTER (WHERE " + shown + " AND due_date < " + today +
           ") AS overdue, count(*) FILTER (WHERE " + shown + " AND " + dueAfter(today, day) +
           ") AS upcoming FROM tusk.todo t WHERE completed_at IS NULL AND deleted_at IS NULL GROUP BY "
           "list_id) "
           "SELECT jsonb_build_object('inbox', (SELECT coalesce(sum(shown), 0) FROM by_list WHERE list_id IS "
           "NULL), "
           "'today', (SELECT coalesce(sum(today), 0) FROM by_list), "
           "'overdue', (SELECT coalesce(sum(overdue), 0) FROM by_list), "
           "'upcoming', (SELECT coalesce(sum(upcoming), 0) FROM by_list), "
           "'all', (SELECT coalesce(sum(everything), 0) FROM by_list), "
           "'completed', (SELECT count(*) FROM tusk.todo WHERE completed_at IS NOT NULL AND deleted_at IS "
           "NULL), "
           "'trash', (SELECT count(*) FROM tusk.todo WHERE deleted_at IS NOT NULL), "
           "'lists', (SELECT coalesce(jsonb_object_agg(list_id, shown) FILTER (WHERE shown > 0), '{}') "
           "FROM by_list WHERE list_id IS NOT NULL), "
           "'tags', (SELECT coalesce(jsonb_object_agg(tag_id, amount), '{}') FROM (SELECT tt.tag_id, "
           "count(*) AS amount "
           "FROM tusk.todo_tag tt JOIN tusk.todo t ON t.id = tt.todo_id WHERE t.completed_at IS NULL AND "
           "t.deleted_at "
           "IS NULL AND (t.start_date IS NULL OR t.start_date <= " +
           today + ") GROUP BY tt.tag_id) AS tagged)))";
}

const QByteArray summaryColumns =
    "jsonb_build_object('id', a.id, 'kind', a.kind, 'label', a.label, 'installation', "
    "a.installation, 'target', a.target, 'applied_at', tusk.instant(a.applied_at), "
    "'undone', a.undone_by IS NOT NULL)";

// What made the schema, in order.
const QByteArray historyQuery =
    "(SELECT coalesce(jsonb_agg(jsonb_build_object('number', number, 'name', name, 'checksum', checksum) "
    "ORDER BY number), '[]') FROM tusk.migration)";

// Of todos that were deleted for good nothing is left to take back.
QByteArray changedAnything(const QByteArray &action)
{
    return "EXISTS (SELECT FROM tusk.change c WHERE c.action_id = " + action +
           ".id AND (c.before <> '{}' OR c.after <> '{}'))";
}

// The same rules as tusk.undo_candidate().
QByteArray undoableQuery(const QByteArray &installation)
{
    return "(SELECT coalesce(jsonb_agg(" + summaryColumns +
           " ORDER BY a.sequence DESC), '[]') FROM (SELECT * FROM tusk.action d WHERE installation = " +
           installation +
           " AND undone_by IS NULL AND kind NOT IN ('undo', 'redo', 'purge') AND (kind = 'import' OR " +
           changedAnything("d") + ") ORDER BY sequence DESC LIMIT 100) AS a)";
}

QByteArray redoableQuery(const QByteArray &installation)
{
    return "(SELECT coalesce(jsonb_agg(" + summaryColumns +
           " ORDER BY a.sequence DESC), '[]') FROM (SELECT * FROM tusk.action u WHERE installation = " +
           installation +
           " AND undone_by IS NULL AND kind = 'undo' AND NOT EXISTS (SELECT FROM tusk.action i WHERE i.id = "
           "u.target AND i.kind = 'import') AND " +
           changedAnything("u") +
           " AND sequence > (SELECT coalesce(max(sequence), 0) FROM "
           "tusk.action WHERE installation = " +
           installation + " AND kind NOT IN ('undo', 'redo')) ORDER BY sequence DESC LIMIT 100) AS a)";
}

} // namespace

session::Statement openingStatement(domain::InstallationId installation, const PageRequest &firstPage)
{
    Values values;
    const QByteArray by = parameter(values, installation.toString().toLatin1(), "uuid");
    const QByteArray today = parameter(values, firstPage.today.date.toString(Qt::ISODate).toLatin1(), "date");
    const QByteArray sql =
        "SELECT jsonb_build_object('database', (SELECT id FROM tusk.database), "
        "'migrations', " +
        historyQuery +
        ", "
        "'snapshot', pg_snapshot_xmin(pg_current_snapshot())::text, "
        "'seen', (SELECT coalesce(jsonb_agg(id), '[]') FROM tusk.action WHERE transaction >= "
        "pg_snapshot_xmin(pg_current_snapshot())), "
        "'substrings', tusk.finds_substrings(), 'titles', tusk.titles_by_language(), 'trash_due', "
        "tusk.trash_is_due(), "
        "'lists', (SELECT coalesce(jsonb_agg(tusk.list_row(l) ORDER BY l.position, l.id), "
        "'[]') FROM tusk.list l), "
        "'tags', (SELECT coalesce(jsonb_agg(tusk.tag_row(g) ORDER BY g.position, g.id), "
        "'[]') FROM tusk.tag g), "
        "'counts', " +
        countsQuery(today, firstPage.today) + ", 'undoable', " + undoableQuery(by) + ", 'redoable', " +
        redoableQuery(by) + ", 'page', (" + pageQuery(firstPage, values) + "))";
    return {"open", sql, values};
}

} // namespace tusk::repository
