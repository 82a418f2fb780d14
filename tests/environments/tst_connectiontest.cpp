// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/migration/migrationrunner.h"
#include "data/session/connectfailures.h"
#include "environments/testcertificates.h"
#include "environments/testrun.h"
#include "support/fakeserver.h"
#include "support/freeport.h"
#include "support/guipausemeter.h"
#include "support/markersearch.h"
#include "support/pgbouncer.h"
#include "support/sanitizers.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"

#include <QElapsedTimer>

#include <optional>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::ErrorKind;
using environments::StepOutcome;
using environments::TestStep;
using session::ConnectProblem;
using tests::FakeServer;
using tests::TestCertificates;
using tests::TestRun;

namespace
{

const QString marker = u"otter/frost@Wort%73-marker"_s;
constexpr auto allSteps = "resolve connect encrypt log-in version route latency rights schema"_L1;

QString sentenceOf(ConnectProblem problem)
{
    return session::connectFailure(problem).translatedSentence();
}

void bringUp(const base::ConnectionSettings &settings)
{
    session::Connection connection(settings);
    QVERIFY(connection.open());
    auto catalog = migration::MigrationCatalog::compiledIn();
    QVERIFY(migration::MigrationRunner(connection, *catalog).apply());
}

} // namespace

class TestConnectionTest final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_home = std::make_unique<tests::TemporaryHome>();
        m_certificates = std::make_unique<TestCertificates>();
        m_server =
            std::make_unique<tests::TestServer>(m_certificates->serverWith(TestCertificates::Kind::Right));
        m_settings = withMarker(*m_server);
    }
    void cleanupTestCase()
    {
        m_server.reset();
        m_home.reset();
    }
    // Whatever a test did: the password is nowhere.
    void cleanup()
    {
        tests::MarkerSearch search(marker);
        search.lookInFolder(m_home->path());
        search.lookInFolder(m_server->dataFolder());
        search.lookInText(u"the server's log"_s, m_server->logLines().join(u'\n'));
        search.lookInText(u"messages"_s, m_messages->text());
        search.lookInText(u"texts of the test"_s, m_texts);
        search.lookInCommandLines();
        m_messages.reset();
        QCOMPARE(search.findings(), QStringList());
        QCOMPARE(m_withoutAdvice, QStringList()); // nor is anybody left alone with a failure
    }

    void shouldTellEveryStepOfAConnectionThatWorks()
    {
        TestRun run;
        base::ConnectionSettings settings = m_settings;
        settings.sslMode = u"verify-full"_s;
        settings.sslRootCert = m_certificates->authority();
        const auto &report = check(run, settings);

        QVERIFY(report.works());
        QCOMPARE(run.told(), QString(allSteps));
        const QString encryption = run.step(TestStep::Encrypt).finding;
        QVERIFY2(encryption.contains("TLSv1.3"_L1) && encryption.contains("127.0.0.1"_L1) &&
                     encryption.contains("Authority ca"_L1),
                 qPrintable(encryption));
        QVERIFY(run.step(TestStep::Encrypt).advice.isEmpty());
        QVERIFY(run.step(TestStep::Version).finding.startsWith("PostgreSQL "_L1));
        QVERIFY(run.step(TestStep::Latency).finding.contains("ms"_L1));
        QCOMPARE(run.timesWaking(), 0);
        QCOMPARE(run.timesFinished(), 1);
    }

    void shouldSayWhatIsNotChecked()
    {
        TestRun run;
        base::ConnectionSettings settings = m_settings;
        settings.sslMode = u"require"_s;
        QVERIFY(check(run, settings).works());
        QVERIFY(run.step(TestStep::Encrypt).advice.contains("verify-full"_L1));
        settings.sslRootCert = m_certificates->authority(); // by which it is checked
        QVERIFY(check(run, settings).works());
        QCOMPARE(run.step(TestStep::Encrypt).advice, QString());
        settings.sslRootCert = u"/nonexistent/root.crt"_s;
        QVERIFY(check(run, settings).works());
        QVERIFY(run.step(TestStep::Encrypt).advice.contains("verify-full"_L1));
        settings.sslMode = u"disable"_s;
        QVERIFY(check(run, settings).works());
        QCOMPARE(run.step(TestStep::Encrypt).outcome, StepOutcome::Doubtful);
    }

    void shouldLeaveNothingInTheDatabase()
    {
        TestRun run;
        QVERIFY(check(run, m_settings).works());
        const QString things = u"SELECT count(*) FROM pg_class WHERE relnamespace >= 16384"_s;
        QCOMPARE(m_server->psql(things, m_settings.database), (QList<QStringList>{{u"0"_s}}));
    }

    void trap18_shouldSendAWrongPasswordOnce_data()
    {
        QTest::addColumn<QString>("sslMode");
        for (const char *mode : {"", "prefer", "allow", "disable", "require", "verify-ca", "verify-full"})
            QTest::addRow("mode '%s'", mode) << QString::fromLatin1(mode);
    }
    void trap18_shouldSendAWrongPasswordOnce()
    {
        QFETCH(QString, sslMode);
        base::ConnectionSettings settings = m_settings;
        settings.sslMode = sslMode;
        settings.sslRootCert = m_certificates->authority();
        settings.channelBinding = u"prefer"_s;
        settings.password = marker + u"wrong"_s;
        const qint64 mark = m_server->logMark();
        TestRun run;

        const auto &report = check(run, settings);

        QVERIFY(report.failure());
        QCOMPARE(report.failure()->step, TestStep::LogIn);
        QCOMPARE(report.failure()->error->sqlState, "28P01"_ba);
        QCOMPARE(report.failure()->finding, sentenceOf(ConnectProblem::WrongPassword));
        QVERIFY(!report.failure()->advice.isEmpty());
        QCOMPARE(m_server->logLines(mark).filter(u"password authentication failed"_s).size(), 1);
    }

    void shouldTellCertificatesApart_data()
    {
        QTest::addColumn<TestCertificates::Kind>("kind");
        QTest::addColumn<bool>("knownAuthority");
        QTest::addColumn<ConnectProblem>("problem");
        using Kind = TestCertificates::Kind;
        QTest::newRow("expired") << Kind::Expired << true << ConnectProblem::CertificateExpired;
        QTest::newRow("other name") << Kind::OtherName << true << ConnectProblem::CertificateOfOtherServer;
        QTest::newRow("unknown authority") << Kind::Right << false << ConnectProblem::CertificateNotTrusted;
    }
    void shouldTellCertificatesApart()
    {
        QFETCH(TestCertificates::Kind, kind);
        QFETCH(bool, knownAuthority);
        QFETCH(ConnectProblem, problem);
        tests::TestServer server(m_certificates->serverWith(kind));
        base::ConnectionSettings settings = withMarker(server);
        settings.sslMode = u"verify-full"_s;
        settings.sslRootCert =
            knownAuthority ? m_certificates->authority() : m_certificates->strangeAuthority();
        TestRun run;

        const auto &report = check(run, settings);

        QCOMPARE(run.told(), u"resolve connect encrypt:failed"_s);
        QCOMPARE(report.failure()->finding, sentenceOf(problem));
        QVERIFY(report.failure()->error->detail.contains("Authority ca"_L1)); // who issued it
        QVERIFY(!report.failure()->advice.isEmpty());
    }

    // Whose name is in it counts with "verify-full" only.
    void shouldCheckWithVerifyCaByWhomTheCertificateIs()
    {
        tests::TestServer server(m_certificates->serverWith(TestCertificates::Kind::OtherName));
        base::ConnectionSettings settings = withMarker(server);
        settings.sslMode = u"verify-ca"_s;
        settings.sslRootCert = m_certificates->authority();
        TestRun run;
        QVERIFY2(check(run, settings).works(), qPrintable(run.told()));
        QVERIFY(run.step(TestStep::Encrypt).advice.isEmpty());

        settings.sslRootCert = m_certificates->strangeAuthority();
        expectFailure(settings, TestStep::Encrypt, ConnectProblem::CertificateNotTrusted);
    }

    void trap26_shouldSayThatTheRootCertificateIsMissing()
    {
        base::ConnectionSettings settings = m_settings;
        settings.sslMode = u"verify-full"_s;
        settings.sslRootCert = u"/nonexistent/root.crt"_s;
        expectFailure(settings, TestStep::Encrypt, ConnectProblem::RootCertificateMissing);
    }

    void shouldSayThatTheServerOffersNoEncryption()
    {
        tests::TestServer plain({.tcp = true, .scram = true});
        base::ConnectionSettings settings = withMarker(plain);
        settings.sslMode = u"require"_s;
        expectFailure(settings, TestStep::Encrypt, ConnectProblem::TlsNotOffered);
    }

    void shouldSayWhatIsWrongWithTheTarget_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<TestStep>("step");
        QTest::addColumn<ConnectProblem>("problem");
        QTest::newRow("no such host") << u"host"_s << TestStep::Resolve << ConnectProblem::UnknownHost;
        QTest::newRow("refused") << u"port"_s << TestStep::Connect << ConnectProblem::Refused;
        QTest::newRow("no such socket") << u"socket"_s << TestStep::Connect << ConnectProblem::Refused;
        QTest::newRow("no such database")
            << u"database"_s << TestStep::LogIn << ConnectProblem::NoSuchDatabase;
        QTest::newRow("no password") << u"password"_s << TestStep::LogIn << ConnectProblem::WrongPassword;
    }
    void shouldSayWhatIsWrongWithTheTarget()
    {
        QFETCH(QString, what);
        QFETCH(TestStep, step);
        QFETCH(ConnectProblem, problem);
        base::ConnectionSettings settings = m_settings;
        if (what == "host"_L1)
            settings.host = u"nowhere.invalid"_s;
        else if (what == "port"_L1)
            settings.port = tests::freePort();
        else if (what == "socket"_L1)
            settings.host = u"/nonexistent"_s;
        else if (what == "database"_L1)
            settings.database = u"missing"_s;
        else
            settings.password.clear();
        expectFailure(settings, step, problem);
    }

    void shouldSayThatTheServerIsFull()
    {
        tests::TestServer full(
            {.tcp = true,
             .scram = true,
             .settings = {{u"max_connections"_s, u"2"_s}, {u"superuser_reserved_connections"_s, u"0"_s}}});
        const base::ConnectionSettings settings = withMarker(full);
        // What prepared the server may still be on its way out.
        const auto connected = [&settings](std::optional<tests::SqlClient> &client) {
            return (client && client->isConnected()) || client.emplace(settings).isConnected();
        };
        std::optional<tests::SqlClient> one;
        std::optional<tests::SqlClient> two;
        QTRY_VERIFY(connected(one));
        QTRY_VERIFY(connected(two));
        expectFailure(settings, TestStep::LogIn, ConnectProblem::NoFreeConnection);
    }

    void shouldSayThatTheUserMayNotConnect()
    {
        const base::ConnectionSettings settings = withMarker(*m_server, {.role = tests::TestRole::Powerless});
        m_server->psql(u"REVOKE CONNECT ON DATABASE %1 FROM PUBLIC"_s.arg(settings.database));
        expectFailure(settings, TestStep::LogIn, ConnectProblem::NoRightToConnect);
    }

    void shouldNameTheRightsThatAreMissing()
    {
        TestRun run;
        const auto &report = check(run, withMarker(*m_server, {.role = tests::TestRole::Powerless}));
        QVERIFY(report.works());
        QCOMPARE(run.step(TestStep::Rights).outcome, StepOutcome::Doubtful);
        QVERIFY(run.step(TestStep::Rights).finding.contains("CREATE"_L1));
        QVERIFY(check(run, withMarker(*m_server, {.role = tests::TestRole::SchemaOnly})).works());
        QCOMPARE(run.step(TestStep::Rights).outcome, StepOutcome::Passed);
    }

    void shouldNoticeADatabaseThatCanOnlyBeRead()
    {
        const base::ConnectionSettings settings = withMarker(*m_server);
        m_server->psql(u"ALTER DATABASE %1 SET default_transaction_read_only = on"_s.arg(settings.database));
        TestRun run;
        QVERIFY(check(run, settings).works());
        QCOMPARE(run.step(TestStep::Rights).outcome, StepOutcome::Doubtful);
        QCOMPARE(run.step(TestStep::Rights).finding, u"This database can only be read."_s);
    }

    void shouldTellTheStateOfTheSchema()
    {
        const base::ConnectionSettings settings = withMarker(*m_server);
        TestRun run;
        QVERIFY(check(run, settings).works());
        QCOMPARE(run.step(TestStep::Schema).finding,
                 u"There are no tables of Tusk yet; it will make them."_s);
        bringUp(settings);
        QVERIFY(check(run, settings).works());
        QCOMPARE(run.step(TestStep::Schema).finding, u"The tables of Tusk are there and up to date."_s);

        m_server->psql(u"DELETE FROM tusk.migration WHERE number > 2"_s, settings.database);
        QVERIFY(check(run, settings).works());
        QVERIFY(run.step(TestStep::Schema).finding.contains("at version 2"_L1));

        m_server->psql(u"UPDATE tusk.migration SET checksum = 'x' WHERE number = 1"_s, settings.database);
        QCOMPARE(check(run, settings).failure()->error->kind, ErrorKind::SchemaDrift);

        m_server->psql(u"INSERT INTO tusk.migration (number, name, checksum, duration_ms, program) VALUES "
                       "(99, 'later', 'x', 1, 'x')"_s,
                       settings.database);
        QCOMPARE(check(run, settings).failure()->error->kind, ErrorKind::SchemaNewer);
    }

    void shouldSayWhatToDoAboutTablesThatDoNotFit_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("newer")
            << u"INSERT INTO tusk.migration (number, name, checksum, duration_ms, program) "
               "VALUES (99, 'later', 'x', 1, 'x')"_s
            << ErrorKind::SchemaNewer;
        QTest::newRow("changed") << u"UPDATE tusk.migration SET checksum = 'x' WHERE number = 1"_s
                                 << ErrorKind::SchemaDrift;
        QTest::newRow("missing") << u"DELETE FROM tusk.migration WHERE number = 1"_s
                                 << ErrorKind::SchemaDrift;
        QTest::newRow("of somebody else")
            << u"ALTER TABLE tusk.migration OWNER TO CURRENT_USER"_s << ErrorKind::PermissionDenied;
    }
    void shouldSayWhatToDoAboutTablesThatDoNotFit()
    {
        QFETCH(const QString, sql);
        QFETCH(const ErrorKind, kind);
        const base::ConnectionSettings settings = withMarker(*m_server);
        bringUp(settings);
        m_server->psql(sql, settings.database);
        TestRun run;

        const auto &report = check(run, settings);

        QVERIFY2(report.failure(), qPrintable(run.told()));
        QCOMPARE(report.failure()->step, TestStep::Schema);
        QCOMPARE(report.failure()->error->kind, kind);
        QVERIFY(report.failure()->advice.endsWith(u'.'));
    }

    void shouldNoticeAPooler()
    {
        tests::TestServer server;
        const tests::PgBouncer pooler(server);
        base::ConnectionSettings settings = pooler.pooled(server.createDatabase());
        settings.password = marker; // both trust everybody
        TestRun run;
        QVERIFY(check(run, settings).works());
        QCOMPARE(run.step(TestStep::Route).outcome, StepOutcome::Passed);
        QVERIFY(run.step(TestStep::Route).finding.contains("pooler"_L1));

        settings.directPort = tests::freePort();
        QVERIFY(check(run, settings).works());
        QCOMPARE(run.step(TestStep::Route).outcome, StepOutcome::Doubtful);
        QVERIFY(run.step(TestStep::Route).finding.contains(sentenceOf(ConnectProblem::Refused)));

        settings.directPort = 0;
        settings.directHost.clear();
        QVERIFY(check(run, settings).works());
        QCOMPARE(run.step(TestStep::Route).outcome, StepOutcome::Doubtful);
        QVERIFY(!run.step(TestStep::Route).advice.isEmpty());
    }

    void trap21_shouldCallASlowLoginWakingNotAnError()
    {
        FakeServer server(FakeServer::Failure{
            .message = "later", .when = FakeServer::Failure::When::AtStart, .delay = 2500ms});
        base::ConnectionSettings settings = server.settings();
        settings.password = marker;
        settings.sslMode = u"disable"_s;
        TestRun run;
        run.test().start(settings);
        QTRY_COMPARE(run.timesWaking(), 1);
        QVERIFY(!run.isFinished());
        QTRY_VERIFY(run.isFinished());
        m_texts = run.texts();
    }

    void trap21_shouldAskAgainUntilTheDatabaseIsAwake()
    {
        FakeServer server(FakeServer::Failure{
            .sqlState = "XX000", .message = "Couldn't connect to compute node", .severity = "ERROR"});
        base::ConnectionSettings settings = server.settings();
        settings.password = marker;
        settings.sslMode = u"disable"_s;
        TestRun run;
        run.test().start(settings);
        QTRY_VERIFY_WITH_TIMEOUT(server.connections() >= 2, 8000);
        QCOMPARE(run.timesWaking(), 1);
        QVERIFY(!run.isFinished());

        run.test().cancel();

        QVERIFY(run.isFinished());
        QVERIFY(run.report().cancelled);
        QVERIFY(!run.report().works());
        m_texts = run.texts();
    }

    void trap13_trap15_shouldKeepItsTimeAndTheWindowFree()
    {
        FakeServer blackHole;
        base::ConnectionSettings settings = blackHole.settings();
        settings.password = marker;
        settings.sslMode = u"require"_s;
        settings.connectTimeout = 700ms;
        TestRun run;
        tests::GuiPauseMeter meter;
        meter.start();
        run.test().start(settings);
        QVERIFY(meter.runUntil([&run] { return run.isFinished(); }, 10s));
        meter.stop();
        QCOMPARE(run.report().failure()->finding, sentenceOf(ConnectProblem::NoAnswer));
        QCOMPARE(run.report().failure()->error->kind, ErrorKind::Timeout);
        QVERIFY2(meter.busiest() < 16ms * tests::sanitizerSlowdown,
                 qPrintable(QString::number(meter.busiest().count())));
    }

    void shouldEndAtOnceWhenCancelled()
    {
        FakeServer blackHole;
        base::ConnectionSettings settings = blackHole.settings();
        settings.sslMode = u"require"_s;
        TestRun run;
        run.test().start(settings);
        QTRY_COMPARE(blackHole.connections(), 1);
        QElapsedTimer time;
        time.start();
        run.test().cancel();
        QVERIFY(run.isFinished() && run.report().cancelled);
        QVERIFY(time.elapsed() < 100);
        run.test().cancel(); // nothing to cancel: no second answer
        QCOMPARE(run.timesFinished(), 1);
        QVERIFY(run.run(m_settings).works()); // nothing of the first one comes late
    }

    // Each text of a provider's proxy is told with its own sentence and advice.
    void trap16_shouldUnderstandTheTextsOfProxies_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ConnectProblem>("problem");
        const auto add = [](const char *text, ConnectProblem problem) {
            QTest::addRow("%.40s", text) << QByteArray(text) << problem;
        };
        add("password authentication failed for user 'tusk'", ConnectProblem::WrongPassword);
        add("Control plane request failed: endpoint is disabled", ConnectProblem::DatabaseSwitchedOff);
        add("Control plane request failed: endpoint cannot be found", ConnectProblem::DatabaseUnknown);
        add("Control plane request failed: endpoint is temporarily unavailable. Check your quotas and/or "
            "contact our support",
            ConnectProblem::DatabaseUnavailable);
        add("Your account or project has exceeded the compute time quota. Upgrade your plan",
            ConnectProblem::TimeUsedUp);
        add("You have exceeded the limit of concurrently active endpoints.", ConnectProblem::TooManyActive);
        add("Too many connections attempts, try again later", ConnectProblem::ProviderBusy);
        add("Failed to acquire permit to connect to the database.", ConnectProblem::ProviderBusy);
        add("This IP address 192.0.2.7 is not allowed to connect to this endpoint.",
            ConnectProblem::AddressNotAllowed);
        add("unsupported startup parameter: options", ConnectProblem::ParameterNotAllowed);
        add("connection is insecure (try using `sslmode=require`)", ConnectProblem::EncryptionRequired);
        add("Endpoint ID is not specified. Either please upgrade", ConnectProblem::EndpointNotNamed);
        add("Tenant or user not found", ConnectProblem::TenantUnknown);
        add("server login has been failing, try again later (server_login_retry)",
            ConnectProblem::BehindPoolerUnreachable);
        add("no more connections allowed (max_client_conn)", ConnectProblem::NoFreeConnection);
        add("query_wait_timeout", ConnectProblem::PoolerFull);
    }
    void trap16_shouldUnderstandTheTextsOfProxies()
    {
        QFETCH(QByteArray, text);
        QFETCH(ConnectProblem, problem);
        const FakeServer server(
            FakeServer::Failure{.sqlState = "XX000", .message = text, .severity = "ERROR"});
        base::ConnectionSettings settings = server.settings();
        settings.sslMode = u"disable"_s;
        settings.password = marker;
        expectFailure(settings, TestStep::LogIn, problem);
        QCOMPARE(server.connections(), 1);
    }

protected:
    void prepare() override
    {
        m_messages = std::make_unique<tests::MessageRecord>();
        m_texts.clear();
        m_withoutAdvice.clear();
    }

private:
    // A database whose user has the marker for a password.
    static base::ConnectionSettings withMarker(tests::TestServer &server,
                                               const tests::TestDatabaseOptions &options = {})
    {
        base::ConnectionSettings settings = server.createDatabase(options);
        server.psql(u"ALTER ROLE %1 PASSWORD '%2'"_s.arg(settings.user, marker));
        settings.password = marker;
        return settings;
    }
    const environments::ConnectionReport &check(TestRun &run, const base::ConnectionSettings &settings)
    {
        const auto &report = run.run(settings);
        m_texts += run.texts();
        if (report.failure() && report.failure()->advice.isEmpty())
            m_withoutAdvice.append(report.failure()->finding);
        return report;
    }
    void expectFailure(const base::ConnectionSettings &settings, TestStep step, ConnectProblem problem)
    {
        TestRun run;
        const auto &report = check(run, settings);
        QVERIFY2(report.failure(), qPrintable(run.told()));
        QCOMPARE(report.failure()->step, step);
        QCOMPARE(report.failure()->finding, sentenceOf(problem));
        QCOMPARE(report.failure()->advice, session::connectFailure(problem).translatedAdvice());
        QCOMPARE(report.failure()->error->kind, session::connectFailure(problem).kind);
    }

    std::unique_ptr<tests::TemporaryHome> m_home;
    std::unique_ptr<TestCertificates> m_certificates;
    std::unique_ptr<tests::TestServer> m_server;
    std::unique_ptr<tests::MessageRecord> m_messages;
    base::ConnectionSettings m_settings;
    QString m_texts;
    QStringList m_withoutAdvice;
};

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connectiontest.moc"
