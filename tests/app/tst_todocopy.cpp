// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/copy/todocopy.h"
#include "models/opendatabase.h"
#include "support/proxy.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::CopyEnd;
using app::TodoCopy;

// What a copy between two databases does when one of them fails.
class TestTodoCopy final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server =
            std::make_unique<tests::TestServer>(tests::TestServerOptions{.tcp = true, .logStatements = true});
    }
    void cleanupTestCase() { m_server.reset(); }

    // Only what is written may take long.
    void shouldNoticeAFrozenServerWhileItReads()
    {
        tests::Proxy network(tests::createTuskDatabase(*m_server));
        base::ConnectionSettings source = network.settings();
        source.sslMode = u"disable"_s;
        source.statementTimeout = 1s;
        TodoCopy copy(end(u"one"_s, source), end(u"two"_s, tests::createTuskDatabase(*m_server)),
                      domain::InstallationId(QUuid::createUuid()), m_clock);
        QStringList failures;
        connect(&copy, &TodoCopy::failed, this,
                [&failures](const app::Failure &failure) { failures.append(failure.error.sentence); });

        copy.look([&network](app::DatabaseAccess &, const repository::OpeningState &,
                             const TodoCopy::Chosen &chosen) {
            network.freeze();
            chosen(domain::CopySelection());
        });

        QTRY_COMPARE_WITH_TIMEOUT(failures, QStringList{u"“one”: The database server stopped answering."_s},
                                  15'000);
        bool isClosed = false;
        copy.close([&isClosed] { isClosed = true; });
        QTRY_VERIFY(isClosed);
    }

    // More than a page: what moves from one to the other meanwhile is neither lost nor twice.
    void shouldReadTheSourceAsItWasAtOneMoment()
    {
        const base::ConnectionSettings source = tests::createTuskDatabase(*m_server);
        m_server->psql(u"INSERT INTO tusk.todo (id, title) SELECT "
                       "('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'todo ' || n FROM "
                       "generate_series(1, 2500) n"_s,
                       source.database);
        TodoCopy copy(end(u"three"_s, source), end(u"four"_s, tests::createTuskDatabase(*m_server)),
                      domain::InstallationId(QUuid::createUuid()), m_clock);
        std::optional<domain::CopyPlan> plan;
        connect(&copy, &TodoCopy::planned, this, [&plan](const domain::CopyPlan &made) { plan = made; });
        const qint64 mark = m_server->logMark();

        copy.look([](app::DatabaseAccess &, const repository::OpeningState &,
                     const TodoCopy::Chosen &chosen) { chosen(domain::CopySelection()); });

        QTRY_VERIFY_WITH_TIMEOUT(plan, 15'000);
        QCOMPARE(plan->added.size(), 2500);
        const QStringList log = m_server->logLines(mark);
        QCOMPARE(log.filter(u"REPEATABLE READ READ ONLY"_s).size(), 2); // and of the target
        QCOMPARE(log.filter(u"WITH page AS"_s).size(), 3);
        bool isClosed = false;
        copy.close([&isClosed] { isClosed = true; });
        QTRY_VERIFY(isClosed);
    }

    // What is compared belongs together, however many pages and parents it is.
    void shouldReadTheTargetAsItWasAtOneMoment()
    {
        const base::ConnectionSettings source = tests::createTuskDatabase(*m_server);
        const base::ConnectionSettings target = tests::createTuskDatabase(*m_server);
        const QString todos =
            u"INSERT INTO tusk.todo (id, title) SELECT "
            "('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'todo ' || n FROM "
            "generate_series(1, %1) n"_s;
        m_server->psql(todos.arg(1500), source.database);
        m_server->psql(todos.arg(1600) +
                           u"; UPDATE tusk.todo SET parent_id = '01900000-0000-7000-8000-000000001600' "
                           "WHERE id = '01900000-0000-7000-8000-000000000001'"_s,
                       target.database);
        TodoCopy copy(end(u"five"_s, source), end(u"six"_s, target),
                      domain::InstallationId(QUuid::createUuid()), m_clock);
        std::optional<domain::CopyPlan> plan;
        connect(&copy, &TodoCopy::planned, this, [&plan](const domain::CopyPlan &made) { plan = made; });
        const qint64 mark = m_server->logMark();

        copy.look([](app::DatabaseAccess &, const repository::OpeningState &,
                     const TodoCopy::Chosen &chosen) { chosen(domain::CopySelection()); });

        QTRY_VERIFY_WITH_TIMEOUT(plan, 15'000);
        QCOMPARE(plan->added.size(), 0);
        const QStringList log = m_server->logLines(mark);
        QCOMPARE(log.filter(u"REPEATABLE READ READ ONLY"_s).size(), 2);
        // Two pages, and the parent that is only there; lists and tags with them.
        QCOMPARE(log.filter(u"FROM tusk.todo t WHERE t.id = ANY"_s).size(), 3);
        bool isClosed = false;
        copy.close([&isClosed] { isClosed = true; });
        QTRY_VERIFY(isClosed);
    }

private:
    [[nodiscard]] CopyEnd end(const QString &name, const base::ConnectionSettings &settings) const
    {
        return {name, settings, m_folder.filePath(name), name};
    }

    std::unique_ptr<tests::TestServer> m_server;
    QTemporaryDir m_folder;
    base::SystemClock m_clock;
};

QTEST_GUILESS_MAIN(TestTodoCopy)
#include "tst_todocopy.moc"
