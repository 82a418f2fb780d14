// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/localserver.h"
#include "localserver/servercontrol.h"
#include "sandbox.h"
#include "support/sqlclient.h"
#include "support/testcase.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSignalSpy>
#include <QThread>
#include <QTimer>

#include <csignal>

using namespace tusk;
using namespace tusk::localserver;
using namespace Qt::StringLiterals;
using tests::Sandbox;
using tests::SqlClient;

namespace
{

constexpr int patience = 20'000; // milliseconds, for machines that are busy

} // namespace

// The server as a window has it.
class TestLocalServer final : public tests::TestCase
{
    Q_OBJECT

    using Answer = std::optional<base::Result<base::ConnectionSettings>>;

    std::unique_ptr<Sandbox> m_sandbox;

    void prepare() override { m_sandbox = std::make_unique<Sandbox>(); }
    [[nodiscard]] ServerStatus status() const
    {
        const base::Result<ServerStatus> status =
            ServerControl(m_sandbox->environment(), m_sandbox->location()).status();
        return status ? *status : ServerStatus();
    }
    // Starts and waits for the answer.
    [[nodiscard]] static base::ConnectionSettings start(LocalServer &server)
    {
        Answer answer;
        server.start(
            [&answer](base::Result<base::ConnectionSettings> result) { answer = std::move(result); });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, patience))
            qWarning() << "no answer";
        return answer && *answer ? **answer : base::ConnectionSettings();
    }

private Q_SLOTS:
    void cleanup() { m_sandbox.reset(); }

    void shouldStartWithoutHoldingUpTheCaller()
    {
        LocalServer server(m_sandbox->environment());
        QSignalSpy states(&server, &LocalServer::stateChanged);
        qint64 longestPause = 0;
        QElapsedTimer sinceTick;
        QTimer ticks;
        connect(&ticks, &QTimer::timeout, this,
                [&] { longestPause = qMax(longestPause, sinceTick.restart()); });
        ticks.start(1);
        sinceTick.start();
        Answer answer;
        QThread *answeredOn = nullptr;

        QElapsedTimer call;
        call.start();
        server.start([&](base::Result<base::ConnectionSettings> result) {
            answer = std::move(result);
            answeredOn = QThread::currentThread();
        });
        const qint64 inCall = call.elapsed();
        QVERIFY(!answer);
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), patience);

        const qint64 inAll = call.elapsed();
        QVERIFY(answer->hasValue());
        QCOMPARE(answeredOn, thread());
        QVERIFY(SqlClient(**answer).isConnected());
        // initdb is by far the longest part; a pause as long as that would be ours.
        QCOMPARE_LT(inCall, inAll / 4);
        QCOMPARE_LT(longestPause, inAll / 4);
        QList<ServerState> seen;
        for (const QList<QVariant> &arguments : states)
            seen.append(arguments.value(0).value<ServerState>());
        QCOMPARE(seen, QList({ServerState::Initialising, ServerState::Starting, ServerState::Running}));
        QCOMPARE(server.state(), ServerState::Running);
    }

    void shouldStopWithItsLastUserAndSayWhenThatIsDone()
    {
        m_sandbox->addCluster();
        LocalServer server(m_sandbox->environment());
        QVERIFY(!start(server).host.isEmpty());
        QSignalSpy ended(&server, &LocalServer::ended);

        std::optional<base::Result<void>> released;
        server.release([&released](base::Result<void> result) { released = std::move(result); });
        QTRY_VERIFY_WITH_TIMEOUT(released.has_value(), patience);

        QVERIFY(released->hasValue());
        QVERIFY(!status().running);
        QCOMPARE(server.state(), ServerState::Stopped);
        QCOMPARE(ended.size(), 0);
    }

    void shouldTellThatTheServerDiedAndBringItBack()
    {
        m_sandbox->addCluster();
        LocalServer server(m_sandbox->environment());
        QVERIFY(!start(server).host.isEmpty());
        QSignalSpy ended(&server, &LocalServer::ended);
        const pid_t first = status().pid;

        kill(first, SIGKILL);

        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(ended.front().front().value<ServerEnd>(), ServerEnd::Unexpected);
        QCOMPARE(server.state(), ServerState::Stopped);
        QVERIFY(SqlClient(start(server)).isConnected());
        QVERIFY(status().pid != first);
        QCOMPARE(status().users, 1);
    }

    void shouldTellThatTheServerWasStoppedOnPurpose()
    {
        m_sandbox->addCluster();
        LocalServer server(m_sandbox->environment());
        QVERIFY(!start(server).host.isEmpty());
        QSignalSpy ended(&server, &LocalServer::ended);

        QVERIFY(ServerControl(m_sandbox->environment(), m_sandbox->location()).stop().hasValue());

        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(ended.front().front().value<ServerEnd>(), ServerEnd::OnRequest);
    }

    void shouldTellEveryWindowThatTheServerDied()
    {
        m_sandbox->addCluster();
        LocalServer one(m_sandbox->environment());
        LocalServer other(m_sandbox->environment());
        QVERIFY(!start(one).host.isEmpty());
        QVERIFY(!start(other).host.isEmpty());
        QSignalSpy endedForOne(&one, &LocalServer::ended);
        QSignalSpy endedForOther(&other, &LocalServer::ended);
        kill(status().pid, SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(endedForOne.size(), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(endedForOther.size(), 1, patience);
        QVERIFY(SqlClient(start(one)).isConnected());
        QVERIFY(SqlClient(start(other)).isConnected());
        QCOMPARE(status().users, 2);
    }

    void shouldAnswerWithTheReasonWhyItCannotStart()
    {
        Environment environment = m_sandbox->environment();
        environment.packagesFolder = m_sandbox->path(u"empty"_s);
        LocalServer server(environment);
        Answer answer;
        server.start(
            [&answer](base::Result<base::ConnectionSettings> result) { answer = std::move(result); });
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), patience);
        QVERIFY(!answer->hasValue());
        QVERIFY(answer->error().sentence.contains(u"“postgresql”"_s));
        QCOMPARE(server.state(), ServerState::Stopped);
    }

    void trap44_shouldAnswerThatTheServersAccountIsMissing()
    {
        Environment environment = m_sandbox->environment();
        environment.user = 0;
        environment.serverAccount = u"no-such-account"_s;
        LocalServer server(environment);
        Answer answer;
        server.start(
            [&answer](base::Result<base::ConnectionSettings> result) { answer = std::move(result); });
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), patience);
        QVERIFY(!answer->hasValue());
        QVERIFY(answer->error().sentence.contains(u"no-such-account"_s));
        QVERIFY(!QFile::exists(m_sandbox->path(u"system"_s)));
    }

    void shouldStopTheServerWhenItIsDestroyed()
    {
        m_sandbox->addCluster();
        {
            LocalServer server(m_sandbox->environment());
            QVERIFY(!start(server).host.isEmpty());
        }
        QVERIFY(!status().running);
    }

    void shouldBreakOffAndCallNobodyWhenItIsDestroyedMeanwhile()
    {
        // At any step of a first run: nothing half-made stays, nothing runs on.
        for (const int after : {0, 1, 20, 150}) {
            bool called = false;
            {
                LocalServer server(m_sandbox->environment());
                server.start([&called](const base::Result<base::ConnectionSettings> &) { called = true; });
                QTest::qWait(after);
            }
            QCoreApplication::processEvents();
            QVERIFY(!called);
            QVERIFY(!status().running);
            const QDir parent(QFileInfo(m_sandbox->location().cluster).path());
            QVERIFY(parent.entryList({u"*.new-*"_s}, QDir::AllEntries).isEmpty());
        }
    }

    void shouldDumpBesideTheWorkOfOthers()
    {
        m_sandbox->addCluster();
        LocalServer server(m_sandbox->environment());
        QVERIFY(!start(server).host.isEmpty());
        std::optional<base::Result<QString>> dump;
        server.dump(QDateTime::currentDateTimeUtc(),
                    [&dump](base::Result<QString> result) { dump = std::move(result); });
        QTRY_VERIFY_WITH_TIMEOUT(dump.has_value(), patience);
        QVERIFY(dump->hasValue());
        QVERIFY(QFile::exists(**dump));
    }
};

QTEST_GUILESS_MAIN(TestLocalServer)
#include "tst_localserver.moc"
