// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/position.h"
#include "support/testcase.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace tusk;
using namespace tusk::domain;

namespace
{

const QDateTime now({2026, 3, 1}, {9, 30, 15, 123}, Qt::UTC);

bool strictlyAscends(const QList<QByteArray> &positions)
{
    return std::ranges::adjacent_find(positions, std::ranges::greater_equal()) == positions.end();
}

bool allValid(const QList<QByteArray> &positions)
{
    return std::ranges::all_of(positions, isValidPosition);
}

qsizetype longestOf(const QList<QByteArray> &positions)
{
    return std::ranges::max(positions, {}, &QByteArray::size).size();
}

} // namespace

class TestPosition final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldKnowAValidPosition_data()
    {
        QTest::addColumn<QByteArray>("position");
        QTest::addColumn<bool>("valid");
        QTest::newRow("one digit") << QByteArray("V") << true;
        QTest::newRow("zeros inside") << QByteArray("00a001") << true;
        QTest::newRow("longest") << QByteArray(200, 'z') << true;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("too long") << QByteArray(201, 'z') << false;
        QTest::newRow("ends in zero") << QByteArray("a0") << false;
        QTest::newRow("blank") << QByteArray("a b") << false;
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << false;
        QTest::newRow("UTF-8") << QByteArray("ä") << false;
        for (const char neighbour : {'/', ':', '@', '[', '`', '{'})
            QTest::addRow("neighbour of a digit: %c", neighbour) << QByteArray(1, neighbour) << false;
    }
    void shouldKnowAValidPosition()
    {
        QFETCH(const QByteArray, position);
        QTEST(isValidPosition(position), "valid");
    }

    void shouldBeTheShortestBetween_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("between");
        const auto row = [](const char *before, const char *after, const char *between) {
            QTest::addRow("'%s' '%s'", before, after)
                << QByteArray(before) << QByteArray(after) << QByteArray(between);
        };
        row("", "", "V");
        row("1", "3", "2");
        row("1", "2", "1V");
        row("1", "21", "2"); // what is cut from after is below it
        row("8", "8V", "8F");
        row("1z", "2", "1zV");
        row("", "1", "0z"); // close to the bound: room for the next ones towards the open side
        row("", "8hG3", "8");
        row("", "8", "7");
        row("", "01", "00z");
        row("y", "", "z");
        row("z", "", "z1");
        row("zz", "", "zz1");
        row("8hG3", "", "9");
        row("aaaaaaaaaaaaaaaaaaaa1", "aaaaaaaaaaaaaaaaaaaa3", "aaaaaaaaaaaaaaaaaaaa2");
        row("A", "a", "N");
    }
    void shouldBeTheShortestBetween()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QTEST(positionBetween(before, after), "between");
    }

    void shouldStayInOrderThroughTenThousandRandomInsertions()
    {
        QRandomGenerator random(4711);
        QList<QByteArray> positions;
        for (int round = 0; round < 10'000; ++round) {
            const qsizetype at = random.bounded(positions.size() + 1);
            const QByteArray before = at > 0 ? positions.at(at - 1) : QByteArray();
            const QByteArray after = at < positions.size() ? positions.at(at) : QByteArray();
            const QByteArray between = positionBetween(before, after);
            QVERIFY(before < between);
            QVERIFY(after.isEmpty() || between < after);
            positions.insert(at, between);
        }
        QVERIFY(allValid(positions));
        QVERIFY(strictlyAscends(positions));
        // 10,000 need three digits at least; chance makes some places crowded.
        QCOMPARE_LE(longestOf(positions), 12);
    }

    void shouldGrowByADigitEveryFiveToSixInsertionsAtTheSamePlace_data()
    {
        QTest::addColumn<int>("side");
        QTest::newRow("always below the last") << 0;
        QTest::newRow("always above the last") << 1;
        QTest::newRow("by turns") << 2;
        QTest::newRow("at random") << 3;
    }
    void shouldGrowByADigitEveryFiveToSixInsertionsAtTheSamePlace()
    {
        QFETCH(const int, side);
        constexpr int rounds = 900;
        QRandomGenerator random(1);
        QByteArray before = "8hG3";
        QByteArray after = "8hG4";
        for (int round = 0; round < rounds; ++round) {
            const QByteArray between = positionBetween(before, after);
            QVERIFY(before < between && between < after);
            QVERIFY(isValidPosition(between));
            const bool below =
                side == 0 || (side == 2 && round % 2 == 0) || (side == 3 && random.bounded(2) == 0);
            (below ? after : before) = between;
        }
        // 62 is nearly 2 to the 6th: halving 61 places from below takes five steps, from above six.
        QCOMPARE_LE(std::max(before.size(), after.size()), 4 + rounds / 5);
        QCOMPARE_GE(std::max(before.size(), after.size()), 4 + rounds / 7);
    }

    void shouldGrowByADigitEverySixtyMovesToTheTop()
    {
        QByteArray top = positionAtEnd(now);
        for (int round = 0; round < 6000; ++round) {
            const QByteArray higher = positionBetween({}, top);
            QVERIFY(higher < top);
            top = higher;
        }
        QVERIFY(isValidPosition(top));
        QCOMPARE_LE(top.size(), 6000 / 60);
    }

    void shouldGrowByADigitEverySixtyMovesToTheEnd()
    {
        QByteArray last;
        for (int round = 0; round < 6000; ++round) {
            const QByteArray lower = positionBetween(last, {});
            QVERIFY(lower > last);
            last = lower;
        }
        QVERIFY(isValidPosition(last));
        QCOMPARE_LE(last.size(), 1 + 6000 / 60);
    }

    void shouldSpreadEvenlyBetweenTwo()
    {
        QCOMPARE(positionsBetween({}, {}, 1), (QList<QByteArray>{"V"}));
        QCOMPARE(positionsBetween("1", "9", 3), (QList<QByteArray>{"3", "5", "7"}));
        QCOMPARE(positionsBetween("1", "3", 1), (QList<QByteArray>{"2"}));
        // Of the 61 digits between: steps of 7 or 8.
        QCOMPARE(positionsBetween("1", "2", 7),
                 (QList<QByteArray>{"17", "1F", "1N", "1V", "1c", "1k", "1s"}));
        QCOMPARE(positionsBetween({}, {}, 0), QList<QByteArray>());
    }

    void shouldKeepSideBySideAtASingleBound()
    {
        QCOMPARE(positionsBetween("5", {}, 3), (QList<QByteArray>{"6", "7", "8"}));
        QCOMPARE(positionsBetween({}, "5", 3), (QList<QByteArray>{"2", "3", "4"}));
    }

    void shouldBeNoLongerThanNeededForMany_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("length");
        QTest::newRow("61 of one digit") << QByteArray() << QByteArray() << 61 << 1;
        QTest::newRow("62") << QByteArray() << QByteArray() << 62 << 2;
        QTest::newRow("62² - 1 of two") << QByteArray() << QByteArray() << 3843 << 2;
        QTest::newRow("62²") << QByteArray() << QByteArray() << 3844 << 3;
        QTest::newRow("between neighbours") << QByteArray("a") << QByteArray("b") << 61 << 2;
        QTest::newRow("below a longer one") << QByteArray("a") << QByteArray("b1") << 62 << 2;
        QTest::newRow("100,000") << QByteArray("8hG3") << QByteArray("8hG4") << 100'000 << 7;
        QTest::newRow("towards the top") << QByteArray() << QByteArray("8hG3") << 1000 << 3;
    }
    void shouldBeNoLongerThanNeededForMany()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QFETCH(const int, count);
        QFETCH(const int, length);
        const QList<QByteArray> positions = positionsBetween(before, after, count);
        QCOMPARE(positions.size(), count);
        QVERIFY(allValid(positions));
        QVERIFY(strictlyAscends(positions));
        QVERIFY(before < positions.constFirst());
        QVERIFY(after.isEmpty() || positions.constLast() < after);
        QCOMPARE(longestOf(positions), length);
    }

    void shouldStayBetweenForRandomBoundsAndCounts()
    {
        QRandomGenerator random(99);
        const auto randomPosition = [&random]() -> QByteArray {
            const QByteArray digits("0019AVZazz"); // many equal beginnings
            QByteArray position;
            for (int i = random.bounded(6); i > 0; --i)
                position += digits.at(random.bounded(digits.size()));
            return position + '1';
        };
        for (int round = 0; round < 10'000; ++round) {
            QByteArray before = random.bounded(8) == 0 ? QByteArray() : randomPosition();
            QByteArray after = random.bounded(8) == 0 ? QByteArray() : randomPosition();
            if (!after.isEmpty() && after < before)
                std::swap(before, after);
            if (before == after)
                continue;
            const QList<QByteArray> positions = positionsBetween(before, after, 1 + random.bounded(100));
            QVERIFY(allValid(positions) && strictlyAscends(positions));
            QVERIFY(before < positions.constFirst() && (after.isEmpty() || positions.constLast() < after));
        }
    }

    void shouldBeJustAboveWhereTheBoundsAreEqualOrSwapped()
    {
        for (const char *after : {"8hG3", "8hG2", "1"}) {
            const QList<QByteArray> positions = positionsBetween("8hG3", after, 3);
            QVERIFY(allValid(positions) && strictlyAscends(positions));
            QVERIFY(positions.constFirst() > "8hG3");
            QVERIFY(positions.constLast() < "8hG3V");
        }
    }

    void shouldMakeAValidOneOfDamagedBounds_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("zeros at the end") << QByteArray("a00") << QByteArray("a000");
        QTest::newRow("only zeros") << QByteArray("000") << QByteArray("0000");
        QTest::newRow("no digits") << QByteArray("-!") << QByteArray("€");
        QTest::newRow("NUL") << QByteArray("a\0", 2) << QByteArray("b\0", 2);
        QTest::newRow("very long") << QByteArray(5000, 'z') << QByteArray();
    }
    void shouldMakeAValidOneOfDamagedBounds()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        const QByteArray between = positionBetween(before, after);
        QVERIFY(!between.isEmpty() && !between.endsWith('0'));
        QVERIFY(between.size() > 200 || isValidPosition(between));
    }

    void shouldAppendByTheClock()
    {
        const QByteArray earlier = positionAtEnd(now);
        const QByteArray later = positionAtEnd(now.addMSecs(1));
        QVERIFY(isValidPosition(earlier));
        QCOMPARE(earlier.size(), 10);
        QVERIFY(earlier.endsWith('V'));
        QVERIFY(earlier < later);
        QCOMPARE(positionAtEnd(now.toLocalTime()), earlier);
    }

    void shouldWriteMicrosecondsInNineDigits()
    {
        QCOMPARE(positionAtEnd(QDateTime::fromMSecsSinceEpoch(0, Qt::UTC)), "000000000V");
        QCOMPARE(positionAtEnd(QDateTime::fromMSecsSinceEpoch(1, Qt::UTC)),
                 "0000000G8V"); // 1000 = 16 * 62 + 8
        QCOMPARE(positionAtEnd(QDateTime({1960, 1, 1}, {0, 0}, Qt::UTC)), "000000000V");
        const QByteArray last = positionAtEnd(QDateTime({2398, 1, 1}, {0, 0}, Qt::UTC));
        QVERIFY(last > positionAtEnd(QDateTime({2397, 1, 1}, {0, 0}, Qt::UTC)));
        QVERIFY(positionAtEnd(QDateTime({9999, 1, 1}, {0, 0}, Qt::UTC)) > last);
    }

    void shouldAppendAThousandInOneMomentWithoutGrowing()
    {
        QList<QByteArray> positions{positionAtEnd(now)};
        while (positions.size() < 1000)
            positions.append(positionAtEnd(now, positions.constLast()));
        QVERIFY(strictlyAscends(positions));
        QCOMPARE(longestOf(positions), 10);
        // Nor do they run away from the clock: what is new a second later comes after them.
        QVERIFY(positions.constLast() < positionAtEnd(now.addSecs(1)));
    }

    void shouldBeGreaterThanTheLowerBoundWhenTheClockIsBehind_data()
    {
        QTest::addColumn<QByteArray>("lowerBound");
        QTest::newRow("an hour ahead") << positionAtEnd(now.addSecs(3600));
        QTest::newRow("the same") << positionAtEnd(now);
        QTest::newRow("short") << QByteArray("9");
        QTest::newRow("long") << QByteArray("zA") + QByteArray(150, 'z');
        QTest::newRow("carries") << QByteArray("9zzzzzzzzzzz");
        QTest::newRow("the last by the clock") << QByteArray("zzzzzzzzzV");
        QTest::newRow("beyond the clock") << QByteArray("zzzzzzzzzzzz");
    }
    void shouldBeGreaterThanTheLowerBoundWhenTheClockIsBehind()
    {
        QFETCH(const QByteArray, lowerBound);
        const QByteArray position = positionAtEnd(now, lowerBound);
        QVERIFY(position > lowerBound);
        QVERIFY(isValidPosition(position));
        QCOMPARE_LE(position.size(), 13);
    }
};

QTEST_GUILESS_MAIN(TestPosition)
#include "tst_position.moc"
