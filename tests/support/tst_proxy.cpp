// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/proxy.h"
#include "support/sqlclient.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <libpq-fe.h>

#include <QElapsedTimer>

#include <poll.h>
#include <thread>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::Proxy;
using tests::SqlClient;
using tests::TestServer;

namespace
{

qint64 millisecondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return timer.elapsed();
}

// Whether the server has said anything within the time; sends the statement, waits, leaves it unread.
bool isAnsweredWithin(SqlClient &client, const char *sql, std::chrono::milliseconds limit)
{
    PQsendQuery(client.handle(), sql);
    pollfd wait{PQsocket(client.handle()), POLLIN, 0};
    return poll(&wait, 1, static_cast<int>(limit.count())) == 1;
}

} // namespace

class TestProxy final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>();
        m_settings = m_server->createDatabase();
        m_server->psql(u"CREATE TABLE todo (title text); GRANT ALL ON todo TO tusk"_s, m_settings.database);
    }

    void shouldPassEverythingOn()
    {
        const Proxy proxy(m_settings);
        SqlClient client(proxy.settings());
        QCOMPARE(client.rows(u"SELECT repeat('x', 3000000)"_s).constFirst().constFirst().size(), 3'000'000);
        QVERIFY(client.ask(u"SELECT '%1'"_s.arg(QString(3'000'000, u'y'))).ok);
        QCOMPARE(proxy.connections(), 1);
    }

    void shouldDelayByTheRoundTripAndCountThem()
    {
        Proxy proxy(m_settings);
        SqlClient client(proxy.settings());
        const int before = proxy.roundTrips();
        proxy.setRoundTrip(50ms);
        const qint64 elapsed = millisecondsOf([&client] {
            for (int i = 0; i < 4; ++i)
                client.rows(u"SELECT 1"_s);
        });
        QCOMPARE_GE(elapsed, 200);
        QCOMPARE_LT(elapsed, 400);
        QCOMPARE(proxy.roundTrips() - before, 4);
    }

    void shouldChargeTheHandshakeOfANewConnection()
    {
        // TCP handshake, request for TLS, start packet: three round trips where everyone is trusted
        Proxy proxy(m_settings);
        proxy.setRoundTrip(300ms);
        const qint64 elapsed =
            millisecondsOf([&proxy] { QVERIFY(SqlClient(proxy.settings()).isConnected()); });
        QCOMPARE_GE(elapsed, 900);
        QCOMPARE_LT(elapsed, 1200); // less than a fourth one, also on a busy machine
    }

    void shouldNotLimitThroughput()
    {
        Proxy proxy(m_settings);
        SqlClient client(proxy.settings());
        proxy.setRoundTrip(100ms);
        // 80 pieces or more, which would take 50 ms each, four seconds, if one waited for the other
        const qint64 elapsed = millisecondsOf([&client] { client.rows(u"SELECT repeat('x', 5000000)"_s); });
        QCOMPARE_GE(elapsed, 100);
        QCOMPARE_LT(elapsed, 3000);
    }

    void shouldKeepTheOrderWhenTheDelayFalls()
    {
        Proxy proxy(m_settings);
        SqlClient client(proxy.settings());
        PQenterPipelineMode(client.handle());
        proxy.setRoundTrip(200ms);
        PQsendQueryParams(client.handle(), "SELECT 1", 0, nullptr, nullptr, nullptr, nullptr, 0);
        PQpipelineSync(client.handle());
        QTest::qSleep(20); // apart, or both would travel in one piece
        proxy.setRoundTrip(0ms);
        PQsendQueryParams(client.handle(), "SELECT 2", 0, nullptr, nullptr, nullptr, nullptr, 0);
        PQpipelineSync(client.handle());
        for (const char *expected : {"1", "2"}) {
            PGresult *result = PQgetResult(client.handle());
            QCOMPARE(PQgetvalue(result, 0, 0), expected);
            PQclear(result);
            QCOMPARE(PQgetResult(client.handle()), nullptr);
            PQclear(PQgetResult(client.handle())); // the Sync
        }
    }

    void shouldCutAndAcceptAgain()
    {
        Proxy proxy(m_settings);
        SqlClient client(proxy.settings());
        QVERIFY(client.ask(u"SELECT 1"_s).ok);
        proxy.cut();
        QVERIFY(!client.ask(u"SELECT 1"_s).ok);
        QVERIFY(SqlClient(proxy.settings()).isConnected());
    }

    void shouldRefuseAndAcceptAgainOnTheSamePort()
    {
        Proxy proxy(m_settings);
        SqlClient client(proxy.settings());
        proxy.refuse();
        QVERIFY(client.ask(u"SELECT 1"_s).ok);
        const SqlClient refused(proxy.settings());
        QVERIFY2(refused.message().contains("Connection refused"_L1), qPrintable(refused.message()));
        proxy.accept();
        QVERIFY(SqlClient(proxy.settings()).isConnected());

        proxy.cut(Proxy::NewConnections::Refused);
        QVERIFY(!client.ask(u"SELECT 1"_s).ok);
        QVERIFY(!SqlClient(proxy.settings()).isConnected());
    }

    void shouldFreezeAndThaw()
    {
        Proxy proxy(m_settings);
        SqlClient client(proxy.settings());
        proxy.freeze();
        QVERIFY(!isAnsweredWithin(client, "SELECT 1", 100ms));
        proxy.thaw();
        QVERIFY(client.ask(u"SELECT 1"_s).ok);
    }

    void shouldLetNewConnectionsWaitWhileFrozen()
    {
        Proxy proxy(m_settings);
        proxy.freeze();
        bool connected = false;
        std::thread patient([&] { connected = SqlClient(proxy.settings()).isConnected(); });
        QTest::qSleep(50);
        proxy.thaw();
        patient.join();
        QVERIFY(connected);
    }

    void shouldFreezeAfterAuthentication()
    {
        Proxy proxy(m_settings);
        SqlClient before(proxy.settings());
        proxy.freezeAfterAuthentication();
        SqlClient client(proxy.settings());
        QVERIFY(client.isConnected());
        QVERIFY(!isAnsweredWithin(client, "SELECT 1", 100ms));
        QVERIFY(before.ask(u"SELECT 1"_s).ok);
        proxy.thaw();
        QVERIFY(client.ask(u"SELECT 1"_s).ok);
    }

    void shouldDropTheAnswerOfACommit()
    {
        Proxy proxy(m_settings);
        SqlClient client(proxy.settings());
        proxy.dropAnswerOfCommit();
        QVERIFY(client.ask(u"BEGIN"_s).ok);
        QVERIFY(client.ask(u"INSERT INTO todo VALUES ('kept')"_s).ok);
        QVERIFY(!client.ask(u"COMMIT"_s).ok);
        QVERIFY(!client.isConnected());
        QCOMPARE(countOf(u"kept"_s), 1);
        QCOMPARE(proxy.drops(), 1);
        // Once only
        QVERIFY(SqlClient(proxy.settings()).ask(u"INSERT INTO todo VALUES ('next')"_s).ok);
    }

    void shouldDropTheAnswerOfTheRequestThatContainsAText()
    {
        Proxy proxy(m_settings);
        SqlClient client(proxy.settings());
        proxy.dropAnswerOfCommit("chosen");
        QVERIFY(client.ask(u"SELECT 1"_s).ok);
        const char *value = "chosen";
        PGresult *result = PQexecParams(client.handle(), "INSERT INTO todo VALUES ($1)", 1, nullptr, &value,
                                        nullptr, nullptr, 0);
        QCOMPARE(PQresultStatus(result), PGRES_FATAL_ERROR);
        PQclear(result);
        QCOMPARE(countOf(u"chosen"_s), 1);
    }

    void shouldDropARequestBeforeTheServerSeesIt()
    {
        Proxy proxy(m_settings);
        SqlClient client(proxy.settings());
        proxy.dropRequest("lost");
        QVERIFY(client.ask(u"SELECT 1"_s).ok);
        QVERIFY(!client.ask(u"INSERT INTO todo VALUES ('lost')"_s).ok);
        QCOMPARE(countOf(u"lost"_s), 0);
        QCOMPARE(proxy.drops(), 1);
    }

    void shouldPassCopyAndPipelinesWhileWaitingForADrop()
    {
        Proxy proxy(m_settings);
        SqlClient client(proxy.settings());
        proxy.dropRequest("never sent");
        QVERIFY(!client.ask(u"COPY todo FROM STDIN"_s).ok); // neither rows nor done: it waits for data
        QCOMPARE(PQputCopyData(client.handle(), "copied\n", 7), 1);
        QCOMPARE(PQputCopyEnd(client.handle(), nullptr), 1);
        while (PGresult *result = PQgetResult(client.handle()))
            PQclear(result);
        QCOMPARE(countOf(u"copied"_s), 1);
        QVERIFY(client.ask(u"SELECT 1"_s).ok);
    }

    void shouldReportAServerThatIsGone()
    {
        TestServer server;
        const Proxy proxy(server.createDatabase());
        SqlClient client(proxy.settings());
        server.kill9();
        QVERIFY(!client.ask(u"SELECT 1"_s).ok);
        QVERIFY(!SqlClient(proxy.settings()).isConnected());
        server.start();
        QVERIFY(SqlClient(proxy.settings()).isConnected());
        QTRY_COMPARE(proxy.openConnections(), 0);
    }

private:
    [[nodiscard]] int countOf(const QString &title) const
    {
        const QString sql = u"SELECT count(*) FROM todo WHERE title = '%1'"_s.arg(title);
        return m_server->psql(sql, m_settings.database).constFirst().constFirst().toInt();
    }

    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;
};

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
