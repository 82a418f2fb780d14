// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/databasesession.h"
#include "data/session/partingthread.h"
#include "domain/actions.h"
#include "models/opendatabase.h"
#include "support/driversilence.h"
#include "support/proxy.h"
#include "support/testcase.h"

#include <QSignalSpy>

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;
using domain::TodoFilter;
using Place = domain::TodoFilter::Place;

class TestWorkspace final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;

    bool m_asksForMissed = false;

    // The first rows are there, the listener is up, and what came in between was asked for.
    bool isAllRead(Device &device)
    {
        QObject untilThen;
        bool listens = false;
        m_asksForMissed = false;
        connect(&device.link().session(), &session::DatabaseSession::listening, &untilThen, [&] {
            listens = true;
            m_asksForMissed = device.workspace().isOpen();
        });
        QSignalSpy caughtUp(&device.workspace(), &models::Workspace::caughtUp);
        return QTest::qWaitFor(
            [&] {
                return listens && device.link().state() == models::DatabaseLink::State::Ready &&
                       (!m_asksForMissed || caughtUp.count() > 0);
            },
            20'000);
    }

    QString stored(const QString &sql) { return m_server->psql(sql, m_settings.database).value(0).value(0); }

protected:
    void prepare() override { m_settings = createTuskDatabase(*m_server); }

private Q_SLOTS:
    void initTestCase()
    {
        TestServerOptions options;
        options.tcp = true;
        options.logStatements = true;
        m_server = std::make_unique<TestServer>(options);
    }
    void cleanupTestCase() { m_server.reset(); }

    void shouldShowANewTodoAtOnceAndAsSavedAfterCommit()
    {
        Device device(m_settings);
        device.add(QStringLiteral("Water the tomatoes"));
        QCOMPARE(device.titles(), QStringList{QStringLiteral("Water the tomatoes*")});
        QTRY_VERIFY(device.isSaved());
        QCOMPARE(device.titles(), QStringList{QStringLiteral("Water the tomatoes")});
        QCOMPARE(stored(QStringLiteral("SELECT title FROM tusk.todo")), QStringLiteral("Water the tomatoes"));
    }

    void shouldBringUpTheSchemaOfAnEmptyDatabase()
    {
        Device device(m_server->createDatabase());
        device.add(QStringLiteral("first"));
        QTRY_VERIFY(device.isSaved());
    }

    void trap5_shouldNeedOneStatementToOpenAndOneForEachThingThatIsDone()
    {
        const qint64 start = m_server->logMark();
        Device device(m_settings, {}, false);
        QVERIFY(isAllRead(device));
        const auto said = [&] {
            QStringList texts;
            for (const LoggedStatement &statement : m_server->countedStatements(start)) {
                if (statement.database == m_settings.database)
                    texts.append(statement.text);
            }
            return texts;
        };
        // The listening connection says LISTEN, and what was missed before it did is asked for once.
        QStringList opening = said();
        QCOMPARE(opening.removeIf([](const QString &text) { return text.startsWith(u"LISTEN"_s); }), 1);
        QCOMPARE(opening.removeIf([](const QString &text) { return text.contains(u"changes_since"_s); }),
                 m_asksForMissed ? 1 : 0);
        QCOMPARE(opening.size(), 1);
        // From here on all that is said.
        QStringList expected = said();
        const auto saysOnly = [&](const QString &containing) {
            const QStringList all = said();
            expected.append(all.value(expected.size()));
            return all == expected && expected.last().contains(containing);
        };

        QVERIFY(device.show(TodoFilter::at(Place::Completed)));
        QVERIFY2(saysOnly(u"tusk.todo"_s), qPrintable(said().join(u'\n')));

        device.add(u"one"_s);
        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), 20'000);
        QVERIFY2(saysOnly(u"apply_action"_s), qPrintable(said().join(u'\n')));

        QList<domain::Todo> todos;
        for (int i = 0; i < 1'000; ++i)
            todos.append(device.model().newTodo(u"todo %1"_s.arg(i)));
        device.workspace().perform(domain::createTodos(todos, device.workspace().now()));
        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), 20'000);
        QVERIFY2(saysOnly(u"apply_action"_s), qPrintable(said().join(u'\n')));

        device.workspace().perform(domain::completeTodos(todos, device.workspace().now()));
        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), 20'000);
        QVERIFY2(saysOnly(u"apply_action"_s), qPrintable(said().join(u'\n')));
        QCOMPARE(device.workspace().counts().completed, 1'000);
        QCOMPARE(device.model().rowCount(), 1'000);

        // Nothing follows by itself: what is asked now is the next.
        bool answered = false;
        const base::Inbox inbox;
        device.workspace().reader().history(1, inbox, [&answered](const auto &) { answered = true; });
        QTRY_VERIFY_WITH_TIMEOUT(answered, 20'000);
        QVERIFY2(saysOnly(u"FROM tusk.action ORDER"_s), qPrintable(said().join(u'\n')));
    }

    void trap5_shouldNeedOneRoundTripForAThousandTodos()
    {
        m_settings.listen = false; // what it hears would pass the proxy, too
        m_settings.poolSize = 1;
        Proxy proxy(m_settings);
        Device device(proxy.settings());
        QVERIFY(device.show(TodoFilter::at(Place::Completed)));
        QList<domain::Todo> todos;
        for (int i = 0; i < 1'000; ++i)
            todos.append(device.model().newTodo(u"todo %1"_s.arg(i)));
        device.workspace().perform(domain::createTodos(todos, device.workspace().now()));
        QTRY_VERIFY(device.isSaved());
        const int before = proxy.roundTrips();

        device.workspace().perform(domain::completeTodos(todos, device.workspace().now()));
        QTRY_VERIFY(device.isSaved());

        QCOMPARE(proxy.roundTrips() - before, 1);
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo WHERE completed_at IS NOT NULL"_s), u"1000"_s);
    }

    void trap19_shouldSayNothingWhileIdle()
    {
        Device device(m_settings, {}, false);
        QVERIFY(isAllRead(device));
        device.add(u"one"_s);
        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), 20'000);
        const qint64 quiet = m_server->logMark();
        // Silence is what is waited for; the long tests wait for longer than a serverless database stays up.
        const int wished = qEnvironmentVariableIntValue("TUSK_IDLE_SECONDS");
        QTest::qWait((wished > 0 ? wished : 3) * 1'000);
        QVERIFY(m_server->statements(quiet).isEmpty());
    }

    void trap11_shouldKeepAnEditPendingWhenTheBackendDiesAndSaveItOnce()
    {
        Device device(m_settings);
        device.add(QStringLiteral("before"));
        QTRY_VERIFY(device.isSaved());
        m_server->terminateBackends(m_settings.database);
        device.edit(QStringLiteral("before"), QStringLiteral("after"));
        QCOMPARE(device.titles(), QStringList{QStringLiteral("after*")});
        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), 20'000);
        QCOMPARE(stored(QStringLiteral("SELECT title FROM tusk.todo")), QStringLiteral("after"));
        QCOMPARE(stored(QStringLiteral("SELECT count(*) FROM tusk.action WHERE kind = 'edit'")),
                 QStringLiteral("1"));
    }

    void trap12_shouldAddOneTodoWhenTheAnswerOfCommitIsLost()
    {
        Proxy proxy(m_settings);
        Device device(proxy.settings());
        proxy.dropAnswerOfCommit("apply_action");
        device.add(QStringLiteral("once"));
        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), 20'000);
        QCOMPARE(proxy.drops(), 1);
        QCOMPARE(stored(QStringLiteral("SELECT count(*) FROM tusk.todo")), QStringLiteral("1"));
        QCOMPARE(device.workspace().counts().inbox, 1);
    }

    void trap12_shouldCountOnceWhatAnEarlierRunHadStoredWithoutKnowing()
    {
        QTemporaryDir folder;
        {
            Proxy proxy(m_settings);
            Device device(proxy.settings(), folder.path());
            proxy.refuse(); // no second attempt in this run
            proxy.dropAnswerOfCommit("apply_action");
            device.add(QStringLiteral("once"));
            QTRY_COMPARE_WITH_TIMEOUT(proxy.drops(), 1, 20'000);
        }
        Device next(m_settings, folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(next.isSaved(), 20'000);
        QCOMPARE(stored(QStringLiteral("SELECT count(*) FROM tusk.todo")), QStringLiteral("1"));
        QCOMPARE(next.workspace().counts().inbox, 1);
    }

    void trap10_shouldKeepTheRowsWhenTheConnectionIsLostAndMarkThemStale()
    {
        Proxy proxy(m_settings);
        Device device(proxy.settings());
        device.add(QStringLiteral("kept"));
        QTRY_VERIFY(device.isSaved());
        proxy.cut(Proxy::NewConnections::Refused);
        QTRY_VERIFY_WITH_TIMEOUT(device.workspace().isStale(), 20'000);
        device.model().select();
        QCOMPARE(device.titles(), QStringList{QStringLiteral("kept")});
        m_server->psql(QStringLiteral("INSERT INTO tusk.todo (title) VALUES ('meanwhile')"),
                       m_settings.database);
        proxy.accept();
        device.link().retryNow();
        QTRY_VERIFY_WITH_TIMEOUT(!device.workspace().isStale(), 20'000);
        QTRY_COMPARE(device.titles(), (QStringList{QStringLiteral("kept"), QStringLiteral("meanwhile")}));
        QCOMPARE(device.model().columnCount(), static_cast<int>(models::TodoTableModel::ColumnCount));
    }

    void shouldSendWhatWasDoneOfflineWhenTheConnectionIsBack()
    {
        Proxy proxy(m_settings);
        Device device(proxy.settings());
        proxy.cut(Proxy::NewConnections::Refused);
        QTRY_VERIFY_WITH_TIMEOUT(device.workspace().isStale(), 20'000);
        for (int i = 0; i < 5; ++i)
            device.add(QStringLiteral("offline %1").arg(i));
        QCOMPARE(device.workspace().pending().size(), 5);
        proxy.accept();
        device.link().retryNow();
        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), 20'000);
        QCOMPARE(stored(QStringLiteral("SELECT string_agg(title, ',' ORDER BY position, id) FROM tusk.todo")),
                 QStringLiteral("offline 0,offline 1,offline 2,offline 3,offline 4"));
    }

    void shouldSendAtTheNextStartWhatWasNotSent()
    {
        QTemporaryDir folder;
        {
            Proxy proxy(m_settings);
            Device device(proxy.settings(), folder.path());
            device.add(QStringLiteral("saved"));
            QTRY_VERIFY(device.isSaved());
            proxy.cut(Proxy::NewConnections::Refused);
            QTRY_VERIFY_WITH_TIMEOUT(device.workspace().isStale(), 20'000);
            device.add(QStringLiteral("unsent"));
            device.edit(QStringLiteral("saved"), QStringLiteral("edited"));
            QTRY_VERIFY(device.workspace().pending().at(1).kept);
        }
        Device next(m_settings, folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(next.isSaved(), 20'000);
        QTRY_COMPARE(next.titles(), (QStringList{QStringLiteral("edited"), QStringLiteral("unsent")}));
        QCOMPARE(next.workspace().counts().inbox, 2);
    }

    void shouldShowWhatAnotherDeviceDoes()
    {
        Device one(m_settings);
        Device other(m_settings);
        QSignalSpy resets(&other.view(), &QAbstractItemModel::modelReset);
        one.add(QStringLiteral("shared"));
        QTRY_COMPARE_WITH_TIMEOUT(other.titles(), QStringList{QStringLiteral("shared")}, 20'000);
        other.edit(QStringLiteral("shared"), QStringLiteral("renamed"));
        QTRY_COMPARE_WITH_TIMEOUT(one.titles(), QStringList{QStringLiteral("renamed")}, 20'000);
        one.workspace().perform(
            domain::completeTodos({one.todo(QStringLiteral("renamed"))}, one.workspace().now()));
        QTRY_COMPARE_WITH_TIMEOUT(other.titles(), QStringList(), 20'000);
        QTRY_COMPARE(other.workspace().counts().completed, 1);
        QCOMPARE(other.workspace().counts(), one.workspace().counts());
        QCOMPARE(resets.count(), 0);
    }

    void shouldKeepTheServersValueOfAConflictAndOfferMine()
    {
        Proxy proxy(m_settings);
        Device mine(proxy.settings());
        mine.add(QStringLiteral("original"));
        QTRY_VERIFY(mine.isSaved());
        proxy.cut(Proxy::NewConnections::Refused);
        QTRY_VERIFY_WITH_TIMEOUT(mine.workspace().isStale(), 20'000);
        m_server->psql(QStringLiteral("UPDATE tusk.todo SET title = 'theirs'"), m_settings.database);
        mine.edit(QStringLiteral("original"), QStringLiteral("mine"));
        proxy.accept();
        mine.link().retryNow();
        QTRY_COMPARE_WITH_TIMEOUT(mine.workspace().conflicts().size(), 1, 20'000);
        QTRY_COMPARE(mine.titles(), QStringList{QStringLiteral("theirs")});

        mine.workspace().useMine(mine.workspace().conflicts().first());
        QVERIFY(mine.workspace().conflicts().isEmpty());
        QTRY_VERIFY(mine.isSaved());
        QCOMPARE(stored(QStringLiteral("SELECT title FROM tusk.todo")), QStringLiteral("mine"));
    }

    void shouldOfferMineAlsoForTheNameOfAList()
    {
        Device device(m_settings);
        domain::TodoList list;
        list.id = domain::ListId(QUuid::createUuid());
        list.name = QStringLiteral("Garden");
        list.position = "5";
        models::Workspace &workspace = device.workspace();
        workspace.perform(domain::createList(list, workspace.now()));
        QTRY_VERIFY(device.isSaved());
        m_server->psql(QStringLiteral("UPDATE tusk.list SET name = 'theirs'"), m_settings.database);
        domain::TodoList mine = list;
        mine.name = QStringLiteral("mine");
        workspace.perform(domain::editList(list, mine, workspace.now()));
        QTRY_COMPARE(workspace.conflicts().size(), 1);
        QTRY_COMPARE(workspace.lists().first().name, QStringLiteral("theirs"));

        workspace.useMine(workspace.conflicts().first());

        QTRY_VERIFY(device.isSaved());
        QCOMPARE(stored(QStringLiteral("SELECT name FROM tusk.list")), QStringLiteral("mine"));
        QTRY_COMPARE(workspace.lists().first().name, QStringLiteral("mine"));
    }

    void shouldMergeWhenAnotherFieldWasChangedElsewhere()
    {
        Device one(m_settings);
        one.add(QStringLiteral("title"));
        QTRY_VERIFY(one.isSaved());
        const domain::Todo before = one.todo(QStringLiteral("title"));
        m_server->psql(QStringLiteral("UPDATE tusk.todo SET priority = 3"), m_settings.database);
        domain::Todo after = before;
        after.title = QStringLiteral("new title");
        one.workspace().perform(domain::editTodo(before, after, one.workspace().now()));
        QTRY_VERIFY(one.isSaved());
        QCOMPARE(stored(QStringLiteral("SELECT title || priority FROM tusk.todo")),
                 QStringLiteral("new title3"));
        QVERIFY(one.workspace().conflicts().isEmpty());
    }

    void shouldUndoAndRedoAtOnceAndAcrossRestarts()
    {
        QTemporaryDir folder;
        Device device(m_settings, folder.path());
        device.add(QStringLiteral("one"));
        device.edit(QStringLiteral("one"), QStringLiteral("two"));
        QTRY_VERIFY(device.isSaved());
        QVERIFY(device.workspace().undo());
        QCOMPARE(device.titles(), QStringList{QStringLiteral("one*")});
        QVERIFY(device.workspace().redo());
        QCOMPARE(device.titles(), QStringList{QStringLiteral("two*")});
        QVERIFY(device.workspace().undo());
        QTRY_VERIFY(device.isSaved());
        QCOMPARE(device.titles(), QStringList{QStringLiteral("one")});
        QCOMPARE(stored(QStringLiteral("SELECT title FROM tusk.todo")), QStringLiteral("one"));
        QVERIFY(device.workspace().undo());
        QTRY_VERIFY(device.isSaved());
        QCOMPARE(stored(QStringLiteral("SELECT count(*) FROM tusk.todo")), QStringLiteral("0"));
        QCOMPARE(device.workspace().counts(), domain::PlaceCounts());
    }

    void shouldPassOverWhatNothingIsLeftOf()
    {
        QTemporaryDir folder;
        const domain::InstallationId installation(QUuid::createUuid());
        {
            Device before(m_settings, folder.path(), true, installation);
            before.add(QStringLiteral("older"));
            before.add(QStringLiteral("doomed"));
            before.edit(QStringLiteral("doomed"), QStringLiteral("doomed indeed"));
            QTRY_VERIFY(before.isSaved());
        }
        Device device(m_settings, folder.path(), true, installation); // knows labels of the steps, no more
        models::Workspace &workspace = device.workspace();
        workspace.perform(
            domain::purgeTodos({device.todo(QStringLiteral("doomed indeed"))}, workspace.now()));
        QTRY_VERIFY(device.isSaved());

        QVERIFY(workspace.undo());

        QTRY_COMPARE(stored(QStringLiteral("SELECT count(*) FROM tusk.todo")), QStringLiteral("0"));
        QTRY_VERIFY(device.isSaved());
        QVERIFY(!workspace.history().undoLabel());
        QVERIFY(workspace.redo());
        QTRY_VERIFY(device.isSaved());
        QCOMPARE(device.titles(), QStringList{QStringLiteral("older")});
        QVERIFY(!workspace.redo());
    }

    void shouldUndoTheOneBeforeWhenAnUndoStillWaitsFromAnEarlierRun()
    {
        const DriverSilence silence; // a second connection may be on its way when the cable is cut
        QTemporaryDir folder;
        const domain::InstallationId installation(QUuid::createUuid());
        {
            Proxy proxy(m_settings);
            Device device(proxy.settings(), folder.path(), true, installation);
            device.add(QStringLiteral("older"));
            device.add(QStringLiteral("newer"));
            QTRY_VERIFY(device.isSaved());
            proxy.cut(Proxy::NewConnections::Refused);
            QTRY_VERIFY_WITH_TIMEOUT(device.workspace().isStale(), 20'000);
            device.add(QStringLiteral("unsent"));
            QVERIFY(device.workspace().undo());
            QVERIFY(device.workspace().undo());
            QTRY_VERIFY(device.workspace().pending().last().kept);
        }
        Proxy proxy(m_settings);
        proxy.setRoundTrip(std::chrono::milliseconds(100));
        {
            Device next(proxy.settings(), folder.path(), true, installation);
            QVERIFY(!next.isSaved());
            QVERIFY(!next.titles().contains(QStringLiteral("unsent*")));
            QSignalSpy noticed(&next.workspace(), &models::Workspace::noticed);
            QVERIFY(next.workspace().undo());
            QTRY_VERIFY_WITH_TIMEOUT(next.isSaved(), 20'000);
            QCOMPARE(next.titles(), QStringList());
            QCOMPARE(noticed.count(), 0);
            QCOMPARE(stored(QStringLiteral("SELECT count(*) FROM tusk.todo")), QStringLiteral("0"));
        }
        // A thread that still waits for an answer would complain when the way there is gone, in the next
        // test.
        QTRY_VERIFY(!session::PartingThread::anyRunning());
    }

    void shouldHandBackWhatTheDatabaseRefuses()
    {
        m_server->psql(QStringLiteral("ALTER TABLE tusk.todo ADD CONSTRAINT no_cats CHECK (title !~ 'cat')"),
                       m_settings.database);
        Device device(m_settings);
        device.add(QStringLiteral("feed the cat"));
        device.add(QStringLiteral("feed the dog"));
        QTRY_VERIFY(device.isSaved());
        QCOMPARE(device.titles(), QStringList{QStringLiteral("feed the dog")});
        QCOMPARE(device.workspace().handedBack().size(), 1);
        QCOMPARE(device.workspace().handedBack().first().action.todos.first().after.title,
                 QStringLiteral("feed the cat"));
        QVERIFY(!device.workspace().handedBack().first().error.sentence.isEmpty());
        QCOMPARE(device.workspace().counts().inbox, 1);
    }

    void shouldStopWhenAnotherDatabaseIsBehindTheSameAddress()
    {
        Device device(m_settings);
        device.add(QStringLiteral("here"));
        QTRY_VERIFY(device.isSaved());
        m_server->psql(QStringLiteral("UPDATE tusk.database SET id = gen_random_uuid()"),
                       m_settings.database);
        m_server->terminateBackends(m_settings.database);
        QTRY_VERIFY_WITH_TIMEOUT(device.link().state() == models::DatabaseLink::State::Failed, 20'000);
        QVERIFY(device.link().error().kind == base::ErrorKind::OtherDatabase);
        QCOMPARE(device.titles(), QStringList{QStringLiteral("here")});
    }

    void shouldSendNothingToAnotherDatabaseBehindTheSameAddress()
    {
        Proxy proxy(m_settings);
        Device device(proxy.settings());
        device.add(QStringLiteral("here"));
        QTRY_VERIFY(device.isSaved());
        proxy.cut(Proxy::NewConnections::Refused);
        device.add(QStringLiteral("on its way"));
        m_server->psql(QStringLiteral("UPDATE tusk.database SET id = gen_random_uuid()"),
                       m_settings.database);

        proxy.accept();

        QTRY_VERIFY_WITH_TIMEOUT(device.link().state() == models::DatabaseLink::State::Failed, 20'000);
        QVERIFY(device.link().error().kind == base::ErrorKind::OtherDatabase);
        QCOMPARE(m_server->psql(QStringLiteral("SELECT title FROM tusk.todo"), m_settings.database),
                 QList<QStringList>{QStringList{QStringLiteral("here")}});
        QCOMPARE(device.workspace().pending().size(), 1); // it waits for the database that it is meant for
    }

    // A pooler or a connection that is made anew in between may lead elsewhere without anybody noticing.
    void shouldLookAtTheIdentityWithEachAction()
    {
        Device device(m_settings);
        device.add(QStringLiteral("here"));
        QTRY_VERIFY(device.isSaved());
        m_server->psql(QStringLiteral("UPDATE tusk.database SET id = gen_random_uuid()"),
                       m_settings.database);

        device.add(QStringLiteral("not there"));

        QTRY_VERIFY_WITH_TIMEOUT(device.link().state() == models::DatabaseLink::State::Failed, 20'000);
        QCOMPARE(m_server->psql(QStringLiteral("SELECT title FROM tusk.todo"), m_settings.database),
                 QList<QStringList>{QStringList{QStringLiteral("here")}});
        QCOMPARE(device.workspace().pending().size(), 1);
        QVERIFY(device.workspace().handedBack().isEmpty());
    }

    void shouldNotOpenADatabaseOfAnotherHistory_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<QString>("step");
        QTest::newRow("another file")
            << QStringLiteral("UPDATE tusk.migration SET checksum = repeat('a', 64) WHERE number = 3")
            << QStringLiteral("0003_");
        QTest::newRow("a gap") << QStringLiteral("DELETE FROM tusk.migration WHERE number = 4")
                               << QStringLiteral("0004_");
    }
    void shouldNotOpenADatabaseOfAnotherHistory()
    {
        QFETCH(const QString, damage);
        QFETCH(const QString, step);
        m_server->psql(damage, m_settings.database);
        Device device(m_settings, {}, false);
        QTRY_VERIFY_WITH_TIMEOUT(device.link().state() == models::DatabaseLink::State::Failed, 20'000);
        QVERIFY(device.link().error().kind == base::ErrorKind::SchemaDrift);
        QVERIFY(device.link().error().sentence.contains(step));
        device.add(QStringLiteral("not sent"));
        QTRY_VERIFY(device.workspace().pending().first().kept);
        QCOMPARE(stored(QStringLiteral("SELECT count(*) FROM tusk.action")), QStringLiteral("0"));
    }

    void trap57_shouldNotWriteToADatabaseThatANewerTuskBroughtUp()
    {
        m_server->psql(
            QStringLiteral("UPDATE tusk.migration SET number = 999 WHERE number = (SELECT max(number) FROM "
                           "tusk.migration)"),
            m_settings.database);
        Device device(m_settings, {}, false);
        QTRY_VERIFY_WITH_TIMEOUT(device.link().state() == models::DatabaseLink::State::Failed, 20'000);
        QVERIFY(device.link().error().kind == base::ErrorKind::SchemaNewer);
        device.add(QStringLiteral("not sent"));
        QTRY_VERIFY(device.workspace().pending().first().kept);
        QCOMPARE(stored(QStringLiteral("SELECT count(*) FROM tusk.action")), QStringLiteral("0"));
    }

    void shouldCountTheSameAsTheDatabaseAfterManyActions()
    {
        Device device(m_settings);
        QList<domain::Todo> todos;
        for (int i = 0; i < 30; ++i) {
            domain::Todo todo = device.model().newTodo(QStringLiteral("todo %1").arg(i));
            if (i % 3 == 0)
                todo.due = domain::When{device.workspace().today().addDays(i - 10), {}, {}};
            if (i % 7 == 0)
                todo.start = domain::When{device.workspace().today().addDays(3), {}, {}};
            todos.append(todo);
        }
        models::Workspace &workspace = device.workspace();
        workspace.perform(domain::createTodos(todos, workspace.now()));
        QTRY_VERIFY(device.isSaved());
        QVERIFY(device.show(TodoFilter::at(Place::All)));
        const auto some = [&](int from, int count) {
            QList<domain::Todo> result;
            for (int row = from; row < from + count; ++row)
                result.append(*device.model().todoAt(row));
            return result;
        };
        workspace.perform(domain::completeTodos(some(2, 8), workspace.now()));
        workspace.perform(domain::trashTodos(some(4, 5), workspace.now()));
        m_server->psql(
            QStringLiteral("UPDATE tusk.todo SET due_date = current_date WHERE completed_at IS NULL AND "
                           "id IN (SELECT id FROM tusk.todo LIMIT 7)"),
            m_settings.database);
        workspace.undo();
        QTRY_VERIFY(device.isSaved());
        Device fresh(m_settings);
        QTRY_COMPARE_WITH_TIMEOUT(workspace.counts(), fresh.workspace().counts(), 20'000);
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
