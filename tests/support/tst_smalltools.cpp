// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/paths.h"
#include "support/guipausemeter.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"
#include "support/testclock.h"

#include <QFileInfo>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSmallTools final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldStandStillUntilTheClockIsMoved()
    {
        const QDateTime evening(QDate(2026, 3, 28), QTime(22, 59), Qt::UTC);
        tests::TestClock clock(evening, QTimeZone("Europe/Berlin"));
        QCOMPARE(clock.now(), evening);
        QCOMPARE(clock.today(), QDate(2026, 3, 28));
        clock.advance(1min);
        QCOMPARE(clock.today(), QDate(2026, 3, 29));
        clock.setZone(QTimeZone::utc());
        QCOMPARE(clock.today(), QDate(2026, 3, 28));
    }

    void shouldGiveAHomeOfItsOwnAndTheOldOneBack()
    {
        const QByteArray homeBefore = qgetenv("HOME");
        qputenv("TUSK_DATABASE_URL", "postgresql://precious");
        QString data;
        {
            const tests::TemporaryHome home;
            data = base::dataFolder();
            QVERIFY(data.startsWith(home.path()));
            QVERIFY(base::runtimeFolder().startsWith(home.path()));
            QVERIFY(!qEnvironmentVariableIsSet("TUSK_DATABASE_URL"));
            const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther;
            QVERIFY(!(QFileInfo(home.path() + "/run"_L1).permissions() & others));
        }
        QCOMPARE(qgetenv("HOME"), homeBefore);
        QCOMPARE(qgetenv("TUSK_DATABASE_URL"), "postgresql://precious");
        QVERIFY(!QFileInfo::exists(QFileInfo(data).path()));
        qunsetenv("TUSK_DATABASE_URL");
    }

    void shouldMeasureAPauseOfTheEventLoop()
    {
        tests::GuiPauseMeter meter;
        meter.start();
        meter.runFor(100ms);
        QTest::qSleep(60); // the event loop stands still
        meter.runFor(100ms);
        meter.stop();
        QCOMPARE_GE(meter.longest(), 50ms);
        // Most ticks come in time, however busy the machine is.
        QCOMPARE_LT(meter.quantile(0.5), 30ms);
        QCOMPARE_GT(meter.ticks(), 5);
    }

    void shouldCountAPauseThatHasNotEndedYet()
    {
        tests::GuiPauseMeter meter;
        meter.start();
        QTest::qSleep(30);
        meter.stop();
        QCOMPARE_GE(meter.longest(), 25ms);
    }
};

QTEST_GUILESS_MAIN(TestSmallTools)
#include "tst_smalltools.moc"
