// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/noisyneighbours.h"
#include "support/oldfiles/oldapp.h"
#include "support/pgbouncer.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"
#include "support/testserver.h"
#include "tuskprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>

using namespace tusk;
using namespace Qt::StringLiterals;
using base::ConnectionSettings;
using tests::NoisyNeighbours;
using tests::TuskRun;

namespace
{

constexpr int todosInFile = 600;
constexpr int ofAna = todosInFile / 3 * tests::anasTodos;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// What takes many statements, in databases behind a pooler in transaction mode of which others use the
// servers too, with the real program. Each is tried with the address past the pooler, and where only that of
// the pooler is known.
class TestBehindPooler final : public tests::TestCase
{
    Q_OBJECT

    std::unique_ptr<tests::TemporaryHome> m_home;
    std::unique_ptr<tests::TestServer> m_server;
    std::unique_ptr<tests::PgBouncer> m_pooler;
    QTemporaryDir m_folder;
    qint64 m_logMark = 0;

    [[nodiscard]] static TuskRun tusk(const QStringList &arguments)
    {
        return tests::tusk(arguments, {{u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s}});
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    static void ways()
    {
        QTest::addColumn<bool>("knowsDirect");
        QTest::newRow("past the pooler") << true;
        QTest::newRow("only the pooler") << false;
    }
    // A database with the tables of Tusk, as an environment.
    [[nodiscard]] ConnectionSettings addEnvironment(const QString &name, bool knowsDirect)
    {
        const ConnectionSettings database = m_server->createDatabase();
        const ConnectionSettings pooled = m_pooler->pooled(database);
        QStringList words{u"env"_s,
                          u"add"_s,
                          name,
                          u"--host"_s,
                          pooled.host,
                          u"--port"_s,
                          QString::number(pooled.port),
                          u"--database"_s,
                          pooled.database,
                          u"--user"_s,
                          pooled.user,
                          u"--sslmode"_s,
                          u"disable"_s};
        if (knowsDirect)
            words += {u"--direct-host"_s, pooled.directHost, u"--direct-port"_s,
                      QString::number(pooled.directPort)};
        const TuskRun added = tusk(words);
        const TuskRun migrated = tusk({u"migrate"_s, u"--env"_s, name});
        if (added.exitCode != 0 || migrated.exitCode != 0)
            qFatal("%s, %s", added.report().constData(), migrated.report().constData());
        return database;
    }
    [[nodiscard]] QStringList rows(const ConnectionSettings &database, const QString &sql)
    {
        QStringList result;
        for (const QStringList &row : m_server->psql(sql, database.database))
            result.append(row.join(u'|'));
        return result;
    }
    [[nodiscard]] QString count(const ConnectionSettings &database)
    {
        return rows(database, u"SELECT count(*) FROM tusk.todo"_s).first();
    }
    void fill(const ConnectionSettings &database)
    {
        m_server->psql(u"INSERT INTO tusk.list (id, name, position) VALUES "
                       "('01900000-0000-7000-8000-00000000000a', 'Garden', 'a');"
                       "INSERT INTO tusk.todo (title, notes, list_id, completed_at) SELECT 'todo ' || n, "
                       "repeat('x', n % 50), CASE WHEN n % 3 = 0 THEN "
                       "'01900000-0000-7000-8000-00000000000a'::uuid END, CASE WHEN n % 7 = 0 THEN now() END "
                       "FROM generate_series(1, 1500) n"_s,
                       database.database);
    }

    // Whether a statement went to the servers that everybody behind the pooler uses. The neighbours have been
    // on each of them.
    [[nodiscard]] bool wentThroughPooler(const QString &beginning)
    {
        QSet<QString> shared;
        QSet<QString> found;
        for (const tests::LoggedStatement &statement : m_server->statements(m_logMark)) {
            if (statement.text.startsWith("SELECT pg_sleep"_L1))
                shared.insert(statement.session);
            if (statement.text.startsWith(beginning))
                found.insert(statement.session);
        }
        if (found.isEmpty())
            qFatal("no such statement was sent");
        return shared.intersects(found);
    }

protected:
    void prepare() override
    {
        m_home.reset();
        m_home = std::make_unique<tests::TemporaryHome>();
        m_logMark = m_server->logMark();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<tests::TestServer>(tests::TestServerOptions{.logStatements = true});
        m_pooler = std::make_unique<tests::PgBouncer>(*m_server);
        tests::writeOldApp(path(u"old.db"_s), todosInFile);
    }
    void cleanupTestCase()
    {
        m_pooler.reset();
        m_server.reset();
        m_home.reset();
    }

    void shouldImportVerifyAndUndo_data() { ways(); }
    void shouldImportVerifyAndUndo()
    {
        QFETCH(const bool, knowsDirect);
        const ConnectionSettings database = addEnvironment(u"work"_s, knowsDirect);
        const NoisyNeighbours neighbours(m_pooler->pooled(database));
        const QStringList import{u"import"_s,          path(u"old.db"_s), u"--owner"_s,
                                 u"ana@example.org"_s, u"--env"_s,        u"work"_s};

        const TuskRun tried = tusk(import + QStringList{u"--dry-run"_s});
        QVERIFY2(tried.exitCode == 0, tried.report().constData());
        QCOMPARE(count(database), u"0"_s);

        const TuskRun imported = tusk(import + QStringList{u"--json"_s});
        QVERIFY2(imported.exitCode == 0, imported.report().constData());
        QCOMPARE(imported.only()["created"_L1].toInt(), ofAna);
        QCOMPARE(imported.only()["verified"_L1].toInt(), ofAna);
        QCOMPARE(count(database), QString::number(ofAna));
        QCOMPARE(wentThroughPooler(u"COPY pg_temp.staged FROM"_s), !knowsDirect);

        const TuskRun again = tusk(import);
        QVERIFY2(again.exitCode == 0 && again.output.contains("were there already"),
                 again.report().constData());
        const TuskRun verified = tusk({u"verify"_s, u"--env"_s, u"work"_s});
        QVERIFY2(verified.exitCode == 0, verified.report().constData());
        const TuskRun undone = tusk({u"undo"_s, u"--env"_s, u"work"_s});
        QVERIFY2(undone.exitCode == 0, undone.report().constData());
        QCOMPARE(count(database), u"0"_s);
        QCOMPARE(neighbours.failures(), 0);
    }

    void shouldExport_data() { ways(); }
    void shouldExport()
    {
        QFETCH(const bool, knowsDirect);
        const ConnectionSettings database = addEnvironment(u"work"_s, knowsDirect);
        fill(database);
        const NoisyNeighbours neighbours(m_pooler->pooled(database));

        const TuskRun exported = tusk({u"export"_s, path(u"all.json"_s), u"--all"_s, u"--env"_s, u"work"_s});

        QVERIFY2(exported.exitCode == 0, exported.report().constData());
        QStringList titles;
        for (const QJsonValue &todo :
             QJsonDocument::fromJson(contentOf(path(u"all.json"_s)))[u"todos"_s].toArray())
            titles.append(todo[u"title"_s].toString());
        titles.sort();
        QCOMPARE(titles, rows(database, u"SELECT title FROM tusk.todo ORDER BY title COLLATE \"C\""_s));
        QCOMPARE(wentThroughPooler(u"COPY ("_s), !knowsDirect);
        QCOMPARE(neighbours.failures(), 0);
    }

    void shouldCopyFromOneToAnother_data() { ways(); }
    void shouldCopyFromOneToAnother()
    {
        QFETCH(const bool, knowsDirect);
        const ConnectionSettings source = addEnvironment(u"work"_s, knowsDirect);
        const ConnectionSettings target = addEnvironment(u"home"_s, knowsDirect);
        fill(source);
        const NoisyNeighbours atSource(m_pooler->pooled(source), 3);
        const NoisyNeighbours atTarget(m_pooler->pooled(target), 3);
        const QStringList copy{u"env"_s, u"copy"_s, u"work"_s, u"home"_s, u"--json"_s};
        const QString all =
            u"SELECT t.id, t.title, t.notes, l.name, t.completed_at FROM tusk.todo t LEFT JOIN "
            "tusk.list l ON l.id = t.list_id ORDER BY t.id"_s;

        const TuskRun copied = tusk(copy);
        QVERIFY2(copied.exitCode == 0, copied.report().constData());
        QCOMPARE(copied.only()["added"_L1].toInt(), 1500);
        QCOMPARE(rows(target, all), rows(source, all));

        const TuskRun again = tusk(copy);
        QVERIFY2(again.exitCode == 0, again.report().constData());
        QCOMPARE(again.only()["same"_L1].toInt(), 1500);
        const TuskRun undone = tusk({u"undo"_s, u"--env"_s, u"home"_s});
        QVERIFY2(undone.exitCode == 0, undone.report().constData());
        QCOMPARE(count(target), u"0"_s);
        QCOMPARE(atSource.failures() + atTarget.failures(), 0);
    }
};

QTEST_GUILESS_MAIN(TestBehindPooler)
#include "tst_behindpooler.moc"
