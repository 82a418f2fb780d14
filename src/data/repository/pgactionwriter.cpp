// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/pgactionwriter.h"

#include "base/uuidv7.h"
#include "data/repository/answerjson.h"
#include "data/session/databasesession.h"

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
    session::DatabaseSession::Request statement;
    statement.statement = {"apply action",
                           "SELECT tusk.apply_action($1::jsonb)",
                           {QJsonDocument(request).toJson(QJsonDocument::Compact)}};
    statement.ordering = session::Ordering::InOrder;
    if (action.kind == domain::ActionKind::Undo)
        statement.limit = patienceWithUndo;
    m_session.request<ActionAnswer>(std::move(statement), actionAnswerFrom, inbox,
                                    [done = std::move(done)](base::Result<ActionAnswer> answer) {
                                        done(answer ? std::move(answer) : asRefusal(answer.error()));
                                    });
}

void PgActionWriter::emptyTrash(const QString &label, domain::InstallationId installation,
                                const base::Inbox &inbox, std::function<void(base::Result<bool>)> done)
{
    const QJsonObject request{{QLatin1StringView("id"), domain::ActionId(base::makeUuidV7()).toString()},
                              {QLatin1StringView("label"), label},
                              {QLatin1StringView("installation"), installation.toString()}};
    session::DatabaseSession::Request statement;
    statement.statement = {"empty trash",
                           "SELECT tusk.empty_trash($1::jsonb)",
                           {QJsonDocument(request).toJson(QJsonDocument::Compact)}};
    statement.ordering = session::Ordering::InOrder;
    m_session.request<bool>(
        std::move(statement),
        [](const session::Answer &answer) { return base::Result<bool>(answer.scalar() == "t"); }, inbox,
        std::move(done));
}

} // namespace tusk::repository
