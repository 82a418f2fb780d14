// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "models/opendatabase.h"
#include "support/proxy.h"
#include "support/testcase.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <chrono>

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;
using models::DatabaseLink;
using models::TodoTableModel;

// What cannot be: the user is told in a sentence, and what was typed is still there.
class TestRefusals final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;

    // New connections of ours are those of a standby then; what was connected is cut off.
    void makeReadOnly(bool readOnly)
    {
        m_server->psql(u"ALTER DATABASE %1 SET default_transaction_read_only = %2"_s.arg(
                           m_settings.database, readOnly ? u"on"_s : u"off"_s),
                       u"postgres"_s);
        m_server->terminateBackends(m_settings.database);
    }
    void forbidCats()
    {
        m_server->psql(u"ALTER TABLE tusk.todo ADD CONSTRAINT no_cats CHECK (title !~ 'cat')"_s,
                       m_settings.database);
    }
    QString stored(const QString &sql) { return m_server->psql(sql, m_settings.database).value(0).value(0); }

protected:
    void prepare() override { m_settings = createTuskDatabase(*m_server); }

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(TestServerOptions{.tcp = true}); }
    void cleanupTestCase() { m_server.reset(); }

    void shouldRefuseValuesThatNoTodoMayHave_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QVariant>("value");
        const auto row = [](const char *name, int column, const QVariant &value) {
            QTest::newRow(name) << column << value;
        };
        row("blank title", TodoTableModel::Title, u"  \t"_s);
        row("long title", TodoTableModel::Title, QString(501, u'x'));
        row("NUL in the title", TodoTableModel::Title, QString(u"a" + QChar(QChar::Null) + u"b"));
        row("half a character in the title", TodoTableModel::Title, QString(u"a" + QChar(0xd800)));
        row("notes over 1 MB", TodoTableModel::Notes, QString(1'048'577, u'x'));
        row("notes over 1 MB of UTF-8", TodoTableModel::Notes, QString(600'000, u'é'));
        row("NUL in the notes", TodoTableModel::Notes, QString(u"a" + QChar(QChar::Null) + u"b"));
        row("half a character in the notes", TodoTableModel::Notes, QString(QChar(0xdc00) + u"b"_s));
        row("year 0", TodoTableModel::DueDate, QDate(-1, 1, 1));
        row("year 10000", TodoTableModel::DueDate, QDate(10'000, 1, 1));
    }
    void shouldRefuseValuesThatNoTodoMayHave()
    {
        QFETCH(const int, column);
        QFETCH(const QVariant, value);
        Device device(m_settings);
        device.add(u"before"_s);
        const domain::Todo before = device.todo(u"before"_s);
        QSignalSpy rejected(&device.model(), &TodoTableModel::rejected);

        QVERIFY(!device.model().setData(device.model().index(0, column), value));

        QCOMPARE(rejected.count(), 1);
        QVERIFY(!rejected.first().first().value<base::Error>().sentence.isEmpty());
        QCOMPARE(device.todo(u"before"_s), before);
        QTRY_VERIFY(device.isSaved());
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.action"_s), u"1"_s);
    }

    void shouldTellThatTheListWasDeletedMeanwhileAndKeepTheTodo()
    {
        Proxy proxy(m_settings);
        Device device(proxy.settings());
        domain::TodoList list;
        list.id = domain::ListId(QUuid::createUuid());
        list.name = u"Garden"_s;
        list.position = "5";
        device.workspace().perform(domain::createList(list, device.workspace().now()));
        QTRY_VERIFY(device.isSaved());
        proxy.cut(Proxy::NewConnections::Refused);
        QTRY_VERIFY_WITH_TIMEOUT(device.workspace().isStale(), 20'000);
        m_server->psql(u"DELETE FROM tusk.list"_s, m_settings.database);
        domain::Todo todo = device.model().newTodo(u"dig"_s);
        todo.list = list.id;
        QSignalSpy noticed(&device.workspace(), &models::Workspace::noticed);
        device.workspace().perform(domain::createTodos({todo}, device.workspace().now()));

        proxy.accept();
        device.link().retryNow();

        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), 20'000);
        QTRY_COMPARE(noticed.count(), 1);
        QVERIFY(noticed.first().first().toString().contains(u"Inbox"_s));
        QCOMPARE(stored(u"SELECT title FROM tusk.todo WHERE list_id IS NULL"_s), u"dig"_s);
        QTRY_VERIFY(device.workspace().lists().isEmpty());
    }

    void shouldTellThatATodoWasDeletedForGoodMeanwhile()
    {
        Proxy proxy(m_settings);
        Device device(proxy.settings());
        device.add(u"before"_s);
        QTRY_VERIFY(device.isSaved());
        proxy.cut(Proxy::NewConnections::Refused);
        QTRY_VERIFY_WITH_TIMEOUT(device.workspace().isStale(), 20'000);
        m_server->psql(u"DELETE FROM tusk.todo"_s, m_settings.database);
        QSignalSpy noticed(&device.workspace(), &models::Workspace::noticed);
        device.edit(u"before"_s, u"after"_s);

        proxy.accept();
        device.link().retryNow();

        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), 20'000);
        QCOMPARE(noticed.count(), 1);
        QTRY_COMPARE(device.titles(), QStringList());
    }

    void shouldNoticeAFrozenPeerAlsoWhenATodoIsTakenBack()
    {
        Proxy proxy(m_settings);
        base::ConnectionSettings settings = proxy.settings();
        settings.statementTimeout = std::chrono::seconds(2);
        Device device(settings);
        device.add(u"before"_s);
        QTRY_VERIFY(device.isSaved());
        proxy.freeze();

        device.workspace().undo();

        QTRY_VERIFY_WITH_TIMEOUT(device.workspace().isStale(), 15'000);
        proxy.thaw();
        device.link().retryNow();
        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), 20'000);
        QTRY_COMPARE(device.titles(), QStringList());
    }

    void shouldGiveAServerMoreTimeThatNeedsIt_data()
    {
        QTest::addColumn<bool>("isImport");
        QTest::newRow("for a change that it could not finish") << false;
        QTest::newRow("for an import from the start") << true;
    }
    void shouldGiveAServerMoreTimeThatNeedsIt()
    {
        QFETCH(const bool, isImport);
        base::ConnectionSettings settings = m_settings;
        settings.statementTimeout = std::chrono::seconds(1);
        Device device(settings);
        device.add(u"before"_s);
        QTRY_VERIFY(device.isSaved());
        if (isImport)
            m_server->psql(u"UPDATE tusk.action SET kind = 'import'"_s, m_settings.database);
        m_server->psql(u"CREATE FUNCTION public.slow() RETURNS trigger LANGUAGE plpgsql AS "
                       "$$ BEGIN PERFORM pg_sleep(2.5); RETURN NULL; END $$;"
                       "CREATE TRIGGER slow BEFORE INSERT ON tusk.action FOR EACH STATEMENT "
                       "EXECUTE FUNCTION public.slow()"_s,
                       m_settings.database);
        const qint64 mark = m_server->logMark();
        Device later(settings, {}, true, device.link().installation()); // which reads what there is to undo

        later.workspace().undo();

        QTRY_VERIFY(!later.isSaved());
        QTRY_VERIFY_WITH_TIMEOUT(later.isSaved(), 30'000);
        const auto stopped = m_server->logLines(mark).filter(u"canceling statement"_s).size();
        QCOMPARE(stopped, isImport ? 0 : 1);
    }

    void shouldSayThatTheTablesMayNotBeMadeAndKeepWhatIsTyped()
    {
        TestDatabaseOptions options;
        options.role = TestRole::Powerless;
        Device device(m_server->createDatabase(options), {}, false);
        QTRY_VERIFY_WITH_TIMEOUT(device.link().state() == DatabaseLink::State::Failed, 20'000);
        QVERIFY(device.link().error().kind == base::ErrorKind::PermissionDenied);
        QVERIFY(!device.link().error().sentence.isEmpty());

        device.add(u"typed"_s);

        QCOMPARE(device.titles(), QStringList{u"typed*"_s});
        QTRY_VERIFY(device.workspace().pending().first().kept);
    }

    // The server that writes has become a standby, and will be one that writes again.
    void shouldKeepAnEditPendingUntilTheServerCanWriteAgain()
    {
        Device device(m_settings);
        device.add(u"before"_s);
        QTRY_VERIFY(device.isSaved());
        makeReadOnly(true);
        QSignalSpy heldUp(&device.workspace(), &models::Workspace::heldUpChanged);

        device.edit(u"before"_s, u"after"_s);

        QTRY_COMPARE_WITH_TIMEOUT(heldUp.count(), 1, 20'000);
        QCOMPARE(device.workspace().heldUp()->error.kind, base::ErrorKind::ReadOnlyServer);
        QCOMPARE(device.titles(), QStringList{u"after*"_s});
        QVERIFY(device.workspace().handedBack().isEmpty());

        makeReadOnly(false);

        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), 20'000);
        QCOMPARE(heldUp.count(), 2); // once why, and once that it is over
        QVERIFY(!device.workspace().heldUp());
        QCOMPARE(stored(u"SELECT title FROM tusk.todo"_s), u"after"_s);
    }

    void shouldSendWhatIsHeldUpWhenTheRightIsGiven()
    {
        Device device(m_settings);
        m_server->psql(u"REVOKE ALL ON FUNCTION tusk.apply_action(jsonb) FROM PUBLIC, tusk"_s,
                       m_settings.database);
        device.add(u"typed"_s);
        QTRY_VERIFY_WITH_TIMEOUT(device.workspace().heldUp(), 20'000);
        QCOMPARE(device.workspace().heldUp()->error.kind, base::ErrorKind::PermissionDenied);
        QCOMPARE(device.titles(), QStringList{u"typed*"_s});

        m_server->psql(u"GRANT ALL ON FUNCTION tusk.apply_action(jsonb) TO PUBLIC"_s, m_settings.database);
        device.workspace().retryNow();

        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), 20'000);
        QCOMPARE(device.titles(), QStringList{u"typed"_s});
    }

    void shouldTryAgainAsSoonHoweverMuchIsAddedMeanwhile()
    {
        Device device(m_settings);
        m_server->psql(u"REVOKE ALL ON FUNCTION tusk.apply_action(jsonb) FROM PUBLIC, tusk"_s,
                       m_settings.database);
        const auto tries = [this, mark = m_server->logMark()] {
            return m_server->logLines(mark).filter(u"permission denied for function apply_action"_s).size();
        };
        for (int i = 0; i < 12; ++i) {
            const auto tried = tries();
            device.add(u"typed"_s); // which is a reason to try
            QTRY_COMPARE_GE(tries(), tried + 1);
        }

        m_server->psql(u"GRANT ALL ON FUNCTION tusk.apply_action(jsonb) TO PUBLIC"_s, m_settings.database);

        QTRY_VERIFY(device.isSaved());
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), u"12"_s);
    }

    void shouldNotSendWhatIsTakenBackWhileItIsHeldUp()
    {
        makeReadOnly(true);
        Device device(m_settings);
        device.add(u"kept"_s);
        device.add(u"taken back"_s);
        QTRY_VERIFY_WITH_TIMEOUT(device.workspace().heldUp(), 20'000);

        QVERIFY(device.workspace().undo());
        QCOMPARE(device.workspace().pending().size(), 1);
        QTRY_VERIFY(!device.workspace().pending().constFirst().sending); // not while it is tried again
        QVERIFY(device.workspace().undo());
        QVERIFY(device.isSaved());
        QVERIFY(!device.workspace().heldUp());
        QCOMPARE(device.titles(), QStringList());
        QVERIFY(device.workspace().redo());
        QCOMPARE(device.titles(), QStringList{u"kept*"_s});

        makeReadOnly(false);

        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), 20'000);
        QCOMPARE(stored(u"SELECT string_agg(title, ',') FROM tusk.todo"_s), u"kept"_s);
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.action"_s), u"1"_s);
    }

    void shouldFindARefusedEditAgainAtTheNextStartUnlessItWasAnswered()
    {
        forbidCats();
        QTemporaryDir folder;
        {
            Device device(m_settings, folder.path());
            device.add(u"feed the cat"_s);
            QTRY_COMPARE(device.workspace().handedBack().size(), 1);
        }
        {
            Device next(m_settings, folder.path());
            QTRY_COMPARE(next.workspace().handedBack().size(), 1);
            QCOMPARE(next.workspace().handedBack().first().action.todos.first().after.title,
                     u"feed the cat"_s);
            next.workspace().dismissHandedBack(next.workspace().handedBack().first().action.id);
            QVERIFY(next.workspace().handedBack().isEmpty());
        }
        Device last(m_settings, folder.path());
        QVERIFY(last.isSaved());
        QVERIFY(last.workspace().handedBack().isEmpty());
    }

    void shouldSendARefusedEditOnceMore()
    {
        forbidCats();
        Device device(m_settings);
        device.add(u"feed the cat"_s);
        QTRY_COMPARE(device.workspace().handedBack().size(), 1);
        m_server->psql(u"ALTER TABLE tusk.todo DROP CONSTRAINT no_cats"_s, m_settings.database);

        device.workspace().performHandedBack(device.workspace().handedBack().first().action.id);

        QVERIFY(device.workspace().handedBack().isEmpty());
        QTRY_VERIFY(device.isSaved());
        QCOMPARE(stored(u"SELECT title FROM tusk.todo"_s), u"feed the cat"_s);
        QVERIFY(device.workspace().undo());
        QTRY_VERIFY(device.isSaved());
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), u"0"_s);
    }

    void trap50_shouldKeepAnEditPendingWhileTheDisksOfTheServerAreFull()
    {
        m_server->psql(
            u"CREATE SEQUENCE public.tries; " // keeps what a failed transaction has counted
            "CREATE FUNCTION public.full_disk() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ "
            "BEGIN PERFORM nextval('public.tries'); RAISE EXCEPTION "
            "'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$; "
            "CREATE TRIGGER full_disk BEFORE INSERT ON tusk.todo EXECUTE FUNCTION public.full_disk()"_s,
            m_settings.database);
        Device device(m_settings);
        device.add(u"pending"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stored(u"SELECT (last_value >= 3)::text FROM public.tries"_s), u"true"_s,
                                  20'000);
        QCOMPARE(device.titles(), QStringList{u"pending*"_s});
        QVERIFY(device.workspace().handedBack().isEmpty());

        m_server->psql(u"DROP TRIGGER full_disk ON tusk.todo"_s, m_settings.database);

        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), 20'000);
        QCOMPARE(stored(u"SELECT title FROM tusk.todo"_s), u"pending"_s);
    }
};

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
