// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/typedvalues.h"
#include "support/testcase.h"
#include "support/testclock.h"

#include <QTimeZone>

using namespace tusk;
using namespace Qt::StringLiterals;
using domain::Priority;
using domain::When;

class TestTypedValues final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }

    void shouldUnderstandDates_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QTime>("time");
        QTest::newRow("date") << u"2026-12-24"_s << QDate(2026, 12, 24) << QTime();
        QTest::newRow("first") << u"0001-01-01"_s << QDate(1, 1, 1) << QTime();
        QTest::newRow("last") << u"9999-12-31"_s << QDate(9999, 12, 31) << QTime();
        QTest::newRow("leap day") << u"2028-02-29"_s << QDate(2028, 2, 29) << QTime();
        QTest::newRow("date and time") << u"2026-12-24 17:30"_s << QDate(2026, 12, 24) << QTime(17, 30);
        QTest::newRow("as ISO 8601") << u"2026-12-24T17:30"_s << QDate(2026, 12, 24) << QTime(17, 30);
        QTest::newRow("midnight") << u"2026-12-24 00:00"_s << QDate(2026, 12, 24) << QTime(0, 0);
        QTest::newRow("today") << u"today"_s << QDate(2026, 12, 31) << QTime();
        QTest::newRow("tomorrow, over the year") << u" Tomorrow "_s << QDate(2027, 1, 1) << QTime();
    }

    void shouldUnderstandDates()
    {
        QFETCH(QString, typed);
        QFETCH(QDate, date);
        QFETCH(QTime, time);

        const auto when = app::whenFrom(typed, u"--due"_s, m_clock);

        QVERIFY2(when, qPrintable(when ? QString() : when.error().sentence));
        QCOMPARE(when->date, date);
        QCOMPARE(when->time.has_value(), time.isValid());
        QCOMPARE(when->time.value_or(QTime()), time);
        QCOMPARE(when->zone, time.isValid() ? "Europe/Berlin"_ba : ""_ba);
    }

    void shouldRefuseWhatIsNoDate_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed :
             {"", " ", "2026-02-30", "2026-13-01", "0000-01-01", "10000-01-01", "123456-01-01", "2026-1-1",
              "24.12.2026", "2026-12-24 25:00", "2026-12-24 17:60", "2026-12-24 5pm", "2026-12-24 17:30:00",
              "-2026-12-24", "next week", "none", "2026-12-24x", "٢٠٢٦-١٢-٢٤"})
            QTest::newRow(typed) << QString::fromUtf8(typed);
    }

    void shouldRefuseWhatIsNoDate()
    {
        QFETCH(QString, typed);

        const auto when = app::whenFrom(typed, u"--due"_s, m_clock);

        QVERIFY(!when);
        QCOMPARE(when.error().kind, base::ErrorKind::InvalidInput);
        QVERIFY2(when.error().sentence.contains(u"--due"_s), qPrintable(when.error().sentence));
        QVERIFY2(when.error().sentence.contains(u"“%1”"_s.arg(typed)), qPrintable(when.error().sentence));
    }

    void shouldTakeNoneForNoDateWhereThatIsPossible()
    {
        QCOMPARE(app::optionalWhenFrom(u"none"_s, u"--due"_s, m_clock),
                 base::Result<std::optional<When>>(std::optional<When>()));
        QVERIFY(*app::optionalWhenFrom(u"today"_s, u"--due"_s, m_clock));
        QVERIFY(!app::optionalWhenFrom(u"nothing"_s, u"--due"_s, m_clock));
    }

    void shouldUnderstandPriorities()
    {
        const std::pair<const char *, Priority> known[] = {
            {"none", Priority::None}, {"0", Priority::None},        {"low", Priority::Low},
            {"1", Priority::Low},     {"Medium", Priority::Medium}, {"2", Priority::Medium},
            {"HIGH", Priority::High}, {" 3 ", Priority::High}};
        for (const auto &[typed, priority] : known)
            QCOMPARE(app::priorityFrom(QString::fromLatin1(typed)), base::Result<Priority>(priority));
    }

    void shouldRefuseOtherPriorities()
    {
        for (const char *typed : {"", "4", "-1", "urgent", "1.5", "01"}) {
            const auto priority = app::priorityFrom(QString::fromLatin1(typed));
            QVERIFY2(!priority, typed);
            QVERIFY(priority.error().sentence.contains(u"“%1”"_s.arg(QLatin1StringView(typed))));
        }
    }

private:
    tests::TestClock m_clock{QDateTime(QDate(2026, 12, 31), QTime(12, 0), Qt::UTC)};
};

QTEST_GUILESS_MAIN(TestTypedValues)
#include "tst_typedvalues.moc"
