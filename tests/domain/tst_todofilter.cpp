// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/randomvalues.h"
#include "domain/todobuilder.h"
#include "domain/todofilter.h"
#include "support/testcase.h"

#include <algorithm>

using namespace tusk;
using namespace tusk::domain;
using tests::aTodo;
using tests::numbered;
using Place = TodoFilter::Place;

namespace
{

const QDate today(2026, 3, 15);
const QDate yesterday(2026, 3, 14);
const QDate tomorrow(2026, 3, 16);

const QList<Place> countedPlaces{Place::Inbox, Place::Today,     Place::Upcoming,
                                 Place::All,   Place::Completed, Place::Trash};

// The places that show it, as text: "Inbox Today All".
QString placesOf(const Todo &todo)
{
    static const QStringList names{QStringLiteral("Inbox"),     QStringLiteral("Today"),
                                   QStringLiteral("Upcoming"),  QStringLiteral("All"),
                                   QStringLiteral("Completed"), QStringLiteral("Trash")};
    QStringList shown;
    for (qsizetype i = 0; i < countedPlaces.size(); ++i) {
        if (matches(TodoFilter::at(countedPlaces.at(i)), todo, today))
            shown.append(names.at(i));
    }
    if (matches(TodoFilter::inList(numbered<ListId>(7)), todo, today))
        shown.append(QStringLiteral("List"));
    if (matches(TodoFilter::withTag(numbered<TagId>(8)), todo, today))
        shown.append(QStringLiteral("Tag"));
    return shown.join(u' ');
}

QList<int> sortedNumbers(const TodoFilter &filter, QList<Todo> todos)
{
    std::ranges::sort(
        todos, [&](const Todo &left, const Todo &right) { return comesBefore(filter, left, right, today); });
    QList<int> numbers;
    for (const Todo &todo : todos)
        numbers.append(todo.id.uuid().data4[7]);
    return numbers;
}

} // namespace

class TestTodoFilter final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldShowATodoInItsPlaces_data()
    {
        QTest::addColumn<Todo>("todo");
        QTest::addColumn<QString>("places");
        const auto row = [](const char *name, const Todo &todo, const char *places) {
            QTest::newRow(name) << todo << QString::fromLatin1(places);
        };
        row("plain", aTodo(1), "Inbox All");
        row("in a list", aTodo(1).inList(7), "All List");
        row("in another list", aTodo(1).inList(6), "All");
        row("tagged", aTodo(1).tagged({5, 8}), "Inbox All Tag");
        row("with another tag", aTodo(1).tagged({5}), "Inbox All");
        row("overdue", aTodo(1).due(yesterday), "Inbox Today All");
        row("due today", aTodo(1).due(today), "Inbox Today All");
        row("due today at a time", aTodo(1).due(today, {23, 59}), "Inbox Today All");
        row("due today at the other side of the world", aTodo(1).due(today, {23, 59}, "Pacific/Kiritimati"),
            "Inbox Today All");
        row("due tomorrow", aTodo(1).due(tomorrow), "Inbox Upcoming All");
        row("starts tomorrow", aTodo(1).start(tomorrow).due(tomorrow).tagged({8}), "All");
        row("starts tomorrow, in a list", aTodo(1).start(tomorrow).inList(7), "All");
        row("starts tomorrow, overdue", aTodo(1).start(tomorrow).due(yesterday), "All");
        row("starts today", aTodo(1).start(today).due(tomorrow).inList(7), "Upcoming All List");
        row("started", aTodo(1).start(yesterday).due(today), "Inbox Today All");
        row("completed", aTodo(1).completed().due(today).inList(7).tagged({8}), "Completed");
        row("trashed", aTodo(1).trashed().due(today).inList(7).tagged({8}), "Trash");
        row("completed and trashed", aTodo(1).completed().trashed(), "Trash");
        row("completed before it starts", aTodo(1).completed().start(tomorrow), "Completed");
    }
    void shouldShowATodoInItsPlaces()
    {
        QFETCH(const Todo, todo);
        QTEST(placesOf(todo), "places");
    }

    void shouldCountTheNightAfterItToADay_data()
    {
        QTest::addColumn<int>("hours");
        QTest::addColumn<QTime>("time"); // of tomorrow
        QTest::addColumn<bool>("isToday");
        QTest::newRow("midnight, days begin then") << 0 << QTime(0, 0) << false;
        QTest::newRow("midnight") << 4 << QTime(0, 0) << true;
        QTest::newRow("the last minute of the night") << 4 << QTime(3, 59) << true;
        QTest::newRow("the first of the day") << 4 << QTime(4, 0) << false;
        QTest::newRow("without a time") << 4 << QTime() << false;
    }
    void shouldCountTheNightAfterItToADay()
    {
        QFETCH(const int, hours);
        QFETCH(const QTime, time);
        QFETCH(const bool, isToday);
        const base::Day day(today, hours);
        Todo todo = aTodo(1).due(tomorrow);
        if (time.isValid())
            todo.due = When{tomorrow, time, QByteArrayLiteral("Europe/Lisbon")};
        QCOMPARE(matches(TodoFilter::at(Place::Today), todo, day), isToday);
        QCOMPARE(matches(TodoFilter::at(Place::Upcoming), todo, day), !isToday);
        todo.due->date = tomorrow.addDays(1);
        QVERIFY(!matches(TodoFilter::at(Place::Today), todo, day));
    }

    void shouldLeaveSearchingToTheServer()
    {
        QVERIFY(!matches(TodoFilter::matching(QStringLiteral("Todo")), aTodo(1), today));
    }

    void shouldBeEqualWhereTheSameIsShown()
    {
        QVERIFY(TodoFilter::inList(numbered<ListId>(1)) == TodoFilter::inList(numbered<ListId>(1)));
        QVERIFY(TodoFilter::inList(numbered<ListId>(1)) != TodoFilter::inList(numbered<ListId>(2)));
        QVERIFY(TodoFilter::at(Place::Inbox) != TodoFilter::at(Place::All));
        QVERIFY(TodoFilter::matching(QStringLiteral("a")) != TodoFilter::matching(QStringLiteral("b")));
    }

    void shouldOrderByPositionBytewiseThenId()
    {
        const QList<Todo> todos{aTodo(1).at("a"), aTodo(2).at("Z"), aTodo(3).at("Za"), aTodo(5).at("9"),
                                aTodo(4).at("9")};
        for (const TodoFilter &filter : {TodoFilter::at(Place::Inbox), TodoFilter::at(Place::All),
                                         TodoFilter::inList({}), TodoFilter::withTag({})})
            QCOMPARE(sortedNumbers(filter, todos), (QList<int>{4, 5, 2, 3, 1}));
    }

    void shouldOrderTodayAndUpcomingByDueFirst()
    {
        const QList<Todo> todos{
            aTodo(1).due(tomorrow).at("1"),
            aTodo(2).due(today).at("2"),
            aTodo(3).due(today).at("1"),
            aTodo(4).due(today, {9, 0}, "Europe/Berlin").at("4"),
            aTodo(5).due(today, {9, 0}, "Asia/Tokyo").at("3"),
            aTodo(6).due(today, {8, 0}).at("9"),
            aTodo(7).at("0V"),
        };
        for (const Place place : {Place::Today, Place::Upcoming})
            QCOMPARE(sortedNumbers(TodoFilter::at(place), todos), (QList<int>{6, 5, 4, 3, 2, 1, 7}));
    }

    void shouldOrderCompletedAndTrashNewestFirst()
    {
        const QDateTime noon({2026, 3, 1}, {12, 0}, Qt::UTC);
        const QDateTime later = noon.addMSecs(1);
        QCOMPARE(
            sortedNumbers(TodoFilter::at(Place::Completed),
                          {aTodo(1).completed(noon), aTodo(2).completed(later), aTodo(3).completed(noon)}),
            (QList<int>{2, 3, 1}));
        QCOMPARE(sortedNumbers(TodoFilter::at(Place::Trash), {aTodo(1).trashed(noon).completed(later),
                                                              aTodo(2).trashed(later).completed(noon),
                                                              aTodo(3).trashed(noon).completed(noon)}),
                 (QList<int>{2, 3, 1}));
    }

    void shouldOrderTotally()
    {
        tests::RandomValues random(5);
        QList<Todo> todos;
        for (int i = 0; i < 40; ++i)
            todos.append(random.todo());
        const auto isTotal = [&todos](const TodoFilter &filter) {
            return std::ranges::all_of(todos, [&](const Todo &left) {
                return std::ranges::all_of(todos, [&](const Todo &right) {
                    return comesBefore(filter, left, right, today) ==
                           (left.id != right.id && !comesBefore(filter, right, left, today));
                });
            });
        };
        for (const Place place : countedPlaces) {
            for (const Sorting::By by : sortingsOf(place)) {
                QVERIFY(isTotal(TodoFilter::at(place).sorted({by, false})));
                QVERIFY(isTotal(TodoFilter::at(place).sorted({by, true})));
            }
        }
    }

    void shouldSortByWhatIsChosenAndThenByHand()
    {
        const QList<Todo> todos{
            aTodo(1).due(tomorrow).priority(Priority::Low).at("4"),
            aTodo(2).priority(Priority::High).at("3"),
            aTodo(3).due(today).priority(Priority::High).at("2"),
            aTodo(4).due(today, {9, 0}).at("1"),
        };
        const auto sorted = [&todos](Sorting::By by, bool reversed) {
            return sortedNumbers(TodoFilter::at(Place::All).sorted({by, reversed}), todos);
        };
        QCOMPARE(sorted(Sorting::By::Due, false), (QList<int>{4, 3, 1, 2}));
        QCOMPARE(sorted(Sorting::By::Due, true), (QList<int>{1, 3, 4, 2})); // without a date: last
        QCOMPARE(sorted(Sorting::By::Priority, false), (QList<int>{3, 2, 1, 4}));
        QCOMPARE(sorted(Sorting::By::Priority, true), (QList<int>{4, 1, 3, 2})); // equals: by hand
    }

    void shouldSortUnderTheHeadingsOfAPlace()
    {
        const QList<Todo> todos{
            aTodo(1).due(yesterday).at("1"),
            aTodo(2).due(today).priority(Priority::High).at("2"),
            aTodo(3).due(tomorrow).priority(Priority::Low).at("3"),
            aTodo(4).due(yesterday.addDays(-9)).priority(Priority::Low).at("4"),
            aTodo(5).due(tomorrow).priority(Priority::High).at("5"),
        };
        const Sorting byPriority{Sorting::By::Priority, false};
        // Overdue, then the others; in Upcoming day by day.
        QCOMPARE(sortedNumbers(TodoFilter::at(Place::Today).sorted(byPriority), todos),
                 (QList<int>{4, 1, 2, 5, 3}));
        QCOMPARE(sortedNumbers(TodoFilter::at(Place::Upcoming).sorted(byPriority), todos),
                 (QList<int>{4, 1, 2, 5, 3}));
    }

    void shouldKnowWhatCanBeReversed()
    {
        const auto reversible = [](Place place, Sorting::By by) {
            return canBeReversed(TodoFilter::at(place).sorted({by, false}));
        };
        QVERIFY(!reversible(Place::Inbox, Sorting::By::Place)); // the hand has one order
        QVERIFY(!reversible(Place::Upcoming, Sorting::By::Place));
        QVERIFY(reversible(Place::Completed, Sorting::By::Place));
        QVERIFY(reversible(Place::Inbox, Sorting::By::Title));
        QVERIFY(!reversible(Place::Search, Sorting::By::Title));
        QVERIFY(sortingsOf(Place::Search).isEmpty());
    }

    void shouldCountWhatEachPlaceShows()
    {
        tests::RandomValues random(6);
        const QDate day(5000, 1, 1);
        QList<Todo> todos;
        PlaceCounts counts;
        for (int i = 0; i < 500; ++i) {
            Todo todo = random.todo();
            todo.tags = random.coin() ? QList<TagId>() : QList<TagId>{numbered<TagId>(1), numbered<TagId>(2)};
            if (random.coin())
                todo.list = numbered<ListId>(1);
            todos.append(todo);
            counts.count(todo, day, 1);
        }
        QList<TodoFilter> filters{TodoFilter::inList(numbered<ListId>(1)),
                                  TodoFilter::withTag(numbered<TagId>(1)),
                                  TodoFilter::withTag(numbered<TagId>(2))};
        for (const Place place : countedPlaces)
            filters.append(TodoFilter::at(place));
        for (const TodoFilter &filter : filters) {
            const auto expected =
                std::ranges::count_if(todos, [&](const Todo &todo) { return matches(filter, todo, day); });
            QVERIFY(expected > 0);
            QCOMPARE(counts.of(filter), expected);
        }
        QCOMPARE(counts.of(TodoFilter::matching(QStringLiteral("a"))), 0);
    }

    void shouldBeAsBeforeWhenWhatWasCountedIsTakenAway()
    {
        tests::RandomValues random(7);
        PlaceCounts counts;
        counts.count(aTodo(1).inList(1).tagged({1}), today, 1);
        const PlaceCounts before = counts;
        QList<Todo> todos;
        for (int i = 0; i < 100; ++i)
            todos.append(random.todo());

        for (const Todo &todo : todos)
            counts.count(todo, today, 1);
        QVERIFY(counts != before);
        for (const Todo &todo : todos)
            counts.count(todo, today, -1);

        QVERIFY(counts == before);
    }

    void shouldFollowAnEditByItsDelta()
    {
        PlaceCounts counts;
        const Todo before = aTodo(1).due(today).inList(1);
        const Todo after = aTodo(1).due(today).inList(1).completed();
        counts.count(before, today, 1);

        counts.count(before, today, -1);
        counts.count(after, today, 1);

        PlaceCounts expected;
        expected.completed = 1;
        QVERIFY(counts == expected);
    }
};

QTEST_GUILESS_MAIN(TestTodoFilter)
#include "tst_todofilter.moc"
