// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/datewords.h"
#include "support/testcase.h"

#include <QTimeZone>

using namespace tusk;
using namespace tusk::domain;
using namespace Qt::StringLiterals;

class TestDateWords final : public tests::TestCase
{
    Q_OBJECT

    // A Friday.
    static QDateTime now() { return {QDate(2026, 11, 20), QTime(14, 30), QTimeZone("Europe/Lisbon")}; }

private Q_SLOTS:
    void shouldCountTheNightAsTheDayBeforeItWhereADayIsNamedByItsPlace_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDateTime>("due");
        const auto row = [](const char *typed, QDate date, QTime time) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << QDateTime(date, time);
        };
        row("today 3:59", {2026, 11, 21}, {3, 59});
        row("today 4:00", {2026, 11, 20}, {4, 0});
        row("tomorrow 3:59", {2026, 11, 22}, {3, 59});
        row("3:59 tomorrow", {2026, 11, 22}, {3, 59});
        row("tomorrow 4:00", {2026, 11, 21}, {4, 0});
        row("3:59", {2026, 11, 21}, {3, 59});
        row("sat 3:59", {2026, 11, 21}, {3, 59});
        row("21 nov 3:59", {2026, 11, 21}, {3, 59});
    }
    void shouldCountTheNightAsTheDayBeforeItWhereADayIsNamedByItsPlace()
    {
        QFETCH(const QString, typed);
        QFETCH(const QDateTime, due);
        const QLocale british(QLocale::English, QLocale::UnitedKingdom);
        const base::Moment moment(now(), 4);
        const auto when = whenFromWords(typed, moment, british, Qt::Monday);
        QVERIFY(when && when->time);
        QCOMPARE(QDateTime(when->date, *when->time), due);
    }

    void shouldUnderstandDatesInWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("date");
        const auto row = [](const char *typed, QDate date) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << date;
        };
        row("today", {2026, 11, 20});
        row("  Tomorrow ", {2026, 11, 21});
        row("tmr", {2026, 11, 21});
        row("yesterday", {2026, 11, 19});
        row("sat", {2026, 11, 21});
        row("Friday", {2026, 11, 27});
        row("thurs", {2026, 11, 26});
        row("mon", {2026, 11, 23});
        row("weekend", {2026, 11, 21});
        row("next monday", {2026, 11, 23});
        row("next sunday", {2026, 11, 29});
        row("next week", {2026, 11, 23});
        row("next month", {2026, 12, 1});
        row("next year", {2027, 1, 1});
        row("in 3 days", {2026, 11, 23});
        row("in a week", {2026, 11, 27});
        row("in 2 months", {2027, 1, 20});
        row("24 dec", {2026, 12, 24});
        row("dec 24", {2026, 12, 24});
        row("24. December 2027", {2027, 12, 24});
        row("1st march", {2027, 3, 1});
        row("mar 1", {2027, 3, 1});
        row("20 nov", {2026, 11, 20});
        row("29 feb", {2028, 2, 29});
        row("2026-12-24", {2026, 12, 24});
        row("24.12.", {2026, 12, 24});
        row("24.12.27", {2027, 12, 24});
        row("24/12/2027", {2027, 12, 24});
    }
    void shouldUnderstandDatesInWords()
    {
        QFETCH(QString, typed);
        QFETCH(QDate, date);
        const QLocale british(QLocale::English, QLocale::UnitedKingdom);
        const auto when = whenFromWords(typed, now(), british, Qt::Monday);
        QVERIFY(when);
        QCOMPARE(when->date, date);
        QVERIFY(!when->time && when->zone.isEmpty());
    }

    void shouldBeginTheNextWeekOnTheDayThatTheUserSet_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<Qt::DayOfWeek>("firstDay");
        QTest::addColumn<QDate>("date");
        QTest::addRow("week, Sunday") << u"next week"_s << Qt::Sunday << QDate(2026, 11, 22);
        QTest::addRow("week, Friday is today") << u"next week"_s << Qt::Friday << QDate(2026, 11, 27);
        QTest::addRow("Sunday first of it") << u"next sunday"_s << Qt::Sunday << QDate(2026, 11, 22);
        QTest::addRow("Saturday last of it") << u"next saturday"_s << Qt::Sunday << QDate(2026, 11, 28);
    }
    void shouldBeginTheNextWeekOnTheDayThatTheUserSet()
    {
        QFETCH(QString, typed);
        QFETCH(Qt::DayOfWeek, firstDay);

        const auto when = whenFromWords(typed, now(), QLocale::c(), firstDay);

        QVERIFY(when);
        QTEST(when->date, "date");
    }

    void shouldUnderstandTimesOfDay_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDateTime>("expected");
        const auto row = [](const char *typed, QDate date, QTime time) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << QDateTime(date, time);
        };
        row("tomorrow 9am", {2026, 11, 21}, {9, 0});
        row("9 am tomorrow", {2026, 11, 21}, {9, 0});
        row("fri at 9", {2026, 11, 27}, {9, 0});
        row("2026-12-24 17:30", {2026, 12, 24}, {17, 30});
        row("12am tomorrow", {2026, 11, 21}, {0, 0});
        row("12 pm", {2026, 11, 21}, {12, 0});
        row("17:00", {2026, 11, 20}, {17, 0});
        row("noon", {2026, 11, 21}, {12, 0});
        row("tonight", {2026, 11, 20}, {20, 0});
    }
    void shouldUnderstandTimesOfDay()
    {
        QFETCH(QString, typed);
        QFETCH(QDateTime, expected);
        const auto when = whenFromWords(typed, now(), QLocale::c(), Qt::Monday);
        QVERIFY(when && when->time);
        QCOMPARE(QDateTime(when->date, *when->time), expected);
        QCOMPARE(when->zone, "Europe/Lisbon");
    }

    void shouldLeaveAloneWhatIsNoDate_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed :
             {"",      " ",     "9",       "mark", "monitor",      "31 feb",        "2026-02-30",
              "25:00", "13pm",  "in days", "in 3", "today please", "24 foo",        "tomorrow tomorrow",
              "0 dec", "32.1.", "at",      "next", "in -3 days",   "99999999 days", "2026-13-01"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }
    void shouldLeaveAloneWhatIsNoDate()
    {
        QFETCH(QString, typed);
        QVERIFY(!whenFromWords(typed, now(), QLocale::c(), Qt::Monday));
    }

    void shouldKnowTheNamesOfTheLocaleAndItsOrderOfNumbers()
    {
        const QLocale german(QLocale::German, QLocale::Germany);
        QCOMPARE(whenFromWords(u"mittwoch"_s, now(), german, Qt::Monday)->date, QDate(2026, 11, 25));
        QCOMPARE(whenFromWords(u"24. Dezember"_s, now(), german, Qt::Monday)->date, QDate(2026, 12, 24));
        const QLocale american(QLocale::English, QLocale::UnitedStates);
        QCOMPARE(whenFromWords(u"12/24"_s, now(), american, Qt::Monday)->date, QDate(2026, 12, 24));
        QCOMPARE(whenFromWords(u"3.2."_s, now(), american, Qt::Monday)->date, QDate(2027, 2, 3));
    }
};

QTEST_GUILESS_MAIN(TestDateWords)
#include "tst_datewords.moc"
