// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/environmentfailuretest.h"
#include "gui/plaintext.h"
#include "support/sqlclient.h"

#include <QScopeGuard>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;
using environments::EnvironmentProfile;

// What becomes of what I change while a database fails that was there when I began, and what I read of it;
// and never a password.
class TestEnvironmentInterruptionFeature final : public EnvironmentFailureTest
{
    Q_OBJECT

    // From now on the database answers each new todo so.
    void failInserts(const QString &sqlState)
    {
        server().psql(
            u"CREATE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql AS "
            "'BEGIN RAISE EXCEPTION ''the trigger says no'' USING ERRCODE = ''%1''; END';"
            "CREATE TRIGGER a_fails BEFORE INSERT ON tusk.todo EXECUTE FUNCTION public.fail()"_s.arg(
                sqlState),
            homeDatabase().database);
    }
    // Of todos, in the order in which an action locks them.
    [[nodiscard]] QStringList idsInOrder()
    {
        QStringList ids;
        for (const QStringList &row :
             server().psql(u"SELECT id FROM tusk.todo ORDER BY id"_s, homeDatabase().database))
            ids.append(row.first());
        return ids;
    }
    [[nodiscard]] static QString lockOf(const QString &todo)
    {
        return u"SELECT FROM tusk.todo WHERE id = '%1' FOR UPDATE"_s.arg(todo);
    }
    [[nodiscard]] int count(const QString &from, const QString &database)
    {
        return server().psql(u"SELECT count(*) FROM "_s + from, database).first().first().toInt();
    }
    [[nodiscard]] int waitingForALock()
    {
        return count(u"pg_stat_activity WHERE datname = '%1' AND wait_event_type = 'Lock'"_s.arg(
                         homeDatabase().database),
                     u"postgres"_s);
    }
    [[nodiscard]] int importantOnes()
    {
        return count(u"tusk.todo WHERE priority = 3"_s, homeDatabase().database);
    }
    // As I see them.
    [[nodiscard]] bool areSelectedOnesImportant()
    {
        return std::ranges::all_of(page()->todos().selectedTodos(), [](const domain::Todo &todo) {
            return todo.priority == domain::Priority::High;
        });
    }

private Q_SLOTS:
    void iReadThatMyDatabaseCanOnlyBeRead()
    {
        openShopAndWait(shop());
        server().psql(
            u"ALTER DATABASE \"%1\" SET default_transaction_read_only = on"_s.arg(homeDatabase().database));
        server().terminateBackends(homeDatabase().database);
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, connected"_s, patience);

        add(u"in vain"_s);

        QTRY_VERIFY2_WITH_TIMEOUT(message().contains(u"can only be read at the moment"_s),
                                  qPrintable(message()), patience);
        QCOMPARE(stored(homeDatabase()), QStringList());
        expectNoMarker();
    }

    // Not by the server, but by what I set up.
    void iReadThatIHaveSwitchedChangingOff()
    {
        addElsewhere({u"buy milk"_s});
        EnvironmentProfile profile = shop();
        profile.readOnly = true;
        openShop(profile);
        QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{u"buy milk"_s}, patience);

        rename(u"buy milk"_s, u"buy oat milk"_s);

        QTRY_VERIFY2_WITH_TIMEOUT(message().contains(u"can only be read at the moment"_s),
                                  qPrintable(message()), patience);
        QCOMPARE(stored(homeDatabase()), QStringList{u"buy milk"_s});
        expectNoMarker();
    }

    void iReadWhyMyTodoIsNotSaved_data()
    {
        QTest::addColumn<QString>("sqlState");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("state");
        const auto row = [](const char *sqlState, const char *sentence, const char *state) {
            QTest::newRow(sqlState) << QString::fromUtf8(sqlState) << QString::fromUtf8(sentence)
                                    << QString::fromUtf8(state);
        };
        constexpr auto waits = "Shop, connected · 1 change waiting";
        row("42501", "This user does not have the right to do that in the database.", waits);
        row("42P01", "The database is not set up for this version of Tusk.", waits);
        row("53100", "The disk of the database server is full; nothing was saved.", waits);
        row("XX001", "The database reported an error; nothing was changed.", "Shop, connected");
    }
    void iReadWhyMyTodoIsNotSaved()
    {
        QFETCH(const QString, sqlState);
        QFETCH(const QString, sentence);
        QFETCH(const QString, state);
        openShopAndWait(shop());
        failInserts(sqlState);

        add(u"in vain"_s);

        QTRY_VERIFY2_WITH_TIMEOUT(message().contains(sentence), qPrintable(message()), patience / 2);
        QTRY_COMPARE_WITH_TIMEOUT(foot(), state, patience);
        const QString technical = detail();
        QVERIFY2(technical.contains(u"the trigger says no"_s), qPrintable(technical));
        QVERIFY2(!technical.contains(marker), qPrintable(technical));
        expectNoMarker();
    }

    // What mends itself is told of by the number of what waits; why, where the mouse rests on it, and with
    // the detail in its menu.
    void myTodoWaitsForWhatGetsInItsWay_data()
    {
        QTest::addColumn<QString>("sqlState");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("serialisation failure")
            << u"40001"_s << u"Another change got in the way; it can be tried again."_s;
        QTest::newRow("a lock") << u"55P03"_s
                                << u"Another program is holding on to this data; it can be tried again."_s;
        QTest::newRow("too slow") << u"57014"_s
                                  << u"The database took too long and stopped; nothing was changed."_s;
    }
    void myTodoWaitsForWhatGetsInItsWay()
    {
        QFETCH(const QString, sqlState);
        QFETCH(const QString, sentence);
        openShopAndWait(shop());
        failInserts(sqlState);

        add(u"in a while"_s);

        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, connected · 1 change waiting"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(footTip(), gui::toolTipText(sentence), patience);
        QVERIFY2(!message().contains(sentence), qPrintable(message()));
        const QStringList reason = reasonInMenu();
        QCOMPARE(reason.value(0), sentence);
        QVERIFY2(reason.value(1).contains(u"the trigger says no"_s), qPrintable(reason.value(1)));
        QVERIFY2(!reason.value(1).contains(marker), qPrintable(reason.value(1)));
        QCOMPARE(foot(), u"Shop, connected · 1 change waiting"_s);
        server().psql(u"DROP TRIGGER a_fails ON tusk.todo"_s, homeDatabase().database);
        QTRY_COMPARE_WITH_TIMEOUT(stored(homeDatabase()), QStringList{u"in a while"_s}, patience);
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, connected"_s, patience);
        QCOMPARE(footTip(), QString());
        QCOMPARE(reasonInMenu(), QStringList());
        expectNoMarker();
    }

    // Another client holds the todo, and holds it for longer than I wait.
    void myTitleWaitsForALock()
    {
        addElsewhere({u"buy milk"_s});
        EnvironmentProfile profile = shop();
        profile.pool.statementTimeout = std::chrono::seconds(2);
        openShopAndWait(profile);
        QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{u"buy milk"_s}, patience);
        SqlClient other(server().superuser(homeDatabase().database));
        other.rows(u"BEGIN; SELECT FROM tusk.todo FOR UPDATE"_s);

        rename(u"buy milk"_s, u"buy oat milk"_s);

        const QString reason =
            gui::toolTipText(u"The database took too long and stopped; nothing was changed."_s);
        QTRY_COMPARE_WITH_TIMEOUT(footTip(), reason, patience);
        QCOMPARE(foot(), u"Shop, connected · 1 change waiting"_s);
        QCOMPARE(titles(), QStringList{u"buy oat milk"_s});
        other.rows(u"COMMIT"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stored(homeDatabase()), QStringList{u"buy oat milk"_s}, patience);
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, connected"_s, patience);
        expectNoMarker();
    }

    // Another client keeps a table to itself, for longer than I wait for what others changed.
    void iReadWhyIDoNotSeeWhatWasChangedElsewhere()
    {
        EnvironmentProfile profile = shop();
        profile.pool.statementTimeout = std::chrono::seconds(2);
        openShopAndWait(profile);
        SqlClient other(server().superuser(homeDatabase().database));
        other.rows(u"BEGIN; LOCK TABLE tusk.todo_tag IN ACCESS EXCLUSIVE MODE"_s);

        addElsewhere({u"buy milk"_s});

        const QString sentence = u"The database took too long and stopped; nothing was changed."_s;
        QTRY_COMPARE_WITH_TIMEOUT(footTip(), gui::toolTipText(sentence), patience);
        QCOMPARE(foot(), u"Shop, catching up…"_s);
        const QStringList reason = reasonInMenu();
        QCOMPARE(reason.value(0), sentence);
        QVERIFY(!reason.value(1).isEmpty());
        other.rows(u"COMMIT"_s);
        QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{u"buy milk"_s}, patience);
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, connected"_s, patience);
        QCOMPARE(reasonInMenu(), QStringList());
        expectNoMarker();
    }

    // Another client locks the same two todos in the other order; the server gives up what I did, which is
    // tried again.
    void myTodosAreSavedAfterADeadlock()
    {
        addElsewhere({u"first"_s, u"second"_s});
        const QStringList ids = idsInOrder();
        // Mine is the one that the server gives up: it alone looks for a deadlock, after the other is in it.
        server().psql(u"ALTER DATABASE \"%1\" SET deadlock_timeout = '3s'"_s.arg(homeDatabase().database));
        openShopAndWait(shop());
        QTRY_COMPARE_WITH_TIMEOUT(titles().size(), 2, patience);
        const qint64 mark = server().logMark();
        SqlClient other(server().superuser(homeDatabase().database));
        other.rows(u"SET deadlock_timeout = '5min'; BEGIN"_s);
        other.rows(lockOf(ids.last()));

        page()->todos().view().setFocus();
        hands::press(u"Ctrl+A"_s);
        QTRY_COMPARE_WITH_TIMEOUT(page()->todos().selectedTodos().size(), 2, patience);
        hands::press(u"1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(waitingForALock(), 1, patience);
        other.rows(lockOf(ids.first())); // returns when the server has given up the other

        QTRY_COMPARE_WITH_TIMEOUT(server().logLines(mark).filter(u"deadlock detected"_s).size(), 1, patience);
        QCOMPARE(foot(), u"Shop, connected · 1 change waiting"_s);
        QCOMPARE(page()->todos().selectedTodos().size(), 2);
        QVERIFY(areSelectedOnesImportant());
        QCOMPARE(importantOnes(), 0);
        other.rows(u"COMMIT"_s);
        QTRY_COMPARE_WITH_TIMEOUT(importantOnes(), 2, patience);
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, connected"_s, patience);
        expectNoMarker();
    }

    // The other side is connected, and says nothing any more.
    void myTitleStaysInItsRowWhenTheServerFreezes()
    {
        addElsewhere({u"buy milk"_s});
        EnvironmentProfile profile = shop();
        profile.pool.statementTimeout = std::chrono::seconds(2);
        profile.pool.connectTimeout = std::chrono::seconds(1);
        startNetwork(profile);
        openShopAndWait(profile);
        QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{u"buy milk"_s}, patience);
        network().freeze();
        const auto thaw = qScopeGuard([this] { network().thaw(); });

        rename(u"buy milk"_s, u"buy oat milk"_s);

        QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{u"buy oat milk"_s}, patience);
        QTRY_COMPARE_WITH_TIMEOUT(
            message(), u"The database server did not answer in time. It is tried again by itself."_s,
            patience);
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, offline · 1 change waiting"_s, patience);
        const QString technical = detail();
        QVERIFY2(!technical.isEmpty() && !technical.contains(marker), qPrintable(technical));
        QCOMPARE(titles(), QStringList{u"buy oat milk"_s});
        QCOMPARE(stored(homeDatabase()), QStringList{u"buy milk"_s});
        expectNoMarker();

        network().thaw();

        QTRY_COMPARE_WITH_TIMEOUT(stored(homeDatabase()), QStringList{u"buy oat milk"_s}, patience);
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, connected"_s, patience);
        QCOMPARE(titles(), QStringList{u"buy oat milk"_s});
        QCOMPARE(
            server().psql(u"SELECT count(*) FROM tusk.action WHERE kind = 'edit'"_s, homeDatabase().database),
            (QList<QStringList>{{u"1"_s}})); // what was sent twice was done once
        expectNoMarker();
    }

    void iReadThatThePasswordWasChangedWhileIWorked()
    {
        openShopAndWait(shop());
        const qint64 mark = server().logMark();
        server().psql(u"ALTER ROLE tusk PASSWORD 'another'"_s);
        server().terminateBackends(homeDatabase().database);

        QTRY_COMPARE_WITH_TIMEOUT(message(), u"The database did not accept the user name or the password."_s,
                                  patience);
        QCOMPARE(foot(), u"Shop, not connected"_s);
        const QString technical = detail();
        QVERIFY2(!technical.isEmpty() && !technical.contains(marker), qPrintable(technical));
        QCOMPARE(failedLogins(mark), 1); // of the statements and of the listening
        expectNoMarker();
    }

    void myTodoArrivesAfterTheConnectionWasCut()
    {
        EnvironmentProfile profile = shop();
        startNetwork(profile);
        openShopAndWait(profile);
        network().cut(Proxy::NewConnections::Refused);
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, offline"_s, patience);
        add(u"while it was cut"_s);
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, offline · 1 change waiting"_s, patience);
        const QStringList reason = reasonInMenu();
        QCOMPARE(reason.value(0), u"No database server is running at this address."_s);
        QVERIFY2(!reason.value(1).isEmpty() && !reason.value(1).contains(marker),
                 qPrintable(reason.value(1)));
        expectNoMarker();

        network().accept();
        QTRY_COMPARE_WITH_TIMEOUT(stored(homeDatabase()), QStringList{u"while it was cut"_s}, patience);
        expectNoMarker();
    }

    // Each try again changes what is read there.
    void iStayWhereIAmInTheMenuAtTheFootWhileMyDatabaseIsTriedAgain()
    {
        EnvironmentProfile profile = shop();
        startNetwork(profile);
        openShopAndWait(profile);
        footButton()->setFocus();
        hands::press(u"Space"_s);
        const auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        hands::press(u"Up"_s);
        QVERIFY(menu->activeAction());
        const QString chosen = menu->activeAction()->text();

        network().cut(Proxy::NewConnections::Refused);

        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, offline"_s, patience);
        QVERIFY(menu->activeAction());
        QCOMPARE(menu->activeAction()->text(), chosen);
        hands::press(u"Escape"_s);
        expectNoMarker();
    }

    // It was saved, and the connection was cut before I heard of it.
    void myTodoIsThereOnceWhenTheAnswerToItIsLost()
    {
        EnvironmentProfile profile = shop();
        startNetwork(profile);
        profile.tls = environments::TlsMode::Disable; // the network has to find the answer
        openShopAndWait(profile);
        network().dropAnswerOfCommit("apply_action");

        add(u"buy milk"_s);

        QTRY_COMPARE_WITH_TIMEOUT(network().drops(), 1, patience);
        QCOMPARE(titles(), QStringList{u"buy milk"_s});
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && page()->link().workspace().pending().isEmpty(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, connected"_s, patience);
        QCOMPARE(titles(), QStringList{u"buy milk"_s});
        QCOMPARE(stored(homeDatabase()), QStringList{u"buy milk"_s});
        QCOMPARE(count(u"tusk.action"_s, homeDatabase().database), 1);
        expectNoMarker();
    }

    void myDatabaseComesBackAfterItsServerWasStartedAnew()
    {
        openShopAndWait(shop());
        server().stop();
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, offline"_s, patience);
        add(u"while it was away"_s);
        server().start();
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, connected"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(stored(homeDatabase()), QStringList{u"while it was away"_s}, patience);
        expectNoMarker();
    }
};

QTEST_MAIN(TestEnvironmentInterruptionFeature)
#include "tst_environmentinterruptionfeature.moc"
