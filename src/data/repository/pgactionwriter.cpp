// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/pgactionwriter.h"

#include "base/uuidv7.h"
#include "data/repository/answerjson.h"
#include "data/repository/knowndatabase.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <chrono>

namespace tusk::repository
{

namespace
{

using namespace std::chrono_literals;

// An import may have brought a million todos. A dead network is noticed by the keepalives.
constexpr std::chrono::milliseconds longestPatience = 30min;
// Fewer are done before anybody could take the server for a frozen one; more take their time.
constexpr qsizetype quickTodos = 1'000;
constexpr auto patienceForTodo = 5ms;
constexpr int moreTime = 4; // times what was not enough

// A server that stopped when it was asked to is not frozen: it has too much to do.
bool neededLonger(const base::Error &error)
{
    return error.kind == base::ErrorKind::Timeout && error.sqlState == "57014";
}

// Classes 22 (data exception) and 23 (integrity constraint violation): sending the same again changes
// nothing.
base::Error asRefusal(base::Error error)
{
    if (error.sqlState.startsWith("22") || error.sqlState.startsWith("23")) {
        error.kind = base::ErrorKind::InvalidInput;
        error.sentence =
            QCoreApplication::translate("Repository", "The database refused this change because it breaks "
                                                      "one of its rules; nothing was changed there.");
    }
    return error;
}

// No row: the statement found another database than it was meant for, and did nothing.
template <class T, class Decode>
std::function<base::Result<T>(const session::Answer &)> whereItIsTheOne(Decode decode)
{
    return [decode](const session::Answer &answer) {
        return answer.rows.isEmpty() ? base::Result<T>(otherDatabaseError())
                                     : base::Result<T>(decode(answer));
    };
}

} // namespace

PgActionWriter::PgActionWriter(session::DatabaseSession &session)
    : m_session(session)
{
}

void PgActionWriter::apply(const domain::Action &action, domain::InstallationId installation,
                           const base::Inbox &inbox, Done done)
{
    QJsonObject request = domain::toWireJson(action);
    request.insert(QLatin1StringView("installation"), installation.toString());
    session::DatabaseSession::Request statement = requestOf("apply action", "tusk.apply_action", request);
    const std::chrono::milliseconds limit = patienceWith(action);
    statement.limit = limit;
    m_session.request<ActionAnswer>(
        std::move(statement), whereItIsTheOne<ActionAnswer>(actionAnswerFrom), inbox,
        [slow = m_slow, id = action.id, limit, done = std::move(done)](base::Result<ActionAnswer> answer) {
            if (!answer && neededLonger(answer.error()))
                *slow = {id, std::min(moreTime * limit, longestPatience)};
            done(answer ? std::move(answer) : asRefusal(answer.error()));
        });
}

std::chrono::milliseconds PgActionWriter::patienceWith(const domain::Action &action) const
{
    if (action.takesLong)
        return longestPatience;
    const std::chrono::milliseconds usual = m_session.settings().statementTimeout;
    std::chrono::milliseconds fitting = usual;
    if (action.todos.size() > quickTodos)
        fitting += action.todos.size() * patienceForTodo;
    return m_slow->action == action.id ? std::max(m_slow->limit, fitting) : fitting;
}

void PgActionWriter::emptyTrash(const QString &label, domain::InstallationId installation,
                                const base::Inbox &inbox, std::function<void(base::Result<bool>)> done)
{
    const QJsonObject request{{QLatin1StringView("id"), domain::ActionId(base::makeUuidV7()).toString()},
                              {QLatin1StringView("label"), label},
                              {QLatin1StringView("installation"), installation.toString()}};
    m_session.request<bool>(requestOf("empty trash", "tusk.empty_trash", request),
                            whereItIsTheOne<bool>([](const session::Answer &answer) {
                                return base::Result<bool>(answer.scalar() == "t");
                            }),
                            inbox, std::move(done));
}

// The identity is looked at in the same statement: a pooler, or a connection that was made anew, may lead
// elsewhere at any time.
session::DatabaseSession::Request PgActionWriter::requestOf(const QByteArray &name,
                                                            const QByteArray &function,
                                                            const QJsonObject &argument) const
{
    session::DatabaseSession::Request request;
    request.statement = {name,
                         QByteArray("SELECT " + function + "($1::jsonb)"),
                         {QJsonDocument(argument).toJson(QJsonDocument::Compact)}};
    if (!m_database.isNull()) {
        request.statement.sql += " FROM tusk.database WHERE id = $2::uuid";
        request.statement.values.append(m_database.toString().toLatin1());
    }
    request.ordering = session::Ordering::InOrder;
    return request;
}

} // namespace tusk::repository
