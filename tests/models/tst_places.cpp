// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "domain/position.h"
#include "models/opendatabase.h"
#include "support/testcase.h"

#include <QRandomGenerator>
#include <QSignalSpy>

#include <algorithm>

using namespace tusk;
using namespace tusk::tests;
using domain::TodoFilter;
using Place = domain::TodoFilter::Place;

// The rules of places are written twice: in SQL for reading pages and counts, in C++ for what is shown before
// the database has answered. Here they meet.
class TestPlaces final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;
    QList<domain::Todo> m_todos;
    domain::ListId m_list;
    domain::TagId m_tag;
    QDate m_today = QDate::currentDate();

    void fill()
    {
        Device device(m_settings);
        models::Workspace &workspace = device.workspace();
        domain::TodoList list;
        list.id = m_list = domain::ListId(QUuid::createUuid());
        list.name = QStringLiteral("Garden");
        list.position = domain::positionAtEnd(workspace.now());
        workspace.perform(domain::createList(list, workspace.now()));
        domain::Tag tag;
        tag.id = m_tag = domain::TagId(QUuid::createUuid());
        tag.name = QStringLiteral("errand");
        tag.position = list.position;
        workspace.perform(domain::createTag(tag, workspace.now()));

        QRandomGenerator random(7);
        for (int i = 0; i < 700; ++i) {
            domain::Todo todo = device.model().newTodo(QStringLiteral("todo %1").arg(i));
            if (random.bounded(3) == 0)
                todo.list = m_list;
            if (random.bounded(4) == 0)
                todo.tags = {m_tag};
            if (random.bounded(2) == 0)
                todo.due = domain::When{m_today.addDays(random.bounded(9) - 4), {}, {}};
            if (todo.due && random.bounded(2) == 0) {
                todo.due->time = QTime(random.bounded(3) + 9, 0);
                todo.due->zone = "Europe/Berlin";
            }
            if (random.bounded(6) == 0)
                todo.start = domain::When{m_today.addDays(random.bounded(5) - 2), {}, {}};
            // Equal instants and positions: the id decides.
            const QDateTime at(m_today.addDays(-random.bounded(3)), QTime(random.bounded(2), 0), Qt::UTC);
            if (random.bounded(4) == 0)
                todo.completedAt = at;
            if (random.bounded(5) == 0)
                todo.deletedAt = at;
            todo.position = domain::positionAtEnd(at);
            m_todos.append(todo);
        }
        workspace.perform(domain::createTodos(m_todos, workspace.now()));
        QTRY_VERIFY_WITH_TIMEOUT(device.isSaved(), 20'000);
    }

    [[nodiscard]] QStringList expected(const TodoFilter &filter) const { return expected(filter, m_today); }
    [[nodiscard]] QStringList expected(const TodoFilter &filter, const base::Day &day) const
    {
        QList<domain::Todo> todos;
        for (const domain::Todo &todo : m_todos) {
            if (domain::matches(filter, todo, day))
                todos.append(todo);
        }
        std::sort(todos.begin(), todos.end(), [&](const domain::Todo &left, const domain::Todo &right) {
            return domain::comesBefore(filter, left, right, m_today);
        });
        QStringList titles;
        for (const domain::Todo &todo : todos)
            titles.append(todo.title);
        return titles;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>();
        m_settings = createTuskDatabase(*m_server);
        fill();
    }
    void cleanupTestCase() { m_server.reset(); }

    void shouldShowTheSameTodosInTheSameOrderAsTheDatabase_data()
    {
        QTest::addColumn<int>("place");
        for (int place = 0; place <= static_cast<int>(Place::Tag); ++place)
            QTest::addRow("place %d", place) << place;
    }
    void shouldShowTheSameTodosInTheSameOrderAsTheDatabase()
    {
        QFETCH(int, place);
        TodoFilter filter = TodoFilter::at(static_cast<Place>(place));
        if (filter.place == Place::List)
            filter = TodoFilter::inList(m_list);
        else if (filter.place == Place::Tag)
            filter = TodoFilter::withTag(m_tag);

        Device device(m_settings);
        QVERIFY(device.show(filter));
        // Pages follow each other by key until the last one.
        const QStringList all = expected(filter);
        const auto readOn = [&device] {
            if (device.view().canFetchMore({}))
                device.view().fetchMore({});
            return device.view().rowCount();
        };
        QTRY_COMPARE(readOn(), static_cast<int>(all.size()));
        QCOMPARE(device.titles(), all);
        QVERIFY2(all.size() > 20, "too few to say anything");
    }

    void shouldCountTheNightToADayAsTheDatabaseDoes()
    {
        Device device(m_settings);
        base::Inbox inbox;
        for (const Place place : {Place::Today, Place::Upcoming}) {
            const TodoFilter filter = TodoFilter::at(place);
            repository::PageRequest request;
            request.filter = filter;
            request.today = {m_today, 10};
            request.limit = static_cast<int>(m_todos.size());
            std::optional<repository::TodoPage> page;
            device.workspace().reader().page(
                request, inbox, [&](const base::Result<repository::TodoPage> &answer) {
                    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
                    page = *answer;
                });
            QTRY_VERIFY(page);
            QStringList titles;
            for (const domain::Todo &todo : page->todos)
                titles.append(todo.title);
            QCOMPARE(titles, expected(filter, request.today));
            QVERIFY(titles != expected(filter));
        }
    }

    void shouldReadThePageBeforeByTheSameOrder_data()
    {
        shouldShowTheSameTodosInTheSameOrderAsTheDatabase_data();
    }
    void shouldReadThePageBeforeByTheSameOrder()
    {
        QFETCH(int, place);
        TodoFilter filter = TodoFilter::at(static_cast<Place>(place));
        if (filter.place == Place::List)
            filter = TodoFilter::inList(m_list);
        else if (filter.place == Place::Tag)
            filter = TodoFilter::withTag(m_tag);
        const QStringList all = expected(filter);
        const auto anchor = std::find_if(m_todos.begin(), m_todos.end(),
                                         [&](const domain::Todo &todo) { return todo.title == all.at(20); });

        Device device(m_settings);
        repository::PageRequest request;
        request.filter = filter;
        request.today = m_today;
        request.limit = 7;
        request.before = *anchor;
        base::Inbox inbox;
        std::optional<repository::TodoPage> page;
        device.workspace().reader().page(
            request, inbox, [&](const base::Result<repository::TodoPage> &answer) {
                QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
                page = *answer;
            });
        QTRY_VERIFY(page);
        QStringList titles;
        for (const domain::Todo &todo : page->todos)
            titles.append(todo.title);
        QCOMPARE(titles, all.mid(13, 7));
        QVERIFY(page->more);
    }

    void shouldCountTheSameAsTheDatabase()
    {
        domain::PlaceCounts counts;
        for (const domain::Todo &todo : m_todos)
            counts.count(todo, m_today, 1);
        Device device(m_settings);
        QCOMPARE(device.workspace().counts(), counts);
    }

    void shouldFindOpenCompletedAndTrashedTodosAndOrderOpenOnesFirst()
    {
        Device device(m_settings);
        QVERIFY(device.show(TodoFilter::matching(QStringLiteral("TODO"))));
        QCOMPARE(device.model().matches(), 501);
        QVERIFY(device.show(TodoFilter::matching(QStringLiteral("todo 42"))));
        QVERIFY(device.titles().contains(QStringLiteral("todo 42")));
        QVERIFY(device.show(TodoFilter::matching(QStringLiteral("xyzzy"))));
        QCOMPARE(device.titles(), QStringList());
    }

    void shouldReadTheRestOfLongNotesOnRequest()
    {
        const base::ConnectionSettings settings = createTuskDatabase(*m_server);
        Device device(settings);
        domain::Todo todo = device.model().newTodo(QStringLiteral("long"));
        todo.notes = QString(5'000, u'é');
        device.workspace().perform(domain::createTodos({todo}, device.workspace().now()));
        QTRY_VERIFY(device.isSaved());
        QVERIFY(device.show(TodoFilter::at(Place::All)));
        const domain::Todo cut = device.todo(QStringLiteral("long"));
        QVERIFY(cut.notesCut);
        QCOMPARE(cut.notes.size(), 1'000);
        base::Inbox inbox;
        QString notes;
        device.workspace().reader().todos(
            {todo.id}, inbox,
            [&](const base::Result<repository::TodoPage> &answer) { notes = answer->todos.first().notes; });
        QTRY_COMPARE(notes, todo.notes);
    }

    void shouldFindTodosByTheBeginningOfTheirIds()
    {
        Device device(m_settings);
        base::Inbox inbox;
        QList<domain::Todo> found;
        const QString id = m_todos.at(5).id.toString();
        device.workspace().reader().todosByPrefix(
            id.left(30), 10, inbox,
            [&](const base::Result<repository::TodoPage> &answer) { found = answer->todos; });
        QTRY_VERIFY(!found.isEmpty());
        QVERIFY(std::any_of(found.begin(), found.end(),
                            [&](const domain::Todo &todo) { return todo.title == m_todos.at(5).title; }));
    }
};

QTEST_GUILESS_MAIN(TestPlaces)
#include "tst_places.moc"
