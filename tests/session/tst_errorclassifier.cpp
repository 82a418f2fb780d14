// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/connection.h"
#include "data/session/errorclassifier.h"
#include "data/session/retrypolicy.h"
#include "support/fakeserver.h"
#include "support/testcase.h"

using namespace tusk;
using namespace Qt::StringLiterals;
using base::ErrorKind;
using session::Again;
using session::Connection;
using session::ConnectStage;
using session::Report;
using tests::FakeServer;

class TestErrorClassifier final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    // Everything below comes from a hosted database's proxy or a pooler under SQLSTATE XX000, 08P01 or none.
    void trap16_shouldTellTheErrorsOfProxiesApart_data()
    {
        QTest::addColumn<QByteArray>("sqlState");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<Again>("again");
        const auto add = [](const char *text, ErrorKind kind, Again again, const char *sqlState = "XX000") {
            QTest::addRow("%.40s", text) << QByteArray(sqlState) << QByteArray(text) << kind << again;
        };
        add("password authentication failed for user 'tusk'", ErrorKind::Authentication, Again::Never);
        add("Couldn't connect to compute node", ErrorKind::NoConnection, Again::Soon);
        add("Control plane request failed: endpoint is disabled", ErrorKind::PermissionDenied, Again::Never);
        add("Control plane request failed: endpoint cannot be found", ErrorKind::PermissionDenied,
            Again::Never);
        add("Control plane request failed: endpoint is temporarily unavailable. Check your quotas and/or "
            "contact "
            "our support",
            ErrorKind::Transient, Again::Slowly);
        add("Your account or project has exceeded the compute time quota. Upgrade your plan to increase "
            "limits.",
            ErrorKind::PermissionDenied, Again::Never);
        add("You have exceeded the limit of concurrently active endpoints. Please suspend some.",
            ErrorKind::Transient, Again::Slowly);
        add("Too many connections attempts, try again later", ErrorKind::NoConnection, Again::Soon);
        add("Failed to acquire permit to connect to the database. Too many database connection attempts are "
            "currently ongoing.",
            ErrorKind::NoConnection, Again::Soon);
        add("This IP address 192.0.2.7 is not allowed to connect to this endpoint.",
            ErrorKind::PermissionDenied, Again::Never);
        add("unsupported startup parameter: options", ErrorKind::PermissionDenied, Again::Never, "08P01");
        add("connection is insecure (try using `sslmode=require`)", ErrorKind::PermissionDenied,
            Again::Never);
        add("Endpoint ID is not specified. Either please upgrade the postgres client library (libpq)",
            ErrorKind::PermissionDenied, Again::Never);
        add("server login has been failing, try again later (server_login_retry)", ErrorKind::NoConnection,
            Again::Soon, "");
        add("no more connections allowed (max_client_conn)", ErrorKind::Transient, Again::Slowly, "08P01");
        add("Tenant or user not found", ErrorKind::Authentication, Again::Never);
        add("MaxClientsInSessionMode: max clients reached - in Session mode max clients are limited to "
            "pool_size",
            ErrorKind::Transient, Again::Slowly);
        add("no such database: tusk", ErrorKind::Authentication, Again::Never, "08P01");
        add("something that nobody has ever seen", ErrorKind::NoConnection, Again::Soon);
    }
    void trap16_shouldTellTheErrorsOfProxiesApart()
    {
        QFETCH(QByteArray, sqlState);
        QFETCH(QByteArray, text);
        QFETCH(ErrorKind, kind);
        QFETCH(Again, again);
        const FakeServer server(
            FakeServer::Failure{.sqlState = sqlState, .message = text, .severity = "ERROR"});
        base::ConnectionSettings settings = server.settings();
        settings.password = u"s3cret"_s;
        Connection connection(settings);

        const auto opened = connection.open();

        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, kind);
        QCOMPARE(session::againAfter(opened.error().kind), again);
        QVERIFY(!opened.error().connectionUsable);
        QVERIFY2(opened.error().detail.contains(QString::fromUtf8(text)), qPrintable(opened.error().detail));
        QVERIFY(!opened.error().sentence.isEmpty());
        QCOMPARE(server.connections(), 2); // refuses TLS, so "prefer" asks again in the clear: once each
    }

    void shouldUnderstandATextThatHoldsThePassword()
    {
        const QString text = u"FATAL:  XX000: password authentication failed for user 'x'"_s;
        const Report report = session::reportOfConnectFailure(text, u"password"_s);
        const base::Error error = session::connectError(report, ConnectStage::LoggingIn);
        QCOMPARE(error.kind, ErrorKind::Authentication);
        QCOMPARE(error.detail, u"FATAL:  XX000: *** authentication failed for user 'x'"_s);
    }

    void shouldClassifyStatementsBySqlState_data()
    {
        QTest::addColumn<QByteArray>("sqlState");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("serialisation") << "40001"_ba << ErrorKind::Transient;
        QTest::newRow("deadlock") << "40P01"_ba << ErrorKind::Transient;
        QTest::newRow("lock") << "55P03"_ba << ErrorKind::Transient;
        QTest::newRow("disk") << "53100"_ba << ErrorKind::DiskFull;
        QTest::newRow("read only") << "25006"_ba << ErrorKind::ReadOnlyServer;
        QTest::newRow("right") << "42501"_ba << ErrorKind::PermissionDenied;
        QTest::newRow("no schema") << "3F000"_ba << ErrorKind::SchemaMissing;
        QTest::newRow("no table") << "42P01"_ba << ErrorKind::SchemaMissing;
        QTest::newRow("server's own limit") << "57014"_ba << ErrorKind::Timeout;
        QTest::newRow("shutdown") << "57P01"_ba << ErrorKind::ConnectionLost;
        QTest::newRow("unique") << "23505"_ba << ErrorKind::ServerError;
        QTest::newRow("raised by a function") << "P0001"_ba << ErrorKind::ServerError;
        QTest::newRow("unknown") << "XX000"_ba << ErrorKind::ServerError;
        QTest::newRow("none") << ""_ba << ErrorKind::ServerError;
    }
    void shouldClassifyStatementsBySqlState()
    {
        QFETCH(QByteArray, sqlState);
        QFETCH(ErrorKind, kind);
        const base::Error error = session::statementError({.sqlState = sqlState, .text = u"text"_s}, "name");
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.sqlState, sqlState);
        QCOMPARE(error.statement, "name"_ba);
        QCOMPARE(error.connectionUsable, kind != ErrorKind::ConnectionLost);
        QVERIFY(!error.sentence.isEmpty());
    }

    void shouldGiveUpTheConnectionAfterAFatalError()
    {
        const Report report{.sqlState = "XX000", .fatal = true, .text = u"text"_s};
        QVERIFY(!session::statementError(report, "name").connectionUsable);
    }

    void shouldFindTheCodeInTextsOfAnyLanguage_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("sqlState");
        QTest::newRow("English") << u"connection to server at \"h\" failed: FATAL:  28P01: password"_s
                                 << "28P01"_ba;
        QTest::newRow("German") << u"Verbindung zum Server fehlgeschlagen: FATAL:  3D000: Datenbank »x«"_s
                                << "3D000"_ba;
        QTest::newRow("Russian") << u"подключение: ВАЖНО:  28P01: пользователь"_s << "28P01"_ba;
        QTest::newRow("French") << u"FATAL:  57P03: le système de bases de données se lance"_s << "57P03"_ba;
        QTest::newRow("two attempts")
            << u"FATAL:  28000: no\nconnection to h: FATAL:  28P01: wrong"_s << "28P01"_ba;
        QTest::newRow("none") << u"connection to server at \"127.0.0.1\", port 54321 failed: no"_s << ""_ba;
    }
    void shouldFindTheCodeInTextsOfAnyLanguage()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, sqlState);
        QCOMPARE(session::reportOfConnectFailure(text, {}).sqlState, sqlState);
    }

    void shouldTellApartHowFarConnectingCame()
    {
        const Report report{.text = u"?"_s};
        QStringList sentences;
        for (const auto stage : {ConnectStage::Reaching, ConnectStage::Encrypting, ConnectStage::LoggingIn}) {
            const base::Error error = session::connectError(report, stage);
            QCOMPARE(error.kind, ErrorKind::NoConnection);
            QVERIFY(!sentences.contains(error.sentence));
            sentences.append(error.sentence);
        }
    }
};

QTEST_GUILESS_MAIN(TestErrorClassifier)
#include "tst_errorclassifier.moc"
