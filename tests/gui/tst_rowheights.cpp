// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/rowheights.h"
#include "support/testcase.h"

#include <QRandomGenerator>

using namespace tusk;
using gui::RowHeights;

namespace
{

// What it should answer, added up anew.
void compareWith(const RowHeights &heights, const std::vector<int> &expected)
{
    QCOMPARE(heights.count(), static_cast<int>(expected.size()));
    int top = 0;
    for (int row = 0; row < heights.count(); ++row) {
        QCOMPARE(heights.top(row), top);
        QCOMPARE(heights.rowAt(top), row);
        QCOMPARE(heights.rowAt(top + expected[row] - 1), row);
        top += expected[row];
    }
    QCOMPARE(heights.total(), top);
}

} // namespace

class TestRowHeights final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldHaveNoRowAtFirst()
    {
        const RowHeights heights;
        QCOMPARE(heights.total(), 0);
        QCOMPARE(heights.rowAt(0), -1);
    }

    void shouldTakeTheNearestRowBeyondTheEnds()
    {
        RowHeights heights;
        heights.assign({36, 54});
        QCOMPARE(heights.rowAt(-5), 0);
        QCOMPARE(heights.rowAt(1'000), 1);
    }

    void shouldTellWhetherAHeightIsAnother()
    {
        RowHeights heights;
        heights.assign({36, 54});
        QVERIFY(!heights.setHeight(0, 36));
        QVERIFY(heights.setHeight(0, 54));
        QCOMPARE(heights.total(), 108);
    }

    // Questions between the changes, so that sums are known up to somewhere.
    void shouldAgreeWithAddingUpAnewAfterAnyChanges()
    {
        QRandomGenerator random(5);
        RowHeights heights;
        std::vector<int> expected;
        for (int step = 0; step < 500; ++step) {
            const int rows = heights.count();
            const int kind = random.bounded(4);
            if (rows < 10 || kind == 0) {
                const std::vector<int> fresh(1 + random.bounded(5), random.bounded(2) == 0 ? 36 : 54);
                const int at = random.bounded(rows + 1);
                heights.insert(at, fresh);
                expected.insert(expected.begin() + at, fresh.begin(), fresh.end());
            } else if (kind == 1) {
                const int first = random.bounded(rows - 3);
                heights.remove(first, 3);
                expected.erase(expected.begin() + first, expected.begin() + first + 3);
            } else if (kind == 2) {
                const int from = random.bounded(rows);
                const int to = random.bounded(rows);
                heights.move(from, 1, to > from ? to + 1 : to);
                const int moved = expected[from];
                expected.erase(expected.begin() + from);
                expected.insert(expected.begin() + to, moved);
            } else {
                const int row = random.bounded(rows);
                heights.setHeight(row, 40);
                expected[row] = 40;
            }
            static_cast<void>(heights.top(random.bounded(heights.count() + 1)));
            if (step % 20 == 0)
                compareWith(heights, expected);
        }
        compareWith(heights, expected);
    }
};

QTEST_GUILESS_MAIN(TestRowHeights)
#include "tst_rowheights.moc"
