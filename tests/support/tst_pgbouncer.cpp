// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/noisyneighbours.h"
#include "support/pgbouncer.h"
#include "support/sqlclient.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <libpq-fe.h>

#include <QSet>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::NoisyNeighbours;
using tests::PgBouncer;
using tests::SqlClient;
using tests::TestServer;

namespace
{

// What a driver does that prepares by SQL; the SQLSTATE of the first failure, or nothing.
QByteArray prepareAndExecute(SqlClient &client, int times)
{
    for (int i = 0; i < times; ++i) {
        const QString name = u"statement_%1"_s.arg(i);
        for (const QString &sql : {u"PREPARE %1 AS SELECT 1"_s, u"EXECUTE %1"_s, u"DEALLOCATE %1"_s}) {
            const SqlClient::Answer answer = client.ask(sql.arg(name));
            if (!answer.ok)
                return answer.sqlState;
        }
    }
    return {};
}

} // namespace

class TestPgBouncer final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>();
        m_direct = m_server->createDatabase();
        m_pooler = std::make_unique<PgBouncer>(*m_server);
    }

    void shouldHideWhatBreaksFromASingleClient()
    {
        SqlClient client(m_pooler->pooled(m_direct));
        QCOMPARE(prepareAndExecute(client, 30), "");
    }

    void shouldBreakPreparedStatementsAmongNeighbours()
    {
        const NoisyNeighbours neighbours(m_pooler->pooled(m_direct));
        SqlClient client(m_pooler->pooled(m_direct));
        QCOMPARE(prepareAndExecute(client, 100), "26000");
        QCOMPARE(neighbours.failures(), 0);
    }

    void shouldHandServersAroundAmongNeighbours()
    {
        const NoisyNeighbours neighbours(m_pooler->pooled(m_direct));
        SqlClient client(m_pooler->pooled(m_direct));
        QSet<QString> backends;
        for (int i = 0; i < 2000 && backends.size() < 3; ++i)
            backends.insert(client.rows(u"SELECT pg_backend_pid()"_s).constFirst().constFirst());
        QCOMPARE(backends.size(), 3);
    }

    void shouldRunUnnamedStatementsAmongNeighbours()
    {
        const NoisyNeighbours neighbours(m_pooler->pooled(m_direct));
        const SqlClient client(m_pooler->pooled(m_direct));
        for (int i = 0; i < 100; ++i) {
            PGresult *result =
                PQexecParams(client.handle(), "SELECT 1", 0, nullptr, nullptr, nullptr, nullptr, 0);
            QCOMPARE(PQresultStatus(result), PGRES_TUPLES_OK);
            PQclear(result);
        }
    }

    void shouldRefuseTheStartParameterOptions()
    {
        PGconn *connection = PQconnectdb(u"host=%1 port=%2 user=tusk dbname=%3 options='-c geqo=off'"_s
                                             .arg(m_pooler->pooled(m_direct).host)
                                             .arg(m_pooler->pooled(m_direct).port)
                                             .arg(m_direct.database)
                                             .toUtf8()
                                             .constData());
        QVERIFY(QByteArrayView(PQerrorMessage(connection)).contains("unsupported startup parameter"));
        PQfinish(connection);
    }

    void shouldKnowTheWayPastThePooler()
    {
        const auto pooled = m_pooler->pooled(m_direct);
        QVERIFY(pooled.host != m_direct.host);
        QCOMPARE(pooled.direct().host, m_direct.host);
        QCOMPARE(pooled.direct().port, m_direct.port);
    }

    void shouldComeBackAfterAStop()
    {
        SqlClient client(m_pooler->pooled(m_direct));
        m_pooler->stop();
        QVERIFY(!client.ask(u"SELECT 1"_s).ok);
        QVERIFY(!SqlClient(m_pooler->pooled(m_direct)).isConnected());
        m_pooler->start();
        QVERIFY(SqlClient(m_pooler->pooled(m_direct)).ask(u"SELECT 1"_s).ok);
    }

private:
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<PgBouncer> m_pooler;
    base::ConnectionSettings m_direct;
};

QTEST_GUILESS_MAIN(TestPgBouncer)
#include "tst_pgbouncer.moc"
