// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/connection.h"
#include "session/asking.h"
#include "support/programhandle.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace tusk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using base::ErrorKind;
using session::Connection;
using tests::sql;

// A server with TLS and a certificate that it signed itself.
class TestSessionTls final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
            QSKIP("the program openssl, which makes the certificate, is not installed");
        QVERIFY(m_folder.isValid());
        m_certificate = makeCertificate(u"server"_s);
        m_otherCertificate = makeCertificate(u"other"_s);
        m_server = std::make_unique<tests::TestServer>(
            tests::TestServerOptions{.tcp = true,
                                     .scram = true,
                                     .settings = {{u"ssl"_s, u"on"_s},
                                                  {u"ssl_cert_file"_s, m_certificate},
                                                  {u"ssl_key_file"_s, m_folder.filePath(u"server.key"_s)}}});
        m_settings = m_server->createDatabase();
    }
    void cleanupTestCase() { m_server.reset(); }
    void cleanup() { QVERIFY(QSqlDatabase::connectionNames().isEmpty()); }

    void shouldEncryptUnlessToldOtherwise_data()
    {
        QTest::addColumn<QString>("sslMode");
        QTest::addColumn<QByteArray>("encrypted");
        QTest::newRow("default") << QString() << "t"_ba;
        QTest::newRow("prefer") << u"prefer"_s << "t"_ba;
        QTest::newRow("allow") << u"allow"_s << "f"_ba;
        QTest::newRow("disable") << u"disable"_s << "f"_ba;
        QTest::newRow("require") << u"require"_s << "t"_ba;
        QTest::newRow("verify-ca") << u"verify-ca"_s << "t"_ba;
        QTest::newRow("verify-full") << u"verify-full"_s << "t"_ba;
    }
    void shouldEncryptUnlessToldOtherwise()
    {
        QFETCH(QString, sslMode);
        QFETCH(QByteArray, encrypted);
        base::ConnectionSettings settings = m_settings;
        settings.sslMode = sslMode;
        settings.sslRootCert = m_certificate;
        if (encrypted == "t")
            settings.channelBinding = u"require"_s;
        Connection connection(settings);
        const auto opened = connection.open();
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        QCOMPARE(
            connection.execute(sql("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"), 5s)->scalar(),
            encrypted);
    }

    // libpq itself would check by that file in every mode, and "prefer" go on in the clear.
    void trap27_shouldNotTakeItsTrustFromTheHomeOrTheEnvironment_data()
    {
        QTest::addColumn<QString>("sslMode");
        for (const char *mode : {"", "prefer", "require", "verify-full"})
            QTest::addRow("mode '%s'", mode) << QString::fromLatin1(mode);
    }
    void trap27_shouldNotTakeItsTrustFromTheHomeOrTheEnvironment()
    {
        QFETCH(QString, sslMode);
        const tests::TemporaryHome home;
        QVERIFY(QDir(home.path()).mkdir(u".postgresql"_s));
        QVERIFY(QFile::copy(m_otherCertificate, home.path() + u"/.postgresql/root.crt"_s));
        qputenv("PGSSLROOTCERT", m_otherCertificate.toLocal8Bit());
        const auto clean = qScopeGuard([] { qunsetenv("PGSSLROOTCERT"); });
        base::ConnectionSettings settings = m_settings;
        settings.sslMode = sslMode;
        if (sslMode == u"verify-full")
            settings.sslRootCert = m_certificate;
        Connection connection(settings);

        const auto opened = connection.open();

        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        QCOMPARE(
            connection.execute(sql("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"), 5s)->scalar(),
            "t"_ba);
    }

    // libpq itself would send it twice: encrypted, then again in the clear.
    void trap18_shouldSendAWrongPasswordOnceAlsoWithEncryption_data()
    {
        QTest::addColumn<QString>("sslMode");
        for (const char *mode : {"", "prefer", "allow", "require"})
            QTest::addRow("mode '%s'", mode) << QString::fromLatin1(mode);
    }
    void trap18_shouldSendAWrongPasswordOnceAlsoWithEncryption()
    {
        QFETCH(QString, sslMode);
        base::ConnectionSettings settings = m_settings;
        settings.sslMode = sslMode;
        settings.password = u"wrong"_s;
        const qint64 mark = m_server->logMark();
        Connection connection(settings);
        QCOMPARE(connection.open().error().sqlState, "28P01"_ba);
        QCOMPARE(m_server->logLines(mark).filter(u"password authentication failed"_s).size(), 1);
    }

    // The login wakes a database that sleeps: an encrypted one may take longer than connecting.
    void trap21_shouldGiveAnEncryptedLoginTheTimeToWakeADatabase_data()
    {
        QTest::addColumn<QString>("sslMode");
        QTest::addColumn<bool>("hasTime");
        QTest::newRow("encrypted") << u"require"_s << true;
        QTest::newRow("in the clear") << u"disable"_s << false;
    }
    void trap21_shouldGiveAnEncryptedLoginTheTimeToWakeADatabase()
    {
        QFETCH(QString, sslMode);
        QFETCH(bool, hasTime);
        tests::SqlClient administrator(m_server->superuser());
        const auto delayLogins = [&administrator](int seconds) {
            administrator.rows(u"ALTER SYSTEM SET post_auth_delay = %1"_s.arg(seconds));
            administrator.rows(u"SELECT pg_reload_conf()"_s);
        };
        const auto mend = qScopeGuard([&delayLogins] { delayLogins(0); });
        base::ConnectionSettings settings = m_settings;
        settings.sslMode = sslMode;
        settings.connectTimeout = 1500ms;
        delayLogins(3);
        QElapsedTimer time;
        time.start();
        Connection connection(settings);

        const auto opened = connection.open([&delayLogins](Connection::Login login) {
            if (login == Connection::Login::Answered)
                delayLogins(0); // awake
        });

        if (hasTime) {
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
            QCOMPARE_GE(time.elapsed(), 2500);
        } else {
            QVERIFY(!opened);
            QCOMPARE(opened.error().kind, ErrorKind::Timeout);
        }
    }

    void shouldRefuseACertificateOfSomebodyElse()
    {
        base::ConnectionSettings settings = m_settings;
        settings.sslMode = u"verify-full"_s;
        settings.sslRootCert = m_otherCertificate;
        Connection connection(settings);
        const auto opened = connection.open();
        QCOMPARE(opened.error().kind, ErrorKind::NoConnection);
        QCOMPARE(opened.error().sentence,
                 u"The certificate of the database server is not valid, so Tusk did not connect."_s);
    }

    void shouldRecogniseTheGoodbyeThroughEncryption()
    {
        base::ConnectionSettings settings = m_settings;
        settings.sslMode = u"require"_s;
        Connection connection(settings);
        QVERIFY(connection.open());
        m_server->terminateBackends(m_settings.database);
        QTRY_VERIFY(!connection.consumeInput());
        QVERIFY(connection.wasEndedByServer());
        QVERIFY(connection.open());
        m_server->terminateBackends(m_settings.database);
        const auto answer = connection.execute(sql("SELECT 1"), 5s);
        QCOMPARE(answer.error().kind, ErrorKind::ConnectionLost);
    }

    void shouldPumpLargePipelinesThroughEncryption()
    {
        base::ConnectionSettings settings = m_settings;
        settings.sslMode = u"require"_s;
        Connection connection(settings);
        QVERIFY(connection.open());
        const QByteArray large(100'000, 'x');
        QList<session::Statement> statements;
        for (int i = 0; i < 100; ++i)
            statements.append(sql("SELECT $1", {large}));
        const auto answers = connection.executeInTransaction(statements, 10s);
        QVERIFY2(answers, answers ? "" : qPrintable(answers.error().detail));
        QCOMPARE(answers->last().scalar(), large);
    }

private:
    QString makeCertificate(const QString &name)
    {
        const QString key = m_folder.filePath(name + u".key"_s);
        const QString certificate = m_folder.filePath(name + u".crt"_s);
        QProcess openssl;
        openssl.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                       u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                       u"/CN=127.0.0.1"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s, key,
                       u"-out"_s, certificate});
        if (!openssl.waitForFinished() || openssl.exitCode() != 0)
            qWarning() << openssl.readAllStandardError();
        QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner);
        // The server reads both, as whatever account it runs.
        tests::giveToServerAccount(key);
        QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                                   QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther |
                                                   QFile::ExeOther);
        return certificate;
    }

    QTemporaryDir m_folder;
    QString m_certificate;
    QString m_otherCertificate;
    std::unique_ptr<tests::TestServer> m_server;
    base::ConnectionSettings m_settings;
};

QTEST_GUILESS_MAIN(TestSessionTls)
#include "tst_sessiontls.moc"
