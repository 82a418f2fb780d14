// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/connection.h"
#include "domain/actions.h"
#include "models/opendatabase.h"
#include "support/proxy.h"
#include "support/testcase.h"

#include <QSignalSpy>

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;
using domain::TodoFilter;
using models::TodoTableModel;
using Place = domain::TodoFilter::Place;

namespace
{

constexpr int patience = 20'000; // milliseconds

// Keeps a table to itself, so that whoever asks for its rows waits.
class HeldTable final
{
public:
    HeldTable(const base::ConnectionSettings &settings, const QByteArray &table)
        : m_connection(settings)
    {
        if (!m_connection.open() || !run("BEGIN") ||
            !run("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE"))
            qFatal("cannot lock");
    }
    void release() { QVERIFY(run("ROLLBACK")); }

private:
    bool run(const QByteArray &sql)
    {
        return m_connection.execute({"test", sql, {}}, std::chrono::seconds(10)).hasValue();
    }

    session::Connection m_connection;
};

} // namespace

// What is asked while the network or one of several connections goes is asked again when that is possible.
class TestInterruptions final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;

    QString stored(const QString &sql) { return m_server->psql(sql, m_settings.database).value(0).value(0); }
    void addCompleted(const QString &title)
    {
        m_server->psql(u"INSERT INTO tusk.todo (title, completed_at) VALUES ('%1', now())"_s.arg(title),
                       m_settings.database);
    }
    // Ends what runs a statement that contains the text, by the function given; how many.
    int endThose(const QString &function, const QString &containing)
    {
        return stored(
                   u"SELECT count(%1(pid)) FROM pg_stat_activity WHERE datname = '%2' AND state = 'active' "
                   "AND query LIKE '%%3%' AND pid <> pg_backend_pid()"_s.arg(function, m_settings.database,
                                                                             containing))
            .toInt();
    }
    int waiting(const QString &containing)
    {
        return stored(
                   u"SELECT count(*) FROM pg_stat_activity WHERE datname = '%1' AND wait_event_type = 'Lock' "
                   "AND query LIKE '%%2%' AND pid <> pg_backend_pid()"_s.arg(m_settings.database, containing))
            .toInt();
    }

    // While one connection waits.
    static bool usesAnotherConnection(Device &device)
    {
        const base::Inbox inbox;
        bool answered = false;
        device.workspace().reader().history(
            1, inbox, [&answered](const auto &history) { answered = history.hasValue(); });
        return QTest::qWaitFor([&answered] { return answered; }, patience);
    }

protected:
    void prepare() override { m_settings = createTuskDatabase(*m_server); }

private Q_SLOTS:
    void initTestCase()
    {
        TestServerOptions options;
        options.tcp = true;
        m_server = std::make_unique<TestServer>(options);
    }
    void cleanupTestCase() { m_server.reset(); }

    void shouldShowThePlaceThatWasAskedForWhileOffline()
    {
        addCompleted(u"done"_s);
        Proxy proxy(m_settings);
        Device device(proxy.settings());
        device.add(u"open"_s);
        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), patience);
        proxy.cut(Proxy::NewConnections::Refused);
        QTRY_VERIFY_WITH_TIMEOUT(device.workspace().isStale(), patience);
        QSignalSpy failed(&device.model(), &TodoTableModel::loadFailed);
        device.model().setPlace(TodoFilter::at(Place::Completed));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
        QCOMPARE(device.titles(), QStringList()); // the one that is open is not among them
        QVERIFY(device.model().isUnread());
        device.model().setPlace(TodoFilter::at(Place::Inbox));
        QTRY_COMPARE_WITH_TIMEOUT(device.titles(), QStringList{u"open"_s}, patience);
        QVERIFY(!device.model().isUnread());
        device.model().setPlace(TodoFilter::at(Place::Completed));
        QTRY_VERIFY_WITH_TIMEOUT(device.model().isUnread(), patience);

        proxy.accept();
        device.link().retryNow();

        QTRY_COMPARE_WITH_TIMEOUT(device.titles(), QStringList{u"done"_s}, patience);
        QVERIFY(device.model().shownPlace() == TodoFilter::at(Place::Completed));
    }

    void shouldFindWhatWasSearchedForWhileOffline()
    {
        Proxy proxy(m_settings);
        Device device(proxy.settings());
        device.add(u"Water the tomatoes"_s);
        device.add(u"Mow the lawn"_s);
        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), patience);
        proxy.cut(Proxy::NewConnections::Refused);
        QTRY_VERIFY_WITH_TIMEOUT(device.workspace().isStale(), patience);
        QSignalSpy failed(&device.model(), &TodoTableModel::loadFailed);
        device.model().setPlace(TodoFilter::matching(u"tomatoes"_s));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);

        proxy.accept();
        device.link().retryNow();

        QTRY_COMPARE_WITH_TIMEOUT(device.titles(), QStringList{u"Water the tomatoes"_s}, patience);
        QCOMPARE(device.model().matches(), 1);
    }

    void shouldNotMixTheRowsOfTwoPlaces()
    {
        m_server->psql(u"INSERT INTO tusk.todo (title) "
                       "SELECT 'open ' || g FROM generate_series(1000, 1300) AS g"_s,
                       m_settings.database);
        addCompleted(u"done"_s);
        Proxy proxy(m_settings);
        Device device(proxy.settings());
        TodoTableModel model(device.workspace()); // no tester, which would read on to the end
        QSignalSpy loaded(&model, &TodoTableModel::loaded);
        model.setPlace(TodoFilter::at(Place::Inbox));
        QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 1, patience);
        QVERIFY(model.canFetchMore({}));
        proxy.cut(Proxy::NewConnections::Refused);
        QTRY_VERIFY_WITH_TIMEOUT(device.workspace().isStale(), patience);
        QSignalSpy failed(&model, &TodoTableModel::loadFailed);
        model.setPlace(TodoFilter::at(Place::Completed));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);

        QVERIFY(!model.canFetchMore({}));
        QVERIFY(!model.canFetchBefore());
        QVERIFY(!model.fetchRest());
    }

    void shouldReadOnWhenTheConnectionIsBack()
    {
        m_server->psql(u"INSERT INTO tusk.todo (title) "
                       "SELECT 'open ' || g FROM generate_series(1000, 1300) AS g"_s,
                       m_settings.database);
        Proxy proxy(m_settings);
        Device device(proxy.settings());
        TodoTableModel model(device.workspace());
        QSignalSpy loaded(&model, &TodoTableModel::loaded);
        model.setPlace(TodoFilter::at(Place::Inbox));
        QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 1, patience);
        QCOMPARE(model.rowCount(), 200);
        proxy.cut(Proxy::NewConnections::Refused);
        QTRY_VERIFY_WITH_TIMEOUT(device.workspace().isStale(), patience);
        QSignalSpy failed(&model, &TodoTableModel::loadFailed);
        model.fetchMore({});
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);

        proxy.accept();
        device.link().retryNow();

        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 301, patience);
    }

    void trap22_shouldShowTheTableAfterMissedAnnouncements_data()
    {
        QTest::addColumn<bool>("onlyTheListener");
        QTest::addRow("the listening connection was lost") << true;
        QTest::addRow("the network was down") << false;
    }
    void trap22_shouldShowTheTableAfterMissedAnnouncements()
    {
        QFETCH(const bool, onlyTheListener);
        Proxy proxy(m_settings);
        Device device(proxy.settings());
        QList<domain::Todo> todos;
        for (int i = 0; i < 60; ++i)
            todos.append(device.model().newTodo(u"todo %1"_s.arg(i)));
        device.workspace().perform(domain::createTodos(todos, device.workspace().now()));
        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), patience);
        const QString listens =
            u"FROM pg_stat_activity WHERE datname = '%1' AND query LIKE 'LISTEN%'"_s.arg(m_settings.database);
        QTRY_COMPARE_WITH_TIMEOUT(stored(u"SELECT count(*) "_s + listens), u"1"_s, patience);

        proxy.refuse();
        if (onlyTheListener)
            m_server->psql(u"SELECT pg_terminate_backend(pid) "_s + listens);
        else
            proxy.cut(Proxy::NewConnections::Refused);
        QTRY_COMPARE_WITH_TIMEOUT(stored(u"SELECT count(*) "_s + listens), u"0"_s, patience);
        m_server->psql(u"UPDATE tusk.todo SET title = 'new ' || title WHERE title LIKE '%1';"
                       "UPDATE tusk.todo SET completed_at = now() WHERE title LIKE '%2';"
                       "UPDATE tusk.todo SET deleted_at = now() WHERE title LIKE '%3';"
                       "DELETE FROM tusk.todo WHERE title LIKE '%4';"
                       "INSERT INTO tusk.todo (title) SELECT 'more ' || g FROM generate_series(1, 20) AS g"_s,
                       m_settings.database);
        proxy.accept();
        if (!onlyTheListener)
            device.link().retryNow();

        QStringList table;
        for (const QStringList &row :
             m_server->psql(u"SELECT title FROM tusk.todo WHERE completed_at IS NULL AND deleted_at IS NULL "
                            "ORDER BY position, id"_s,
                            m_settings.database))
            table.append(row.constFirst());
        QCOMPARE(table.size(), 62);
        QTRY_COMPARE_WITH_TIMEOUT(device.titles(), table, patience);
        QCOMPARE(device.workspace().counts().inbox, 62);
    }

    void shouldCatchUpWhenOneOfSeveralConnectionsGoes_data()
    {
        QTest::addColumn<QString>("function");
        QTest::addRow("the connection is lost") << u"pg_terminate_backend"_s;
        QTest::addRow("the answer takes too long") << u"pg_cancel_backend"_s;
    }
    void shouldCatchUpWhenOneOfSeveralConnectionsGoes()
    {
        QFETCH(const QString, function);
        m_settings.poolSize = 2;
        Device device(m_settings);
        HeldTable table(m_server->onSocket(m_settings), "tusk.todo_tag");
        m_server->psql(u"INSERT INTO tusk.todo (title) VALUES ('from elsewhere')"_s, m_settings.database);
        QTRY_COMPARE_WITH_TIMEOUT(waiting(u"changes_since"_s), 1, patience);
        QVERIFY(usesAnotherConnection(device));
        QSignalSpy states(&device.link(), &models::DatabaseLink::stateChanged);

        QCOMPARE(endThose(function, u"changes_since"_s), 1);
        QTRY_VERIFY_WITH_TIMEOUT(device.workspace().isStale(), patience);
        QVERIFY(device.workspace().hindrance());
        table.release();

        QTRY_COMPARE_WITH_TIMEOUT(device.workspace().counts().inbox, 1, patience);
        QVERIFY(!device.workspace().isStale());
        QVERIFY(!device.workspace().hindrance());
        QCOMPARE(states.count(), 0); // one connection stood all the time
    }

    void shouldShowThePlaceThatWasAskedForOnAConnectionThatWent_data()
    {
        shouldCatchUpWhenOneOfSeveralConnectionsGoes_data();
    }
    void shouldShowThePlaceThatWasAskedForOnAConnectionThatWent()
    {
        QFETCH(const QString, function);
        addCompleted(u"done"_s);
        m_settings.poolSize = 2;
        Device device(m_settings);
        HeldTable table(m_server->onSocket(m_settings), "tusk.todo");
        QSignalSpy failed(&device.model(), &TodoTableModel::loadFailed);
        device.model().setPlace(TodoFilter::at(Place::Completed));
        QTRY_COMPARE_WITH_TIMEOUT(waiting(u"tusk.todo"_s), 1, patience);
        QVERIFY(usesAnotherConnection(device));

        QCOMPARE(endThose(function, u"tusk.todo"_s), 1);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
        table.release();

        QTRY_COMPARE_WITH_TIMEOUT(device.titles(), QStringList{u"done"_s}, patience);
    }
};

QTEST_GUILESS_MAIN(TestInterruptions)
#include "tst_interruptions.moc"
