// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/memorytablemodel.h"
#include "models/plainrows.h"
#include "models/roworder.h"
#include "models/signalshadow.h"
#include "models/stablerowsproxy.h"
#include "support/testcase.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::PlainRows;

namespace
{

// Some of what was there, some new rows, some changed; in the old order, a little mixed, or shuffled.
PlainRows::Rows successor(PlainRows::Rows rows, QRandomGenerator &random)
{
    static int nextNumber = 0;
    const int gone = random.bounded(101);
    rows.removeIf([&](const PlainRows::Row &) { return random.bounded(100) < gone; });
    for (PlainRows::Row &row : rows)
        row.stamp += random.bounded(10) == 0;
    switch (random.bounded(3)) {
    case 0:
        break;
    case 1:
        for (int i = 0; i < 3 && rows.size() > 1; ++i)
            rows.move(random.bounded(rows.size()), random.bounded(rows.size()));
        break;
    default:
        std::shuffle(rows.begin(), rows.end(), random);
    }
    const int most = random.bounded(201) * random.bounded(101) / 100; // more short lists than long ones
    const int added = random.bounded(qMax(0, most - static_cast<int>(rows.size())) + 1);
    for (int i = 0; i < added; ++i)
        rows.insert(random.bounded(rows.size() + 1), PlainRows::row(nextNumber++));
    return rows;
}

// The rows that stay, in the old order, as positions in the new one: what has to move is what is left over by
// a longest increasing subsequence.
int leastMoves(const PlainRows::Rows &before, const PlainRows::Rows &after)
{
    std::vector<int> places;
    for (const PlainRows::Row &row : before) {
        const auto found = std::find_if(after.begin(), after.end(),
                                        [&](const PlainRows::Row &other) { return other.id == row.id; });
        if (found != after.end())
            places.push_back(static_cast<int>(found - after.begin()));
    }
    const std::vector<bool> stays = models::longestIncreasing(places);
    return static_cast<int>(std::count(stays.begin(), stays.end(), false));
}

// How many rows the steps move: those beside each other go in one.
qsizetype movedRows(const QStringList &steps)
{
    static const QRegularExpression one(u"^move \\d+ "_s);
    static const QRegularExpression several(u"^move (\\d+)-(\\d+) "_s);
    qsizetype rows = steps.filter(one).size();
    for (const QString &step : steps.filter(several)) {
        const QRegularExpressionMatch match = several.match(step);
        rows += match.captured(2).toInt() - match.captured(1).toInt() + 1;
    }
    return rows;
}

struct Kept {
    QPersistentModelIndex index;
    QUuid id;
};

} // namespace

class TestStableRowsOrders final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldLeadFromAnyOrderToAnyOther()
    {
        QRandomGenerator random(20240229);
        PlainRows source;
        models::StableRowsProxy proxy;
        proxy.setSourceModel(&source);
        const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tests::SignalShadow shadow(proxy);
        PlainRows::Rows rows;
        for (int round = 0; round < 2000; ++round) {
            // given
            const QList<Kept> kept = keepSome(proxy, random);
            const PlainRows::Rows before = rows;

            // when
            rows = successor(rows, random);
            source.resetTo(rows);

            // then
            QVERIFY2(shadow.complaint().isEmpty(), qPrintable(shadow.complaint()));
            QCOMPARE(proxy.rowCount(), rows.size());
            for (int row = 0; row < rows.size(); ++row) {
                QCOMPARE(shadow.ids().at(row), rows.at(row).id);
                QCOMPARE(shadow.stamps().at(row), rows.at(row).stamp);
                QCOMPARE(proxy.index(row, 1).data(), source.index(row, 1).data());
            }
            QVERIFY(followTheirIds(kept, rows));
            const QStringList steps = shadow.takeSteps();
            QVERIFY(!steps.contains(u"reset"_s) && !steps.contains(u"layout"_s));
            QCOMPARE(movedRows(steps), leastMoves(before, rows));
        }
    }

private:
    static QList<Kept> keepSome(const QAbstractItemModel &model, QRandomGenerator &random)
    {
        QList<Kept> kept;
        for (int i = 0; i < 20 && model.rowCount() > 0; ++i) {
            const QModelIndex index = model.index(random.bounded(model.rowCount()), random.bounded(2));
            kept.append({index, index.data(models::MemoryTableModel::RowIdRole).toUuid()});
        }
        return kept;
    }

    static bool followTheirIds(const QList<Kept> &kept, const PlainRows::Rows &rows)
    {
        return std::all_of(kept.begin(), kept.end(), [&](const Kept &one) {
            if (one.index.isValid())
                return rows.at(one.index.row()).id == one.id;
            return std::none_of(rows.begin(), rows.end(),
                                [&](const PlainRows::Row &row) { return row.id == one.id; });
        });
    }
};

QTEST_GUILESS_MAIN(TestStableRowsOrders)
#include "tst_stablerowsorders.moc"
