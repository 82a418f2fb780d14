// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/friends.h"
#include "support/testcase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QSqlTableModel>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::FriendsModel;

namespace
{

constexpr auto reporting = QAbstractItemModelTester::FailureReportingMode::QtTest;

} // namespace

class TestMemoryTableModel final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldHaveColumnsBeforeThereAreRows()
    {
        FriendsModel model;
        const QAbstractItemModelTester tester(&model, reporting);
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.fieldIndex(u"birthday"_s), int(FriendsModel::BirthdayColumn));
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"Name"_s);
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), u"birthday"_s);
        QVERIFY(model.select());
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.canFetchMore({}));
    }

    void shouldShowTheRowsOfASnapshot()
    {
        FriendsModel model;
        const QAbstractItemModelTester tester(&model, reporting);
        const tests::Friends friends = tests::friendsNamed({u"Ada"_s, u"Bob"_s});

        model.show(friends);

        QCOMPARE(tests::shownNames(model), QStringList({u"Ada"_s, u"Bob"_s}));
        const QModelIndex bob = model.index(1, FriendsModel::NameColumn);
        QCOMPARE(bob.data(FriendsModel::RowIdRole).toUuid(), friends.at(1).id);
        QCOMPARE(bob.data(FriendsModel::RowStampRole).toULongLong(), 1);
        QCOMPARE(bob.data(FriendsModel::InitialRole).toString(), u"B"_s);
        QCOMPARE(model.record(1).value(u"name"_s).toString(), u"Bob"_s);
        QVERIFY(!model.data(QModelIndex()).isValid());
    }

    void shouldTakeAllRowsAtOnce()
    {
        FriendsModel model;
        tests::Friends friends;
        for (int i = 0; i < 1000; ++i)
            friends.append({.name = QString::number(i)});
        model.show(friends);
        QCOMPARE(model.rowCount(), 1000);
        QVERIFY(!model.canFetchMore({}));
    }

    void shouldRequestMoreRowsOnlyWhenAViewAsks()
    {
        FriendsModel model;
        model.more = tests::friendsNamed({u"c"_s, u"d"_s});

        // when rows are shown, also none
        model.show(QStringList());
        model.show(QStringList{u"a"_s, u"b"_s});
        QVERIFY(model.select());
        QCOMPARE(model.requests(), 0);
        QCOMPARE(model.rowCount(), 2);

        // when a view asks
        QVERIFY(model.canFetchMore());
        model.fetchMore();
        QCOMPARE(model.requests(), 1);
        QCOMPARE(tests::shownNames(model), QStringList({u"a"_s, u"b"_s, u"c"_s}));
        model.fetchMore();
        QVERIFY(!model.canFetchMore());
        model.fetchMore();
        QCOMPARE(model.requests(), 2);
    }

    void shouldChangeExactlyTheRowsThatDiffer()
    {
        // given
        FriendsModel model;
        const QAbstractItemModelTester tester(&model, reporting);
        tests::Friends friends = tests::friendsNamed({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s});
        model.show(friends);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);

        // when
        for (const int row : {0, 1, 4}) {
            friends[row].name = friends[row].name.toUpper();
            ++friends[row].stamp;
        }
        model.show(friends);

        // then
        QCOMPARE(resets.count(), 0);
        QCOMPARE(changes.count(), 2);
        QCOMPARE(changes.at(0).at(0).toModelIndex(), model.index(0, 0));
        QCOMPARE(changes.at(0).at(1).toModelIndex(), model.index(1, 2));
        QCOMPARE(changes.at(1).at(0).toModelIndex(), model.index(4, 0));
        QCOMPARE(tests::shownNames(model), QStringList({u"A"_s, u"B"_s, u"c"_s, u"d"_s, u"E"_s}));

        QSqlQuery query = model.query();
        QVERIFY(query.seek(1));
        QCOMPARE(query.value(0).toString(), u"B"_s);
    }

    void shouldResetWhenRowsComeGoOrMove()
    {
        FriendsModel model;
        const QAbstractItemModelTester tester(&model, reporting);
        tests::Friends friends = tests::friendsNamed({u"a"_s, u"b"_s, u"c"_s});
        model.show(friends);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

        friends.move(0, 2);
        model.show(friends);
        QCOMPARE(resets.count(), 1);
        friends.removeFirst();
        model.show(friends);
        QCOMPARE(resets.count(), 2);
        QCOMPARE(tests::shownNames(model), QStringList({u"c"_s, u"a"_s}));
        QCOMPARE(model.query().size(), 2);
    }

    void shouldAnswerWithTheOldRowsUntilTheReset()
    {
        FriendsModel model;
        model.show(QStringList{u"old"_s, u"older"_s});
        QStringList during;
        connect(&model, &QAbstractItemModel::modelAboutToBeReset, &model,
                [&] { during = tests::shownNames(model); });

        model.show(QStringList{u"new"_s});

        QCOMPARE(during, QStringList({u"old"_s, u"older"_s}));
        QCOMPARE(tests::shownNames(model), QStringList{u"new"_s});
    }

    void shouldShowNothingForNull()
    {
        FriendsModel model;
        model.show(QStringList{u"Ada"_s});
        const QModelIndex birthday = model.index(0, FriendsModel::BirthdayColumn);
        QVERIFY(!birthday.data(Qt::DisplayRole).isValid());
        QVERIFY(birthday.data(Qt::EditRole).isNull());
        QCOMPARE(birthday.data(Qt::EditRole).metaType(), QMetaType::fromType<QDate>());
    }

    void shouldSurviveSortingAndFiltering()
    {
        FriendsModel model;
        const QAbstractItemModelTester tester(&model, reporting);
        const tests::Friends friends = tests::friendsNamed({u"c"_s, u"a"_s, u"b"_s});
        model.show(friends);

        model.sort(FriendsModel::NameColumn, Qt::DescendingOrder);
        model.setFilter(u"name = 'L''viv'"_s);
        QVERIFY(model.select());
        model.sort(-1, Qt::AscendingOrder);

        // whoever makes the snapshot sorts and filters
        QCOMPARE(tests::shownNames(model), QStringList({u"c"_s, u"a"_s, u"b"_s}));
        QVERIFY(model.setData(model.index(0, 0), u"C"_s));
        QCOMPARE(model.friends().first().name, u"C"_s);
    }

    void shouldKeepItsColumnsAndStrategy()
    {
        FriendsModel model;
        model.show(QStringList{u"Ada"_s});
        QVERIFY(!model.removeColumns(0, 1));
        QVERIFY(!model.insertColumns(0, 1));
        QCOMPARE(model.columnCount(), 3);
        QTest::ignoreMessage(QtWarningMsg, "a table in memory is always edited OnFieldChange");
        model.setEditStrategy(QSqlTableModel::OnManualSubmit);
        QCOMPARE(model.editStrategy(), QSqlTableModel::OnFieldChange);
    }

    void shouldRecoverFromClearing()
    {
        FriendsModel model;
        model.show(QStringList{u"Ada"_s});
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        model.setTable(u"friend"_s);
        QVERIFY(model.select());
        QCOMPARE(tests::shownNames(model), QStringList{u"Ada"_s});
    }

    void shouldShowTheLastOfSnapshotsThatArriveInsideASignal()
    {
        FriendsModel model;
        const QAbstractItemModelTester tester(&model, reporting);
        model.show(QStringList{u"first"_s});
        connect(
            &model, &QAbstractItemModel::modelReset, &model,
            [&model] {
                model.show(QStringList{u"third"_s, u"row"_s});
                model.show(QStringList{u"fourth"_s});
            },
            Qt::SingleShotConnection);

        model.show(QStringList{u"second"_s, u"row"_s, u"row"_s});

        QCOMPARE(tests::shownNames(model), QStringList{u"fourth"_s});
        QCOMPARE(model.rowCount(), 1);
    }

    // infinity, BC, far years and NaN come as text, because no QDate and no number holds them.
    void trap36ShouldShowWhatNoQVariantHoldsAndLeaveItAlone()
    {
        FriendsModel model;
        const QAbstractItemModelTester tester(&model, reporting);
        tests::Friends friends = tests::friendsNamed({u"a"_s, u"b"_s, u"c"_s});
        friends[0].birthday = u"infinity"_s;
        friends[1].birthday = u"12024-02-01"_s;
        friends[2].birthday = u"0044-03-15 BC"_s;
        model.show(friends);

        QCOMPARE(model.index(0, 1).data().toString(), u"infinity"_s);
        QCOMPARE(model.index(1, 1).data().toString(), u"12024-02-01"_s);
        QCOMPARE(model.index(2, 1).data().toString(), u"0044-03-15 BC"_s);
        QVERIFY(model.setData(model.index(0, 0), u"A"_s));
        QCOMPARE(model.lastRequest(), u"name=A"_s);
        QCOMPARE(model.index(0, 1).data().toString(), u"infinity"_s);
        QVERIFY(!model.setData(model.index(0, 1), u"-infinity"_s));
        QCOMPARE(model.requests(), 1);
    }
};

QTEST_GUILESS_MAIN(TestMemoryTableModel)
#include "tst_memorytablemodel.moc"
