// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/pgtodoreader.h"

#include "data/migration/migrationhistory.h"
#include "data/repository/answerjson.h"
#include "data/repository/openingquery.h"
#include "data/repository/pagequery.h"
#include "data/session/databasesession.h"

#include <QCoreApplication>

#include <algorithm>

namespace tusk::repository
{

namespace
{

using Values = QList<std::optional<QByteArray>>;

base::Error schemaMissing()
{
    base::Error error;
    error.kind = base::ErrorKind::SchemaMissing;
    error.sentence = QCoreApplication::translate("Repository", "This database has no Tusk tables yet, or "
                                                               "older ones.");
    return error;
}

// undefined_table, undefined_function, undefined_column, invalid_schema_name: what an older schema lacks.
bool meansOldSchema(const base::Error &error)
{
    static constexpr const char *states[] = {"42P01", "42883", "42703", "3F000"};
    return std::ranges::any_of(states, [&error](const char *state) { return error.sqlState == state; });
}

// What stops a migration stops the opening too: such a database may hold anything.
base::Result<OpeningState> checkedOpening(base::Result<OpeningState> state,
                                          const base::Result<migration::MigrationCatalog> &schema)
{
    if (!state) {
        if (!meansOldSchema(state.error()))
            return state;
        base::Error error = schemaMissing();
        error.detail = state.error().detail;
        return error;
    }
    if (!schema)
        return schema.error();
    const auto plan = migration::planFor(*schema, state->migrations);
    if (!plan)
        return plan.error();
    return plan->pending.isEmpty() ? std::move(state) : schemaMissing();
}

// The first or last UUID that begins with these hexadecimal digits.
QByteArray uuidBound(const QString &digits, char filler)
{
    return digits.toLatin1().leftJustified(32, filler);
}

QByteArray arrayOf(const QList<domain::TodoId> &ids)
{
    QByteArray array = "{";
    for (const domain::TodoId &id : ids)
        array += (array.size() > 1 ? "," : "") + id.toString().toLatin1();
    return array + '}';
}

QByteArray wholeTodos(const char *column)
{
    return "SELECT jsonb_build_object('todos', coalesce(jsonb_agg(tusk.todo_row(t) || "
           "jsonb_build_object('notes', t.notes, 'notes_cut', false) ORDER BY t.position, t.id), '[]'), "
           "'more', false) FROM tusk.todo t WHERE t." +
           QByteArray(column) + " = ANY ($1::uuid[])";
}

} // namespace

PgTodoReader::PgTodoReader(session::DatabaseSession &session,
                           base::Result<migration::MigrationCatalog> schema)
    : m_session(session)
    , m_schema(std::move(schema))
{
}

void PgTodoReader::open(domain::InstallationId installation, const PageRequest &firstPage,
                        const base::Inbox &inbox, Done<OpeningState> done)
{
    m_session.request<OpeningState>({openingStatement(installation, firstPage)}, openingStateFrom, inbox,
                                    [done = std::move(done), expected = m_schema,
                                     day = firstPage.today](base::Result<OpeningState> state) {
                                        if (state)
                                            state->day = day;
                                        done(checkedOpening(std::move(state), expected));
                                    });
}

void PgTodoReader::page(const PageRequest &request, const base::Inbox &inbox, Done<TodoPage> done)
{
    Values values;
    const QByteArray sql = pageQuery(request, values);
    m_session.request<TodoPage>({{"page", sql, values}}, pageFrom, inbox, std::move(done));
}

void PgTodoReader::todos(const QList<domain::TodoId> &ids, const base::Inbox &inbox, Done<TodoPage> done)
{
    m_session.request<TodoPage>({{"todos", wholeTodos("id"), {arrayOf(ids)}}}, pageFrom, inbox,
                                std::move(done));
}

void PgTodoReader::subtasks(const QList<domain::TodoId> &parents, const base::Inbox &inbox,
                            Done<TodoPage> done)
{
    m_session.request<TodoPage>({{"subtasks", wholeTodos("parent_id"), {arrayOf(parents)}}}, pageFrom, inbox,
                                std::move(done));
}

void PgTodoReader::todosByPrefix(const QString &prefix, int limit, const base::Inbox &inbox,
                                 Done<TodoPage> done)
{
    QString digits = prefix;
    digits.remove(u'-');
    m_session.request<TodoPage>(
        {{"todos by prefix",
          "SELECT jsonb_build_object('todos', coalesce(jsonb_agg(tusk.todo_row(t) || "
          "jsonb_build_object('notes', t.notes, "
          "'notes_cut', false) ORDER BY t.position, t.id), '[]'), 'more', false) FROM (SELECT * FROM "
          "tusk.todo WHERE id "
          "BETWEEN $1::uuid AND $2::uuid ORDER BY id LIMIT $3::integer) AS t",
          {uuidBound(digits, '0'), uuidBound(digits, 'f'), QByteArray::number(limit)}}},
        pageFrom, inbox, std::move(done));
}

void PgTodoReader::changesSince(const QByteArray &snapshot, const base::Inbox &inbox, Done<CatchUp> done)
{
    m_session.request<CatchUp>({{"changes since", "SELECT tusk.changes_since($1::xid8)", {snapshot}}},
                               catchUpFrom, inbox, std::move(done));
}

void PgTodoReader::history(int limit, const base::Inbox &inbox, Done<QList<ActionSummary>> done)
{
    m_session.request<QList<ActionSummary>>(
        {{"history",
          "SELECT jsonb_build_object('actions', coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'kind', "
          "a.kind, 'label', "
          "a.label, 'installation', a.installation, 'target', a.target, 'applied_at', "
          "tusk.instant(a.applied_at), 'undone', "
          "a.undone_by IS NOT NULL, 'import', CASE WHEN a.kind = 'import' THEN (SELECT i.id FROM tusk.import "
          "i "
          "WHERE i.action_id = a.id LIMIT 1) END) ORDER BY a.sequence DESC), '[]')) FROM (SELECT * FROM "
          "tusk.action ORDER "
          "BY sequence "
          "DESC LIMIT $1::integer) AS a",
          {QByteArray::number(limit)}}},
        historyFrom, inbox, std::move(done));
}

} // namespace tusk::repository
