// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/migration/migrationrunner.h"
#include "data/repository/pgtodoreader.h"
#include "data/session/connection.h"
#include "data/session/databasesession.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QRandomGenerator>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;
using domain::Sorting;
using domain::TodoFilter;
using Place = TodoFilter::Place;
using repository::TodoPage;

namespace
{

constexpr int amount = 400;
constexpr int pageRows = 17;
const QDate today(2026, 11, 20);
const QString list = u"00000000-0000-7000-8000-00000000000a"_s;
const QString tag = u"00000000-0000-7000-8000-00000000000b"_s;

// Few of each kind, so that much is equal and the next part of the order decides.
QString titleOf(QRandomGenerator &random)
{
    static const QStringList words{
        u"apple"_s, u"Apple"_s,   u"äpfel"_s,       u"Zebra"_s,    u"zebra"_s, u"Österreich"_s, u"Straße"_s,
        u"10"_s,    u"9"_s,       u"-dash"_s,       u"'quoted'"_s, u"日本"_s,  u"Ελλάδα"_s,     u"Яблоко"_s,
        u"שלום"_s,  u"🍎 fruit"_s, u"e\u0301tude"_s, u"étude"_s,    u"co-op"_s, u"coop"_s,       u"a b"_s,
    };
    QString title = words.at(random.bounded(int(words.size())));
    if (random.bounded(3) == 0)
        title += u' ' + words.at(random.bounded(int(words.size())));
    return title;
}

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

QString dateOrNull(const QString &date, bool isNull)
{
    return isNull ? u"NULL"_s : quoted(date);
}

QString randomRow(QRandomGenerator &random, int number)
{
    const bool isDue = random.bounded(3) > 0;
    const bool hasTime = isDue && random.bounded(2) == 0;
    const QString instant = u"2026-11-%1 10:00:00.%2+00"_s.arg(10 + random.bounded(4)).arg(random.bounded(2));
    return u"(%1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11)"_s.arg(
        quoted(u"00000000-0000-7000-8000-%1"_s.arg(random.bounded(1 << 16) * amount + number, 12, 10,
                                                   QChar(u'0'))),
        quoted(titleOf(random)), dateOrNull(list, random.bounded(2) == 0), QString::number(random.bounded(4)),
        dateOrNull(today.addDays(random.bounded(7) - 3).toString(Qt::ISODate), !isDue),
        dateOrNull(u"%1:00"_s.arg(9 + random.bounded(2)), !hasTime), dateOrNull(u"Europe/Berlin"_s, !hasTime),
        quoted(u"P%1"_s.arg(1 + random.bounded(9))), dateOrNull(instant, random.bounded(4) > 0),
        dateOrNull(instant, random.bounded(5) > 0), quoted(instant));
}

} // namespace

// Every order of every place on a real server: what is read page by page, in either direction, is what
// sorting everything gives.
class TestPageOrders final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;
    std::unique_ptr<session::DatabaseSession> m_session;
    std::unique_ptr<repository::PgTodoReader> m_reader;
    base::Inbox m_inbox;

    static void migrate(const base::ConnectionSettings &settings)
    {
        session::Connection connection(settings);
        QVERIFY(connection.open());
        QVERIFY(migration::MigrationRunner(connection, *migration::MigrationCatalog::compiledIn()).apply());
    }

    void fill()
    {
        QRandomGenerator random(20261120);
        QStringList rows;
        for (int i = 0; i < amount; ++i)
            rows.append(randomRow(random, i));
        m_server->psql(
            u"INSERT INTO tusk.list (id, name) VALUES ('%1', 'Garden'); "
            "INSERT INTO tusk.tag (id, name) VALUES ('%2', 'errand'); "
            "INSERT INTO tusk.todo (id, title, list_id, priority, due_date, due_time, due_zone, "
            "position, completed_at, deleted_at, created_at) VALUES %3; "
            "INSERT INTO tusk.todo_tag SELECT id, '%2' FROM tusk.todo WHERE priority < 2; SELECT 1"_s.arg(
                list, tag, rows.join(u", "_s)),
            m_settings.database);
    }

    [[nodiscard]] TodoPage page(const repository::PageRequest &request)
    {
        std::optional<base::Result<TodoPage>> answer;
        m_reader->page(request, m_inbox, [&answer](const base::Result<TodoPage> &page) { answer = page; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000) || !*answer)
            qFatal("no page: %s", answer ? qPrintable(answer->error().detail) : "no answer");
        return **answer;
    }

    [[nodiscard]] QList<domain::Todo> everything(const TodoFilter &filter)
    {
        return page({filter, today, amount + 1, {}, {}, false}).todos;
    }

    static TodoFilter filterAt(Place place)
    {
        if (place == Place::List)
            return TodoFilter::inList(domain::ListId::fromString(list));
        return place == Place::Tag ? TodoFilter::withTag(domain::TagId::fromString(tag))
                                   : TodoFilter::at(place);
    }

    static void addOrders()
    {
        QTest::addColumn<TodoFilter>("filter");
        for (int place = 0; place <= static_cast<int>(Place::Tag); ++place) {
            const TodoFilter filter = filterAt(static_cast<Place>(place));
            for (const Sorting::By by : domain::sortingsOf(filter.place)) {
                for (const bool reversed : {false, true}) {
                    const TodoFilter sorted = filter.sorted({by, reversed});
                    if (!reversed || domain::canBeReversed(sorted))
                        QTest::addRow("place %d by %d%s", place, static_cast<int>(by),
                                      reversed ? " reversed" : "")
                            << sorted;
                }
            }
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>();
        m_settings = m_server->createDatabase();
        migrate(m_settings);
        fill();
        m_session = std::make_unique<session::DatabaseSession>(m_settings);
        m_reader =
            std::make_unique<repository::PgTodoReader>(*m_session, migration::MigrationCatalog::compiledIn());
        m_session->open();
        QTRY_COMPARE(m_session->state(), session::SessionState::Connected);
    }
    void cleanupTestCase()
    {
        m_reader.reset();
        m_session.reset();
        m_server.reset();
    }

    void shouldSortAsTheProgramDoes_data() { addOrders(); }
    void shouldSortAsTheProgramDoes()
    {
        QFETCH(TodoFilter, filter);
        const QList<domain::Todo> read = everything(filter);
        QVERIFY2(read.size() > 2 * pageRows, "too few to say anything");
        QList<domain::Todo> sorted = read;
        std::shuffle(sorted.begin(), sorted.end(), *QRandomGenerator::global());
        std::ranges::sort(sorted, [&filter](const domain::Todo &left, const domain::Todo &right) {
            return domain::comesBefore(filter, left, right, today);
        });
        QCOMPARE(sorted, read);
    }

    void shouldReadForwardsPageByPage_data() { addOrders(); }
    void shouldReadForwardsPageByPage()
    {
        QFETCH(TodoFilter, filter);
        repository::PageRequest request{filter, today, pageRows, {}, {}, false};
        QList<domain::Todo> read;
        bool more = true;
        while (more) {
            const TodoPage next = page(request);
            QVERIFY(!next.todos.isEmpty());
            read += next.todos;
            more = next.more;
            request.after = read.last();
        }
        QCOMPARE(read, everything(filter));
    }

    void shouldReadBackwardsPageByPage_data() { addOrders(); }
    void shouldReadBackwardsPageByPage()
    {
        QFETCH(TodoFilter, filter);
        const QList<domain::Todo> all = everything(filter);
        repository::PageRequest request{filter, today, pageRows, {}, all.last(), false};
        QList<domain::Todo> read;
        bool more = true;
        while (more) {
            const TodoPage next = page(request);
            QVERIFY(!next.todos.isEmpty());
            read = next.todos + read;
            more = next.more;
            request.before = read.first();
        }
        QCOMPARE(read, all.first(all.size() - 1));
    }

    void shouldGroupBeforeItSorts()
    {
        const QList<domain::Todo> inToday =
            everything(TodoFilter::at(Place::Today).sorted({Sorting::By::Title, true}));
        const auto isOverdue = [](const domain::Todo &todo) { return todo.due->date < today; };
        QVERIFY(std::ranges::is_partitioned(inToday, isOverdue));
        QVERIFY(std::ranges::any_of(inToday, isOverdue) && !std::ranges::all_of(inToday, isOverdue));
        const QList<domain::Todo> upcoming =
            everything(TodoFilter::at(Place::Upcoming).sorted({Sorting::By::Priority, true}));
        QVERIFY(std::ranges::is_sorted(
            upcoming, {}, [](const domain::Todo &todo) { return todo.due->date.toJulianDay(); }));
    }

    void shouldPutTodosWithoutADateLastEitherWay()
    {
        for (const bool reversed : {false, true}) {
            const QList<domain::Todo> todos =
                everything(TodoFilter::at(Place::All).sorted({Sorting::By::Due, reversed}));
            QVERIFY(todos.first().due && !todos.last().due);
            QVERIFY(std::ranges::is_partitioned(
                todos, [](const domain::Todo &todo) { return todo.due.has_value(); }));
        }
    }

    void shouldSayWhetherTheServerKnowsTheOrderOfTitles()
    {
        std::optional<base::Result<repository::OpeningState>> state;
        repository::PgTodoReader reader(*m_session, migration::MigrationCatalog::compiledIn());
        reader.open(
            {}, {TodoFilter::at(Place::All).sorted({Sorting::By::Title, false}), today, 5, {}, {}, false},
            m_inbox, [&state](const base::Result<repository::OpeningState> &opened) { state = opened; });
        QTRY_VERIFY(state);
        QVERIFY2(*state, qPrintable(state->hasValue() ? QString() : state->error().detail));
        QVERIFY((*state)->titlesByLanguage);
        QCOMPARE((*state)->firstPage.todos.size(), 5);
    }

    // A server that was built without ICU: its collations are not there.
    void shouldSortByTheRulesOfTheDatabaseWhereThereIsNoIcu()
    {
        const base::ConnectionSettings settings = m_server->createDatabase();
        m_server->psql(u"DELETE FROM pg_catalog.pg_collation WHERE collprovider = 'i'; SELECT 1"_s,
                       settings.database);
        migrate(settings);
        m_server->psql(u"INSERT INTO tusk.todo (title) VALUES ('b'), ('a'), ('c'); SELECT 1"_s,
                       settings.database);
        session::DatabaseSession session(settings);
        repository::PgTodoReader reader(session, migration::MigrationCatalog::compiledIn());
        session.open();
        QTRY_COMPARE(session.state(), session::SessionState::Connected);
        std::optional<base::Result<repository::OpeningState>> state;
        reader.open(
            {}, {TodoFilter::at(Place::All).sorted({Sorting::By::Title, true}), today, 5, {}, {}, false},
            m_inbox, [&state](const base::Result<repository::OpeningState> &opened) { state = opened; });
        QTRY_VERIFY(state);
        QVERIFY2(*state, qPrintable(state->hasValue() ? QString() : state->error().detail));
        QVERIFY(!(*state)->titlesByLanguage);
        QStringList titles;
        for (const domain::Todo &todo : (*state)->firstPage.todos)
            titles.append(todo.title);
        QCOMPARE(titles, (QStringList{u"c"_s, u"b"_s, u"a"_s}));
    }
};

QTEST_GUILESS_MAIN(TestPageOrders)
#include "tst_pageorders.moc"
