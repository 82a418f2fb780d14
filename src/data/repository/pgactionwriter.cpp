// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/pgactionwriter.h"

#include "base/uuidv7.h"
#include "data/repository/answerjson.h"
#include "data/repository/knowndatabase.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <chrono>

namespace tusk::repository
{

namespace
{

using namespace std::chrono_literals;

// What is taken back may be an import of a million todos. A dead network is noticed by the keepalives.
constexpr auto patienceWithUndo = 30min;

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
    if (action.kind == domain::ActionKind::Undo)
        statement.limit = patienceWithUndo;
    else if (m_silence.count() > 0)
        statement.limit = m_silence;
    m_session.request<ActionAnswer>(std::move(statement), whereItIsTheOne<ActionAnswer>(actionAnswerFrom),
                                    inbox, [done = std::move(done)](base::Result<ActionAnswer> answer) {
                                        done(answer ? std::move(answer) : asRefusal(answer.error()));
                                    });
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
