// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/connection.h"
#include "data/session/conninfo.h"
#include "session/asking.h"
#include "support/fakeserver.h"
#include "support/proxy.h"
#include "support/sockets.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSqlDatabase>

#include <thread>

using namespace tusk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using base::ErrorKind;
using session::Connection;
using tests::sql;

namespace
{

// What libpq would read. None of it may count.
const QMap<QByteArray, QByteArray> misleadingEnvironment = {
    {"PGHOST", "wrong.invalid"},
    {"PGHOSTADDR", "192.0.2.1"},
    {"PGPORT", "1"},
    {"PGDATABASE", "wrong"},
    {"PGUSER", "wrong"},
    {"PGPASSWORD", "wrong"},
    {"PGOPTIONS", "-c work_mem=77"},
    {"PGSSLMODE", "verify-full"},
    {"PGCHANNELBINDING", "require"},
    {"PGAPPNAME", "wrong"},
    {"PGCLIENTENCODING", "LATIN1"},
    {"PGTARGETSESSIONATTRS", "standby"},
    {"PGREQUIREPEER", "nobody"},
    {"PGCONNECT_TIMEOUT", "1"},
    {"PGGSSENCMODE", "require"},
};

} // namespace

class TestConnectionOpening final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<tests::TestServer>(tests::TestServerOptions{.tcp = true, .scram = true});
        m_settings = m_server->createDatabase();
        m_proxy = std::make_unique<tests::Proxy>(m_settings);
    }
    void cleanupTestCase()
    {
        m_proxy.reset();
        m_server.reset();
    }
    void cleanup() { QVERIFY(QSqlDatabase::connectionNames().isEmpty()); }

    void shouldTryEachLoginWithCareFirst()
    {
        const int before = m_proxy->connections();
        Connection connection(m_proxy->settings());
        QVERIFY(connection.open());
        QCOMPARE(m_proxy->connections() - before,
                 3);                // the server has no TLS: asked for it, then without; driver
        QVERIFY(connection.open()); // the password may have been changed meanwhile
        QCOMPARE(m_proxy->connections() - before, 6);
    }

    void shouldConnectOnceOnASocketOfThisMachine()
    {
        base::ConnectionSettings settings = m_server->onSocket(m_settings);
        settings.password.clear();
        settings.user = u"postgres"_s; // trusted there
        const int before = sessionsOf(settings);
        Connection connection(settings);
        QVERIFY(connection.open());
        QCOMPARE(sessionsOf(settings) - before, 1);
    }

    void shouldNameALookalikeAndSendItNothing_data()
    {
        QTest::addColumn<QByteArray>("parameter");
        QTest::addColumn<QString>("name");
        QTest::newRow("CockroachDB") << "crdb_version=CockroachDB CCL v23.1.11"_ba << u"CockroachDB"_s;
        QTest::newRow("YugabyteDB") << "server_version=11.2-YB-2.20.1.3-b0"_ba << u"YugabyteDB"_s;
        QTest::newRow("Redshift") << "padb_version=1.0.61626"_ba << u"Amazon Redshift"_s;
        QTest::newRow("Materialize") << "mz_version=v0.80.1 (1234567)"_ba << u"Materialize"_s;
    }
    void shouldNameALookalikeAndSendItNothing()
    {
        QFETCH(const QByteArray, parameter);
        QFETCH(const QString, name);
        const tests::FakeServer server({.message = "what is that?",
                                        .when = tests::FakeServer::Failure::When::AtFirstStatement,
                                        .parameter = parameter});
        base::ConnectionSettings settings = server.settings();
        settings.sslMode = u"disable"_s;
        Connection connection(settings);

        const auto opened = connection.open();

        QVERIFY(!opened);
        QCOMPARE(opened.error().sentence,
                 u"This is %1, which only looks like PostgreSQL; Tusk cannot keep todos in it."_s.arg(name));
        QVERIFY(!base::isPassing(opened.error().kind)); // not tried again
        QCOMPARE(server.statements(), 0);
        QVERIFY(!connection.isOpen());
    }

    void trap18_shouldSendAWrongPasswordOnce_data()
    {
        QTest::addColumn<QString>("sslMode");
        QTest::newRow("default") << QString();
        QTest::newRow("prefer") << u"prefer"_s;
        QTest::newRow("allow") << u"allow"_s;
        QTest::newRow("disable") << u"disable"_s;
    }
    void trap18_shouldSendAWrongPasswordOnce()
    {
        QFETCH(QString, sslMode);
        base::ConnectionSettings settings = m_settings;
        settings.password = u"MARKER"_s;
        settings.sslMode = sslMode;
        const qint64 mark = m_server->logMark();
        Connection connection(settings);

        const auto opened = connection.open();

        QCOMPARE(opened.error().kind, ErrorKind::Authentication);
        QCOMPARE(opened.error().sqlState, "28P01"_ba);
        QVERIFY(!opened.error().detail.contains("MARKER"_L1));
        QCOMPARE(m_server->logLines(mark).filter(u"password authentication failed"_s).size(), 1);
    }

    void shouldSayWhatIsWrong_data()
    {
        QTest::addColumn<base::ConnectionSettings>("settings");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QByteArray>("sqlState");
        const auto with = [this](auto change) {
            base::ConnectionSettings settings = m_settings;
            change(settings);
            return settings;
        };
        m_server->psql(u"CREATE DATABASE closed"_s);
        m_server->psql(u"REVOKE CONNECT ON DATABASE closed FROM PUBLIC"_s);
        m_server->psql(u"CREATE DATABASE full_house CONNECTION LIMIT 0"_s);
        QTest::newRow("no database") << with([](auto &s) { s.database = u"none"_s; })
                                     << ErrorKind::Authentication << "3D000"_ba;
        QTest::newRow("no user") << with([](auto &s) { s.user = u"none"_s; }) << ErrorKind::Authentication
                                 << "28P01"_ba;
        QTest::newRow("no password") << with([](auto &s) { s.password.clear(); }) << ErrorKind::Authentication
                                     << "28P01"_ba;
        QTest::newRow("no right") << with([](auto &s) { s.database = u"closed"_s; })
                                  << ErrorKind::PermissionDenied << "42501"_ba;
        QTest::newRow("full") << with([](auto &s) { s.database = u"full_house"_s; }) << ErrorKind::Transient
                              << "53300"_ba;
        QTest::newRow("refused") << with([this](auto &s) { s.port = m_unused.number(); })
                                 << ErrorKind::NoConnection << ""_ba;
        QTest::newRow("no host") << with([](auto &s) { s.host = u"tusk.invalid"_s; })
                                 << ErrorKind::NoConnection << ""_ba;
        QTest::newRow("no socket") << with([](auto &s) { s.host = u"/nowhere"_s; }) << ErrorKind::NoConnection
                                   << ""_ba;
        QTest::newRow("no socket, no password") << with([](auto &s) {
            s.host = u"/nowhere"_s;
            s.password.clear();
        }) << ErrorKind::NoConnection << ""_ba;
        QTest::newRow("no TLS there")
            << with([](auto &s) { s.sslMode = u"require"_s; }) << ErrorKind::PermissionDenied << ""_ba;
    }
    void shouldSayWhatIsWrong()
    {
        QFETCH(base::ConnectionSettings, settings);
        QFETCH(ErrorKind, kind);
        QFETCH(QByteArray, sqlState);
        Connection connection(settings);
        const auto opened = connection.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, kind);
        QCOMPARE(opened.error().sqlState, sqlState);
        QVERIFY(!opened.error().connectionUsable);
        QVERIFY(!connection.isOpen());
        // Each reason has its own sentence.
        static QMap<QString, QByteArray> sentences;
        const QByteArray reason =
            settings.isLocalSocket() ? "refused"_ba : QByteArray(QTest::currentDataTag());
        const QByteArray password = reason == "no user" || reason == "no password" ? "password"_ba : reason;
        QCOMPARE(sentences.value(opened.error().sentence, password), password);
        sentences.insert(opened.error().sentence, password);
    }

    void shouldTellTheCodeOnASocketWithoutPasswordToo()
    {
        base::ConnectionSettings settings = m_server->onSocket(m_settings);
        settings.user = u"postgres"_s;
        settings.password.clear();
        settings.database = u"none"_s;
        Connection connection(settings);
        QCOMPARE(connection.open().error().sqlState, "3D000"_ba);
    }

    void trap15_shouldGiveUpAPeerThatNeverAnswersWhileConnecting()
    {
        const tests::FakeServer blackHole;
        base::ConnectionSettings settings = blackHole.settings();
        settings.connectTimeout = 300ms;
        Connection connection(settings);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(connection.open().error().kind, ErrorKind::Timeout);
        QCOMPARE_GE(timer.elapsed(), 300);
        QCOMPARE_LT(timer.elapsed(), 3000); // not the 10 s that are usual
    }

    void shouldStopConnectingWhenInterrupted()
    {
        const tests::FakeServer blackHole;
        Connection connection(blackHole.settings());
        std::thread other([&connection] {
            std::this_thread::sleep_for(50ms);
            connection.interrupt();
        });
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(connection.open().error().kind, ErrorKind::Cancelled);
        other.join();
        QCOMPARE_LT(timer.elapsed(), 3000); // not the 10 s that are usual
    }

    void shouldConnectWhereItIsToldWhateverTheEnvironmentSays_data()
    {
        QTest::addColumn<bool>("onSocket");
        QTest::newRow("network") << false;
        QTest::newRow("socket") << true;
    }
    void shouldConnectWhereItIsToldWhateverTheEnvironmentSays()
    {
        QFETCH(bool, onSocket);
        const tests::TemporaryHome home; // restores the environment
        for (auto it = misleadingEnvironment.begin(); it != misleadingEnvironment.end(); ++it)
            qputenv(it.key().constData(), it.value());
        const auto clean = qScopeGuard([] {
            for (auto it = misleadingEnvironment.begin(); it != misleadingEnvironment.end(); ++it)
                qunsetenv(it.key().constData());
        });
        Connection connection(onSocket ? m_server->onSocket(m_settings) : m_settings);

        const auto opened = connection.open();

        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        const auto seen = connection.execute(sql("SELECT current_user || '|' || current_database() || '|' || "
                                                 "current_setting('application_name') || '|' || "
                                                 "current_setting('work_mem')"),
                                             1s);
        QCOMPARE(QString::fromUtf8(seen->scalar()), QString(u"tusk|%1|tusk|4MB"_s.arg(m_settings.database)));
    }

    void shouldNotTakeAPasswordFromAFile()
    {
        const tests::TemporaryHome home;
        QFile file(home.path() + u"/.pgpass"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("*:*:*:*:" + m_settings.password.toUtf8() + '\n');
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        base::ConnectionSettings settings = m_settings;
        settings.password.clear();
        Connection connection(settings);
        QCOMPARE(connection.open().error().kind, ErrorKind::Authentication);
    }

    void shouldForgetWhatCannotBeOverruled()
    {
        const tests::TemporaryHome home;
        qputenv("PGSERVICE", "nonsense");
        qputenv("PGGEQO", "nonsense");
        qputenv("PGHOST", "nonsense");
        {
            Connection connection(m_settings);
            QVERIFY(!connection.open()); // the reason for all this
        }
        session::forgetLibpqEnvironment();
        QVERIFY(!qEnvironmentVariableIsSet("PGHOST"));
        Connection connection(m_settings);
        QVERIFY(connection.open());
    }

    void shouldQuoteWhatIsUnusual()
    {
        const QString odd = uR"(it's a \ "very" odd; näme = %41 x)"_s;
        const QString quotedName = u'"' + QString(odd).replace(u'"', u"\"\""_s) + u'"';
        const QString quotedText = u'\'' + QString(odd).replace(u'\'', u"''"_s) + u'\'';
        m_server->psql(u"CREATE ROLE %1 LOGIN PASSWORD %2"_s.arg(quotedName, quotedText));
        m_server->psql(u"CREATE DATABASE %1"_s.arg(quotedName));
        base::ConnectionSettings settings = m_settings;
        settings.user = settings.password = settings.database = odd;
        Connection connection(settings);
        const auto opened = connection.open();
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        QCOMPARE(connection.execute(sql("SELECT current_user"), 1s)->scalar(), odd.toUtf8());
    }

    void shouldRefuseACertificatePathThatTheDriverWouldMisread()
    {
        base::ConnectionSettings settings = m_settings;
        settings.sslRootCert = u"/tmp/a;b.crt"_s;
        Connection connection(settings);
        QCOMPARE(connection.open().error().kind, ErrorKind::InvalidInput);
    }

private:
    int sessionsOf(const base::ConnectionSettings &settings)
    {
        return m_server
            ->psql(u"SELECT sessions FROM pg_stat_database WHERE datname = '%1'"_s.arg(settings.database))
            .first()
            .first()
            .toInt();
    }

    std::unique_ptr<tests::TestServer> m_server;
    std::unique_ptr<tests::Proxy> m_proxy;
    base::ConnectionSettings m_settings;
    const tests::ReservedPort m_unused;
};

QTEST_GUILESS_MAIN(TestConnectionOpening)
#include "tst_connectionopening.moc"
