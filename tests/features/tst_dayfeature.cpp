// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/featuretest.h"

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;

// Days that pass while the window is open.
class TestDayFeature final : public FeatureTest
{
    Q_OBJECT

    void addDue(const QString &title, const QString &keys)
    {
        user().adds({title});
        user().clicksTodo(title);
        user().presses(keys);
    }

private Q_SLOTS:
    void iLeaveTuskOpenOverMidnightAndTodayFollows()
    {
        addDue(u"now"_s, u"T"_s);
        addDue(u"next"_s, u"M"_s);
        user().goesTo(u"Today"_s);
        QTRY_COMPARE(user().rows().value(1), u"now, due today, not completed"_s);
        user().waitsUntil(QDateTime({2026, 11, 18}, {23, 59, 59}));
        QCOMPARE(user().rows().value(1), u"now, due today, not completed"_s);
        user().waitsUntil(QDateTime({2026, 11, 19}, {0, 0, 1}));
        QTRY_COMPARE(
            user().rows(),
            (QStringList{u"Overdue, 1 todo"_s, u"now, overdue, due yesterday, not completed"_s,
                         u"Today · Thursday 19 November, 1 todo"_s, u"next, due today, not completed"_s}));
        QTRY_COMPARE(user().sidebar().at(1), u"Today, 2"_s);
        QCOMPARE(user().sidebar().at(2), u"Upcoming"_s);
    }

    void iEditATitleAtMidnightAndAmNotDisturbed()
    {
        addDue(u"now"_s, u"T"_s);
        user().goesTo(u"Today"_s);
        QTRY_VERIFY(user().isSaved());
        user().clicksTodo(u"now"_s);
        user().presses(u"F2 End"_s);
        user().types(u" or ne"_s);
        user().waitsUntil(QDateTime({2026, 11, 19}, {0, 0, 1}));
        QTRY_VERIFY(user().rows().contains(u"Overdue, 1 todo"_s));
        user().types(u"ver"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(storedTitles(), QStringList{u"now or never"_s});
    }

    // A night owl's Wednesday ends on Thursday morning.
    void iAmUpLateAndTodayIsStillToday()
    {
        user().opensSettings(u"General"_s);
        user().choosesIn(u"A new day begins at"_s, u"04:00:00"_s);
        user().presses(u"Escape"_s);
        addDue(u"now"_s, u"T"_s);
        QTRY_VERIFY(user().isSaved());
        user().goesTo(u"Today"_s);
        QTRY_COMPARE(user().rows().value(1), u"now, due today, not completed"_s);
        user().waitsUntil(QDateTime({2026, 11, 19}, {2, 0}));
        QCOMPARE(user().rows().value(1), u"now, due today, not completed"_s);
        user().waitsUntil(QDateTime({2026, 11, 19}, {4, 0, 1}));
        QTRY_COMPARE(user().rows().value(1), u"now, overdue, due yesterday, not completed"_s);
    }

    void iHaveSomethingToDoTonightAndSeeItToday()
    {
        user().opensSettings(u"General"_s);
        user().choosesIn(u"A new day begins at"_s, u"04:00:00"_s);
        user().presses(u"Escape"_s);
        for (const QString &time : {u"03:59"_s, u"04:00"_s}) {
            user().adds({time});
            user().clicksTodo(time);
            user().clicks(u"Due"_s);
            user().types(u"2026-11-19 "_s + time);
            user().presses(u"Return"_s);
        }
        addDue(u"tomorrow"_s, u"M"_s);
        QTRY_COMPARE(user().sidebar().mid(1, 2), (QStringList{u"Today, 1"_s, u"Upcoming, 2"_s}));
        user().goesTo(u"Today"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"03:59"_s});
        user().goesTo(u"Upcoming"_s);
        QTRY_COMPARE(user().titles(), (QStringList{u"04:00"_s, u"tomorrow"_s}));
        QTRY_VERIFY(user().isSaved());
        user().quitsTusk();
        user().startsTusk(); // what the database counts
        QCOMPARE(user().sidebar().mid(1, 2), (QStringList{u"Today, 1"_s, u"Upcoming, 2"_s}));
        user().opensSettings(u"General"_s);
        user().choosesIn(u"A new day begins at"_s, u"Midnight"_s);
        user().presses(u"Escape"_s);
        QTRY_COMPARE(user().sidebar().mid(1, 2), (QStringList{u"Today"_s, u"Upcoming, 3"_s}));
    }

    void iPlanTheNightAfterTomorrowWhereMyDayBeginsAtFour()
    {
        user().opensSettings(u"General"_s);
        user().choosesIn(u"A new day begins at"_s, u"04:00:00"_s);
        user().presses(u"Escape"_s);
        user().adds({u"dance"_s});
        user().clicksTodo(u"dance"_s);
        user().clicks(u"Due"_s);
        user().types(u"tomorrow 3:59"_s);
        user().presses(u"Return"_s);
        QTRY_COMPARE(user().row(u"dance"_s), u"dance, due tomorrow, 03:59, not completed"_s);
        QCOMPARE(stored(u"SELECT due_date, due_time FROM tusk.todo"_s),
                 QStringList{u"2026-11-20|03:59:00"_s});
        user().waitsUntil(QDateTime({2026, 11, 19}, {3, 59, 59}));
        QCOMPARE(user().row(u"dance"_s), u"dance, due tomorrow, 03:59, not completed"_s);
        user().waitsUntil(QDateTime({2026, 11, 19}, {4, 0, 1}));
        QTRY_COMPARE(user().row(u"dance"_s), u"dance, due today, 03:59, not completed"_s);
        user().waitsUntil(QDateTime({2026, 11, 20}, {3, 58}));
        QCOMPARE(user().row(u"dance"_s), u"dance, due today, 03:59, not completed"_s);
    }

    void iHaveOneThingToDoAndItIsLateTheNextDay_data()
    {
        QTest::addColumn<bool>("online");
        QTest::addRow("online") << true;
        QTest::addRow("offline") << false;
    }
    void iHaveOneThingToDoAndItIsLateTheNextDay()
    {
        QFETCH(const bool, online);
        addDue(u"now"_s, u"T"_s);
        user().goesTo(u"Today"_s);
        QTRY_VERIFY(user().isSaved());
        if (!online) {
            network().cut(Proxy::NewConnections::Refused);
            QVERIFY(user().sees(u"offline"_s));
        }
        user().waitsUntil(QDateTime({2026, 11, 19}, {0, 0, 1}));
        QTRY_COMPARE(user().rows(),
                     (QStringList{u"Overdue, 1 todo"_s, u"now, overdue, due yesterday, not completed"_s}));
        QTRY_COMPARE(user().summary(), u"1 open, 1 overdue"_s);
    }

    void iOpenTheLaptopAfterAWeek()
    {
        addDue(u"next Monday"_s, u"W"_s);
        user().goesTo(u"Upcoming"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"next Monday"_s});
        user().waitsUntil(QDateTime({2026, 11, 25}, {8, 0}));
        QTRY_COMPARE(user().titles(), QStringList());
        user().goesTo(u"Today"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"next Monday"_s});
        QTRY_COMPARE(user().summary(), u"1 open, 1 overdue"_s);
    }

    void iLookAtTheRowsAtTheEndOfAMonthAndOfAYear()
    {
        user().waitsUntil(QDateTime({2026, 12, 31}, {12, 0}));
        addDue(u"next"_s, u"M"_s);
        QTRY_COMPARE(user().row(u"next"_s), u"next, due tomorrow, not completed"_s);
        user().waitsUntil(QDateTime({2027, 1, 1}, {12, 0}));
        QTRY_COMPARE(user().row(u"next"_s), u"next, due today, not completed"_s);
        user().waitsUntil(QDateTime({2027, 1, 2}, {12, 0}));
        QTRY_COMPARE(user().row(u"next"_s), u"next, overdue, due yesterday, not completed"_s);
    }

    void iMissAnHourOfToday()
    {
        user().adds({u"call"_s});
        user().clicksTodo(u"call"_s);
        user().clicks(u"Due"_s);
        user().types(u"today 11:00"_s);
        user().presses(u"Return"_s);
        user().goesTo(u"Today"_s);
        QTRY_COMPARE(user().row(u"call"_s), u"call, due today, 11:00, not completed"_s);
        user().waitsUntil(QDateTime({2026, 11, 18}, {11, 1}));
        user().goesTo(u"Inbox"_s);
        user().goesTo(u"Today"_s);
        QTRY_VERIFY(user().row(u"call"_s).contains(u"overdue"_s));
    }
};

QTEST_MAIN(TestDayFeature)
#include "tst_dayfeature.moc"
