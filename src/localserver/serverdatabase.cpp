// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/serverdatabase.h"

#include "localserver/clusterfiles.h"
#include "localserver/failures.h"

#include <libpq-fe.h>

#include <QFile>
#include <QRegularExpression>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace tusk::localserver
{

namespace
{

constexpr const char *templateDatabase = "template1"; // the one that every cluster has

// What came of one attempt.
struct Outcome {
    enum class Kind { Done, Failed, TimedOut, Cancelled };
    Kind kind = Kind::Done;
    QByteArray sqlState;
    QString detail;
    int rows = 0;
};

Outcome stopped(Waited waited)
{
    return {waited == Waited::Cancelled ? Outcome::Kind::Cancelled : Outcome::Kind::TimedOut, {}, {}};
}

// A connection whose waiting ends at the deadline and can be cancelled, which libpq's blocking calls cannot.
class Connection final
{
public:
    Connection(QDeadlineTimer deadline, const Cancellation &cancellation)
        : m_deadline(deadline)
        , m_cancellation(cancellation)
    {
    }

    [[nodiscard]] Outcome open(const ServerAddress &address, const char *database);
    [[nodiscard]] Outcome run(const char *statement);

private:
    [[nodiscard]] Outcome failed() const;
    [[nodiscard]] Waited waitForSocket(short events) const
    {
        return waitFor({{PQsocket(m_connection.get()), events, 0}}, m_deadline, m_cancellation);
    }

    struct Finish {
        void operator()(PGconn *connection) const { PQfinish(connection); }
    };
    std::unique_ptr<PGconn, Finish> m_connection;
    QDeadlineTimer m_deadline;
    const Cancellation &m_cancellation;
};

Outcome Connection::failed() const
{
    // A failed connection has its SQLSTATE in the text only: "FATAL:  3D000: database ... does not exist".
    static const QRegularExpression state(u":  ([0-9A-Z]{5}): "_s);
    const QString text = QString::fromUtf8(PQerrorMessage(m_connection.get()));
    return {Outcome::Kind::Failed, state.match(text).captured(1).toLatin1(), text};
}

Outcome Connection::open(const ServerAddress &address, const char *database)
{
    const QByteArray host = QFile::encodeName(address.socketFolder);
    const QByteArray port = QByteArray::number(address.port);
    const std::array<const char *, 7> keys{"host", "port", "user", "dbname", "options", "application_name",
                                           nullptr};
    // Options although nothing needs them: what is not named libpq takes from the environment.
    const std::array<const char *, 7> values{host.constData(), port.constData(), roleName, database,
                                             "-c jit=off",     "tusk",           nullptr};
    m_connection.reset(PQconnectStartParams(keys.data(), values.data(), 0));
    PQsetErrorVerbosity(m_connection.get(), PQERRORS_VERBOSE);
    PostgresPollingStatusType status = PGRES_POLLING_WRITING;
    while (status == PGRES_POLLING_READING || status == PGRES_POLLING_WRITING) {
        if (PQstatus(m_connection.get()) == CONNECTION_BAD)
            return failed();
        const Waited waited = waitForSocket(status == PGRES_POLLING_READING ? POLLIN : POLLOUT);
        if (waited != Waited::Ready)
            return stopped(waited);
        status = PQconnectPoll(m_connection.get());
    }
    return status == PGRES_POLLING_OK ? Outcome() : failed();
}

Outcome Connection::run(const char *statement)
{
    if (PQsendQuery(m_connection.get(), statement) == 0)
        return failed();
    Outcome outcome;
    for (;;) {
        while (PQisBusy(m_connection.get()) != 0) {
            if (const Waited waited = waitForSocket(POLLIN); waited != Waited::Ready)
                return stopped(waited);
            if (PQconsumeInput(m_connection.get()) == 0)
                return failed();
        }
        const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQgetResult(m_connection.get()), &PQclear);
        if (!result)
            return outcome;
        outcome.rows = PQntuples(result.get());
        if (PQresultStatus(result.get()) == PGRES_FATAL_ERROR) {
            outcome.kind = Outcome::Kind::Failed;
            outcome.sqlState = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
            outcome.detail = QString::fromUtf8(PQresultErrorMessage(result.get()));
        }
    }
}

base::Result<void> asResult(const Outcome &outcome, const ServerAddress &address)
{
    constexpr const char *diskFull = "53100";
    switch (outcome.kind) {
        using enum Outcome::Kind;
    case Done:
        return {};
    case Cancelled:
        return failures::cancelled();
    case TimedOut:
        return failures::startTakesTooLong(u"no answer on %1"_s.arg(address.socketFolder));
    case Failed:
        break;
    }
    base::Error error = outcome.sqlState == diskFull
                            ? failures::diskFull(address.socketFolder, outcome.detail)
                            : failures::databaseRefused(outcome.detail);
    error.sqlState = outcome.sqlState;
    return error;
}

base::Result<void> createDatabase(const ServerAddress &address, QDeadlineTimer deadline,
                                  const Cancellation &cancellation)
{
    constexpr const char *alreadyThere = "42P04";
    Connection connection(deadline, cancellation);
    if (const Outcome opened = connection.open(address, templateDatabase); opened.kind != Outcome::Kind::Done)
        return asResult(opened, address);
    const Outcome rules = connection.run("SELECT FROM pg_catalog.pg_collation WHERE collname = 'und-x-icu'");
    if (rules.kind == Outcome::Kind::Done && rules.rows == 0)
        return failures::languageSupportMissing(u"no collation und-x-icu"_s);
    if (rules.kind != Outcome::Kind::Done)
        return asResult(rules, address);
    const QByteArray statement = QByteArray("CREATE DATABASE ") + databaseName;
    const Outcome created = connection.run(statement.constData());
    return created.sqlState == alreadyThere ? base::Result<void>() : asResult(created, address);
}

} // namespace

base::Result<void> ensureDatabase(const ServerAddress &address, QDeadlineTimer deadline,
                                  const Cancellation &cancellation)
{
    constexpr const char *databaseMissing = "3D000";
    constexpr const char *startingUp = "57P03";
    constexpr const char *allConnectionsTaken = "53300";
    Backoff backoff(deadline);
    for (;;) {
        Connection connection(deadline, cancellation);
        const Outcome opened = connection.open(address, databaseName);
        if (opened.sqlState == databaseMissing)
            return createDatabase(address, deadline, cancellation);
        // Busy is still there: whoever connects later waits for a free place.
        if (opened.sqlState == allConnectionsTaken)
            return {};
        if (opened.sqlState != startingUp)
            return asResult(opened, address);
        if (const Waited waited = backoff.pause(cancellation); waited != Waited::Ready)
            return asResult(stopped(waited), address);
    }
}

} // namespace tusk::localserver
