// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/moment.h"
#include "support/testcase.h"

#include <QTimeZone>

using namespace tusk;
using base::Moment;

class TestMoment final : public tests::TestCase
{
    Q_OBJECT

    static QDateTime inBerlin(QDate date, QTime time) { return {date, time, QTimeZone("Europe/Berlin")}; }

private Q_SLOTS:
    void shouldStayInYesterdayUntilTheDayStarts()
    {
        const QDate friday(2026, 11, 20);
        const QDate saturday(2026, 11, 21);
        QCOMPARE(Moment(inBerlin(saturday, {0, 0})).today(), saturday);
        QCOMPARE(Moment(inBerlin(saturday, {3, 59, 59, 999}), 4).today(), friday);
        QCOMPARE(Moment(inBerlin(saturday, {4, 0}), 4).today(), saturday);
        QCOMPARE(Moment(inBerlin(saturday, {23, 59}), 4).today(), saturday);
    }

    void shouldSayToWhichDayAnotherTimeBelongs()
    {
        const Moment now(inBerlin({2026, 11, 20}, {12, 0}), 4);
        QCOMPARE(now.dayOf(QDateTime({2026, 11, 20}, {2, 30}, Qt::UTC)), QDate(2026, 11, 19)); // 3:30
        QCOMPARE(now.dayOf(QDateTime({2026, 11, 20}, {3, 30}, Qt::UTC)), QDate(2026, 11, 20)); // 4:30
    }

    void shouldSayWhenTodayEnds_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<int>("startOfDay");
        QTest::addColumn<QDateTime>("end");
        const QDate day(2026, 11, 20);
        const auto row = [](const char *name, const QDateTime &now, int start, const QDateTime &end) {
            QTest::newRow(name) << now << start << end;
        };
        row("midnight", inBerlin(day, {9, 0}), 0, inBerlin(day.addDays(1), {0, 0}));
        row("before the start", inBerlin(day, {3, 0}), 4, inBerlin(day, {4, 0}));
        row("after the start", inBerlin(day, {4, 0}), 4, inBerlin(day.addDays(1), {4, 0}));
        // Clocks jump from 2:00 to 3:00, and later from 3:00 back to 2:00.
        row("hour that is missing", inBerlin({2026, 3, 28}, {12, 0}), 2, inBerlin({2026, 3, 29}, {3, 0}));
        row("short night", inBerlin({2026, 3, 28}, {12, 0}), 4, inBerlin({2026, 3, 29}, {4, 0}));
        row("long night", inBerlin({2026, 10, 24}, {12, 0}), 4, inBerlin({2026, 10, 25}, {4, 0}));
        // Its days begin at 1:00 when summer time begins.
        const QTimeZone beirut("Asia/Beirut");
        row("no midnight", {{2022, 3, 26}, {12, 0}, beirut}, 0, {{2022, 3, 27}, {1, 0}, beirut});
        row("after no midnight", {{2022, 3, 26}, {12, 0}, beirut}, 4, {{2022, 3, 27}, {4, 0}, beirut});
    }
    void shouldSayWhenTodayEnds()
    {
        QFETCH(const QDateTime, now);
        QFETCH(const int, startOfDay);
        QFETCH(const QDateTime, end);
        const Moment moment(now, startOfDay);
        QCOMPARE(moment.nextDay(), end);
        QCOMPARE(moment.dayOf(moment.nextDay()), moment.today().addDays(1));
        QCOMPARE(moment.dayOf(moment.nextDay().addMSecs(-1)), moment.today());
    }
};

QTEST_GUILESS_MAIN(TestMoment)
#include "tst_moment.moc"
