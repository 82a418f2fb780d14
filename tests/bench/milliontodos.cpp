// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "gui/list/todolistview.h"
#include "models/opendatabase.h"
#include "openwindow.h"
#include "pauses.h"
#include "scenarios.h"

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

} // namespace

void fill(tests::TestServer &server, const base::ConnectionSettings &settings, qint64 todos)
{
    server.psql(QStringLiteral(R"(
        SET tusk.log = off;
        SET synchronous_commit = off;
        INSERT INTO tusk.list (name) SELECT 'List ' || i FROM generate_series(1, 20) i;
        INSERT INTO tusk.tag (name) SELECT 'tag' || i FROM generate_series(1, 20) i;
        CREATE TEMP TABLE words AS SELECT ARRAY['water', 'tomatoes', 'contract', 'Ana', 'plumber', 'dripping', 'tap',
            'review', 'Jonas', 'draft', 'table', 'Saturday', 'chapter', 'parcel', 'passport', 'renew', 'invoice', 'meeting',
            'budget', 'garden', 'Zürich', 'café', 'write', 'report', 'call', 'pick', 'send', 'book', 'clean', 'fix'] AS w;
        CREATE TEMP TABLE lists AS SELECT array_agg(id) AS l FROM tusk.list;
        INSERT INTO tusk.todo (id, title, notes, list_id, priority, due_date, position, completed_at, deleted_at, created_at)
        SELECT gen_random_uuid(), w[1 + (i * 7) % 30] || ' ' || w[1 + (i * 13) % 30] || ' ' || w[1 + (i / 30) % 30] || ' '
                   || substr(md5(i::text), 1, 6),
               CASE WHEN i % 3 = 0 THEN 'some notes about ' || w[1 + (i * 11) % 30] || ' and common words ' || i ELSE '' END,
               CASE WHEN i % 4 = 0 THEN NULL ELSE l[1 + i % 20] END, i % 4,
               CASE WHEN i % 3 = 0 THEN date '2026-10-01' + (i % 100)::integer END, lpad(i::text, 9, '0') || 'V',
               CASE WHEN i % 5 < 2 THEN now() - i * interval '1 second' END, CASE WHEN i % 50 = 0 THEN now() END,
               now() - i * interval '1 minute'
        FROM generate_series(1, %1::bigint) i, words, lists;
        INSERT INTO tusk.todo_tag SELECT id, (SELECT id FROM tusk.tag LIMIT 1) FROM tusk.todo WHERE priority = 3 LIMIT 100000;
        ANALYZE tusk.todo; ANALYZE tusk.todo_search; ANALYZE tusk.todo_tag;
        SELECT 1)")
                    .arg(todos),
                settings.database);
}

void measureManyTodos(BenchTable &table, const Setting &setting)
{
    tests::TestServerOptions options;
    options.settings = {{QStringLiteral("shared_buffers"), QStringLiteral("128MB")},
                        {QStringLiteral("max_wal_size"), QStringLiteral("1GB")}};
    tests::TestServer server(options);
    const base::ConnectionSettings settings = tests::createTuskDatabase(server);
    fill(server, settings, setting.todos);
    server.psql(QStringLiteral("VACUUM ANALYZE"), settings.database);
    const QString with = QStringLiteral(", %L1 todos").arg(setting.todos);

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
    for (const QString &typed : {QStringLiteral("water"), QStringLiteral("w"), QStringLiteral("common"),
                                 QStringLiteral("abc123"), QStringLiteral("abc"), QStringLiteral("mato"),
                                 QStringLiteral("water zurich"), QStringLiteral("zzqqx")})
        show(QStringLiteral("search “%1”").arg(typed), domain::TodoFilter::matching(typed), 100);
    measureScrolling(table, settings, with);
    table.add({QStringLiteral("complete 1 on the server") + with,
               QStringLiteral("ms"),
               serverTime(server, settings.database, completeMany(1)),
               {},
               1,
               {}});
    table.add({QStringLiteral("complete 1,000 on the server") + with,
               QStringLiteral("ms"),
               serverTime(server, settings.database, completeMany(1'000)),
               {},
               150,
               {}});
    table.add({QStringLiteral("peak memory of this program") + with,
               QStringLiteral("MB"),
               peakMemory(),
               {},
               120,
               {}});
}

} // namespace tusk::bench
