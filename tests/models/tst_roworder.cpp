// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/roworder.h"
#include "support/testcase.h"

#include <QRandomGenerator>

#include <algorithm>
#include <numeric>

using namespace tusk;

namespace
{

std::vector<int> staying(const std::vector<int> &sequence)
{
    const std::vector<bool> stays = models::longestIncreasing(sequence);
    std::vector<int> result;
    for (size_t i = 0; i < sequence.size(); ++i) {
        if (stays[i])
            result.push_back(sequence[i]);
    }
    return result;
}

// Quadratic and obvious.
int longestLength(const std::vector<int> &sequence)
{
    std::vector<int> best(sequence.size(), 1);
    for (size_t i = 0; i < sequence.size(); ++i) {
        for (size_t before = 0; before < i; ++before) {
            if (sequence[before] < sequence[i])
                best[i] = std::max(best[i], best[before] + 1);
        }
    }
    return best.empty() ? 0 : *std::max_element(best.begin(), best.end());
}

} // namespace

class TestRowOrder final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldKeepEverythingThatIsInOrder()
    {
        QVERIFY(staying({}).empty());
        QCOMPARE(staying({7}), std::vector<int>({7}));
        QCOMPARE(staying({1, 2, 5, 9}), std::vector<int>({1, 2, 5, 9}));
    }

    void shouldMoveOnlyTheRowThatWasDragged()
    {
        QCOMPARE(staying({1, 2, 3, 0, 4}), std::vector<int>({1, 2, 3, 4}));
        QCOMPARE(staying({4, 0, 1, 2, 3}), std::vector<int>({0, 1, 2, 3}));
    }

    void shouldFindALongestIncreasingSubsequence()
    {
        QRandomGenerator random(4711);
        for (int round = 0; round < 500; ++round) {
            std::vector<int> sequence(random.bounded(40));
            std::iota(sequence.begin(), sequence.end(), 0);
            std::shuffle(sequence.begin(), sequence.end(), random);

            const std::vector<int> kept = staying(sequence);

            QVERIFY(std::is_sorted(kept.begin(), kept.end()));
            QCOMPARE(static_cast<int>(kept.size()), longestLength(sequence));
        }
    }
};

QTEST_GUILESS_MAIN(TestRowOrder)
#include "tst_roworder.moc"
