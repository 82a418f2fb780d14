// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/programs.h"

#include "importer/mapping/recipe.h"
#include "importer/mapping/references.h"
#include "importer/mapping/retiredlists.h"
#include "importer/mapping/textformats.h"
#include "importer/source/sqlitefile.h"
#include "importer/texts.h"

#include <algorithm>
#include <array>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

// What an iCalendar text in a column says.
QString inCalendar(const char *column, const char *property)
{
    return u"tusk_calendar(t.%1, '%2')"_s.arg(QLatin1StringView(column), QLatin1StringView(property));
}

// Whatever it is called in its language.
void addInboxOfPlanify(Recipe &recipe)
{
    recipe.add(
        Target::List, u"project_id"_s,
        u"(SELECT r.name FROM Projects AS r WHERE r.id = t.project_id AND coalesce(r.inbox_project, 0) = 0)"_s,
        {u"Projects.id"_s, u"Projects.name"_s, u"Projects.inbox_project"_s});
    // The inbox is there, although it gives no name.
    const auto list = recipe.mapping.columns.find(Target::List);
    if (list != recipe.mapping.columns.end() && recipe.has(u"Projects.inbox_project"_s))
        list->reference = missingReference(u"project_id"_s, u"Projects"_s, u"id"_s);
}

// As those of Todoist, sections become tags.
void addSectionsOfPlanify(Recipe &recipe)
{
    if (!recipe.has(u"section_id"_s) || !recipe.has(u"Sections.id"_s) || !recipe.has(u"Sections.name"_s))
        return;
    MappedColumn &tags = recipe.mapping.columns[Target::Tags];
    const QString section =
        u"(SELECT char(31) || s.name FROM Sections AS s WHERE s.id = t.section_id AND s.name <> '')"_s;
    tags = tags.expression.isEmpty()
               ? MappedColumn{u"Sections.name"_s, section}
               : MappedColumn{tags.label, u"nullif(coalesce(%1, '') || coalesce(%2, ''), '')"_s.arg(
                                              tags.expression, section)};
}

// What is in a list that was deleted, was deleted with it. column: of the todo, with the key of the list.
void deleteWithList(Recipe &recipe, const QString &column, const QString &table, const QString &key,
                    const QString &flag)
{
    if (!recipe.has(column) || !recipe.has(table + u'.' + key) || !recipe.has(table + u'.' + flag))
        return;
    MappedColumn &deleted = recipe.mapping.columns[Target::DeletedAt];
    const QString withList = u"(SELECT r.%1 FROM %2 AS r WHERE r.%3 = t.%4)"_s.arg(flag, table, key, column);
    deleted =
        deleted.expression.isEmpty()
            ? MappedColumn{table + u'.' + flag, withList}
            : MappedColumn{deleted.label,
                           u"max(coalesce(%1, 0), coalesce(%2, 0))"_s.arg(deleted.expression, withList)};
}

void archiveListsOf(Recipe &recipe, const ListReference &lists, const QStringList &flags)
{
    QStringList conditions;
    for (const QString &flag : flags) {
        if (recipe.has(lists.table + u'.' + flag))
            conditions.append(saysYes("r."_L1 + quoted(flag)));
    }
    if (!conditions.isEmpty() && recipe.has(lists.column) && recipe.has(lists.table + u'.' + lists.key) &&
        recipe.has(lists.table + u'.' + lists.name))
        archiveLists(recipe.mapping, lists, conditions);
}

Recipe planify(const QList<TableShape> &tables)
{
    // https://github.com/alainm23/planify: core/Services/Database.vala, core/Objects/DueDate.vala
    Recipe recipe(tables, u"planify"_s, u"Planify"_s, u"Items"_s);
    recipe.add(Target::Id, u"id"_s);
    recipe.add(Target::Title, u"content"_s);
    recipe.add(Target::Notes, u"description"_s);
    recipe.add(Target::State, u"checked"_s);
    recipe.add(Target::CompletedAt, u"completed_at"_s);
    recipe.add(Target::CreatedAt, u"added_at"_s);
    recipe.add(Target::UpdatedAt, u"updated_at"_s);
    recipe.add(Target::DeletedAt, u"is_deleted"_s); // older files have no is_trash
    recipe.add(Target::DeletedAt, u"is_deleted"_s,
               u"max(coalesce(t.is_deleted, 0), coalesce(t.is_trash, 0))"_s, {u"is_trash"_s});
    recipe.add(Target::Priority, u"priority"_s);
    // What is no object is none of Planify, but a date all the same or, to be reported, something else.
    recipe.add(Target::Due, u"due"_s,
               u"CASE WHEN NOT json_valid(t.due) THEN nullif(t.due, '') WHEN json_type(t.due) = 'object' "
               "THEN json_extract(t.due, '$.date') ELSE t.due END"_s);
    recipe.add(Target::Repeat, u"due"_s,
               u"CASE WHEN json_valid(t.due) AND json_extract(t.due, '$.is_recurring') IN (1, 'true') THEN "
               "t.due END"_s);
    recipe.add(Target::Parent, u"parent_id"_s, u"nullif(nullif(t.parent_id, ''), '0')"_s);
    recipe.add(Target::Position, u"child_order"_s);
    recipe.addNamed(Target::List, u"project_id"_s, u"Projects"_s, u"id"_s, u"name"_s);
    addInboxOfPlanify(recipe);
    recipe.add(Target::Tags, u"labels"_s,
               u"(SELECT char(31) || group_concat(l.name, char(31)) FROM Labels AS l "
               "WHERE instr(';' || t.labels || ';', ';' || l.id || ';') > 0)"_s,
               {u"Labels.name"_s});
    addSectionsOfPlanify(recipe);
    deleteWithList(recipe, u"project_id"_s, u"Projects"_s, u"id"_s, u"is_deleted"_s);
    archiveListsOf(recipe, {u"project_id"_s, u"Projects"_s, u"id"_s, u"name"_s},
                   {u"is_deleted"_s, u"is_archived"_s});
    recipe.mapping.priorities = {{4, 3}, {3, 2}, {2, 1}, {1, 0}};
    recipe.addFilter(u"item_type"_s, u"coalesce(t.item_type, 'task') <> 'note'"_s);
    recipe.mapping.remarks.append(
        Text::tr("Reminders, attachments and notes of Planify are not taken over."));
    return recipe;
}

// What Planify was called in its second version.
Recipe planner(const QList<TableShape> &tables)
{
    // https://github.com/alainm23/planify: src/Services/MigrateFromPlanner.vala
    Recipe recipe(tables, u"planner"_s, u"Planner"_s, u"Items"_s);
    recipe.add(Target::Id, u"id"_s);
    recipe.add(Target::Title, u"content"_s);
    recipe.add(Target::Notes, u"note"_s);
    recipe.add(Target::State, u"checked"_s);
    recipe.add(Target::CompletedAt, u"date_completed"_s);
    recipe.add(Target::CreatedAt, u"date_added"_s);
    recipe.add(Target::UpdatedAt, u"date_updated"_s);
    recipe.add(Target::DeletedAt, u"is_deleted"_s);
    recipe.add(Target::Priority, u"priority"_s);
    recipe.add(Target::Due, u"due_date"_s);
    recipe.add(Target::Parent, u"parent_id"_s, u"nullif(nullif(t.parent_id, ''), 0)"_s);
    recipe.add(Target::Position, u"item_order"_s);
    recipe.addNamed(Target::List, u"project_id"_s, u"Projects"_s, u"id"_s, u"name"_s);
    addInboxOfPlanify(recipe);
    recipe.addComposed(
        Target::Tags, u"Labels.name"_s,
        u"(SELECT char(31) || group_concat(l.name, char(31)) FROM Items_Labels AS il JOIN Labels AS l "
        "ON l.id = il.label_id WHERE il.item_id = t.id)"_s,
        {u"Labels.name"_s});
    addSectionsOfPlanify(recipe);
    deleteWithList(recipe, u"project_id"_s, u"Projects"_s, u"id"_s, u"is_deleted"_s);
    archiveListsOf(recipe, {u"project_id"_s, u"Projects"_s, u"id"_s, u"name"_s},
                   {u"is_deleted"_s, u"is_archived"_s});
    recipe.mapping.priorities = {{4, 3}, {3, 2}, {2, 1}, {1, 0}};
    recipe.mapping.remarks.append(
        Text::tr("Reminders, attachments and repeats of Planner are not taken over."));
    return recipe;
}

Recipe planner1(const QList<TableShape> &tables)
{
    Recipe recipe(tables, u"planner1"_s, u"Planner 1"_s, u"TASKS"_s);
    recipe.add(Target::Id, u"id"_s);
    recipe.add(Target::Title, u"content"_s);
    recipe.add(Target::Notes, u"note"_s,
               u"CASE WHEN trim(coalesce(t.checklist, '')) = '' THEN t.note ELSE "
               "ltrim(coalesce(t.note, '') || char(10), char(10)) || "
               "rtrim(replace(t.checklist, ';', char(10)), char(10)) END"_s,
               {u"checklist"_s});
    recipe.add(Target::State, u"checked"_s);
    recipe.add(Target::Due, u"when_date_utc"_s);
    recipe.add(Target::Position, u"task_order"_s);
    recipe.addNamed(Target::List, u"project_id"_s, u"PROJECTS"_s, u"id"_s, u"name"_s);
    recipe.add(Target::Tags, u"labels"_s,
               u"(SELECT char(31) || group_concat(l.name, char(31)) FROM LABELS AS l "
               "WHERE instr(';' || t.labels || ';', ';' || l.id || ';') > 0)"_s);
    recipe.mapping.remarks.append(Text::tr("Reminders of Planner are not taken over."));
    return recipe;
}

Recipe vikunja(const QList<TableShape> &tables)
{
    // https://github.com/go-vikunja/vikunja: pkg/models/tasks.go, task_relation.go
    Recipe recipe(tables, u"vikunja"_s, u"Vikunja"_s, u"tasks"_s);
    recipe.add(Target::Id, u"id"_s);
    recipe.add(Target::Title, u"title"_s);
    recipe.add(Target::Notes, u"description"_s);
    recipe.add(Target::State, u"done"_s);
    recipe.add(Target::CompletedAt, u"done_at"_s);
    recipe.add(Target::CreatedAt, u"created"_s);
    recipe.add(Target::UpdatedAt, u"updated"_s);
    recipe.add(Target::DeletedAt, u"deleted_at"_s);
    recipe.add(Target::Priority, u"priority"_s);
    recipe.add(Target::Due, u"due_date"_s);
    recipe.add(Target::Start, u"start_date"_s);
    const auto every = [](const char *frequency, int seconds) {
        return u"'FREQ=%1' || CASE WHEN t.repeat_after > %2 THEN ';INTERVAL=' || (t.repeat_after / %2) "
               "ELSE '' END"_s.arg(QLatin1StringView(frequency))
                   .arg(seconds);
    };
    recipe.add(Target::Repeat, u"repeat_after"_s,
               u"CASE WHEN t.repeat_mode = 1 THEN 'FREQ=MONTHLY' WHEN t.repeat_after > 0 THEN "
               "CASE WHEN t.repeat_after % 604800 = 0 THEN "_s +
                   every("WEEKLY", 604'800) + " WHEN t.repeat_after % 86400 = 0 THEN "_L1 +
                   every("DAILY", 86'400) + " WHEN t.repeat_after % 3600 = 0 THEN "_L1 +
                   every("HOURLY", 3'600) + " ELSE "_L1 + every("SECONDLY", 1) +
                   " END || CASE WHEN t.repeat_mode = 2 THEN ';FROM=COMPLETION' ELSE '' END END"_L1,
               {u"repeat_mode"_s});
    recipe.addComposed(Target::Parent, u"task_relations.task_id"_s,
                       u"(SELECT min(r.task_id) FROM task_relations AS r WHERE r.other_task_id = t.id "
                       "AND r.relation_kind = 'subtask')"_s,
                       {});
    recipe.addNamed(Target::List, u"list_id"_s, u"lists"_s, u"id"_s, u"title"_s); // before 0.21
    recipe.addNamed(Target::List, u"project_id"_s, u"projects"_s, u"id"_s, u"title"_s);
    archiveListsOf(recipe, {u"project_id"_s, u"projects"_s, u"id"_s, u"title"_s}, {u"is_archived"_s});
    recipe.addComposed(
        Target::Tags, u"labels.title"_s,
        u"(SELECT char(31) || group_concat(l.title, char(31)) FROM label_tasks AS lt JOIN labels AS l ON "
        "l.id = lt.label_id WHERE lt.task_id = t.id)"_s,
        {u"labels.title"_s});
    recipe.add(Target::Owner, u"created_by_id"_s);
    if (recipe.has(u"users.username"_s))
        recipe.mapping.owners = u"SELECT id, username, %1 FROM users"_s.arg(
            recipe.has(u"users.email"_s) ? u"email"_s : u"NULL"_s);
    // Each view of a project has an order; that of its list is what one sees first. Before 0.24 there was
    // one.
    recipe.add(Target::Position, u"position"_s);
    recipe.addComposed(Target::Position, u"task_positions.position"_s,
                       u"(SELECT p.position FROM task_positions AS p JOIN project_views AS v ON v.id = "
                       "p.project_view_id WHERE p.task_id = t.id AND v.project_id = t.project_id AND "
                       "v.view_kind = 0 ORDER BY v.position, v.id LIMIT 1)"_s,
                       {u"project_id"_s, u"task_positions.position"_s, u"project_views.view_kind"_s});
    recipe.mapping.plansAreMoments = true; // in the zone of the server, which is that of the other times
    recipe.mapping.priorities = {{0, 0}, {1, 1}, {2, 2}, {3, 3}, {4, 3}, {5, 3}};
    recipe.mapping.notesAreHtml = true;
    recipe.mapping.remarks.append(
        Text::tr("Comments, attachments and reminders of Vikunja are not taken over. A subtask of several "
                 "tasks becomes one of the oldest of them."));
    return recipe;
}

// Seconds since 1970 that no field takes.
void leaveMomentOut(Recipe &recipe, const QString &name, const QString &seconds)
{
    recipe.mapping.leftOut.append(name);
    recipe.mapping.leftOutExpressions.insert(
        name, u"strftime('%Y-%m-%dT%H:%M:%SZ', CAST(%1 AS INTEGER), 'unixepoch')"_s.arg(seconds));
}

Recipe taskwarrior(const QList<TableShape> &tables)
{
    // https://github.com/GothenburgBitFactory/taskchampion: docs/src/tasks.md. “STRING” is a number to the
    // library.
    Recipe recipe(tables, u"taskwarrior"_s, u"Taskwarrior"_s, u"tasks"_s);
    const auto of = [](const char *key) {
        return u"CASE WHEN json_valid(t.data) THEN json_extract(t.data, '$.%1') END"_s.arg(
            QLatin1StringView(key));
    };
    recipe.add(Target::Id, u"uuid"_s, u"CAST(t.uuid AS TEXT)"_s);
    recipe.add(Target::Title, u"data"_s, of("description"));
    // Lines with the day on which they were written, which is in their names. What cannot be taken apart
    // comes whole.
    recipe.add(Target::Notes, u"data"_s,
               u"CASE WHEN json_valid(t.data) THEN (SELECT group_concat(a.line, char(10)) FROM (SELECT "
               "coalesce(date(nullif(CAST(substr(j.key, 12) AS INTEGER), 0), 'unixepoch') || ': ', '') || "
               "j.value AS line FROM json_each(CASE WHEN json_valid(t.data) THEN t.data ELSE '{}' END) AS j "
               "WHERE j.key LIKE 'annotation\\_%' ESCAPE '\\' ORDER BY CAST(substr(j.key, 12) AS INTEGER)) "
               "AS a) ELSE t.data END"_s);
    recipe.add(Target::State, u"data"_s,
               u"CASE WHEN %1 = 'recurring' THEN 'pending' ELSE %1 END"_s.arg(of("status")));
    recipe.add(Target::CompletedAt, u"data"_s, of("end"));
    recipe.add(Target::CreatedAt, u"data"_s, of("entry"));
    recipe.add(Target::UpdatedAt, u"data"_s, of("modified"));
    recipe.add(Target::Priority, u"data"_s, of("priority"));
    // Of a template the next day, not the first one.
    recipe.add(Target::Due, u"data"_s,
               u"coalesce(CASE WHEN %1 = 'recurring' THEN (SELECT min(CAST(json_extract(c.data, '$.due') AS "
               "INTEGER)) FROM tasks AS c WHERE json_valid(c.data) AND json_extract(c.data, '$.parent') = "
               "CAST(t.uuid AS TEXT) AND json_extract(c.data, '$.status') = 'pending') END, %2)"_s.arg(
                   of("status"), of("due")));
    recipe.add(Target::Start, u"data"_s, u"coalesce(%1, %2)"_s.arg(of("wait"), of("scheduled")));
    recipe.add(Target::Repeat, u"data"_s,
               u"CASE WHEN %1 = 'recurring' THEN %2 END"_s.arg(of("status"), of("recur")));
    recipe.add(Target::List, u"data"_s, of("project"));
    recipe.add(
        Target::Tags, u"data"_s,
        u"(SELECT char(31) || group_concat(substr(j.key, 5), char(31)) FROM json_each(CASE WHEN "
        "json_valid(t.data) THEN t.data ELSE '{}' END) AS j WHERE j.key LIKE 'tag\\_%' ESCAPE '\\')"_s);
    // What was made of a template and says nothing of its own.
    recipe.mapping.filter =
        u"NOT (%1 IS 'pending' AND EXISTS (SELECT 1 FROM tasks AS m WHERE m.uuid = %2 AND json_valid(m.data) "
        "AND json_extract(m.data, '$.status') = 'recurring' AND NOT EXISTS (SELECT 1 FROM json_each(t.data) "
        "AS j WHERE j.key NOT IN ('status', 'parent', 'template', 'imask', 'mask', 'recur', 'rtype', 'last', "
        "'due', 'entry', 'modified', 'wait', 'scheduled', 'until') AND j.value IS NOT (SELECT k.value FROM "
        "json_each(m.data) AS k WHERE k.key = j.key))))"_s.arg(of("status"), of("parent"));
    leaveMomentOut(recipe, u"until"_s, of("until"));
    leaveMomentOut(recipe, u"start"_s, of("start"));
    leaveMomentOut(recipe, u"scheduled"_s,
                   u"CASE WHEN %1 IS NOT NULL THEN %2 END"_s.arg(of("wait"), of("scheduled")));
    recipe.mapping.remarks.append(
        Text::tr("Dependencies and attributes of your own are not taken over. A task that waits starts when "
                 "it waits no more, not when it is scheduled. Of a task that recurs the template is taken, "
                 "which is due when the next of its tasks is."));
    return recipe;
}

Recipe tasksOrg(const QList<TableShape> &tables)
{
    // https://github.com/tasks/tasks: data/schemas/…/96.json. A due time of a whole minute means the day.
    Recipe recipe(tables, u"tasks.org"_s, u"Tasks.org"_s, u"tasks"_s);
    recipe.mapping.secondsMarkTimes = true;
    recipe.add(Target::Id, u"_id"_s);
    recipe.add(Target::Title, u"title"_s);
    recipe.add(Target::Notes, u"notes"_s);
    recipe.add(Target::State, u"completed"_s);
    recipe.add(Target::CompletedAt, u"completed"_s);
    recipe.add(Target::CreatedAt, u"created"_s);
    recipe.add(Target::UpdatedAt, u"modified"_s);
    recipe.add(Target::DeletedAt, u"deleted"_s);
    recipe.add(Target::Priority, u"importance"_s);
    recipe.add(Target::Due, u"dueDate"_s, u"nullif(t.dueDate, 0)"_s);
    recipe.add(Target::Start, u"hideUntil"_s, u"nullif(t.hideUntil, 0)"_s);
    recipe.add(Target::Repeat, u"recurrence"_s);
    recipe.add(
        Target::Repeat, u"recurrence"_s,
        u"nullif(t.recurrence, '') || CASE WHEN t.repeat_from = 1 THEN ';FROM=COMPLETION' ELSE '' END"_s,
        {u"repeat_from"_s});
    recipe.add(Target::Parent, u"parent"_s, u"nullif(t.parent, 0)"_s);
    // Moved to another list, a task is still in the former one until that is told to the server.
    const QString list =
        u"(SELECT l.cdl_name FROM caldav_tasks AS c JOIN caldav_lists AS l ON l.cdl_uuid = c.cd_calendar "
        "WHERE c.cd_task = t._id%1 LIMIT 1)"_s;
    recipe.addComposed(Target::List, u"caldav_lists.cdl_name"_s, list.arg(QString()),
                       {u"caldav_lists.cdl_name"_s, u"caldav_tasks.cd_calendar"_s});
    recipe.addComposed(Target::List, u"caldav_lists.cdl_name"_s,
                       list.arg(u" ORDER BY coalesce(c.cd_deleted, 0) <> 0"_s),
                       {u"caldav_lists.cdl_name"_s, u"caldav_tasks.cd_deleted"_s});
    recipe.addComposed(Target::Tags, u"tagdata.name"_s,
                       u"(SELECT char(31) || group_concat(d.name, char(31)) FROM tags AS g JOIN tagdata AS d "
                       "ON d.remoteId = g.tag_uid WHERE g.task = t._id)"_s,
                       {u"tags.tag_uid"_s, u"tagdata.remoteId"_s});
    // Seconds since 2001; a task that was never moved is where it was made.
    recipe.add(Target::Position, u"order"_s, u"coalesce(t.\"order\", (t.created - 978307200000) / 1000)"_s,
               {u"created"_s});
    recipe.mapping.priorities = {{0, 3}, {1, 2}, {2, 1}, {3, 0}};
    recipe.mapping.remarks.append(
        Text::tr("Reminders, comments and attachments of Tasks.org are not taken over."));
    return recipe;
}

Recipe errands(const QList<TableShape> &tables)
{
    // https://github.com/mrvladus/Errands: errands/lib/data.py at 45
    Recipe recipe(tables, u"errands"_s, u"Errands"_s, u"tasks"_s);
    recipe.add(Target::Id, u"uid"_s);
    recipe.add(Target::Title, u"text"_s);
    recipe.add(Target::Notes, u"notes"_s);
    recipe.add(Target::State, u"completed"_s);
    recipe.add(Target::DeletedAt, u"trash"_s);
    recipe.add(Target::DeletedAt, u"trash"_s, u"max(coalesce(t.trash, 0), coalesce(t.deleted, 0))"_s,
               {u"deleted"_s});
    recipe.add(Target::Priority, u"priority"_s);
    recipe.add(Target::Due, u"end_date"_s);
    recipe.add(Target::Start, u"start_date"_s);
    recipe.add(Target::Parent, u"parent"_s, u"nullif(t.parent, '')"_s);
    recipe.addNamed(Target::List, u"list_uid"_s, u"lists"_s, u"uid"_s, u"name"_s);
    deleteWithList(recipe, u"list_uid"_s, u"lists"_s, u"uid"_s, u"deleted"_s);
    archiveListsOf(recipe, {u"list_uid"_s, u"lists"_s, u"uid"_s, u"name"_s}, {u"deleted"_s});
    recipe.add(Target::Tags, u"tags"_s);
    recipe.mapping.priorities = iCalendarPriorities();
    return recipe;
}

Recipe mindwtr(const QList<TableShape> &tables)
{
    Recipe recipe(tables, u"mindwtr"_s, u"Mindwtr"_s, u"tasks"_s);
    recipe.add(Target::Id, u"id"_s);
    recipe.add(Target::Title, u"title"_s);
    recipe.add(Target::Notes, u"description"_s);
    recipe.add(Target::State, u"status"_s);
    recipe.add(Target::CompletedAt, u"completedAt"_s);
    recipe.add(Target::CreatedAt, u"createdAt"_s);
    recipe.add(Target::UpdatedAt, u"updatedAt"_s);
    recipe.add(Target::DeletedAt, u"deletedAt"_s);
    recipe.add(Target::Priority, u"priority"_s);
    recipe.add(Target::Due, u"dueDate"_s);
    recipe.add(Target::Start, u"startTime"_s);
    recipe.add(Target::Position, u"orderNum"_s);
    recipe.add(Target::Tags, u"tags"_s, u"replace(t.tags, '\"#', '\"')"_s); // each has that mark
    // {"rule": "weekly", "byDay": ["MO"], "strategy": "fluid"}, or only the word.
    const QString rule = u"CASE WHEN NOT json_valid(@) THEN @ WHEN json_type(@) = 'object' THEN "
                         "coalesce(nullif(json_extract(@, '$.rrule'), ''), 'FREQ=' || "
                         "upper(json_extract(@, '$.rule')) || coalesce(';BYDAY=' || (SELECT "
                         "group_concat(d.value) FROM json_each(@, '$.byDay') AS d), '') || "
                         "coalesce(';COUNT=' || json_extract(@, '$.count'), '') || coalesce(';UNTIL=' || "
                         "replace(substr(json_extract(@, '$.until'), 1, 10), '-', ''), '')) || CASE WHEN "
                         "json_extract(@, '$.strategy') = 'fluid' THEN ';FROM=COMPLETION' ELSE '' END ELSE "
                         "json_extract(@, '$') END"_s;
    recipe.add(Target::Repeat, u"recurrence"_s, QString(rule).replace(u'@', "t.recurrence"_L1));
    recipe.addNamed(Target::List, u"projectId"_s, u"projects"_s, u"id"_s, u"title"_s);
    // What was deleted for good stays there empty, so that other devices hear of it.
    recipe.addFilter(u"purgedAt"_s, u"coalesce(t.purgedAt, '') = ''"_s);
    recipe.mapping.remarks.append(
        Text::tr("Checklists, contexts and attachments of Mindwtr are not taken over."));
    return recipe;
}

// All of a day is kept as the moment at which it began where the program ran, with a mark in another column.
QString dayOfChiri(const QString &column)
{
    return u"CASE WHEN t.%1_all_day = 1 AND t.%1 LIKE '%Z' THEN t.%1 || '%2' ELSE t.%1 END"_s.arg(
        column, QLatin1StringView(dayMark));
}

Recipe chiri(const QList<TableShape> &tables)
{
    // https://github.com/SapphoSys/chiri: src/lib/database/converters.ts
    Recipe recipe(tables, u"chiri"_s, u"Chiri"_s, u"tasks"_s);
    recipe.add(Target::Id, u"uid"_s);
    recipe.add(Target::Title, u"title"_s);
    recipe.add(Target::Notes, u"description"_s);
    recipe.add(Target::State, u"completed"_s);
    recipe.add(Target::State, u"status"_s, u"coalesce(nullif(t.status, ''), t.completed)"_s,
               {u"completed"_s});
    recipe.add(Target::CompletedAt, u"completed_at"_s);
    recipe.add(Target::CreatedAt, u"created_at"_s);
    recipe.add(Target::UpdatedAt, u"modified_at"_s);
    recipe.add(Target::DeletedAt, u"deleted_at"_s);
    recipe.add(Target::Priority, u"priority"_s);
    recipe.add(Target::Due, u"due_date"_s);
    recipe.add(Target::Due, u"due_date"_s, dayOfChiri(u"due_date"_s), {u"due_date_all_day"_s});
    recipe.add(Target::Start, u"start_date"_s);
    recipe.add(Target::Start, u"start_date"_s, dayOfChiri(u"start_date"_s), {u"start_date_all_day"_s});
    recipe.add(Target::Repeat, u"rrule"_s);
    recipe.add(Target::Repeat, u"rrule"_s,
               u"nullif(t.rrule, '') || CASE WHEN t.repeat_from = 1 THEN ';FROM=COMPLETION' ELSE '' END"_s,
               {u"repeat_from"_s});
    recipe.add(Target::Parent, u"parent_uid"_s, u"nullif(t.parent_uid, '')"_s);
    recipe.add(Target::Position, u"sort_order"_s);
    recipe.add(Target::Tags, u"tags"_s);
    // Ids of tags, in a JSON array.
    recipe.add(
        Target::Tags, u"tags"_s,
        u"(SELECT char(31) || group_concat(coalesce(g.name, j.value), char(31)) FROM json_each(CASE WHEN "
        "json_valid(t.tags) THEN t.tags ELSE '[]' END) AS j LEFT JOIN tags AS g ON g.id = j.value)"_s,
        {u"tags.id"_s, u"tags.name"_s});
    recipe.addNamed(Target::List, u"calendar_id"_s, u"calendars"_s, u"id"_s, u"display_name"_s);
    recipe.mapping.remarks.append(Text::tr("Reminders of Chiri are not taken over."));
    return recipe;
}

Recipe qownnotes(const QList<TableShape> &tables)
{
    Recipe recipe(tables, u"qownnotes"_s, u"QOwnNotes"_s, u"calendarItem"_s);
    recipe.add(Target::Id, u"uid"_s);
    recipe.add(Target::Title, u"summary"_s);
    recipe.add(Target::Notes, u"description"_s);
    recipe.add(Target::State, u"completed"_s);
    recipe.add(Target::CompletedAt, u"completed_date"_s);
    recipe.add(Target::CreatedAt, u"created"_s);
    recipe.add(Target::UpdatedAt, u"modified"_s);
    recipe.add(Target::Priority, u"priority"_s);
    recipe.add(Target::List, u"calendar"_s);
    recipe.add(Target::Parent, u"related_uid"_s, u"nullif(t.related_uid, '')"_s);
    recipe.mapping.priorities = iCalendarPriorities();
    // The text of the calendar knows more than the columns; what has not been sent yet is in these only. When
    // something is due is called an alarm there.
    const auto either = [](const QString &column, const QString &property) {
        return u"CASE WHEN coalesce(t.has_dirty_data, 0) = 0 THEN coalesce(%1, nullif(t.%2, '')) ELSE "
               "coalesce(nullif(t.%2, ''), %1) END"_s.arg(property, column);
    };
    const QString due = inCalendar("ics_data", "DUE");
    recipe.add(Target::Due, u"ics_data"_s, due);
    recipe.add(Target::Due, u"alarm_date"_s, either(u"alarm_date"_s, due), {u"has_dirty_data"_s});
    const QString tags = inCalendar("ics_data", "CATEGORIES");
    recipe.add(Target::Tags, u"ics_data"_s, tags);
    recipe.add(Target::Tags, u"tags"_s, either(u"tags"_s, tags), {u"has_dirty_data"_s});
    recipe.add(Target::Start, u"ics_data"_s, inCalendar("ics_data", "DTSTART"));
    recipe.add(Target::Repeat, u"ics_data"_s, inCalendar("ics_data", "RRULE"));
    return recipe;
}

// Everything that the iCalendar texts in a column say of todos.
void addCalendarTexts(Recipe &recipe, const char *column)
{
    const QString name = QLatin1StringView(column);
    const auto of = [column](const char *property) { return inCalendar(column, property); };
    recipe.add(Target::Title, name, of("SUMMARY"));
    recipe.add(Target::Notes, name, of("DESCRIPTION"));
    recipe.add(Target::State, name,
               u"coalesce(%1, CASE WHEN %2 = '100' OR %3 IS NOT NULL THEN 'completed' END)"_s.arg(
                   of("STATUS"), of("PERCENT-COMPLETE"), of("COMPLETED")));
    recipe.add(Target::CompletedAt, name, of("COMPLETED"));
    recipe.add(Target::CreatedAt, name, of("CREATED"));
    recipe.add(Target::UpdatedAt, name, of("LAST-MODIFIED"));
    recipe.add(Target::Priority, name, of("PRIORITY"));
    recipe.add(Target::Due, name, of("DUE"));
    recipe.add(Target::Start, name, of("DTSTART"));
    recipe.add(Target::Repeat, name, of("RRULE"));
    recipe.add(Target::Tags, name, of("CATEGORIES"));
    for (const char *property : {"LOCATION", "URL", "COMMENT", "CONTACT"}) {
        const QString rest = QLatin1StringView(property);
        recipe.mapping.leftOut.append(rest);
        recipe.mapping.leftOutExpressions.insert(rest, of(property));
    }
    recipe.mapping.priorities = iCalendarPriorities();
    recipe.ignoreTheRest();
}

// The cache of a calendar on a server; calendars of one's own are files (.ics).
Recipe evolution(const QList<TableShape> &tables)
{
    // https://gitlab.gnome.org/GNOME/evolution-data-server: e-cal-cache.c, e-cache.c. The columns beside the
    // iCalendar text are keys for searching: in small letters, without accents.
    Recipe recipe(tables, u"evolution"_s, u"Evolution"_s, u"ECacheObjects"_s);
    addCalendarTexts(recipe, "ECacheOBJ");
    recipe.add(Target::Id, u"ECacheUID"_s);
    recipe.add(Target::Parent, u"ECacheOBJ"_s, inCalendar("ECacheOBJ", "RELATED-TO"));
    recipe.add(Target::DeletedAt, u"ECacheState"_s, u"t.ECacheState = 4"_s); // and not told to the server yet
    recipe.add(Target::Position, u"ECacheOBJ"_s, inCalendar("ECacheOBJ", "X-GNOME-TODO-POSITION"));
    recipe.addFilter(u"ECacheOBJ"_s, u"instr(t.ECacheOBJ, 'BEGIN:VTODO') > 0"_s);
    recipe.mapping.remarks.append(Text::tr("Reminders and attachments of Evolution are not taken over."));
    return recipe;
}

// A small server of one's own keeps its calendars in such a file.
Recipe nextcloud(const QList<TableShape> &tables)
{
    // https://github.com/nextcloud/server: apps/dav/lib/Migration
    Recipe recipe(tables, u"nextcloud"_s, u"Nextcloud"_s, u"oc_calendarobjects"_s);
    addCalendarTexts(recipe, "calendardata");
    recipe.add(Target::Id, u"id"_s);
    recipe.add(
        Target::Parent, u"calendardata"_s,
        u"CASE WHEN %1 IS NOT NULL THEN (SELECT o.id FROM oc_calendarobjects AS o WHERE o.calendarid = "
        "t.calendarid AND o.uid = %1 LIMIT 1) END"_s.arg(inCalendar("calendardata", "RELATED-TO")),
        {u"uid"_s});
    recipe.add(Target::DeletedAt, u"deleted_at"_s);
    recipe.addNamed(Target::List, u"calendarid"_s, u"oc_calendars"_s, u"id"_s, u"displayname"_s);
    recipe.addComposed(Target::Owner, u"oc_calendars.principaluri"_s,
                       u"(SELECT replace(c.principaluri, 'principals/users/', '') FROM oc_calendars "
                       "AS c WHERE c.id = "
                       "t.calendarid)"_s,
                       {u"oc_calendars.principaluri"_s});
    // Seconds since 2001; a todo that was never moved is where it was made.
    recipe.add(Target::Position, u"calendardata"_s,
               u"coalesce(%1, strftime('%s', %2) - 978307200)"_s.arg(
                   inCalendar("calendardata", "X-APPLE-SORT-ORDER"), inCalendar("calendardata", "CREATED")));
    recipe.addFilter(u"componenttype"_s, u"t.componenttype = 'VTODO'"_s);
    recipe.mapping.remarks.append(Text::tr("Reminders and attachments of Nextcloud are not taken over."));
    return recipe;
}

Recipe joplin(const QList<TableShape> &tables)
{
    // https://github.com/laurent22/joplin: packages/lib/JoplinDatabase.ts. 0 is no time; later orders come
    // first.
    Recipe recipe(tables, u"joplin"_s, u"Joplin"_s, u"notes"_s);
    recipe.add(Target::Id, u"id"_s);
    recipe.add(Target::Title, u"title"_s);
    recipe.add(Target::Notes, u"body"_s);
    recipe.add(Target::State, u"todo_completed"_s);
    recipe.add(Target::CompletedAt, u"todo_completed"_s);
    recipe.add(Target::CreatedAt, u"created_time"_s);
    recipe.add(Target::CreatedAt, u"user_created_time"_s);
    recipe.add(Target::UpdatedAt, u"updated_time"_s);
    recipe.add(Target::UpdatedAt, u"user_updated_time"_s);
    recipe.add(Target::DeletedAt, u"deleted_time"_s);
    recipe.add(Target::Due, u"todo_due"_s);
    recipe.add(Target::Position, u"order"_s, u"-t.\"order\""_s);
    recipe.addNamed(Target::List, u"parent_id"_s, u"folders"_s, u"id"_s, u"title"_s);
    recipe.addComposed(
        Target::Tags, u"tags.title"_s,
        u"(SELECT char(31) || group_concat(g.title, char(31)) FROM note_tags AS j JOIN tags AS g "
        "ON g.id = j.tag_id WHERE j.note_id = t.id)"_s,
        {u"note_tags.note_id"_s, u"note_tags.tag_id"_s, u"tags.title"_s});
    recipe.addFilter(u"is_todo"_s, u"t.is_todo = 1"_s);
    if (recipe.has(u"encryption_applied"_s))
        recipe.addFilter(u"is_todo"_s, u"t.is_todo = 1 AND coalesce(t.encryption_applied, 0) = 0"_s);
    recipe.mapping.remarks.append(Text::tr(
        "Notes of Joplin that are no todos, what is encrypted, and attachments are not taken over."));
    return recipe;
}

// 2021 << 16 | 3 << 12 | 28 << 7. Older versions have seconds since 1970; templates of what repeats have a
// day in 1953 for none.
QString dayOfThings(const char *column)
{
    return QString(u"CASE WHEN t.# BETWEEN 1970 << 16 AND 2200 << 16 THEN printf('%04d-%02d-%02d', t.# >> "
                   "16, (t.# >> 12) & 15, (t.# >> 7) & 31) WHEN t.# > 2200 << 16 THEN date(t.#, "
                   "'unixepoch') END"_s)
        .replace(u'#', QLatin1StringView(column));
}

// Of Cultured Code: todos, projects and headings lie in one table.
Recipe things(const QList<TableShape> &tables)
{
    // https://github.com/thingsapi/things.py: things/database.py
    Recipe recipe(tables, u"things"_s, u"Things"_s, u"TMTask"_s);
    recipe.add(Target::Id, u"uuid"_s);
    recipe.add(Target::Title, u"title"_s);
    recipe.add(Target::Notes, u"notes"_s);
    recipe.add(Target::Notes, u"notes"_s,
               u"ltrim(coalesce(t.notes, '') || coalesce(char(10) || (SELECT group_concat(k.line, char(10)) "
               "FROM (SELECT CASE WHEN c.status = 3 THEN '- [x] ' ELSE '- [ ] ' END || coalesce(c.title, "
               "'') AS line FROM TMChecklistItem AS c WHERE c.task = t.uuid ORDER BY c.\"index\") AS k), "
               "''), char(10))"_s,
               {u"TMChecklistItem.task"_s, u"TMChecklistItem.index"_s});
    recipe.add(Target::State, u"status"_s,
               u"CASE t.status WHEN 3 THEN 'completed' WHEN 2 THEN 'cancelled' ELSE 'open' END"_s);
    recipe.add(Target::CompletedAt, u"stopDate"_s);
    recipe.add(Target::CreatedAt, u"creationDate"_s);
    recipe.add(Target::UpdatedAt, u"userModificationDate"_s);
    recipe.add(Target::Due, u"dueDate"_s, dayOfThings("dueDate"));
    recipe.add(Target::Due, u"deadline"_s, dayOfThings("deadline"));
    recipe.add(Target::Start, u"startDate"_s, dayOfThings("startDate"));
    const QString heading = recipe.has(u"heading"_s) ? u"heading"_s : u"actionGroup"_s;
    const QString project =
        u"coalesce(t.project, (SELECT h.project FROM TMTask AS h WHERE h.uuid = t.%1))"_s.arg(heading);
    recipe.add(
        Target::DeletedAt, u"trashed"_s,
        u"max(coalesce(t.trashed, 0), coalesce((SELECT p.trashed FROM TMTask AS p WHERE p.uuid = %1), 0))"_s
            .arg(project),
        {u"project"_s, heading});
    recipe.addComposed(
        Target::List, u"TMArea.title"_s,
        u"coalesce((SELECT nullif(p.title, '') FROM TMTask AS p WHERE p.uuid = %1), (SELECT a.title "
        "FROM TMArea AS a WHERE a.uuid = t.area))"_s.arg(project),
        {u"project"_s, heading, u"area"_s});
    recipe.addComposed(Target::Tags, u"TMTag.title"_s,
                       u"(SELECT char(31) || group_concat(g.title, char(31)) FROM TMTaskTag AS j JOIN TMTag "
                       "AS g ON g.uuid = j.tags WHERE j.tasks = t.uuid)"_s,
                       {u"TMTaskTag.tasks"_s, u"TMTaskTag.tags"_s, u"TMTag.title"_s});
    recipe.add(Target::Position, u"index"_s);
    // Of what repeats the template is taken only where no todo was made of it that is still open.
    recipe.addFilter(u"type"_s, u"t.type = 0"_s);
    if (recipe.has(u"rt1_repeatingTemplate"_s) && recipe.has(u"rt1_recurrenceRule"_s))
        recipe.addFilter(
            u"type"_s,
            u"t.type = 0 AND (t.rt1_recurrenceRule IS NULL OR NOT EXISTS (SELECT 1 FROM TMTask AS i "
            "WHERE i.rt1_repeatingTemplate = t.uuid AND i.status = 0 AND coalesce(i.trashed, 0) = 0))"_s);
    recipe.mapping.remarks.append(Text::tr("Projects and areas of Things become lists; their own notes and "
                                           "dates, headings, reminders and repeats are not taken over."));
    return recipe;
}

struct Program {
    std::array<const char16_t *, 5> traces; // tables and columns that only its files have together; some null
    Recipe (*make)(const QList<TableShape> &tables);
};

constexpr std::array programs{
    Program{{u"Items.content", u"Items.checked", u"Items.due", u"Items.child_order", u"Projects.name"},
            planify},
    Program{{u"Items.content", u"Items.date_added", u"Items_Labels.label_id", u"Projects.name"}, planner},
    Program{{u"TASKS.content", u"TASKS.when_date_utc", u"PROJECTS.name", u"LABELS.name"}, planner1},
    Program{{u"task_relations.relation_kind", u"label_tasks.label_id", u"tasks.done_at"}, vikunja},
    Program{{u"tasks.uuid", u"tasks.data", u"working_set.uuid", u"operations.data"}, taskwarrior},
    Program{{u"tasks.hideUntil", u"tasks.importance", u"caldav_lists.cdl_uuid"}, tasksOrg},
    Program{{u"tasks.list_uid", u"tasks.percent_complete", u"tasks.text", u"lists.uid"}, errands},
    Program{{u"tasks.isFocusedToday", u"tasks.projectId", u"tasks.status"}, mindwtr},
    Program{{u"tasks.parent_uid", u"tasks.rrule", u"tasks.sort_order", u"tasks.due_date"}, chiri},
    Program{{u"calendarItem.summary", u"calendarItem.ics_data"}, qownnotes},
    Program{{u"ECacheObjects.ECacheUID", u"ECacheObjects.ECacheOBJ", u"ECacheObjects.ECacheState"},
            evolution},
    Program{{u"oc_calendarobjects.calendardata", u"oc_calendarobjects.componenttype"}, nextcloud},
    Program{{u"notes.is_todo", u"notes.todo_due", u"notes.todo_completed", u"folders.title"}, joplin},
    Program{{u"TMTask.uuid", u"TMTask.stopDate", u"TMTask.trashed", u"TMArea.title"}, things},
};

bool isOf(const Program &program, const QList<TableShape> &tables)
{
    return std::ranges::all_of(program.traces, [&tables](const char16_t *trace) {
        if (!trace)
            return true;
        const QString text = QString::fromUtf16(trace);
        return std::ranges::any_of(tables, [&text](const TableShape &table) {
            return table.name.compare(text.section(u'.', 0, 0), Qt::CaseInsensitive) == 0 &&
                   table.column(text.section(u'.', 1));
        });
    });
}

} // namespace

base::Result<std::optional<ScoredMapping>> mapProgram(SqliteFile &file, const QList<TableShape> &tables)
{
    std::optional<Mapping> known = mapTextFormat(tables);
    for (const Program &program : programs) {
        if (!known && isOf(program, tables))
            known = program.make(tables).finished();
    }
    if (!known)
        return std::optional<ScoredMapping>();
    const auto rows = file.number(countOf(*known, {}));
    if (!rows)
        return rows.error();
    const auto table = std::ranges::find(tables, known->table, &TableShape::name);
    const auto keys =
        table == tables.cend() ? base::Result<void>() : learnWhetherIdsRepeat(file, *table, *known);
    if (!keys)
        return keys.error();
    if (const auto named = nameArchivedLists(file, *known); !named)
        return named.error();
    if (const auto learned = learnForms(file, *known); !learned)
        return learned.error();
    return std::optional(ScoredMapping{1000, *rows, *known});
}

} // namespace tusk::importer
