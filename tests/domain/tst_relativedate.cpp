// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/relativedate.h"
#include "support/testcase.h"

#include <QTimeZone>

using namespace tusk;
using namespace tusk::domain;
using namespace Qt::StringLiterals;

class TestRelativeDate final : public tests::TestCase
{
    Q_OBJECT

    static QDate today() { return {2026, 11, 20}; } // a Friday
    static QDateTime at(QTime time) { return {today(), time, QTimeZone("Europe/Lisbon")}; }
    static QLocale british() { return {QLocale::English, QLocale::UnitedKingdom}; }

private Q_SLOTS:
    void shouldNameDaysAtEveryBoundary_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("expected");
        QTest::newRow("2 days ago") << -2 << u"18 Nov"_s;
        QTest::newRow("1 day ago") << -1 << u"Yesterday"_s;
        QTest::newRow("today") << 0 << u"Today"_s;
        QTest::newRow("in 1 day") << 1 << u"Tomorrow"_s;
        QTest::newRow("in 2 days") << 2 << u"Sunday"_s;
        QTest::newRow("in 6 days") << 6 << u"Thursday"_s;
        // The next Friday would be taken for today.
        QTest::newRow("in 7 days") << 7 << u"27 Nov"_s;
        QTest::newRow("this year") << 41 << u"31 Dec"_s;
        QTest::newRow("next year") << 42 << u"1 Jan 2027"_s;
        QTest::newRow("last year") << -365 << u"20 Nov 2025"_s;
    }
    void shouldNameDaysAtEveryBoundary()
    {
        QFETCH(int, days);
        QFETCH(QString, expected);
        QCOMPARE(relativeDay(today().addDays(days), today(), british()), expected);
    }

    void shouldPutTheMonthFirstWhereTheLocaleDoes()
    {
        const QLocale american(QLocale::English, QLocale::UnitedStates);
        QCOMPARE(relativeDay({2026, 12, 24}, today(), american), u"Dec 24"_s);
    }

    void shouldHeadGroupsWithTheWholeDay()
    {
        QCOMPARE(dayHeading(today(), today(), british()), u"Today · Friday 20 November"_s);
        QCOMPARE(dayHeading({2026, 11, 21}, today(), british()), u"Tomorrow · Saturday 21 November"_s);
        QCOMPARE(dayHeading({2026, 11, 25}, today(), british()), u"Wednesday 25 November"_s);
        QCOMPARE(dayHeading({2027, 1, 1}, today(), british()), u"Friday 1 January 2027"_s);
    }

    void shouldBeOverdueOnceTheTimeHasPassedInTheZoneOfTheDate()
    {
        const When due{today(), QTime(16, 0), "Europe/Lisbon"};
        QVERIFY(dueState(due, at({15, 59})) == DueState::Today);
        QVERIFY(dueState(due, at({16, 1})) == DueState::Overdue);
        // 16:00 in Berlin is 15:00 here.
        const When berlin{today(), QTime(16, 0), "Europe/Berlin"};
        QVERIFY(dueState(berlin, at({14, 59})) == DueState::Today);
        QVERIFY(dueState(berlin, at({15, 1})) == DueState::Overdue);
        QVERIFY(dueState({today(), {}, {}}, at({23, 59})) == DueState::Today);
        QVERIFY(dueState({today().addDays(-1), {}, {}}, at({0, 0})) == DueState::Overdue);
        QVERIFY(dueState({today().addDays(1), {}, {}}, at({23, 59})) == DueState::Tomorrow);
        QVERIFY(dueState({today().addDays(2), {}, {}}, at({0, 0})) == DueState::Later);
    }

    void shouldCountTheNightAsTheDayBeforeIt_data()
    {
        QTest::addColumn<QDateTime>("due");
        QTest::addColumn<QString>("text");
        QTest::addColumn<DueState>("state");
        const QTimeZone lisbon("Europe/Lisbon");
        const auto row = [&lisbon](const char *name, QDate date, QTime time, const QString &text,
                                   DueState state) {
            QTest::newRow(name) << QDateTime(date, time, lisbon) << text << state;
        };
        row("earlier in the night before", {2026, 11, 20}, {3, 59}, u"Today, 03:59"_s, DueState::Overdue);
        row("when the day begins", {2026, 11, 20}, {23, 0}, u"Today, 23:00"_s, DueState::Today);
        row("before midnight", {2026, 11, 20}, {23, 59}, u"Today, 23:59"_s, DueState::Today);
        row("at midnight", {2026, 11, 21}, {0, 0}, u"Today, 00:00"_s, DueState::Today);
        row("end of the night", {2026, 11, 21}, {3, 59}, u"Today, 03:59"_s, DueState::Today);
        row("when tomorrow begins", {2026, 11, 21}, {4, 0}, u"Tomorrow, 04:00"_s, DueState::Tomorrow);
        row("the night after tomorrow", {2026, 11, 22}, {3, 59}, u"Tomorrow, 03:59"_s, DueState::Tomorrow);
        row("the end of that night", {2026, 11, 22}, {4, 0}, u"Sunday, 04:00"_s, DueState::Later);
        row("the night after that", {2026, 11, 23}, {3, 59}, u"Monday, 03:59"_s, DueState::Later);
    }
    void shouldCountTheNightAsTheDayBeforeIt()
    {
        QFETCH(const QDateTime, due);
        QFETCH(const QString, text);
        QFETCH(const DueState, state);
        const When when{due.date(), due.time(), due.timeZone().id()};
        const base::Moment evening(at({22, 0}), 4);
        QCOMPARE(dueText(when, evening, british()), text);
        QCOMPARE(dueState(when, evening), state);
        // A date without a time is one of the calendar.
        QCOMPARE(dueText({{2026, 11, 21}, {}, {}}, evening, british()), u"Tomorrow"_s);
        // In that night it is still Friday.
        const base::Moment night(QDateTime({2026, 11, 21}, {2, 0}, QTimeZone("Europe/Lisbon")), 4);
        QCOMPARE(dueText({{2026, 11, 21}, QTime(3, 59), "Europe/Lisbon"}, night, british()),
                 u"Today, 03:59"_s);
        QCOMPARE(dueText({{2026, 11, 21}, QTime(4, 0), "Europe/Lisbon"}, night, british()),
                 u"Tomorrow, 04:00"_s);
    }

    void shouldNameTheZoneOnlyWhereTheClockDiffers()
    {
        const When here{today(), QTime(16, 0), "Europe/Lisbon"};
        QCOMPARE(dueText(here, at({9, 0}), british()), u"Today, 16:00"_s);
        const When london{today(), QTime(16, 0), "Europe/London"};
        QCOMPARE(timeText(london, at({9, 0}), british()), u"16:00"_s);
        const When berlin{today(), QTime(16, 0), "Europe/Berlin"};
        QCOMPARE(timeText(berlin, at({9, 0}), british()), u"16:00 CET"_s);
        QCOMPARE(dueText({today(), {}, {}}, at({9, 0}), british()), u"Today"_s);
        QCOMPARE(timeText(here, at({9, 0}), QLocale::c()), u"16:00"_s); // without seconds
    }

    void shouldSayHowLongAgoSomethingWas_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a clock ahead") << qint64(-20) << u"just now"_s;
        QTest::newRow("59 s") << qint64(59) << u"just now"_s;
        QTest::newRow("60 s") << qint64(60) << u"1 minute(s) ago"_s;
        QTest::newRow("59 min") << qint64(3599) << u"59 minute(s) ago"_s;
        QTest::newRow("1 h") << qint64(3600) << u"1 hour(s) ago"_s;
        QTest::newRow("12 h") << qint64(12 * 3600) << u"Today"_s;
        QTest::newRow("yesterday") << qint64(24 * 3600) << u"Yesterday"_s;
        QTest::newRow("two days") << qint64(48 * 3600) << u"Wednesday"_s;
        QTest::newRow("a week") << qint64(7 * 24 * 3600) << u"13 Nov"_s;
    }
    void shouldSayHowLongAgoSomethingWas()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, expected);
        const QDateTime now = at({14, 0});
        QCOMPARE(agoText(now.addSecs(-seconds).toUTC(), now, british()), expected);
    }
};

QTEST_GUILESS_MAIN(TestRelativeDate)
#include "tst_relativedate.moc"
