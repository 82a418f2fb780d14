// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/daywatch.h"
#include "support/testcase.h"
#include "support/testclock.h"

#include <QSignalSpy>

using namespace tusk;
using namespace std::chrono_literals;

class TestDayWatch final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldTellMidnightWithoutBeingAsked()
    {
        // Half a second before, by a clock that a test moves; the watch counts real time from it.
        tests::TestClock clock(QDateTime({2026, 11, 20}, {23, 59, 59, 500}, Qt::UTC));
        const base::DayWatch watch(clock);
        QSignalSpy changed(&watch, &base::DayWatch::dayChanged);
        clock.advance(600ms);
        QVERIFY(changed.wait(5000));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toDate(), QDate(2026, 11, 21));
    }

    void shouldTellADayThatChangedWhileTheComputerSlept()
    {
        tests::TestClock clock(QDateTime({2026, 11, 20}, {9, 0}, Qt::UTC));
        base::DayWatch watch(clock);
        const QSignalSpy changed(&watch, &base::DayWatch::dayChanged);
        clock.advance(50h);
        watch.check();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toDate(), QDate(2026, 11, 22));
        watch.check();
        QCOMPARE(changed.size(), 1);
    }

    void shouldTellADayThatIsAnotherOneInTheNewZone()
    {
        tests::TestClock clock(QDateTime({2026, 11, 20}, {20, 0}, Qt::UTC));
        base::DayWatch watch(clock);
        const QSignalSpy changed(&watch, &base::DayWatch::dayChanged);
        clock.setZone(QTimeZone("Asia/Tokyo"));
        watch.check();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toDate(), QDate(2026, 11, 21));
    }

    void shouldTellADayThatWasSetBack()
    {
        tests::TestClock clock(QDateTime({2026, 11, 20}, {9, 0}, Qt::UTC));
        base::DayWatch watch(clock);
        const QSignalSpy changed(&watch, &base::DayWatch::dayChanged);
        clock.advance(-24h);
        watch.check();
        QCOMPARE(changed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestDayWatch)
#include "tst_daywatch.moc"
