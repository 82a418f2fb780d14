// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/environmentfailuretest.h"

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
            "'BEGIN RAISE EXCEPTION ''no'' USING ERRCODE = ''%1''; END';"
            "CREATE TRIGGER a_fails BEFORE INSERT ON tusk.todo EXECUTE FUNCTION public.fail()"_s.arg(
                sqlState),
            homeDatabase().database);
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

    void iReadWhyMyTodoIsNotSaved_data()
    {
        QTest::addColumn<QString>("sqlState");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *sqlState, const char *sentence) {
            QTest::newRow(sqlState) << QString::fromUtf8(sqlState) << QString::fromUtf8(sentence);
        };
        row("42501", "This user does not have the right to do that in the database.");
        row("42P01", "The database is not set up for this version of Tusk.");
        row("53100", "The disk of the database server is full; nothing was saved.");
        row("XX001", "The database reported an error; nothing was changed.");
    }
    void iReadWhyMyTodoIsNotSaved()
    {
        QFETCH(const QString, sqlState);
        QFETCH(const QString, sentence);
        openShopAndWait(shop());
        failInserts(sqlState);

        add(u"in vain"_s);

        QTRY_VERIFY2_WITH_TIMEOUT(message().contains(sentence), qPrintable(message()), patience / 2);
        const QString technical = detail();
        QVERIFY2(!technical.contains(marker), qPrintable(technical));
        expectNoMarker();
    }

    // What mends itself is not told of but by the number of what waits.
    void myTodoWaitsForWhatGetsInItsWay_data()
    {
        QTest::addColumn<QString>("sqlState");
        QTest::newRow("serialisation failure") << u"40001"_s;
        QTest::newRow("a lock") << u"55P03"_s;
        QTest::newRow("too slow") << u"57014"_s;
    }
    void myTodoWaitsForWhatGetsInItsWay()
    {
        QFETCH(const QString, sqlState);
        openShopAndWait(shop());
        failInserts(sqlState);

        add(u"in a while"_s);

        QTRY_VERIFY2_WITH_TIMEOUT(foot().endsWith(u"1 change waiting"_s), qPrintable(foot()), patience);
        server().psql(u"DROP TRIGGER a_fails ON tusk.todo"_s, homeDatabase().database);
        QTRY_COMPARE_WITH_TIMEOUT(stored(homeDatabase()), QStringList{u"in a while"_s}, patience);
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
        QTRY_VERIFY_WITH_TIMEOUT(!message().isEmpty(), patience);
        const QString technical = detail();
        QVERIFY2(!technical.contains(marker), qPrintable(technical));
        expectNoMarker();

        network().accept();
        QTRY_COMPARE_WITH_TIMEOUT(stored(homeDatabase()), QStringList{u"while it was cut"_s}, patience);
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
