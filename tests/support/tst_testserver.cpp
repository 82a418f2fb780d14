// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/serverfolder.h"
#include "support/sqlclient.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QFileInfo>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <cstdio>
#include <unistd.h>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::SqlClient;
using tests::TestRole;
using tests::TestServer;

namespace
{

QStringList textsOf(const QList<tests::LoggedStatement> &statements)
{
    QStringList texts;
    for (const tests::LoggedStatement &statement : statements)
        texts.append(statement.text);
    return texts;
}

} // namespace

class TestTestServer final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldGiveFreshDatabasesOwnedByTheirRole()
    {
        TestServer server;
        const auto first = server.createDatabase();
        const auto second = server.createDatabase();
        QVERIFY(SqlClient(first).ask(u"CREATE TABLE here (id int)"_s).ok);

        SqlClient client(second);
        QCOMPARE(client.rows(u"SELECT current_user, to_regclass('here')"_s).constFirst(),
                 QStringList({u"tusk"_s, QString()}));
        QCOMPARE(client.rows(u"SHOW server_encoding"_s).constFirst().constFirst(), u"UTF8"_s);
        QCOMPARE(client.rows(u"SHOW lc_collate"_s).constFirst().constFirst(), u"C.UTF-8"_s);
    }

    void shouldCopyAPreparedDatabase()
    {
        TestServer server;
        const auto original = server.createDatabase();
        SqlClient(original).rows(u"CREATE TABLE kept AS SELECT 7 AS id"_s);
        SqlClient copy(server.createDatabase({.copyOf = original.database}));
        QCOMPARE(copy.rows(u"SELECT id FROM kept"_s).constFirst().constFirst(), u"7"_s);
    }

    void shouldRestrictRolesAsAsked()
    {
        TestServer server;
        SqlClient schemaOnly(server.createDatabase({.role = TestRole::SchemaOnly}));
        QVERIFY(schemaOnly.ask(u"CREATE TABLE tusk.mine (id int)"_s).ok);
        QCOMPARE(schemaOnly.ask(u"CREATE EXTENSION pg_trgm"_s).sqlState, "42501");
        QCOMPARE(schemaOnly.ask(u"CREATE SCHEMA other"_s).sqlState, "42501");

        SqlClient powerless(server.createDatabase({.role = TestRole::Powerless}));
        QCOMPARE(powerless.ask(u"CREATE SCHEMA tusk"_s).sqlState, "42501");
        QCOMPARE(powerless.rows(u"SELECT 1"_s).size(), 1);
    }

    void shouldAskForThePasswordByScramOverTcp()
    {
        TestServer server({.tcp = true, .scram = true});
        auto settings = server.createDatabase();
        QCOMPARE(settings.host, u"127.0.0.1"_s);
        QVERIFY(SqlClient(settings).isConnected());
        settings.password = u"wrong"_s;
        const SqlClient refused(settings);
        QVERIFY(!refused.isConnected());
        QVERIFY2(refused.message().contains("password authentication failed"_L1),
                 qPrintable(refused.message()));
    }

    void shouldKeepCommittedRowsOverKill9AndRestart()
    {
        TestServer server({.tcp = true, .fsync = true});
        const auto settings = server.createDatabase();
        SqlClient before(settings);
        before.rows(u"CREATE TABLE kept AS SELECT 1 AS id"_s);

        server.kill9();
        QVERIFY(!server.isRunning());
        QVERIFY(!before.ask(u"SELECT 1"_s).ok);
        QVERIFY(!SqlClient(settings).isConnected());

        server.start();
        QCOMPARE(SqlClient(settings).rows(u"SELECT count(*) FROM kept"_s).constFirst().constFirst(), u"1"_s);
        server.restart();
        QVERIFY(SqlClient(settings).isConnected());
    }

    void shouldTerminateBackends()
    {
        TestServer server;
        const auto settings = server.createDatabase();
        SqlClient client(settings);
        QVERIFY(client.ask(u"SELECT 1"_s).ok);
        QCOMPARE(server.terminateBackends(settings.database), 1);
        QVERIFY(!client.ask(u"SELECT 1"_s).ok);
    }

    void shouldApplySettings()
    {
        TestServer server({.settings = {{u"work_mem"_s, u"3MB"_s}, {u"shared_buffers"_s, u"16MB"_s}}});
        QCOMPARE(server.psql(u"SHOW work_mem"_s).constFirst().constFirst(), u"3MB"_s);
        QCOMPARE(server.psql(u"SHOW shared_buffers"_s).constFirst().constFirst(), u"16MB"_s);
    }

    void shouldFollowAnotherServerAsItsStandby()
    {
        TestServer primary;
        const auto settings = primary.createDatabase();
        SqlClient(settings).rows(u"CREATE TABLE copied AS SELECT 1 AS id"_s);
        TestServer standby({.standbyOf = &primary});
        const QString all = u"SELECT count(*) FROM copied"_s;
        QCOMPARE(standby.psql(all, settings.database).constFirst(), QStringList{u"1"_s});

        SqlClient(settings).rows(u"INSERT INTO copied VALUES (2)"_s);

        QTRY_COMPARE(standby.psql(all, settings.database).constFirst(), QStringList{u"2"_s});
        SqlClient there(standby.onSocket(settings));
        QCOMPARE(there.ask(u"INSERT INTO copied VALUES (3)"_s).sqlState, "25006");
        QCOMPARE(there.ask(u"LISTEN something"_s).sqlState, "25006");
        standby.psql(u"SELECT pg_promote()"_s);
        QVERIFY(there.ask(u"INSERT INTO copied VALUES (3)"_s).ok);
    }

    void shouldReportEveryStatementSinceAMark()
    {
        TestServer server({.logStatements = true});
        const auto settings = server.createDatabase();
        SqlClient client(settings);
        client.rows(u"SELECT 'before'"_s);
        const qint64 mark = server.logMark();
        client.rows(u"SELECT 'two\nlines'"_s);

        const auto statements = server.statements(mark);
        QCOMPARE(textsOf(statements), QStringList{u"SELECT 'two\nlines'"_s});
        QCOMPARE(statements.constFirst().database, settings.database);
        QCOMPARE(statements.constFirst().application, u"tusk"_s);
        QVERIFY(!statements.constFirst().executed);
    }

    void shouldCountAsTheProjectsRuleSays()
    {
        TestServer server({.logStatements = true});
        const auto settings = server.createDatabase();
        const qint64 mark = server.logMark();
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QPSQL"_s, u"counting"_s);
            database.setHostName(settings.host);
            database.setPort(settings.port);
            database.setDatabaseName(settings.database);
            database.setUserName(settings.user);
            QVERIFY(database.open());
            QSqlQuery query(database);
            for (const QString &sql : {u"BEGIN"_s, u"SET LOCAL lock_timeout = 1000"_s, u"SELECT 1"_s,
                                       u"COMMIT"_s, u"SELECT version()"_s, u"SET lock_timeout = 1000"_s})
                QVERIFY(query.exec(sql));
        }
        QSqlDatabase::removeDatabase(u"counting"_s);

        QCOMPARE(server.statements(mark).size(), 11);
        QCOMPARE(textsOf(server.countedStatements(mark)),
                 QStringList({u"SELECT 1"_s, u"SELECT version()"_s, u"SET lock_timeout = 1000"_s}));
    }

    void shouldLeaveNothingBehind()
    {
        QString folder;
        pid_t pid = 0;
        {
            const TestServer server;
            folder = server.socketFolder();
            pid = server.pid();
            QVERIFY(QFileInfo::exists(folder));
        }
        QVERIFY(!QFileInfo::exists(folder));
        QVERIFY(!QFileInfo::exists(u"/proc/%1/exe"_s.arg(pid)));
    }

    void shouldDieWithATestThatIsKilled()
    {
        // Given another test program with a server of its own
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {u"--hold-a-server"_s});
        QVERIFY(other.waitForReadyRead());
        const QString folder = QString::fromUtf8(other.readLine()).trimmed();
        QVERIFY(QFileInfo::exists(folder + "/data/postmaster.pid"_L1));
        // When it is killed
        other.kill();
        QVERIFY(other.waitForFinished());
        // Then its guardian tidies up
        QTRY_VERIFY(!QFileInfo::exists(folder));
    }
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (application.arguments().contains(u"--hold-a-server"_s)) {
        const TestServer server;
        std::puts(qUtf8Printable(server.socketFolder()));
        std::fflush(stdout);
        return pause();
    }
    TestTestServer test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_testserver.moc"
