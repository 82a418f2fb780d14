// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "domain/position.h"
#include "domain/todobuilder.h"
#include "support/testcase.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace tusk;
using namespace tusk::domain;
using namespace Qt::StringLiterals;
using tests::aTodo;
using tests::numbered;

namespace
{

const QDateTime now({2026, 3, 1}, {9, 30, 15, 123}, Qt::UTC);

QList<Todo> todosAt(const QList<QByteArray> &positions)
{
    QList<Todo> todos;
    for (const QByteArray &position : positions)
        todos.append(aTodo(int(todos.size()) + 1).at(position));
    return todos;
}

// Where all of them are once the action is done, in the order in which they were passed.
QList<QByteArray> positionsAfter(const QList<Todo> &moved, const Action &action)
{
    QList<QByteArray> positions;
    for (const Todo &todo : moved) {
        const auto change = std::ranges::find(action.todos, todo.id, &TodoChange::id);
        positions.append(change != action.todos.end() ? change->after.position : todo.position);
    }
    return positions;
}

bool liesBetween(const QList<QByteArray> &positions, const QByteArray &before, const QByteArray &after)
{
    return std::ranges::adjacent_find(positions, std::ranges::greater_equal()) == positions.end() &&
           std::ranges::all_of(positions, isValidPosition) && before < positions.constFirst() &&
           (after.isEmpty() || positions.constLast() < after);
}

} // namespace

class TestActionReorder final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldMoveOneRowBetweenTwo()
    {
        const Action action = reorderTodos({aTodo(1).at("9")}, "3", "5", now);
        QVERIFY(action.kind == ActionKind::Reorder);
        QCOMPARE(action.label, u"Move “Todo 1”"_s);
        QCOMPARE(action.todos.size(), 1);
        QCOMPARE(action.todos.first().after.position, "4");
        QCOMPARE(action.todos.first().fields, TodoFields(TodoField::Position));
    }

    void shouldPlaceSeveralInTheOrderPassed()
    {
        const QList<Todo> moved = todosAt({"9", "8", "7"});
        const Action action = reorderTodos(moved, "1", "5", now);
        QCOMPARE(positionsAfter(moved, action), (QList<QByteArray>{"2", "3", "4"}));
        QCOMPARE(action.label, u"Move 3 todos"_s);
    }

    void shouldWriteNothingWhereTheOrderIsRightAlready()
    {
        QVERIFY(isEmpty(reorderTodos(todosAt({"3", "4", "7"}), "1", "9", now)));
        QVERIFY(isEmpty(reorderTodos(todosAt({"3"}), {}, {}, now)));
        QVERIFY(isEmpty(reorderTodos({}, "1", "9", now)));
    }

    void shouldWriteOnlyTheRowsThatReallyMove()
    {
        // The one that was dragged to the front of ten.
        const QList<Todo> moved = todosAt({"M", "B", "D", "F", "H", "J", "L", "N", "P", "R"});
        const Action action = reorderTodos(moved, "1", "z", now);
        QCOMPARE(action.todos.size(), 1);
        QVERIFY(action.todos.first().id() == numbered<TodoId>(1));
        QVERIFY(liesBetween(positionsAfter(moved, action), "1", "z"));
    }

    void shouldAppendByTheClockAtTheEnd()
    {
        const QByteArray last = positionAtEnd(now.addDays(-1));
        const QList<Todo> moved = todosAt({"1", "2"});
        const Action action = reorderTodos(moved, last, {}, now);
        const QList<QByteArray> positions = positionsAfter(moved, action);
        QCOMPARE(positions.first(), positionAtEnd(now));
        QVERIFY(liesBetween(positions, last, {}));
        // A row that is new a second later comes after them.
        QVERIFY(positions.last() < positionAtEnd(now.addSecs(1)));
    }

    void shouldStayBehindALastRowThatIsAheadOfTheClock()
    {
        const QList<Todo> moved = todosAt({"1", "2"});
        const Action action = reorderTodos(moved, "y", {}, now);
        QVERIFY(liesBetween(positionsAfter(moved, action), "y", {}));
    }

    void shouldPlaceJustAboveTheFirstOfTwoEqualNeighbours()
    {
        const QList<Todo> moved = todosAt({"1", "2"});
        const Action action = reorderTodos(moved, "5", "5", now);
        QCOMPARE(action.todos.size(), 2);
        QVERIFY(liesBetween(positionsAfter(moved, action), "5", "5V"));
    }

    void shouldPutRowsApartThatHadTheSamePosition()
    {
        const QList<Todo> moved = todosAt({"5", "5", "5"});
        const Action action = reorderTodos(moved, "4", "6", now);
        QCOMPARE(action.todos.size(), 2);
        QVERIFY(liesBetween(positionsAfter(moved, action), "4", "6"));
    }

    void shouldReplacePositionsThatAreNone()
    {
        const QList<Todo> moved = todosAt({"", "50", "5-"});
        const Action action = reorderTodos(moved, "4", "6", now);
        QCOMPARE(action.todos.size(), 3);
        QVERIFY(liesBetween(positionsAfter(moved, action), "4", "6"));
    }

    void shouldWriteTheFewestRowsForEveryPermutation()
    {
        QList<QByteArray> positions{"2", "3", "4", "5", "6", "7"};
        do {
            const QList<Todo> moved = todosAt(positions);
            const Action action = reorderTodos(moved, "1", "8", now);
            QVERIFY(liesBetween(positionsAfter(moved, action), "1", "8"));
            QCOMPARE(action.todos.size(), positions.size() - longestRun(positions));
        } while (std::ranges::next_permutation(positions).found);
    }

    void shouldKeepPositionsShortAfterThousandsOfDropsAtOneSpot()
    {
        // Always the last of a list of 40, dropped just below the first.
        QList<Todo> rows;
        for (const QByteArray &position : positionsBetween("1", "z", 40))
            rows.append(aTodo(int(rows.size()) + 1).at(position));
        qsizetype longest = 0;
        int spreads = 0;
        for (int round = 0; round < 3000; ++round) {
            const Todo dropped = rows.takeLast();
            const QList<Todo> below = rows.sliced(1);

            const Action action = reorderTodos({dropped}, RowsAround{rows.first(1), below, true, true}, now);

            rows.insert(1, dropped);
            const QList<QByteArray> positions = positionsAfter(rows, action);
            for (qsizetype i = 0; i < rows.size(); ++i) {
                rows[i].position = positions.at(i);
                longest = std::max(longest, positions.at(i).size());
            }
            spreads += action.todos.size() > 1 ? 1 : 0;
            QVERIFY(std::ranges::is_sorted(rows, {}, &Todo::position));
            QVERIFY(liesBetween(positions, {}, {}));
        }
        QVERIFY2(longest <= 60, qPrintable(QString::number(longest)));
        QVERIFY2(spreads < 30, qPrintable(QString::number(spreads))); // of 3,000: one row each, but for these
    }

    void shouldNeverSpreadBeyondTheRowsThatAreKnown()
    {
        const QByteArray near = "5" + QByteArray(80, 'V');
        const QList<Todo> around = todosAt({near, near + 'V', "6"});
        const Todo dropped = aTodo(9).at("9");

        const Action action =
            reorderTodos({dropped}, RowsAround{around.first(1), around.sliced(1), false, false}, now);

        // The only row above keeps its place, as does the outermost below.
        QVERIFY(liesBetween(positionsAfter({dropped, around.at(1)}, action), near, "6"));
        QCOMPARE(action.todos.size(), 2);
    }

    void shouldKeepTheOrderOfManyRandomMoves()
    {
        // A list of 60 in which blocks are dragged about, as a user does: model and positions agree
        // throughout.
        QRandomGenerator random(41);
        QList<Todo> rows;
        for (const QByteArray &position : positionsBetween({}, {}, 60))
            rows.append(aTodo(int(rows.size()) + 1).at(position));
        for (int round = 0; round < 500; ++round) {
            const qsizetype from = random.bounded(rows.size());
            const qsizetype count = 1 + random.bounded(std::min<qsizetype>(5, rows.size() - from));
            const QList<Todo> block = rows.sliced(from, count);
            rows.remove(from, count);
            const qsizetype to = random.bounded(rows.size() + 1);
            const QByteArray before = to > 0 ? rows.at(to - 1).position : QByteArray();
            const QByteArray after = to < rows.size() ? rows.at(to).position : QByteArray();

            const QList<QByteArray> positions =
                positionsAfter(block, reorderTodos(block, before, after, now));

            for (qsizetype i = 0; i < count; ++i) {
                Todo todo = block.at(i);
                todo.position = positions.at(i);
                rows.insert(to + i, todo);
            }
            QVERIFY(std::ranges::adjacent_find(rows, std::ranges::greater_equal(), &Todo::position) ==
                    rows.end());
        }
        QCOMPARE_LE(
            std::ranges::max(rows, {}, [](const Todo &todo) { return todo.position.size(); }).position.size(),
            20);
    }

private:
    // By trying every choice: what the quick way is measured by.
    static qsizetype longestRun(const QList<QByteArray> &positions)
    {
        qsizetype longest = 0;
        for (uint choice = 0; choice < (1U << positions.size()); ++choice) {
            QList<QByteArray> chosen;
            for (qsizetype i = 0; i < positions.size(); ++i) {
                if ((choice & (1U << i)) != 0)
                    chosen.append(positions.at(i));
            }
            if (std::ranges::is_sorted(chosen))
                longest = std::max(longest, chosen.size());
        }
        return longest;
    }
};

QTEST_GUILESS_MAIN(TestActionReorder)
#include "tst_actionreorder.moc"
