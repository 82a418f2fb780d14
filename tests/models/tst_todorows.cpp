// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "domain/position.h"
#include "models/todorows.h"
#include "models/todosnapshot.h"
#include "support/testcase.h"

#include <QRandomGenerator>
#include <QSet>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace tusk;
using domain::TodoFilter;
using Place = domain::TodoFilter::Place;
using models::TodoRows;

namespace
{

const QDate today(2026, 11, 20);
const QDateTime now(today, QTime(9, 0), Qt::UTC);

domain::Todo makeTodo(int number, qint64 version = 1)
{
    domain::Todo todo;
    todo.id = domain::TodoId(QUuid::createUuidV5(QUuid(), QByteArray::number(number)));
    todo.title = QStringLiteral("todo %1").arg(number);
    todo.position = QByteArray::number(number).rightJustified(6, '0') + 'V';
    todo.version = version;
    return todo;
}

repository::TodoPage pageOf(int first, int count, bool more)
{
    repository::TodoPage page;
    for (int i = first; i < first + count; ++i)
        page.todos.append(makeTodo(i));
    page.more = more;
    return page;
}

TodoRows rowsWith(int count, bool more = false)
{
    TodoRows rows;
    rows.reset(TodoFilter::at(Place::Inbox), today);
    rows.setFirstPage(pageOf(0, count, more));
    return rows;
}

TodoRows rowsByTitle(const QStringList &titles, bool more)
{
    repository::TodoPage page = pageOf(0, static_cast<int>(titles.size()), more);
    for (qsizetype i = 0; i < titles.size(); ++i)
        page.todos[i].title = titles.at(i);
    TodoRows rows;
    rows.reset(TodoFilter::at(Place::Inbox).sorted({domain::Sorting::By::Title, false}), today);
    rows.setFirstPage(page);
    return rows;
}

QStringList titles(const QList<TodoRows::Row> &rows)
{
    QStringList result;
    for (const TodoRows::Row &row : rows)
        result.append(row.pending ? row.todo->title + u'*' : row.todo->title);
    return result;
}

repository::ChangedRows changedTo(const QList<domain::Todo> &todos)
{
    repository::ChangedRows rows;
    rows.todos = todos;
    return rows;
}

repository::ChangedRows gone(domain::TodoId id)
{
    repository::ChangedRows rows;
    repository::LoggedAction action;
    action.changes.append(
        {repository::LoggedChange::Entity::Todo, id.uuid(), domain::ChangeOperation::Delete, {}, {}});
    rows.actions.append(action);
    return rows;
}

} // namespace

class TestTodoRows final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldKeepTheNewerVersionWhenAnOlderOneArrivesLater()
    {
        TodoRows rows = rowsWith(1);
        domain::Todo newer = makeTodo(0, 5);
        newer.title = QStringLiteral("newer");
        domain::Todo older = makeTodo(0, 3);
        older.title = QStringLiteral("older");
        rows.merge(changedTo({newer}));
        rows.merge(changedTo({older}));
        QCOMPARE(titles(rows.shown({})), QStringList{QStringLiteral("newer")});
    }

    void shouldDropARowThatWasTouchedAndIsGone()
    {
        TodoRows rows = rowsWith(3);
        rows.merge(gone(makeTodo(1).id));
        QCOMPARE(titles(rows.shown({})), (QStringList{QStringLiteral("todo 0"), QStringLiteral("todo 2")}));
    }

    void shouldShowPendingChangesWithoutForgettingWhatIsConfirmed()
    {
        TodoRows rows = rowsWith(2);
        domain::Todo after = makeTodo(0);
        after.title = QStringLiteral("typed");
        const domain::Action action = domain::editTodo(makeTodo(0), after, now);
        QCOMPARE(titles(rows.shown(action.todos)),
                 (QStringList{QStringLiteral("typed*"), QStringLiteral("todo 1")}));
        QCOMPARE(titles(rows.shown({})), (QStringList{QStringLiteral("todo 0"), QStringLiteral("todo 1")}));
    }

    void shouldTakeACompletedTodoOutOfTheInboxAtOnce()
    {
        TodoRows rows = rowsWith(3);
        const domain::Action action = domain::completeTodos({makeTodo(1)}, now);
        QCOMPARE(titles(rows.shown(action.todos)),
                 (QStringList{QStringLiteral("todo 0"), QStringLiteral("todo 2")}));
    }

    void shouldShowANewTodoBeforeAnyPageWasRead()
    {
        TodoRows rows;
        rows.reset(TodoFilter::at(Place::Inbox), today);
        const domain::Action action = domain::createTodos({makeTodo(7)}, now);
        QCOMPARE(titles(rows.shown(action.todos)), QStringList{QStringLiteral("todo 7*")});
    }

    void shouldNotInsertARowBeyondWhatWasRead()
    {
        TodoRows rows = rowsWith(3, true);
        rows.merge(changedTo({makeTodo(50)}));
        QCOMPARE(rows.shown({}).size(), 3);
        rows.merge(changedTo({makeTodo(2, 9)}));
        QCOMPARE(rows.shown({}).size(), 3);
    }

    void shouldShowWhatWasJustAddedThoughItComesAfterTheLastRowThatWasRead()
    {
        TodoRows rows = rowsWith(3, true);
        const domain::Action action = domain::createTodos({makeTodo(50)}, now);
        rows.keepInSight(makeTodo(50).id);
        QCOMPARE(titles(rows.shown(action.todos)).last(), QStringLiteral("todo 50*"));

        rows.merge(changedTo({makeTodo(50)}));
        QCOMPARE(titles(rows.shown({})).last(), QStringLiteral("todo 50"));
        // Reading on goes from the last row that was read.
        QCOMPARE(rows.lastRead()->title, QStringLiteral("todo 2"));

        // Once its page has come it is a row like any other.
        rows.append(pageOf(3, 50, false));
        QCOMPARE(rows.shown({}).size(), 53);
        rows.merge(gone(makeTodo(50).id));
        QCOMPARE(rows.shown({}).size(), 52);
    }

    void shouldForgetWhatWasAddedBeyondTheRowsOnceItIsGone()
    {
        TodoRows rows = rowsWith(3, true);
        rows.keepInSight(makeTodo(50).id);
        rows.merge(changedTo({makeTodo(50)}));
        rows.merge(gone(makeTodo(50).id));
        QCOMPARE(rows.shown({}).size(), 3);
    }

    void shouldKeepRowsWhereTheDatabasePutThemUntilTheirOrderChanges()
    {
        // By rules that are not ours: another ICU, or none.
        TodoRows rows = rowsByTitle({u"zoo"_s, u"apple"_s, u"mint"_s}, false);
        domain::Todo todo = *rows.shown({}).at(1).todo;
        ++todo.version;
        todo.priority = domain::Priority::High;
        rows.merge(changedTo({todo}));
        QCOMPARE(titles(rows.shown({})), (QStringList{u"zoo"_s, u"apple"_s, u"mint"_s}));
    }

    void shouldMoveARenamedRowOnceAndLeaveItThereWhenItIsSaved()
    {
        TodoRows rows = rowsByTitle({u"apple"_s, u"Birne"_s, u"éclair"_s, u"fig"_s}, false);
        const domain::Todo before = *rows.shown({}).at(3).todo;
        domain::Todo after = before;
        after.title = u"Éclair au café"_s;
        const domain::Action action = domain::editTodo(before, after, now);
        const QStringList order{u"apple"_s, u"Birne"_s, u"éclair"_s, u"Éclair au café"_s};
        QCOMPARE(titles(rows.shown(action.todos)).mid(0, 3), order.mid(0, 3));
        QCOMPARE(titles(rows.shown(action.todos)).last(), order.last() + u'*');
        ++after.version;
        rows.merge(changedTo({after}));
        QCOMPARE(titles(rows.shown({})), order);
    }

    void shouldReadOnFromRowsThatTheDatabaseHasPlaced()
    {
        TodoRows rows = rowsByTitle({u"apple"_s, u"kiwi"_s, u"mint"_s}, true);
        domain::Todo renamed = *rows.shown({}).first().todo;
        renamed.title = u"lemon"_s;
        ++renamed.version;
        domain::Todo last = *rows.shown({}).last().todo;
        rows.merge(changedTo({renamed}));
        rows.merge(gone(last.id));
        QCOMPARE(titles(rows.shown({})), (QStringList{u"kiwi"_s, u"lemon"_s}));
        QCOMPARE(rows.lastRead()->title, u"kiwi"_s);

        // The database has it elsewhere.
        repository::TodoPage page;
        page.todos = {makeTodo(7), renamed, makeTodo(8)};
        rows.append(page);
        QCOMPARE(titles(rows.shown({})), (QStringList{u"kiwi"_s, u"todo 7"_s, u"lemon"_s, u"todo 8"_s}));
        QCOMPARE(rows.lastRead()->title, u"todo 8"_s);
    }

    void shouldHoldAtMostTheLimitAndKnowThatThereIsMoreAtTheOtherEnd()
    {
        TodoRows rows = rowsWith(200, true);
        for (int first = 200; first < 6'000; first += 200)
            rows.append(pageOf(first, 200, true));
        QCOMPARE(rows.shown({}).size(), TodoRows::mostRows);
        QVERIFY(rows.moreBefore());
        QCOMPARE(rows.lastRead()->title, QStringLiteral("todo 5999"));
        rows.prepend(pageOf(800, 200, true));
        QCOMPARE(rows.firstRead()->title, QStringLiteral("todo 800"));
        QCOMPARE(rows.shown({}).size(), TodoRows::mostRows);
        QVERIFY(rows.moreAfter());
    }

    void shouldApplyOurOwnBulkActionWhenTheAnswerHasVersionsOnly()
    {
        TodoRows rows = rowsWith(3);
        domain::Todo after = makeTodo(1);
        after.priority = domain::Priority::High;
        repository::ChangedRows answer;
        answer.versions = QHash<domain::TodoId, qint64>{{after.id, 8}};
        answer.patches = {{domain::ChangeOperation::Update, makeTodo(1), after, domain::TodoField::Priority}};
        rows.merge(answer);
        QCOMPARE(rows.shown({}).at(1).todo->priority, domain::Priority::High);
        QCOMPARE(rows.shown({}).at(1).todo->version, 8);
    }

    void shouldReplaceSearchHitsInPlaceAndAddNone()
    {
        TodoRows rows;
        rows.reset(TodoFilter::matching(QStringLiteral("todo")), today);
        repository::TodoPage page = pageOf(0, 3, false);
        std::reverse(page.todos.begin(), page.todos.end());
        rows.setFirstPage(page);
        domain::Todo changed = makeTodo(1, 2);
        changed.title = QStringLiteral("changed");
        rows.merge(changedTo({changed, makeTodo(9)}));
        QCOMPARE(titles(rows.shown({})), (QStringList{QStringLiteral("todo 2"), QStringLiteral("changed"),
                                                      QStringLiteral("todo 0")}));
    }

    // Whatever arrives in whatever order, the rows are those of the newest versions that belong, in order.
    void shouldEndWithTheNewestVersionsInOrder()
    {
        QRandomGenerator random(20261120);
        for (int round = 0; round < 300; ++round) {
            QHash<domain::TodoId, domain::Todo> newest;
            repository::TodoPage page = pageOf(0, 20, false);
            for (const domain::Todo &todo : page.todos)
                newest.insert(todo.id, todo);
            TodoRows rows = rowsWith(20);
            for (int step = 0; step < 40; ++step) {
                domain::Todo todo = makeTodo(static_cast<int>(random.bounded(30)), 1 + random.bounded(50));
                todo.position = domain::positionAtEnd(now.addMSecs(random.bounded(100'000)));
                if (random.bounded(4) == 0)
                    todo.completedAt = now;
                const auto known = newest.constFind(todo.id);
                // A version belongs to one content: another content of the same version does not exist.
                if (known != newest.cend() && known->version == todo.version)
                    continue;
                if (known == newest.cend() || known->version < todo.version)
                    newest.insert(todo.id, todo);
                else if (!known->isOpen())
                    continue; // rows that left the place are not remembered; their page is merged again
                              // instead
                rows.merge(changedTo({todo}));
            }
            QList<domain::Todo> expected;
            for (const domain::Todo &todo : std::as_const(newest)) {
                if (domain::matches(rows.filter(), todo, today))
                    expected.append(todo);
            }
            std::sort(expected.begin(), expected.end(),
                      [&rows](const domain::Todo &left, const domain::Todo &right) {
                          return domain::comesBefore(rows.filter(), left, right, today);
                      });
            QList<domain::Todo> found;
            for (const TodoRows::Row &row : rows.shown({}))
                found.append(*row.todo);
            QCOMPARE(found, expected);
        }
    }

    void shouldBeToldFromWhatItWasWhateverOfAWaitingTodoChanges()
    {
        const auto stampOf = [](const domain::Todo &todo) {
            return models::TodoSnapshot({{std::make_shared<const domain::Todo>(todo), true, false}}, {})
                .rowStamp(0);
        };
        domain::Todo todo = makeTodo(1);
        todo.createdAt = now;
        QSet<quint64> stamps{stampOf(todo)};
        const QList<std::function<void(domain::Todo &)>> changes{
            [](auto &changed) { changed.title += u'!'; },
            [](auto &changed) { changed.notes = u"n"_s; },
            [](auto &changed) { changed.notesCut = true; },
            [](auto &changed) { changed.list = domain::ListId(QUuid::createUuid()); },
            [](auto &changed) { changed.tags = {domain::TagId(QUuid::createUuid())}; },
            [](auto &changed) { changed.priority = domain::Priority::Low; },
            [](auto &changed) {
                changed.due = domain::When{today, {}, {}};
            },
            [](auto &changed) {
                changed.due = domain::When{today, QTime(9, 0), "UTC"};
            },
            [](auto &changed) {
                changed.due = domain::When{today, QTime(9, 0), "Europe/Paris"};
            },
            [](auto &changed) {
                changed.start = domain::When{today, {}, {}};
            },
            [](auto &changed) { changed.repeatRule = u"FREQ=DAILY"_s; },
            [](auto &changed) { changed.parent = domain::TodoId(QUuid::createUuid()); },
            [](auto &changed) { changed.position += 'V'; },
            [](auto &changed) { changed.completedAt = now; },
            [](auto &changed) { changed.deletedAt = now; },
            [](auto &changed) { changed.createdAt = now.addDays(1); },
            [](auto &changed) { changed.updatedAt = now; },
            [](auto &changed) { changed.version = 2; },
        };
        for (const auto &change : changes) {
            domain::Todo changed = todo;
            change(changed);
            stamps.insert(stampOf(changed));
        }
        QCOMPARE(stamps.size(), changes.size() + 1);
        QCOMPARE(stampOf(domain::Todo(todo)), stampOf(todo));
    }
};

QTEST_GUILESS_MAIN(TestTodoRows)
#include "tst_todorows.moc"
