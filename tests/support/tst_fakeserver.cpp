// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/fakeserver.h"
#include "support/sqlclient.h"
#include "support/testcase.h"

#include <libpq-fe.h>

#include <QElapsedTimer>

#include <poll.h>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::FakeServer;
using tests::SqlClient;

class TestFakeServer final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldRefuseWithTheGivenError()
    {
        const FakeServer server({.sqlState = "XX000", .message = "Couldn't connect to compute node"});
        const SqlClient client(server.settings());
        QVERIFY(!client.isConnected());
        QVERIFY2(client.message().contains("FATAL:  Couldn't connect to compute node"_L1),
                 qPrintable(client.message()));
        QCOMPARE_GE(server.connections(), 1);
    }

    void shouldAnswerAfterTheDelay()
    {
        const FakeServer server({.sqlState = "28P01", .message = "no", .delay = 80ms});
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!SqlClient(server.settings()).isConnected());
        QCOMPARE_GE(timer.elapsed(), 80);
    }

    void shouldFailAtTheFirstStatementWithoutACode()
    {
        const FakeServer server({.message = "server login has been failing",
                                 .when = FakeServer::Failure::When::AtFirstStatement});
        SqlClient client(server.settings());
        QVERIFY(client.isConnected());
        const SqlClient::Answer answer = client.ask(u"SELECT 1"_s);
        QVERIFY(!answer.ok);
        QCOMPARE(answer.sqlState, "");
        QVERIFY(answer.message.contains("server login has been failing"_L1));
    }

    void shouldBreakAtTheEncryption()
    {
        const FakeServer server({.breaks = FakeServer::Failure::Breaks::AtEncryption});
        auto settings = server.settings();
        settings.sslMode = u"require"_s;
        const SqlClient client(settings);
        QVERIFY(!client.isConnected());
        QVERIFY2(client.message().contains("SSL error"_L1), qPrintable(client.message()));
    }

    void shouldCutTheLogin()
    {
        const FakeServer server({.breaks = FakeServer::Failure::Breaks::AtLogin});
        auto settings = server.settings();
        settings.sslMode = u"disable"_s;
        const SqlClient client(settings);
        QVERIFY(!client.isConnected());
        QVERIFY2(client.message().contains("closed the connection unexpectedly"_L1),
                 qPrintable(client.message()));
    }

    void shouldBeABlackHoleWithoutAFailure()
    {
        const FakeServer server;
        const auto settings = server.settings();
        PGconn *connection =
            PQconnectStart(u"host=%1 port=%2"_s.arg(settings.host).arg(settings.port).toUtf8().constData());
        QTRY_COMPARE(server.connections(), 1);
        QTRY_COMPARE(PQconnectPoll(connection), PGRES_POLLING_READING); // has asked, waits for the answer
        pollfd wait{PQsocket(connection), POLLIN, 0};
        QCOMPARE(poll(&wait, 1, 100), 0);
        PQfinish(connection);
    }
};

QTEST_GUILESS_MAIN(TestFakeServer)
#include "tst_fakeserver.moc"
