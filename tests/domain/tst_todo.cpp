// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/randomvalues.h"
#include "domain/todo.h"
#include "domain/todobuilder.h"
#include "support/testcase.h"

#include <functional>

using namespace tusk;
using namespace tusk::domain;
using tests::aTodo;
using tests::numbered;

class TestTodo final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldOrderDatesByDayThenTimeThenWithoutTime()
    {
        const When ascending[] = {
            {{2026, 2, 28}, {}, {}},
            {{2026, 3, 1}, QTime(0, 0), "Europe/Berlin"},
            {{2026, 3, 1}, QTime(23, 59), "Europe/Berlin"},
            {{2026, 3, 1}, {}, {}},
            {{2026, 3, 2}, QTime(8, 0), "Europe/Berlin"},
        };
        for (size_t left = 0; left < std::size(ascending); ++left) {
            for (size_t right = 0; right < std::size(ascending); ++right) {
                QCOMPARE(ascending[left] < ascending[right], left < right);
                QCOMPARE(ascending[left] > ascending[right], left > right);
            }
        }
    }

    void shouldCompareEqualTimesInTwoZonesAsEquivalentButNotEqual()
    {
        const When berlin{{2026, 3, 1}, QTime(9, 0), "Europe/Berlin"};
        const When tokyo{{2026, 3, 1}, QTime(9, 0), "Asia/Tokyo"};
        QVERIFY((berlin <=> tokyo) == std::weak_ordering::equivalent);
        QVERIFY(berlin != tokyo);
    }

    void shouldBeOpenUntilCompletedOrTrashed()
    {
        QVERIFY(Todo(aTodo(1)).isOpen());
        QVERIFY(!Todo(aTodo(1).completed()).isOpen());
        QVERIFY(!Todo(aTodo(1).trashed()).isOpen());
        QVERIFY(!Todo(aTodo(1).completed().trashed()).isOpen());
    }

    void shouldNameExactlyTheFieldThatDiffers_data()
    {
        QTest::addColumn<Todo>("changed");
        QTest::addColumn<TodoFields>("fields");
        const auto row = [](const char *name, const Todo &changed, TodoFields fields) {
            QTest::newRow(name) << changed << fields;
        };
        row("nothing", aTodo(1), {});
        row("title", aTodo(1).titled(QStringLiteral("Other")), TodoField::Title);
        row("notes", aTodo(1).notes(QStringLiteral("Other")), TodoField::Notes);
        row("list", aTodo(1).inList(2), TodoField::List);
        row("tags", aTodo(1).tagged({2}), TodoField::Tags);
        row("priority", aTodo(1).priority(Priority::Low), TodoField::Priority);
        row("due", aTodo(1).due({2026, 3, 1}), TodoField::Due);
        row("start", aTodo(1).start({2026, 3, 1}), TodoField::Start);
        row("parent", aTodo(1).childOf(2), TodoField::Parent);
        row("position", aTodo(1).at("1"), TodoField::Position);
        row("completed", aTodo(1).completed(), TodoField::CompletedAt);
        row("trashed", aTodo(1).trashed(), TodoField::DeletedAt);
        row("two", aTodo(1).inList(2).trashed(), TodoField::List | TodoField::DeletedAt);
        Todo repeating = aTodo(1);
        repeating.repeatRule = QStringLiteral("FREQ=DAILY");
        row("repeat", repeating, TodoField::Repeat);
        Todo newer = aTodo(1);
        newer.version = 7;
        newer.updatedAt = newer.updatedAt.addDays(1);
        row("what only the server writes", newer, {});
    }
    void shouldNameExactlyTheFieldThatDiffers()
    {
        QFETCH(const Todo, changed);
        QTEST(differingFields(aTodo(1), changed), "fields");
        QTEST(differingFields(changed, aTodo(1)), "fields");
    }

    void shouldNotCompareTheInstantsOfCompletionAndDeletion()
    {
        const QDateTime first({2026, 3, 1}, {12, 0}, Qt::UTC);
        const QDateTime second({2026, 3, 2}, {12, 0}, Qt::UTC);
        QCOMPARE(differingFields(aTodo(1).completed(first).trashed(first),
                                 aTodo(1).completed(second).trashed(second)),
                 TodoFields());
    }

    void shouldNeverCompareNotesOfWhichOnlyTheBeginningIsKnown()
    {
        const Todo whole = aTodo(1).notes(QStringLiteral("Beginning and end"));
        const Todo cut = aTodo(1).notes(QStringLiteral("Beginning")).notesCut();
        const Todo otherCut = aTodo(1).notes(QStringLiteral("Other")).notesCut();
        QCOMPARE(differingFields(whole, cut), TodoFields());
        QCOMPARE(differingFields(cut, whole), TodoFields());
        QCOMPARE(differingFields(cut, otherCut), TodoFields());
    }

    void shouldTakeExactlyTheNamedFields()
    {
        tests::RandomValues random(2);
        for (int round = 0; round < 500; ++round) {
            const Todo target = random.todo();
            Todo source = random.todo();
            const auto fields = TodoFields::fromInt(random.number(allTodoFields.toInt() + 1));

            const Todo result = patched(target, source, fields);

            QCOMPARE(differingFields(result, source) & fields, TodoFields());
            QCOMPARE(differingFields(result, target) & ~fields, TodoFields());
            QVERIFY(result.id == target.id);
            QCOMPARE(result.version, target.version);
            QVERIFY(patched(target, source, {}) == target);
        }
    }

    void shouldTakeTheWholeSourceWithAllFields()
    {
        tests::RandomValues random(3);
        const Todo source = random.todo();
        Todo expected = source;
        const Todo target = random.todo();
        expected.id = target.id;
        expected.createdAt = target.createdAt;
        expected.updatedAt = target.updatedAt;
        expected.version = target.version;
        QVERIFY(patched(target, source, allTodoFields) == expected);
    }
};

QTEST_GUILESS_MAIN(TestTodo)
#include "tst_todo.moc"
