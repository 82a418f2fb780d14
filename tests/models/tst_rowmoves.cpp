// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/rowmoves.h"
#include "models/shelf.h"
#include "support/testcase.h"

using namespace tusk;
using namespace Qt::StringLiterals;
using domain::TodoFilter;
using models::MoveStep;
using models::RowMove;
using models::ShownTodos;
using Place = domain::TodoFilter::Place;

namespace
{

const QDateTime now({2026, 11, 20}, {9, 0}, Qt::UTC);

ShownTodos shown(int count, Place place = Place::All)
{
    return {TodoFilter::at(place), tests::shelfOf(count), true, true};
}

QList<domain::TodoId> idsOf(const ShownTodos &todos, const QList<int> &rows)
{
    QList<domain::TodoId> ids;
    for (const int row : rows)
        ids.append(todos.todos.at(row).id);
    return ids;
}

// The numbers of the todos in the order that they have after the action.
QString after(ShownTodos todos, const std::optional<RowMove> &move)
{
    if (!move)
        return u"-"_s;
    const domain::Action action = domain::reorderTodos(move->moved, move->around, now);
    for (const domain::TodoChange &change : action.todos) {
        for (domain::Todo &todo : todos.todos) {
            if (todo.id == change.id())
                todo.position = change.after.position;
        }
    }
    std::sort(todos.todos.begin(), todos.todos.end(),
              [&](const domain::Todo &left, const domain::Todo &right) {
                  return domain::comesBefore(todos.place, left, right, {});
              });
    QString order;
    for (const domain::Todo &todo : std::as_const(todos.todos))
        order += todo.title.last(1);
    return order;
}

} // namespace

class TestRowMoves final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldPutTodosWhereTheyAreDropped_data()
    {
        QTest::addColumn<QList<int>>("rows");
        QTest::addColumn<int>("before");
        QTest::addColumn<QString>("order");

        QTest::addRow("up") << QList<int>{3} << 1 << u"03124"_s;
        QTest::addRow("down") << QList<int>{1} << 4 << u"02314"_s;
        QTest::addRow("to the top") << QList<int>{2} << 0 << u"20134"_s;
        QTest::addRow("to the end") << QList<int>{2} << 5 << u"01342"_s;
        QTest::addRow("several keep their order") << QList<int>{3, 1} << 5 << u"02413"_s;
        QTest::addRow("onto itself") << QList<int>{2} << 2 << u"01234"_s;
        QTest::addRow("below itself") << QList<int>{2} << 3 << u"01234"_s;
    }
    void shouldPutTodosWhereTheyAreDropped()
    {
        QFETCH(QList<int>, rows);
        QFETCH(int, before);
        const ShownTodos todos = shown(5);
        QTEST(after(todos, models::moveBefore(todos, idsOf(todos, rows), before)), "order");
    }

    void shouldMoveTodosByAStep_data()
    {
        QTest::addColumn<QList<int>>("rows");
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("order");

        QTest::addRow("up") << QList<int>{2} << static_cast<int>(MoveStep::Up) << u"02134"_s;
        QTest::addRow("down") << QList<int>{2} << static_cast<int>(MoveStep::Down) << u"01324"_s;
        QTest::addRow("up at the top") << QList<int>{0} << static_cast<int>(MoveStep::Up) << u"01234"_s;
        QTest::addRow("down at the end") << QList<int>{4} << static_cast<int>(MoveStep::Down) << u"01234"_s;
        QTest::addRow("top") << QList<int>{3, 4} << static_cast<int>(MoveStep::Top) << u"34012"_s;
        QTest::addRow("bottom") << QList<int>{0, 2} << static_cast<int>(MoveStep::Bottom) << u"13402"_s;
        QTest::addRow("scattered ones gather")
            << QList<int>{1, 3} << static_cast<int>(MoveStep::Up) << u"13024"_s;
    }
    void shouldMoveTodosByAStep()
    {
        QFETCH(QList<int>, rows);
        QFETCH(int, step);
        const ShownTodos todos = shown(5);
        QTEST(after(todos, models::moveBy(todos, idsOf(todos, rows), static_cast<MoveStep>(step))), "order");
    }

    void shouldStayAmongThoseThatAreDueAtTheSameTime()
    {
        ShownTodos todos = shown(5, Place::Upcoming);
        for (int i = 0; i < 5; ++i)
            todos.todos[i].due = domain::When{QDate(2026, 11, i < 3 ? 21 : 22), {}, {}};
        QCOMPARE(after(todos, models::moveBefore(todos, idsOf(todos, {0}), 3)), u"12034"_s);
        QCOMPARE(after(todos, models::moveBefore(todos, idsOf(todos, {0}), 5)), u"-"_s);
        QCOMPARE(after(todos, models::moveBy(todos, idsOf(todos, {4}), MoveStep::Top)), u"01243"_s);
        QCOMPARE(after(todos, models::moveBefore(todos, idsOf(todos, {2, 3}), 0)), u"-"_s);
    }

    void shouldNotMoveWhereTheOrderIsNotTheUsers()
    {
        for (const Place place : {Place::Completed, Place::Trash, Place::Search}) {
            const ShownTodos todos = shown(3, place);
            QVERIFY(!models::isOrderedByHand(todos.place));
            QCOMPARE(after(todos, models::moveBefore(todos, idsOf(todos, {2}), 0)), u"-"_s);
        }
    }

    void shouldDoNothingForTodosThatAreNotShown()
    {
        const ShownTodos todos = shown(3);
        QVERIFY(!models::moveBefore(todos, {domain::TodoId(QUuid::createUuid())}, 0));
        QVERIFY(!models::moveBy(todos, {}, MoveStep::Up));
    }
};

QTEST_GUILESS_MAIN(TestRowMoves)
#include "tst_rowmoves.moc"
