// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/featuretest.h"

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;

// The order of a place, which each keeps for itself.
class TestOrdersFeature final : public FeatureTest
{
    Q_OBJECT

    void choosesOrder(const QString &order) { user().choosesFrom(u"Sort"_s, {order}); }

    void fill() override
    {
        execute(u"INSERT INTO tusk.todo (title, position, priority, due_date, created_at) VALUES "
                "('pear', 'A', 1, NULL, '2026-11-02 10:00+00'), "
                "('Éclair', 'B', 0, '2026-11-25', '2026-11-03 10:00+00'), "
                "('apple', 'C', 3, '2026-11-20', '2026-11-01 10:00+00')"_s);
    }

private Q_SLOTS:
    void iSortMyTodosAndEachOrderIsWhatItSays_data()
    {
        QTest::addColumn<QString>("order");
        QTest::addColumn<QStringList>("titles");
        QTest::addRow("title") << u"Title"_s << QStringList{u"apple"_s, u"Éclair"_s, u"pear"_s};
        QTest::addRow("due date") << u"Due date"_s << QStringList{u"apple"_s, u"Éclair"_s, u"pear"_s};
        QTest::addRow("priority") << u"Priority"_s << QStringList{u"apple"_s, u"pear"_s, u"Éclair"_s};
        QTest::addRow("date added") << u"Date added"_s << QStringList{u"Éclair"_s, u"pear"_s, u"apple"_s};
    }
    void iSortMyTodosAndEachOrderIsWhatItSays()
    {
        QFETCH(const QString, order);
        QFETCH(const QStringList, titles);
        const QStringList byHand{u"pear"_s, u"Éclair"_s, u"apple"_s};
        QTRY_COMPARE(user().titles(), byHand);
        choosesOrder(order);
        QTRY_COMPARE(user().titles(), titles);
        choosesOrder(u"By hand"_s);
        QTRY_COMPARE(user().titles(), byHand);
    }

    void iTurnTheOrderRound()
    {
        choosesOrder(u"Title"_s);
        QTRY_COMPARE(user().titles().first(), u"apple"_s);
        choosesOrder(u"Z to A"_s);
        QTRY_COMPARE(user().titles(), (QStringList{u"pear"_s, u"Éclair"_s, u"apple"_s}));
    }

    void iFindEachPlaceInTheOrderInWhichILeftIt()
    {
        choosesOrder(u"Title"_s);
        QTRY_COMPARE(user().titles().first(), u"apple"_s);
        user().goesTo(u"All"_s);
        QTRY_COMPARE(user().titles().first(), u"pear"_s);
        user().quitsTusk();
        user().startsTusk();
        user().goesTo(u"Inbox"_s);
        QTRY_COMPARE(user().titles().first(), u"apple"_s);
    }

    void iCannotMoveTodosByHandInAnotherOrderAndAmToldWhy()
    {
        choosesOrder(u"Title"_s);
        QTRY_COMPARE(user().titles().first(), u"apple"_s);
        user().clicksTodo(u"pear"_s);
        user().presses(u"Alt+Up"_s);
        QTRY_COMPARE(user().message(), u"Sorted by title, todos cannot be moved by hand."_s);
        QCOMPARE(user().titles().last(), u"pear"_s);
        user().clicks(u"Sort by hand"_s);
        QTRY_COMPARE(user().titles().first(), u"pear"_s);
    }

    void iSeeWhatIAddAndCanStillTypeInItsTitle()
    {
        choosesOrder(u"Title"_s);
        QTRY_COMPARE(user().titles().first(), u"apple"_s);
        user().adds({u"banana"_s});
        QTRY_COMPARE(user().titles(), (QStringList{u"apple"_s, u"banana"_s, u"Éclair"_s, u"pear"_s}));
        QCOMPARE(user().selected(), QStringList{u"banana"_s});
    }
};

QTEST_MAIN(TestOrdersFeature)
#include "tst_ordersfeature.moc"
