// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/friends.h"
#include "models/plainrows.h"
#include "models/signalshadow.h"
#include "models/stablerowsproxy.h"
#include "support/testcase.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>

using namespace tusk;
using namespace Qt::StringLiterals;
using models::MemoryTableModel;
using tests::FriendsModel;
using tests::PlainRows;

namespace
{

constexpr auto reporting = QAbstractItemModelTester::FailureReportingMode::QtTest;

// A proxy over plain rows, watched by Qt's tester and by a shadow.
struct Watched {
    explicit Watched(const PlainRows::Rows &rows)
    {
        source.resetTo(rows);
        proxy.setSourceModel(&source);
        tester = std::make_unique<QAbstractItemModelTester>(&proxy, reporting);
        shadow = std::make_unique<tests::SignalShadow>(proxy);
    }

    // True when what the signals said is what the source holds.
    [[nodiscard]] bool agrees() const
    {
        if (!shadow->complaint().isEmpty() || proxy.rowCount() != source.rowCount())
            return false;
        for (int row = 0; row < source.rowCount(); ++row) {
            const PlainRows::Row &real = source.shown().at(row);
            if (shadow->ids().at(row) != real.id || shadow->stamps().at(row) != real.stamp ||
                proxy.index(row, 1).data() != source.index(row, 1).data())
                return false;
        }
        return true;
    }

    PlainRows source;
    models::StableRowsProxy proxy;
    std::unique_ptr<QAbstractItemModelTester> tester;
    std::unique_ptr<tests::SignalShadow> shadow;
};

} // namespace

class TestStableRowsProxy final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldAnnounceNothingWhenNothingChanged()
    {
        Watched w(PlainRows::rows({1, 2, 3}));
        w.source.resetTo(PlainRows::rows({1, 2, 3}));
        QCOMPARE(w.shadow->takeSteps(), QStringList());
        QVERIFY(w.agrees());
    }

    void shouldTurnAResetIntoSingleSteps_data()
    {
        QTest::addColumn<PlainRows::Rows>("before");
        QTest::addColumn<PlainRows::Rows>("after");
        QTest::addColumn<QStringList>("steps");
        const auto rows = &PlainRows::rows;

        QTest::newRow("first rows") << rows({}) << rows({1, 2, 3}) << QStringList{u"insert 0-2"_s};
        QTest::newRow("no rows left") << rows({1, 2, 3}) << rows({}) << QStringList{u"remove 0-2"_s};
        QTest::newRow("other rows") << rows({1, 2}) << rows({3, 4, 5})
                                    << QStringList{u"remove 0-1"_s, u"insert 0-2"_s};
        QTest::newRow("groups") << rows({1, 2, 3, 4, 5, 6}) << rows({2, 7, 8, 5, 9})
                                << QStringList{u"remove 5-5"_s, u"remove 2-3"_s, u"remove 0-0"_s,
                                               u"insert 1-2"_s, u"insert 4-4"_s};
        QTest::newRow("dragged up") << rows({1, 2, 3, 4}) << rows({4, 1, 2, 3})
                                    << QStringList{u"move 3 to 0"_s};
        QTest::newRow("dragged down")
            << rows({1, 2, 3, 4}) << rows({2, 3, 1, 4}) << QStringList{u"move 0 to 2"_s};
        QTest::newRow("swapped") << rows({1, 2, 3, 4}) << rows({1, 3, 2, 4}) << QStringList{u"move 1 to 2"_s};
        QTest::newRow("several dragged up")
            << rows({1, 2, 3, 4, 5}) << rows({4, 5, 1, 2, 3}) << QStringList{u"move 3-4 to 0"_s};
        QTest::newRow("several dragged down")
            << rows({1, 2, 3, 4, 5}) << rows({3, 4, 5, 1, 2}) << QStringList{u"move 0-1 to 3"_s};
        QTest::newRow("dragged from several places")
            << rows({1, 2, 3, 4, 5, 6, 7, 8}) << rows({2, 3, 5, 6, 1, 4, 7, 8})
            << QStringList{u"move 0 to 5"_s, u"move 2 to 5"_s};
        PlainRows::Rows changed = rows({1, 2, 3, 4});
        for (const int row : {0, 1, 3})
            changed[row].stamp = 2;
        QTest::newRow("changed") << rows({1, 2, 3, 4}) << changed
                                 << QStringList{u"change 0-1"_s, u"change 3-3"_s};
    }

    void shouldTurnAResetIntoSingleSteps()
    {
        QFETCH(const PlainRows::Rows, before);
        QFETCH(const PlainRows::Rows, after);
        QFETCH(const QStringList, steps);
        Watched w(before);
        w.source.resetTo(after);
        QCOMPARE(w.shadow->takeSteps(), steps);
        QVERIFY2(w.agrees(), qPrintable(w.shadow->complaint()));
    }

    void shouldTurnResetsOfATableModelIntoSteps()
    {
        // given the real source, where a refresh deletes, inserts and changes
        FriendsModel source;
        models::StableRowsProxy proxy;
        proxy.setSourceModel(&source);
        const QAbstractItemModelTester tester(&proxy, reporting);
        tests::Friends friends = tests::friendsNamed({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s});
        source.show(friends);
        tests::SignalShadow shadow(proxy);

        // when
        friends.removeAt(3);
        friends.removeAt(0);
        friends.prepend({.name = u"n"_s});
        friends[2].name = u"C"_s;
        ++friends[2].stamp;
        source.show(friends);

        // then
        QCOMPARE(shadow.takeSteps(),
                 QStringList({u"remove 3-3"_s, u"remove 0-0"_s, u"insert 0-0"_s, u"change 2-2"_s}));
        QCOMPARE(tests::shownNames(proxy), QStringList({u"n"_s, u"b"_s, u"C"_s, u"e"_s}));
        QCOMPARE(shadow.complaint(), QString());

        // and an edit by a view is one change
        QVERIFY(proxy.setData(proxy.index(3, 0), u"E"_s));
        QCOMPARE(shadow.takeSteps(), QStringList{u"change 3-3"_s});
        QVERIFY(proxy.removeRow(0));
        QCOMPARE(shadow.takeSteps(), QStringList{u"remove 0-0"_s});
    }

    void shouldShowADraftAsOneRowAllAlong()
    {
        FriendsModel source;
        models::StableRowsProxy proxy;
        proxy.setSourceModel(&source);
        const QAbstractItemModelTester tester(&proxy, reporting);
        source.show(QStringList{u"Ada"_s, u"Bob"_s});
        tests::SignalShadow shadow(proxy);

        QVERIFY(proxy.insertRow(0));
        const QPersistentModelIndex draft = proxy.index(0, 0);
        QVERIFY(proxy.setData(draft, u"Cyd"_s));
        QVERIFY(proxy.submit());

        QCOMPARE(draft.row(), 2);
        QCOMPARE(draft.data().toString(), u"Cyd"_s);
        QCOMPARE(shadow.takeSteps(),
                 QStringList({u"insert 0-0"_s, u"change 0-0"_s, u"move 0 to 2"_s, u"change 2-2"_s}));
        QVERIFY(proxy.setData(draft, u"Sid"_s));
        QCOMPARE(tests::shownNames(proxy), QStringList({u"Ada"_s, u"Bob"_s, u"Sid"_s}));
    }

    void shouldUseOneLayoutChangeForMoreThanAThousandMoves()
    {
        PlainRows::Rows rows;
        for (int i = 0; i < 3000; ++i)
            rows.append(PlainRows::row(i));
        Watched w(rows);
        const QPersistentModelIndex gone = w.proxy.index(10, 1);
        const QPersistentModelIndex kept = w.proxy.index(20, 1);
        const QVariant keptValue = kept.data();

        std::reverse(rows.begin(), rows.end());
        rows.removeOne(PlainRows::row(10));
        rows.prepend(PlainRows::row(5000));
        rows[5].stamp = 7;
        w.source.resetTo(rows);

        QCOMPARE(w.shadow->takeSteps(),
                 QStringList({u"insert 3000-3000"_s, u"layout"_s, u"remove 3000-3000"_s, u"change 5-5"_s}));
        QVERIFY2(w.agrees(), qPrintable(w.shadow->complaint()));
        QVERIFY(!gone.isValid());
        QCOMPARE(kept.data(), keptValue);
        QCOMPARE(kept.column(), 1);
    }

    void shouldPassOnWhatTheSourceAnnouncesBySteps()
    {
        Watched w(PlainRows::rows({1, 2, 3, 4}));
        w.source.insert(1, PlainRows::rows({7, 8}));
        QCOMPARE(w.shadow->takeSteps(), QStringList{u"insert 1-2"_s});
        w.source.remove(0, 2);
        QCOMPARE(w.shadow->takeSteps(), QStringList{u"remove 0-1"_s});
        w.source.move(0, 3);
        QCOMPARE(w.shadow->takeSteps(), QStringList{u"move 0 to 3"_s});
        w.source.change(1, 2);
        QCOMPARE(w.shadow->takeSteps(), QStringList{u"change 1-2"_s});
        w.source.reverseLayout();
        QVERIFY2(w.agrees(), qPrintable(w.shadow->complaint()));
        QVERIFY(!w.shadow->takeSteps().contains(u"reset"_s));

        // what was passed on is known: a reset repeats none of it
        w.source.resetTo(w.source.shown());
        QCOMPARE(w.shadow->takeSteps(), QStringList());
    }

    void shouldPassOnTheRolesAndColumnsOfAChange()
    {
        Watched w(PlainRows::rows({1, 2, 3}));
        const QSignalSpy changes(&w.proxy, &QAbstractItemModel::dataChanged);
        QVERIFY(w.proxy.setData(w.proxy.index(1, 1), 9));
        QCOMPARE(changes.count(), 1);
        QCOMPARE(changes.at(0).at(0).toModelIndex(), w.proxy.index(1, 1));
        QCOMPARE(changes.at(0).at(2).value<QList<int>>(), QList<int>{Qt::EditRole});
        QCOMPARE(w.source.shown().at(1).stamp, 9);
    }

    void shouldAnswerNothingForRowsThatAreGone()
    {
        Watched w(PlainRows::rows({1, 2, 3}));
        bool asked = false;
        connect(&w.proxy, &QAbstractItemModel::rowsAboutToBeRemoved, &w.proxy, [&] {
            asked = true;
            const QModelIndex gone = w.proxy.index(1, 0);
            QVERIFY(!gone.data().isValid());
            QCOMPARE(gone.flags(), Qt::NoItemFlags);
            QVERIFY(!w.proxy.mapToSource(gone).isValid());
            QVERIFY(!w.proxy.setData(gone, 5));
            QVERIFY(!w.proxy.hasChildren(gone));
            QVERIFY(!w.proxy.headerData(1, Qt::Vertical).isValid());
            QCOMPARE(w.proxy.index(2, 0).data(), w.source.index(1, 0).data());
            QCOMPARE(w.proxy.mapFromSource(w.source.index(1, 0)), w.proxy.index(2, 0));
        });
        w.source.resetTo(PlainRows::rows({1, 3}));
        QVERIFY(asked);
        QVERIFY(w.agrees());
    }

    void shouldAnswerNothingWhileTheSourceChanges()
    {
        Watched w(PlainRows::rows({1, 2, 3}));
        QVariant during(1);
        // A receiver that the source knows before the proxy would otherwise read another row's values.
        connect(&w.source, &QAbstractItemModel::modelAboutToBeReset, &w.proxy,
                [&] { during = w.proxy.index(0, 0).data(); });
        w.source.resetTo(PlainRows::rows({3, 2, 1}));
        QVERIFY(!during.isValid());
        QVERIFY(w.agrees());
    }

    void shouldResetWhereColumnsChange()
    {
        Watched w(PlainRows::rows({1, 2}));
        w.source.resetTo(PlainRows::rows({2, 1}), 3);
        QCOMPARE(w.shadow->takeSteps(), QStringList{u"reset"_s});
        QCOMPARE(w.proxy.columnCount(), 3);
        w.source.insertColumn();
        QCOMPARE(w.shadow->takeSteps(), QStringList{u"reset"_s});
        QCOMPARE(w.proxy.columnCount(), 4);
        w.source.swapFirstColumns();
        QCOMPARE(w.shadow->takeSteps(), QStringList{u"reset"_s});
        QVERIFY(w.agrees());
    }

    void shouldResetWhereIdsTellNothing()
    {
        Watched w(PlainRows::rows({1, 2}));
        w.source.resetTo(PlainRows::rows({1, 2, 1, 2}));
        QCOMPARE(w.shadow->takeSteps(), QStringList{u"reset"_s});
        w.source.resetTo({{}, PlainRows::row(1)});
        QCOMPARE(w.shadow->takeSteps(), QStringList{u"reset"_s});
        w.source.resetTo(PlainRows::rows({1, 1}));
        w.source.resetTo(PlainRows::rows({2, 1}));
        QVERIFY2(w.agrees(), qPrintable(w.shadow->complaint()));
    }

    void shouldStartOverWhenTheSourceChangesInBetween_data()
    {
        QTest::addColumn<QByteArray>("signal");
        for (const char *signal : {"rowsAboutToBeRemoved", "rowsRemoved", "rowsAboutToBeMoved", "rowsMoved",
                                   "rowsAboutToBeInserted", "rowsInserted", "dataChanged"})
            QTest::newRow(signal) << QByteArray(signal);
    }

    void shouldStartOverWhenTheSourceChangesInBetween()
    {
        QFETCH(const QByteArray, signal);
        using Model = QAbstractItemModel;
        Watched w(PlainRows::rows({1, 2, 3, 4, 5, 6, 7, 8}));
        w.tester.reset(); // it expects that nothing changes while something is announced
        PlainRows::Rows second = PlainRows::rows({9, 1, 12, 2, 6});
        second[3].stamp = 8;
        bool changed = false;
        int answered = 0;
        const auto changeAgain = [&] {
            if (std::exchange(changed, true))
                return;
            w.source.resetTo(second);
            // Views go on asking while they are told of the first change: rows that are left answer, as they
            // are now.
            for (int row = 0; row < w.proxy.rowCount(); ++row) {
                const QModelIndex source = w.proxy.mapToSource(w.proxy.index(row, 0));
                if (source.isValid()) {
                    ++answered;
                    QCOMPARE(w.source.shown().at(source.row()).id, w.shadow->ids().at(row));
                }
            }
        };
        if (signal == "rowsAboutToBeRemoved")
            connect(&w.proxy, &Model::rowsAboutToBeRemoved, &w.proxy, changeAgain);
        else if (signal == "rowsRemoved")
            connect(&w.proxy, &Model::rowsRemoved, &w.proxy, changeAgain);
        else if (signal == "rowsAboutToBeMoved")
            connect(&w.proxy, &Model::rowsAboutToBeMoved, &w.proxy, changeAgain);
        else if (signal == "rowsMoved")
            connect(&w.proxy, &Model::rowsMoved, &w.proxy, changeAgain);
        else if (signal == "rowsAboutToBeInserted")
            connect(&w.proxy, &Model::rowsAboutToBeInserted, &w.proxy, changeAgain);
        else if (signal == "rowsInserted")
            connect(&w.proxy, &Model::rowsInserted, &w.proxy, changeAgain);
        else
            connect(&w.proxy, &Model::dataChanged, &w.proxy, changeAgain);

        PlainRows::Rows first = PlainRows::rows({8, 10, 1, 11, 4, 3, 5});
        first[2].stamp = 5;
        w.source.resetTo(first);

        QVERIFY(changed);
        QCOMPARE_GT(answered, 0);
        QCOMPARE(w.source.shown(), second);
        QVERIFY2(w.agrees(), qPrintable(w.shadow->complaint()));
        QVERIFY(!w.shadow->takeSteps().contains(u"reset"_s));
    }

    void shouldKeepUpWithAChangeOfOneRowInBetween()
    {
        Watched w(PlainRows::rows({1, 2, 3, 4}));
        w.tester.reset();
        connect(
            &w.proxy, &QAbstractItemModel::rowsRemoved, &w.proxy, [&] { w.source.change(1, 2); },
            Qt::SingleShotConnection);
        w.source.resetTo(PlainRows::rows({4, 2, 3}));
        QVERIFY2(w.agrees(), qPrintable(w.shadow->complaint()));
    }

    void shouldMapBothWays()
    {
        Watched w(PlainRows::rows({1, 2, 3}));
        for (int row = 0; row < 3; ++row) {
            const QModelIndex index = w.proxy.index(row, 1);
            QCOMPARE(w.proxy.mapToSource(index), w.source.index(row, 1));
            QCOMPARE(w.proxy.mapFromSource(w.source.index(row, 1)), index);
            QCOMPARE(w.proxy.buddy(index), index);
            QCOMPARE(index.flags(), w.source.index(row, 1).flags());
        }
        const std::unique_ptr<QMimeData> mime(w.proxy.mimeData({w.proxy.index(0, 0)}));
        QVERIFY(mime);
        QVERIFY(!w.proxy.mapToSource({}).isValid());
        QVERIFY(!w.proxy.mapFromSource({}).isValid());
        QVERIFY(!w.proxy.index(3, 0).isValid());
        QCOMPARE(w.proxy.rowCount(w.proxy.index(0, 0)), 0);
    }

    void shouldShowHeadersWithoutRows()
    {
        FriendsModel source;
        models::StableRowsProxy proxy;
        proxy.setSourceModel(&source);
        QCOMPARE(proxy.headerData(0, Qt::Horizontal).toString(), u"Name"_s);
        const QSignalSpy headers(&proxy, &QAbstractItemModel::headerDataChanged);
        source.setHeaderData(1, Qt::Horizontal, u"Born"_s);
        QCOMPARE(headers.count(), 1);
        QCOMPARE(proxy.headerData(1, Qt::Horizontal).toString(), u"Born"_s);
    }

    void shouldFollowAnotherSourceAndItsEnd()
    {
        models::StableRowsProxy proxy;
        const QAbstractItemModelTester tester(&proxy, reporting);
        QCOMPARE(proxy.rowCount(), 0);
        auto first = std::make_unique<PlainRows>();
        first->resetTo(PlainRows::rows({1, 2}));
        auto second = std::make_unique<PlainRows>();
        second->resetTo(PlainRows::rows({3}));

        proxy.setSourceModel(first.get());
        QCOMPARE(proxy.rowCount(), 2);
        proxy.setSourceModel(second.get());
        QCOMPARE(proxy.rowCount(), 1);
        first->resetTo({});
        QCOMPARE(proxy.rowCount(), 1);
        second.reset();
        QCOMPARE(proxy.rowCount(), 0);
        QCOMPARE(proxy.columnCount(), 0);
        QVERIFY(!proxy.sourceModel());
        QVERIFY(!proxy.insertRow(0));
        proxy.setSourceModel(first.get());
        proxy.setSourceModel(nullptr);
        QCOMPARE(proxy.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestStableRowsProxy)
#include "tst_stablerowsproxy.moc"
