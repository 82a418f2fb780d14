// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/daywatch.h"
#include "support/testcase.h"
#include "support/testclock.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <array>
#include <cstdio>
#include <unistd.h>

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

    void shouldTellAZoneThatIsSetInTheFileWithoutBeingAsked_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("today");
        QTest::newRow("another day there") << QByteArray("Asia/Tokyo") << QDate(2026, 11, 21);
        QTest::newRow("the same day there") << QByteArray("Europe/Berlin") << QDate(2026, 11, 20);
    }
    void shouldTellAZoneThatIsSetInTheFileWithoutBeingAsked()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QDate, today);
        const QTemporaryDir etc;
        const QString link = etc.filePath(QStringLiteral("localtime"));
        const QString next = etc.filePath(QStringLiteral("localtime.new"));
        QVERIFY(QFile::link(QStringLiteral("/usr/share/zoneinfo/UTC"), link));
        tests::TestClock clock(QDateTime({2026, 11, 20}, {20, 0}, Qt::UTC));
        base::DayWatch watch(clock, link);
        QSignalSpy changed(&watch, &base::DayWatch::dayChanged);
        clock.setZone(QTimeZone(zone));
        // As timedatectl does it.
        QVERIFY(QFile::link(QStringLiteral("/usr/share/zoneinfo/") + QString::fromLatin1(zone), next));
        QCOMPARE(::rename(qPrintable(next), qPrintable(link)), 0);
        QVERIFY(changed.wait(5000));
        QCOMPARE(changed.first().first().toDate(), today);
        watch.check();
        QCOMPARE(changed.size(), 1);
    }

    // Nobody sets the clock of a computer for a test: the kernel says what it was asked for.
    void shouldBeWokenWhenTheClockIsSet()
    {
        tests::TestClock clock(QDateTime({2026, 11, 20}, {20, 0}, Qt::UTC));
        const base::DayWatch watch(clock);
        int timers = 0;
        const QDir open(QStringLiteral("/proc/self/fd"));
        for (const QFileInfo &file : open.entryInfoList(QDir::Files | QDir::System | QDir::Hidden)) {
            std::array<char, 64> target{};
            if (::readlink(qPrintable(file.filePath()), target.data(), target.size() - 1) < 0 ||
                !QByteArray(target.data()).contains("timerfd"))
                continue;
            ++timers;
            QFile info(QStringLiteral("/proc/self/fdinfo/") + file.fileName());
            QVERIFY(info.open(QIODevice::ReadOnly));
            QVERIFY2(info.readAll().contains("settime flags: 03"), "absolute, and cancelled when set");
        }
        QCOMPARE(timers, 1);
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
