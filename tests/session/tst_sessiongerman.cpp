// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/connection.h"
#include "environments/testcertificates.h"
#include "session/asking.h"
#include "support/sockets.h"
#include "support/sqlclient.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QRegularExpression>

#include <clocale>

using namespace tusk;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using base::ErrorKind;
using session::Connection;
using tests::sql;

// A server, a libpq and a C library that all speak German.
class TestSessionGerman final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Any locale but C will do: LANGUAGE decides then. The server inherits it.
        qputenv("LANGUAGE", "de");
        if (!setlocale(LC_ALL, "C.UTF-8"))
            QSKIP("no locale C.UTF-8 here");
        m_server = std::make_unique<tests::TestServer>(tests::TestServerOptions{
            .tcp = true, .scram = true, .settings = {{u"lc_messages"_s, u"C.UTF-8"_s}}});
        m_settings = m_server->createDatabase();
        base::ConnectionSettings wrong = m_settings;
        wrong.database = u"none"_s;
        const QString message = tests::SqlClient(wrong).message();
        if (!message.contains(u"existiert nicht"_s))
            QSKIP("no German messages installed here");
    }
    void cleanupTestCase()
    {
        m_encrypting.reset();
        m_server.reset();
    }

    void trap17_shouldDecideTheSameInEveryLanguage_data()
    {
        QTest::addColumn<base::ConnectionSettings>("settings");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QByteArray>("sqlState");
        QTest::addColumn<QString>("sentence");
        const auto with = [this](auto change) {
            base::ConnectionSettings settings = m_settings;
            change(settings);
            return settings;
        };
        QTest::newRow("password") << with([](auto &s) { s.password = u"wrong"_s; })
                                  << ErrorKind::Authentication << "28P01"_ba
                                  << u"The database did not accept the user name or the password."_s;
        QTest::newRow("no password") << with([](auto &s) { s.password.clear(); }) << ErrorKind::Authentication
                                     << "28P01"_ba
                                     << u"The database did not accept the user name or the password."_s;
        QTest::newRow("database") << with([](auto &s) { s.database = u"none"_s; })
                                  << ErrorKind::Authentication << "3D000"_ba
                                  << u"The server has no database of this name."_s;
        QTest::newRow("refused") << with([this](auto &s) { s.port = m_unused.number(); })
                                 << ErrorKind::NoConnection << ""_ba
                                 << u"No database server is running at this address."_s;
        QTest::newRow("unknown host") << with([](auto &s) { s.host = u"tusk.invalid"_s; })
                                      << ErrorKind::NoConnection << ""_ba << QString();
    }
    void trap17_shouldDecideTheSameInEveryLanguage()
    {
        QFETCH(base::ConnectionSettings, settings);
        QFETCH(ErrorKind, kind);
        QFETCH(QByteArray, sqlState);
        QFETCH(QString, sentence);
        Connection connection(settings);
        const auto opened = connection.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, kind);
        QCOMPARE(opened.error().sqlState, sqlState);
        if (!sentence.isEmpty())
            QCOMPARE(opened.error().sentence, sentence);
        const QString german = u"Passwort|existiert nicht|Verbindung|konnte"_s;
        // What only libpq says is asked for in English, because it has no code.
        const bool isOfServer = !sqlState.isEmpty() && !settings.password.isEmpty();
        QVERIFY2(!isOfServer || opened.error().detail.contains(QRegularExpression(german)),
                 qPrintable(opened.error().detail));
    }

    void shouldTellWhyThereIsNoEncryptionInEveryLanguage_data()
    {
        QTest::addColumn<bool>("encrypts"); // the server
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("root");
        QTest::addColumn<QString>("binding");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("not offered")
            << false << u"require"_s << QString() << QString() << ErrorKind::PermissionDenied
            << u"The database server offers no encryption, which this environment asks for."_s;
        QTest::newRow("no root certificate")
            << true << u"verify-full"_s << u"/nowhere/root.crt"_s << QString() << ErrorKind::PermissionDenied
            << u"The file of the root certificate is missing, so the database server could not be checked."_s;
        QTest::newRow("other server")
            << true << u"verify-full"_s << m_certificates.authority() << QString() << ErrorKind::NoConnection
            << u"The certificate of the database server is that of another server, so Tusk did not connect."_s;
        QTest::newRow("channel binding")
            << false << u"prefer"_s << QString() << u"require"_s << ErrorKind::PermissionDenied
            << u"The login could not be tied to the encrypted connection, which this environment asks for."_s;
    }
    void shouldTellWhyThereIsNoEncryptionInEveryLanguage()
    {
        QFETCH(const bool, encrypts);
        QFETCH(const QString, mode);
        QFETCH(const QString, root);
        QFETCH(const QString, binding);
        if (encrypts && !m_encrypting) {
            m_encrypting = std::make_unique<tests::TestServer>(
                m_certificates.serverWith(tests::TestCertificates::Kind::OtherName));
            m_encrypted = m_encrypting->createDatabase();
        }
        base::ConnectionSettings settings = encrypts ? m_encrypted : m_settings;
        settings.sslMode = mode;
        settings.sslRootCert = root;
        settings.channelBinding = binding;
        Connection connection(settings);

        const auto opened = connection.open();

        QVERIFY(!opened);
        QTEST(opened.error().sentence, "sentence");
        QTEST(opened.error().kind, "kind");
    }

    void trap17_shouldNoticeTheGoodbyeInEveryLanguage()
    {
        Connection connection(m_settings);
        QVERIFY(connection.open());
        m_server->terminateBackends(m_settings.database);
        const auto answer = connection.execute(sql("SELECT 1"), 5s);
        QCOMPARE(answer.error().kind, ErrorKind::ConnectionLost);
        QCOMPARE(answer.error().sqlState, "57P01"_ba);
        QVERIFY(answer.error().detail.contains(u"Verbindung"_s));
    }

private:
    std::unique_ptr<tests::TestServer> m_server;
    base::ConnectionSettings m_settings;
    tests::TestCertificates m_certificates;
    std::unique_ptr<tests::TestServer> m_encrypting;
    base::ConnectionSettings m_encrypted;
    const tests::ReservedPort m_unused;
};

QTEST_GUILESS_MAIN(TestSessionGerman)
#include "tst_sessiongerman.moc"
