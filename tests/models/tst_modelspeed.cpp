// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/friends.h"
#include "models/stablerowsproxy.h"
#include "support/testcase.h"

#include <QElapsedTimer>
#include <QListView>
#include <QRandomGenerator>

#include <algorithm>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::FriendsModel;

namespace
{

// Limits are generous: they catch what has become quadratic, on a busy machine and under sanitizers. The
// figures themselves are printed.
class Stopwatch final
{
public:
    explicit Stopwatch(const char *what)
        : m_what(what)
    {
        m_timer.start();
    }

    double stop()
    {
        const double milliseconds = static_cast<double>(m_timer.nsecsElapsed()) / 1e6;
        qInfo("%s: %.2f ms", m_what, milliseconds);
        return milliseconds;
    }

private:
    const char *m_what;
    QElapsedTimer m_timer;
};

tests::Friends numbered(int count)
{
    tests::Friends friends;
    for (int i = 0; i < count; ++i)
        friends.append({.name = u"friend %1"_s.arg(i)});
    return friends;
}

} // namespace

class TestModelSpeed final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldShowTwentyThousandRows()
    {
        const auto rows = numbered(20'000);
        Stopwatch watch("20,000 rows, first load");
        m_source->show(rows);
        QCOMPARE_LT(watch.stop(), 500);
        QCOMPARE(m_proxy->rowCount(), 20'000);
    }

    void shouldShowAnEditAmongFiveThousandRows()
    {
        m_source->show(numbered(5000));
        Stopwatch watch("one edit among 5,000 rows");
        QVERIFY(m_proxy->setData(m_proxy->index(2500, 0), u"changed"_s));
        QCOMPARE_LT(watch.stop(), 50);
        QCOMPARE(m_proxy->index(2500, 0).data().toString(), u"changed"_s);
    }

    void shouldRefreshFiveThousandRowsWithAFewChanges()
    {
        tests::Friends friends = numbered(5000);
        m_source->show(friends);
        friends.removeAt(4000);
        friends.removeAt(100);
        friends.move(3000, 10);
        friends.insert(2000, {.name = u"new"_s});
        friends[50].name = u"changed"_s;
        ++friends[50].stamp;
        Stopwatch watch("refresh of 5,000 rows with five changes");
        m_source->show(friends);
        QCOMPARE_LT(watch.stop(), 100);
        QCOMPARE(m_proxy->rowCount(), 4999);
    }

    void shouldRefreshWithManySteps_data()
    {
        QTest::addColumn<int>("moves");
        for (const int moves : {100, 400, 900, 5000})
            QTest::addRow("%d", moves) << moves;
    }

    void shouldRefreshWithManySteps()
    {
        QFETCH(const int, moves);
        QRandomGenerator random(1);
        tests::Friends friends = numbered(5000);
        m_source->show(friends);
        for (int i = 0; i < moves; ++i)
            friends.move(random.bounded(5000), random.bounded(5000));
        Stopwatch watch("new order of 5,000 rows");
        m_source->show(friends);
        QCOMPARE_LT(watch.stop(), 1000);
        QCOMPARE(tests::shownNames(*m_proxy), tests::shownNames(*m_source));
    }

    void shouldFilterByScatteredRows()
    {
        tests::Friends friends = numbered(5000);
        m_source->show(friends);
        int number = 0;
        friends.removeIf([&](const tests::Friend &) { return ++number % 3 == 0; });
        Stopwatch watch("every third of 5,000 rows goes");
        m_source->show(friends);
        QCOMPARE_LT(watch.stop(), 1000);
        QCOMPARE(m_proxy->rowCount(), friends.size());
    }

protected:
    void prepare() override
    {
        m_view.reset();
        m_proxy = std::make_unique<models::StableRowsProxy>();
        m_source = std::make_unique<FriendsModel>();
        m_proxy->setSourceModel(m_source.get());
        m_view = std::make_unique<QListView>();
        m_view->setUniformItemSizes(true);
        m_view->setModel(m_proxy.get());
        m_view->resize(300, 400);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

private:
    std::unique_ptr<FriendsModel> m_source;
    std::unique_ptr<models::StableRowsProxy> m_proxy;
    std::unique_ptr<QListView> m_view;
};

QTEST_MAIN(TestModelSpeed)
#include "tst_modelspeed.moc"
