// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/sqlclient.h"

#include "support/failure.h"

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

using ResultPtr = std::unique_ptr<PGresult, decltype(&PQclear)>;

QStringList readRow(const PGresult *result, int row)
{
    QStringList values;
    for (int column = 0; column < PQnfields(result); ++column)
        values.append(PQgetisnull(result, row, column) ? QString()
                                                       : QString::fromUtf8(PQgetvalue(result, row, column)));
    return values;
}

} // namespace

SqlClient::SqlClient(const base::ConnectionSettings &settings)
{
    // The keywords that may be empty are left out by libpq itself.
    const QList<std::pair<const char *, QByteArray>> options{
        {"host", settings.host.toUtf8()},
        {"port", QByteArray::number(settings.port)},
        {"dbname", settings.database.toUtf8()},
        {"user", settings.user.toUtf8()},
        {"password", settings.password.toUtf8()},
        {"sslmode", settings.sslMode.toUtf8()},
        {"application_name", settings.applicationName.toUtf8()},
        {"client_encoding", "UTF8"},
        {"connect_timeout", "20"},
    };
    QList<const char *> keywords;
    QList<const char *> values;
    for (const auto &[keyword, value] : options) {
        keywords.append(keyword);
        values.append(value.constData());
    }
    keywords.append(nullptr);
    values.append(nullptr);
    m_connection.reset(PQconnectdbParams(keywords.constData(), values.constData(), 0));
}

bool SqlClient::isConnected() const
{
    return PQstatus(m_connection.get()) == CONNECTION_OK;
}

QString SqlClient::message() const
{
    return QString::fromUtf8(PQerrorMessage(m_connection.get())).trimmed();
}

int SqlClient::backendPid() const
{
    return PQbackendPID(m_connection.get());
}

SqlClient::Answer SqlClient::ask(const QString &sql)
{
    const ResultPtr result(PQexec(m_connection.get(), sql.toUtf8().constData()), &PQclear);
    const ExecStatusType status = PQresultStatus(result.get());
    Answer answer;
    answer.ok = status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY;
    if (!answer.ok) {
        answer.sqlState = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
        answer.message = message();
    }
    for (int row = 0; row < PQntuples(result.get()); ++row)
        answer.rows.append(readRow(result.get(), row));
    return answer;
}

QList<QStringList> SqlClient::rows(const QString &sql)
{
    const Answer answer = ask(sql);
    if (!answer.ok)
        giveUp(u"%1\nfailed: %2"_s.arg(sql, answer.message));
    return answer.rows;
}

void SqlClient::Closer::operator()(pg_conn *connection) const
{
    PQfinish(connection);
}

} // namespace tusk::tests
