// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "bigdatabase.h"
#include "domain/actions.h"
#include "gui/list/todolistview.h"
#include "models/opendatabase.h"
#include "openwindow.h"
#include "pauses.h"
#include "scenarios.h"
#include "support/sqlclient.h"

#include <QElapsedTimer>
#include <QScrollBar>

namespace tusk::bench
{

namespace
{

using Place = domain::TodoFilter::Place;
using tests::Device;

double timeToShow(Device &device, const domain::TodoFilter &place)
{
    QList<double> times;
    for (int run = 0; run < 5; ++run)
        times.append(milliseconds([&] { (void)device.show(place); }));
    return median(times);
}

// On the server alone: what the statement takes there, from EXPLAIN ANALYZE's own clock, in a session that
// has run it before.
double serverTime(tests::TestServer &server, const QString &database, const QString &sql)
{
    constexpr int warmUps = 3;
    const QString measured = QStringLiteral("EXPLAIN (ANALYZE, TIMING OFF, FORMAT TEXT) ") + sql;
    QList<double> times;
    for (int run = 0; run < 5; ++run) {
        const auto rows = server.psql(
            QStringLiteral("BEGIN; ") + QString(sql + u';').repeated(warmUps) + measured, database);
        times.append(rows.last().first().section(u' ', 2, 2).toDouble());
    }
    return median(times);
}

// As a client on the same computer sees it, COMMIT and what it waits for on the disk included.
double committedTime(tests::SqlClient &client, const QString &sql)
{
    constexpr int runs = 15;
    QList<double> times;
    for (int run = 0; run < runs; ++run)
        times.append(milliseconds([&] { client.rows(sql); }));
    return median(times);
}

QString completeMany(int todos)
{
    return QStringLiteral("SELECT tusk.apply_action(jsonb_build_object('id', gen_random_uuid(), 'kind', "
                          "'complete', 'todos', "
                          "(SELECT jsonb_agg(jsonb_build_object('op', 'update', 'id', id, 'base', "
                          "'{\"completed_at\": null}'::jsonb, "
                          "'new', '{\"completed_at\": \"2026-11-20T09:15:36.614Z\"}'::jsonb)) FROM (SELECT "
                          "id FROM tusk.todo WHERE "
                          "completed_at IS NULL AND deleted_at IS NULL LIMIT %1) AS t)))")
        .arg(todos);
}

// From the top down through the rows, faster than anybody reads: each step is a frame of about one page.
void measureScrolling(BenchTable &table, const base::ConnectionSettings &settings, const QString &with)
{
    constexpr int frames = 1'000;
    OpenWindow open(settings);
    open.open();
    waitFor([&open] { return open.hasRows(); }, "rows");
    Pauses pauses;
    pauses.measure(QStringLiteral("scrolling"), [&open](tests::GuiPauseMeter &meter) {
        QScrollBar *bar = open.view().verticalScrollBar();
        for (int frame = 0; frame < frames; ++frame) {
            bar->setValue(bar->value() + open.view().viewport()->height() / 2);
            meter.runFor(std::chrono::milliseconds(8));
        }
    });
    table.add({QStringLiteral("scrolling: 99.9 % of pauses") + with,
               QStringLiteral("ms"),
               pauses.quantile(),
               {},
               16,
               pauses.longest() + QStringLiteral(" ms; rows then held: %1").arg(open.model().rowCount())});
}

void measureCompleting(BenchTable &table, tests::TestServer &server, const base::ConnectionSettings &settings,
                       const QString &with)
{
    tests::SqlClient client(settings);
    client.rows(QStringLiteral("CREATE TABLE tusk.bench_floor AS SELECT 1 AS n"));
    const double floor = committedTime(client, QStringLiteral("UPDATE tusk.bench_floor SET n = n + 1"));
    client.rows(QStringLiteral("DROP TABLE tusk.bench_floor"));
    const auto add = [&](int todos, double reach) {
        const QString what = QStringLiteral("complete %L1").arg(todos);
        const QString sql = completeMany(todos);
        table.add({what + QStringLiteral(" on the server") + with,
                   QStringLiteral("ms"),
                   serverTime(server, settings.database, sql),
                   {},
                   reach,
                   QStringLiteral("the statement alone")});
        table.add({what + QStringLiteral(" until it is committed") + with,
                   QStringLiteral("ms"),
                   committedTime(client, sql),
                   floor,
                   {},
                   QStringLiteral("other: one row of a table with one column")});
    };
    add(1, 1);
    add(1'000, 150);
    // As it was, for what is measured after this.
    client.rows(
        QStringLiteral("BEGIN; SET LOCAL tusk.log = off; UPDATE tusk.todo SET completed_at = NULL WHERE "
                       "completed_at = '2026-11-20T09:15:36.614Z'; COMMIT"));
    client.rows(QStringLiteral("VACUUM ANALYZE tusk.todo"));
}

} // namespace

void measureManyTodos(BenchTable &table, const Setting &setting)
{
    BigDatabase &database = setting.bigDatabase();
    tests::TestServer &server = database.server();
    const base::ConnectionSettings settings = server.onSocket(database.settings());
    const QString with = database.with();

    Device device(settings);
    const auto show = [&](const QString &what, const domain::TodoFilter &place, double reach) {
        table.add({what + with, QStringLiteral("ms"), timeToShow(device, place), {}, reach, {}});
    };
    show(QStringLiteral("switch to the Inbox"), domain::TodoFilter::at(Place::Inbox), 50);
    show(QStringLiteral("switch to All"), domain::TodoFilter::at(Place::All), 50);
    show(QStringLiteral("switch to Completed"), domain::TodoFilter::at(Place::Completed), 50);
    show(QStringLiteral("switch to Today"), domain::TodoFilter::at(Place::Today), 50);
    show(QStringLiteral("switch to a list"),
         domain::TodoFilter::inList(device.workspace().lists().first().id), 50);
    // What no index has is looked for among all todos.
    using By = domain::Sorting::By;
    for (const auto &[name, by] :
         std::initializer_list<std::pair<const char *, By>>{{"due date", By::Due},
                                                            {"priority", By::Priority},
                                                            {"title", By::Title},
                                                            {"date added", By::Created}}) {
        const QString what = QStringLiteral("sort All by %1").arg(QLatin1StringView(name));
        show(what, domain::TodoFilter::at(Place::All).sorted({by, false}), by == By::Due ? 50 : 250);
    }
    for (const QString &typed :
         {QStringLiteral("water"), QStringLiteral("w"), QStringLiteral("common"), QStringLiteral("abc123"),
          QStringLiteral("abc"), QStringLiteral("mato"), QStringLiteral("oma"), QStringLiteral("ate"),
          QStringLiteral("water zurich"), QStringLiteral("mato ater"), QStringLiteral("zzqqx")})
        show(QStringLiteral("search “%1”").arg(typed), domain::TodoFilter::matching(typed), 100);
    measureScrolling(table, settings, with);
    measureCompleting(table, server, settings, with);
    table.add({QStringLiteral("peak memory of this program") + with,
               QStringLiteral("MB"),
               peakMemory(),
               {},
               120,
               {}});
}

} // namespace tusk::bench
