// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "models/duewatch.h"
#include "models/opendatabase.h"
#include "support/testcase.h"
#include "support/testclock.h"

#include <QSignalSpy>

using namespace tusk;
using namespace tusk::tests;
using namespace std::chrono_literals;

namespace
{

const QDateTime noon({2026, 11, 20}, {12, 0}, Qt::UTC);

domain::Todo dueAt(const QTime &time, const QByteArray &zone = "UTC")
{
    domain::Todo todo;
    todo.due = domain::When{noon.date(), time, zone};
    return todo;
}

} // namespace

class TestDueWatch final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    TestClock m_clock{noon};

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void cleanupTestCase() { m_server.reset(); }

    void shouldTellWhenTheNextDueTimePasses()
    {
        const base::ConnectionSettings settings = createTuskDatabase(*m_server);
        Device device(settings, {}, true, {}, &m_clock);
        models::DueWatch watch(device.workspace());
        QSignalSpy passed(&watch, &models::DueWatch::passed);
        m_clock.setNow(noon.addMSecs(-200));
        // Later today, in another zone at noon too, earlier (over already), and done.
        domain::Todo done = dueAt({12, 0});
        done.completedAt = noon;
        watch.watch({dueAt({18, 0}), dueAt({13, 0}, "Europe/Berlin"), dueAt({9, 0}), done});
        QVERIFY(passed.wait(5'000));
        QCOMPARE(passed.size(), 1);
        m_clock.setNow(noon.addMSecs(1));
        // What is next is six hours away.
        watch.watch({dueAt({18, 0}), dueAt({13, 0}, "Europe/Berlin"), dueAt({9, 0}), done});
        QVERIFY(!passed.wait(400));
    }

    void shouldTellOfATimeThatPassedJustBeforeItIsWatchedAnew()
    {
        const base::ConnectionSettings settings = createTuskDatabase(*m_server);
        Device device(settings, {}, true, {}, &m_clock);
        models::DueWatch watch(device.workspace());
        QSignalSpy passed(&watch, &models::DueWatch::passed);
        m_clock.setNow(noon.addSecs(-60));
        watch.watch({dueAt({12, 0})});
        m_clock.setNow(noon.addMSecs(1));
        watch.watch({dueAt({12, 0})});
        QVERIFY(passed.wait(waitTimeout));
        watch.watch({dueAt({12, 0})}); // that was told
        QVERIFY(!passed.wait(400));
        QCOMPARE(passed.size(), 1);
    }

    void shouldBeSilentWhereNothingHasATime()
    {
        const base::ConnectionSettings settings = createTuskDatabase(*m_server);
        Device device(settings, {}, true, {}, &m_clock);
        models::DueWatch watch(device.workspace());
        QSignalSpy passed(&watch, &models::DueWatch::passed);
        m_clock.setNow(noon.addMSecs(-200));
        watch.watch({dueAt({12, 0})});
        domain::Todo today;
        today.due = domain::When{noon.date(), {}, {}};
        watch.watch({today, domain::Todo()}); // instead of the one before
        QVERIFY(!passed.wait(500));
    }
};

QTEST_GUILESS_MAIN(TestDueWatch)

#include "tst_duewatch.moc"
