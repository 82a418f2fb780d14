// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/groupedtodosmodel.h"
#include "models/shelf.h"
#include "models/signalshadow.h"
#include "models/sourcetablemodel.h"
#include "models/stablerowsproxy.h"
#include "support/testcase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSqlTableModel>

#include <optional>

using namespace tusk;
using namespace Qt::StringLiterals;
using models::GroupedTodosModel;
using models::Grouping;
using models::TodoTableModel;

namespace
{

const QDate friday(2026, 11, 20);

QList<domain::Todo> dueOn(const QList<QDate> &days)
{
    QList<domain::Todo> todos = tests::shelfOf(static_cast<int>(days.size()));
    for (qsizetype i = 0; i < todos.size(); ++i)
        todos[i].due = domain::When{days.at(i), {}, {}};
    return todos;
}

// Headers in brackets with their counts, a "+" before those that are folded.
QStringList rowsOf(const QAbstractItemModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, TodoTableModel::Title);
        const QString folded = index.data(GroupedTodosModel::FoldedRole).toBool() ? u"+"_s : QString();
        if (index.data(GroupedTodosModel::HeaderRole).toBool())
            rows += folded + u"[%1 %2]"_s.arg(index.data().toString(),
                                              index.data(GroupedTodosModel::GroupCountRole).toString());
        else
            rows += index.data().toString();
    }
    return rows;
}

} // namespace

// Headers above the todos of a place, as the view behind the stable rows sees them.
class TestGroupedTodosModel final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        m_stable.reset();
        m_grouped.reset();
        m_shelf.reset();
    }

    void shouldPartTodayIntoOverdueAndToday()
    {
        open(Grouping::OverdueOrToday);
        m_shelf->show(dueOn({friday.addDays(-9), friday.addDays(-1), friday}));
        QCOMPARE(rowsOf(*m_stable), QStringList({u"[Overdue 2]"_s, u"todo 0"_s, u"todo 1"_s,
                                                 u"[Today · Friday 20 November 1]"_s, u"todo 2"_s}));
    }

    void shouldHaveNoHeaderForAGroupWithoutTodos()
    {
        open(Grouping::OverdueOrToday);
        m_shelf->show(dueOn({friday}));
        QCOMPARE(rowsOf(*m_stable), QStringList({u"[Today · Friday 20 November 1]"_s, u"todo 0"_s}));
        m_shelf->show({});
        QCOMPARE(rowsOf(*m_stable), QStringList());
    }

    void shouldPartUpcomingByDay()
    {
        open(Grouping::DueDay);
        m_shelf->show(dueOn({friday.addDays(1), friday.addDays(2), friday.addDays(2), QDate(2027, 1, 3)}));
        QCOMPARE(rowsOf(*m_stable), QStringList({u"[Tomorrow · Saturday 21 November 1]"_s, u"todo 0"_s,
                                                 u"[Sunday 22 November 2]"_s, u"todo 1"_s, u"todo 2"_s,
                                                 u"[Sunday 3 January 2027 1]"_s, u"todo 3"_s}));
    }

    void shouldPartCompletedByTheDayOfTheDesktop()
    {
        qputenv("TZ", "Pacific/Kiritimati"); // 14 hours ahead
        tzset();
        open(Grouping::CompletionDay);
        QList<domain::Todo> todos = tests::shelfOf(3);
        todos[0].completedAt = QDateTime(friday, QTime(9, 0), Qt::UTC);
        todos[1].completedAt = QDateTime(friday.addDays(-1), QTime(11, 0), Qt::UTC); // 1 h of the next day
        todos[2].completedAt = QDateTime(friday.addDays(-1), QTime(9, 0), Qt::UTC);
        m_shelf->show(todos);
        QCOMPARE(rowsOf(*m_stable),
                 QStringList({u"[Today · Friday 20 November 2]"_s, u"todo 0"_s, u"todo 1"_s,
                              u"[Yesterday · Thursday 19 November 1]"_s, u"todo 2"_s}));
        qputenv("TZ", "UTC");
        tzset();
    }

    void shouldLeaveOtherPlacesAsTheyAre()
    {
        open(Grouping::None);
        m_shelf->show(dueOn({friday, friday.addDays(1)}));
        QCOMPARE(rowsOf(*m_stable), QStringList({u"todo 0"_s, u"todo 1"_s}));
    }

    void shouldTakeTheTodosAwayWhenFoldedAndBringThemBack()
    {
        open(Grouping::OverdueOrToday);
        m_shelf->show(dueOn({friday.addDays(-1), friday.addDays(-1), friday}));
        tests::SignalShadow shadow(*m_stable);

        QVERIFY(m_stable->setData(m_stable->index(0, 0), true, GroupedTodosModel::FoldedRole));
        QCOMPARE(rowsOf(*m_stable),
                 QStringList({u"+[Overdue 2]"_s, u"[Today · Friday 20 November 1]"_s, u"todo 2"_s}));
        QCOMPARE(shadow.takeSteps(), QStringList({u"remove 1-2"_s, u"change 0-0"_s}));

        QVERIFY(m_stable->setData(m_stable->index(0, 0), false, GroupedTodosModel::FoldedRole));
        QCOMPARE(m_stable->rowCount(), 5);
        QCOMPARE(shadow.takeSteps(), QStringList({u"insert 1-2"_s, u"change 0-0"_s}));
        QCOMPARE(shadow.complaint(), QString());
    }

    void shouldUnfoldTheGroupOfATodoThatIsLookedFor()
    {
        open(Grouping::OverdueOrToday);
        const QList<domain::Todo> todos = dueOn({friday.addDays(-1), friday});
        m_shelf->show(todos);
        QVERIFY(m_stable->setData(m_stable->index(0, 0), true, GroupedTodosModel::FoldedRole));

        QVERIFY(!m_grouped->reveal(todos[1].id.uuid())); // is seen
        QVERIFY(!m_grouped->reveal(QUuid::createUuid()));
        QVERIFY(m_grouped->reveal(todos[0].id.uuid()));

        QCOMPARE(rowsOf(*m_stable), QStringList({u"[Overdue 1]"_s, u"todo 0"_s,
                                                 u"[Today · Friday 20 November 1]"_s, u"todo 1"_s}));
        QCOMPARE(m_grouped->foldedGroups(), QStringList());
    }

    void shouldTellWhatIsOverdueByTheTimeOfDayToo()
    {
        open(Grouping::OverdueOrToday);
        QList<domain::Todo> todos = dueOn({friday, friday, friday});
        todos[0].due->time = QTime(9, 0);
        todos[0].due->zone = "UTC";
        m_now = QDateTime(friday, {8, 59}, Qt::UTC);
        m_shelf->show(todos);
        QCOMPARE(m_stable->rowCount(), 4);
        m_now = QDateTime(friday, {9, 1}, Qt::UTC);
        m_grouped->regroup();
        QCOMPARE(m_stable->rowCount(), 5);
        QCOMPARE(m_stable->index(0, TodoTableModel::Title).data(GroupedTodosModel::GroupCountRole).toInt(),
                 1);
        QVERIFY(m_stable->index(2, TodoTableModel::Title).data(GroupedTodosModel::HeaderRole).toBool());
    }

    // Whose days begin at four has the night still before him.
    void shouldCountTheNightAsTodayUntilTheDayBegins()
    {
        open(Grouping::DueDay);
        m_startOfDay = 4;
        m_now = QDateTime(friday.addDays(1), {1, 0}, Qt::UTC); // still Friday
        QList<domain::Todo> todos = dueOn({friday, friday.addDays(1), friday.addDays(1)});
        todos[1].due->time = QTime(2, 0);
        todos[1].due->zone = "UTC";
        m_shelf->show(todos);
        const QStringList tonight{u"[Today · Friday 20 November 2]"_s, u"todo 0"_s, u"todo 1"_s,
                                  u"[Tomorrow · Saturday 21 November 1]"_s, u"todo 2"_s};
        QCOMPARE(rowsOf(*m_stable), tonight);
        m_now = QDateTime(friday.addDays(1), {3, 0}, Qt::UTC); // overdue, where it was
        m_grouped->regroup();
        QCOMPARE(rowsOf(*m_stable), tonight);
    }

    void shouldRememberForEachPlaceWhatIsFolded()
    {
        open(Grouping::OverdueOrToday);
        m_place = u"today"_s;
        m_shelf->show(dueOn({friday.addDays(-1), friday}));
        QVERIFY(m_stable->setData(m_stable->index(0, TodoTableModel::Title), true,
                                  GroupedTodosModel::FoldedRole));
        QCOMPARE(m_grouped->foldedGroups(), QStringList{u"today/overdue"_s});
        QCOMPARE(m_stable->rowCount(), 3);
        m_place = u"list:1"_s;
        m_grouped->regroup();
        QCOMPARE(m_stable->rowCount(), 4);
        m_place = u"today"_s;
        m_grouped->regroup();
        QCOMPARE(m_stable->rowCount(), 3);
    }

    void shouldRememberWhatIsFoldedWhileTheGroupIsAway()
    {
        open(Grouping::OverdueOrToday);
        const QList<domain::Todo> todos = dueOn({friday.addDays(-1), friday});
        m_grouped->setFoldedGroups({u"overdue"_s});
        m_shelf->show(todos);
        QCOMPARE(m_stable->rowCount(), 3);
        m_shelf->show({});
        m_shelf->show(todos);
        QCOMPARE(m_stable->rowCount(), 3);
        QCOMPARE(m_grouped->foldedGroups(), QStringList{u"overdue"_s});
    }

    void shouldChangeSingleRowsOnly()
    {
        open(Grouping::OverdueOrToday);
        QList<domain::Todo> todos = dueOn({friday.addDays(-1), friday, friday});
        m_shelf->show(todos);
        tests::SignalShadow shadow(*m_stable);

        todos[1].title = u"other"_s;
        ++todos[1].version;
        m_shelf->show(todos);
        QCOMPARE(shadow.takeSteps(), QStringList{u"change 3-3"_s});

        todos.removeFirst();
        m_shelf->show(todos);
        QCOMPARE(shadow.takeSteps(), QStringList{u"remove 0-1"_s});
        QCOMPARE(shadow.complaint(), QString());
    }

    void shouldMoveATodoToItsNewGroupThoughTheOrderIsTheSame()
    {
        open(Grouping::OverdueOrToday);
        QList<domain::Todo> todos = dueOn({friday.addDays(-2), friday.addDays(-1), friday});
        m_shelf->show(todos);
        tests::SignalShadow shadow(*m_stable);
        todos[1].due->date = friday;
        ++todos[1].version;
        m_shelf->show(todos);
        QCOMPARE(rowsOf(*m_stable),
                 QStringList({u"[Overdue 1]"_s, u"todo 0"_s, u"[Today · Friday 20 November 2]"_s, u"todo 1"_s,
                              u"todo 2"_s}));
        QCOMPARE(shadow.complaint(), QString());
    }

    void shouldGroupAnewWhenTheDayChanges()
    {
        open(Grouping::OverdueOrToday);
        m_shelf->show(dueOn({friday}));
        m_today = friday.addDays(1);
        m_grouped->regroup();
        QCOMPARE(rowsOf(*m_stable), QStringList({u"[Overdue 1]"_s, u"todo 0"_s}));
    }

    void shouldNotLetHeadersBeSelectedOrEdited()
    {
        open(Grouping::OverdueOrToday);
        m_shelf->show(dueOn({friday}));
        const QModelIndex header = m_stable->index(0, TodoTableModel::Title);
        QCOMPARE(header.flags(), Qt::ItemIsEnabled | Qt::ItemNeverHasChildren);
        QVERIFY(!m_stable->setData(header, u"other"_s));
        QVERIFY(m_stable->index(1, TodoTableModel::Title).flags().testFlag(Qt::ItemIsEditable));
    }

    void shouldEditTheTodoBehindTheRow()
    {
        open(Grouping::OverdueOrToday);
        m_shelf->show(dueOn({friday.addDays(-1), friday}));
        QVERIFY(m_stable->setData(m_stable->index(3, TodoTableModel::Title), u"other"_s));
        QCOMPARE(m_shelf->todos().at(1).title, u"other"_s);
    }

    void shouldNotClaimToHaveCountedWhatHasNotBeenRead()
    {
        open(Grouping::OverdueOrToday);
        m_lacksAfter = true;
        m_shelf->show(dueOn({friday.addDays(-1), friday.addDays(-1), friday}));
        const auto spoken = [this](int row) {
            return m_stable->index(row, TodoTableModel::Title).data(Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(spoken(0), u"Overdue, 2 todo(s)"_s); // others would stand before those of today
        QVERIFY(spoken(3).endsWith(u", more than 1 todo(s)"_s));
        m_lacksAfter = false;
        m_shelf->show(dueOn({friday.addDays(-1), friday.addDays(-1), friday, friday}));
        QVERIFY(spoken(3).endsWith(u", 2 todo(s)"_s));
    }

    void shouldCountWhatIsOverdueThoughItHasNotBeenRead()
    {
        open(Grouping::OverdueOrToday);
        m_lacksAfter = true;
        m_overdue = 700;
        m_shelf->show(dueOn({friday.addDays(-1), friday.addDays(-1)}));
        const auto spoken = [this] {
            return m_stable->index(0, TodoTableModel::Title).data(Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(spoken(), u"Overdue, 700 todo(s)"_s);
        tests::SignalShadow shadow(*m_stable);
        m_overdue = 699;
        m_grouped->recount();
        QCOMPARE(spoken(), u"Overdue, 699 todo(s)"_s);
        QCOMPARE(shadow.takeSteps(), QStringList{u"change 0-0"_s});
        m_overdue = 0; // nobody has counted
        m_grouped->recount();
        QCOMPARE(spoken(), u"Overdue, more than 2 todo(s)"_s);
        m_lacksAfter = false;
        m_overdue = 2;
        m_shelf->show(dueOn({friday.addDays(-1), friday.addDays(-1), friday}));
        QCOMPARE(spoken(), u"Overdue, 2 todo(s)"_s);
    }

    void shouldPassOnTheWishForMoreRows()
    {
        open(Grouping::DueDay);
        QList<domain::Todo> todos = dueOn({friday.addDays(1), friday.addDays(1), friday.addDays(1)});
        m_shelf->more = {todos.takeLast()};
        m_shelf->show(todos);
        QVERIFY(m_stable->canFetchMore({}));
        m_stable->fetchMore({});
        QCOMPARE(m_stable->rowCount(), 4);
        QVERIFY(!m_stable->canFetchMore({}));
    }

    void shouldBeFollowedToTheTableModel()
    {
        open(Grouping::DueDay);
        QCOMPARE(models::sourceTableModel(m_stable.get()), static_cast<QSqlTableModel *>(m_shelf.get()));
    }

private:
    void open(Grouping grouping)
    {
        m_today = friday;
        m_now = {};
        m_startOfDay = 0;
        m_place.clear();
        m_lacksAfter = false;
        m_overdue = 0;
        m_shelf = std::make_unique<tests::Shelf>();
        m_grouped = std::make_unique<GroupedTodosModel>([this, grouping] {
            const QDateTime now = m_now.isValid() ? m_now : QDateTime(m_today, {0, 0}, Qt::UTC);
            return GroupedTodosModel::Occasion{grouping, {now, m_startOfDay}, m_place,
                                               false,    m_lacksAfter,        m_overdue};
        });
        m_grouped->setSourceModel(m_shelf.get());
        m_stable = std::make_unique<models::StableRowsProxy>();
        m_stable->setSourceModel(m_grouped.get());
        const auto mode = QAbstractItemModelTester::FailureReportingMode::QtTest;
        new QAbstractItemModelTester(m_grouped.get(), mode, m_grouped.get());
        new QAbstractItemModelTester(m_stable.get(), mode, m_stable.get());
    }

    QDate m_today;
    QDateTime m_now;
    qint64 m_overdue = 0;
    int m_startOfDay = 0;
    QString m_place;
    bool m_lacksAfter = false;
    std::unique_ptr<tests::Shelf> m_shelf;
    std::unique_ptr<GroupedTodosModel> m_grouped;
    std::unique_ptr<models::StableRowsProxy> m_stable;
};

QTEST_GUILESS_MAIN(TestGroupedTodosModel)
#include "tst_groupedtodosmodel.moc"
