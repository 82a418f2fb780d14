// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/snapshotreader.h"

#include "data/repository/answerjson.h"
#include "data/session/connection.h"
#include "data/session/databasesession.h"

#include <QSet>

#include <algorithm>
#include <chrono>
#include <optional>
#include <tuple>

namespace tusk::repository
{

using base::Result;
using domain::Contents;
using domain::CopySelection;
using domain::Todo;

namespace
{

using Values = QList<std::optional<QByteArray>>;
using What = CopySelection::What;

constexpr char namesSql[] =
    "SELECT jsonb_build_object('lists', (SELECT coalesce(jsonb_agg(tusk.list_row(l) ORDER BY l.position, "
    "l.id), '[]') FROM tusk.list l), 'tags', (SELECT coalesce(jsonb_agg(tusk.tag_row(g) ORDER BY "
    "g.position, g.id), '[]') FROM tusk.tag g))";

// Which todos t are meant. The parameters: ids, whether the Inbox is among them.
QByteArray conditionSql(What what)
{
    switch (what) {
    case What::Everything:
        return "t.deleted_at IS NULL AND $1::uuid[] IS NOT NULL AND $2::boolean IS NOT NULL";
    case What::Lists:
        return "t.deleted_at IS NULL AND (t.list_id = ANY ($1::uuid[]) OR ($2::boolean AND t.list_id IS "
               "NULL))";
    case What::Todos:
        return "$2::boolean IS NOT NULL AND t.id IN (WITH RECURSIVE chosen(id) AS (SELECT unnest($1::uuid[]) "
               "UNION SELECT s.id FROM tusk.todo s JOIN chosen c ON s.parent_id = c.id WHERE s.deleted_at IS "
               "NULL) SELECT id FROM chosen)";
    }
    return {};
}

constexpr char wholeTodoSql[] =
    "SELECT jsonb_build_object('todos', coalesce(jsonb_agg(tusk.todo_row(t) || jsonb_build_object('notes', "
    "t.notes, 'notes_cut', false) ORDER BY t.id), '[]'), 'more', count(*) = 1000) FROM ";
constexpr qsizetype pageSize = 1000;

// The third parameter: after which id the page begins.
QByteArray pageSql(What what)
{
    return "WITH page AS (SELECT t.* FROM tusk.todo t WHERE " + conditionSql(what) +
           " AND ($3::uuid IS NULL OR t.id > $3::uuid) ORDER BY t.id LIMIT 1000) " + wholeTodoSql + "page t";
}

template <class Id>
QByteArray arrayOf(const QList<Id> &ids)
{
    QByteArray array = "{";
    for (const Id &id : ids)
        array += (array.size() > 1 ? "," : "") + id.toString().toLatin1();
    return array + '}';
}

// One reading, on a thread of the session.
class Reading final
{
public:
    Reading(session::Connection &connection, std::chrono::milliseconds patience)
        : m_connection(connection)
        , m_patience(patience)
    {
    }
    ~Reading()
    {
        // Nothing was changed; where an interruption keeps us from saying so, the end of the connection does.
        if (m_connection.inTransaction() && !execute("snapshot end", "ROLLBACK"))
            m_connection.close();
    }
    Q_DISABLE_COPY_MOVE(Reading)

    Result<Contents> read(const CopySelection &what, const SnapshotReader::Tell &tell);
    Result<Contents> readThere(const QList<domain::TodoId> &ids, const SnapshotReader::Tell &tell);

private:
    Result<Contents> begin(); // the transaction, and with it lists and tags
    Result<session::Answer> execute(const char *name, const QByteArray &sql, const Values &values = {})
    {
        return m_connection.execute({.name = name, .sql = sql, .values = values}, m_patience);
    }
    Result<TodoPage> page(const CopySelection &what, const QList<Todo> &before);
    Result<TodoPage> byIds(const QList<domain::TodoId> &ids);

    session::Connection &m_connection;
    const std::chrono::milliseconds m_patience;
};

Result<Contents> Reading::begin()
{
    if (const auto begun = execute("snapshot begin", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        !begun)
        return begun.error();
    const auto names = execute("snapshot names", namesSql);
    if (!names)
        return names.error();
    return namesFrom(*names);
}

Result<Contents> Reading::read(const CopySelection &what, const SnapshotReader::Tell &tell)
{
    Result<Contents> contents = begin();
    for (bool more = static_cast<bool>(contents); more;) {
        const Result<TodoPage> next = page(what, contents->todos);
        if (!next)
            return next.error();
        contents->todos.append(next->todos);
        more = next->more;
        tell(contents->todos.size());
    }
    if (contents)
        std::ranges::sort(contents->todos, {}, [](const Todo &todo) {
            return std::tuple(todo.completedAt.has_value(), todo.position, todo.id);
        });
    return contents;
}

// The parents of what was found are asked for next, until all are known.
Result<Contents> Reading::readThere(const QList<domain::TodoId> &ids, const SnapshotReader::Tell &tell)
{
    Result<Contents> contents = begin();
    if (!contents)
        return contents;
    QList<domain::TodoId> left = ids;
    QSet<domain::TodoId> asked;
    while (!left.isEmpty()) {
        QList<domain::TodoId> some;
        while (!left.isEmpty() && some.size() < pageSize) {
            const domain::TodoId id = left.takeLast();
            if (!asked.contains(id))
                some.append(id);
            asked.insert(id);
        }
        const Result<TodoPage> found = byIds(some);
        if (!found)
            return found.error();
        for (const Todo &todo : found->todos) {
            if (todo.parent)
                left.append(*todo.parent);
        }
        contents->todos.append(found->todos);
        tell(contents->todos.size());
    }
    return contents;
}

Result<TodoPage> Reading::byIds(const QList<domain::TodoId> &ids)
{
    if (ids.isEmpty())
        return TodoPage();
    const auto answer =
        execute("snapshot todos by id",
                QByteArray(wholeTodoSql) + "tusk.todo t WHERE t.id = ANY ($1::uuid[])", {arrayOf(ids)});
    return answer ? pageFrom(*answer) : Result<TodoPage>(answer.error());
}

Result<TodoPage> Reading::page(const CopySelection &what, const QList<Todo> &before)
{
    Values values;
    values.append(what.what == What::Todos ? arrayOf(what.todos) : arrayOf(what.lists));
    values.append(QByteArray(what.withInbox ? "true" : "false"));
    values.append(before.isEmpty() ? std::nullopt
                                   : std::optional(before.constLast().id.toString().toLatin1()));
    const auto answer = execute("snapshot todos", pageSql(what.what), values);
    return answer ? pageFrom(*answer) : Result<TodoPage>(answer.error());
}

} // namespace

void SnapshotReader::read(const CopySelection &what, const Tell &tell, const Done &done)
{
    run([what, patience = m_session.settings().statementTimeout](
            session::Connection &connection,
            const Tell &told) { return Reading(connection, patience).read(what, told); },
        tell, done);
}

void SnapshotReader::readThere(const QList<domain::TodoId> &ids, const Tell &tell, const Done &done)
{
    run([ids, patience = m_session.settings().statementTimeout](
            session::Connection &connection,
            const Tell &told) { return Reading(connection, patience).readThere(ids, told); },
        tell, done);
}

void SnapshotReader::run(const Read &read, const Tell &tell, const Done &done)
{
    const auto told = [home = m_inbox.address(), tell](qsizetype count) {
        home.post([tell, count] { tell(count); });
    };
    m_session.run<Contents>([read, told](session::Connection &connection) { return read(connection, told); },
                            false, m_inbox, done);
}

} // namespace tusk::repository
