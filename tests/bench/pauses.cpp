// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "pauses.h"

#include "bigdatabase.h"
#include "domain/actions.h"
#include "gui/list/todolistview.h"
#include "models/opendatabase.h"
#include "openwindow.h"
#include "plainmodel.h"
#include "scenarios.h"
#include "support/guipausemeter.h"
#include "support/proxy.h"

#include <QScrollBar>
#include <QTableView>

namespace tusk::bench
{

namespace
{

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Place = domain::TodoFilter::Place;
using tests::GuiPauseMeter;

constexpr double frame = 16; // milliseconds
constexpr int edits = 100;

void editOnce(OpenWindow &open, int number)
{
    const domain::Todo before = *open.model().todoAt(number);
    domain::Todo after = before;
    after.title = before.title + QStringLiteral(" (%1)").arg(number);
    open.workspace().perform(domain::editTodo(before, after, open.now()));
}

// Opens, edits, switches, scrolls and refreshes; frozen: all but the opening while the network is silent.
Pauses use(tests::Proxy &proxy, bool frozen)
{
    Pauses pauses;
    OpenWindow open(proxy.settings());
    pauses.measure(u"opening"_s, [&](GuiPauseMeter &meter) {
        open.open();
        meter.runUntil([&] { return open.hasRows(); }, 60s);
        meter.runFor(300ms);
    });
    if (frozen)
        proxy.freeze();
    pauses.measure(u"100 edits"_s, [&](GuiPauseMeter &meter) {
        for (int i = 0; i < edits; ++i) {
            editOnce(open, i);
            meter.runFor(5ms);
        }
        if (!frozen)
            meter.runUntil([&] { return open.workspace().pending().isEmpty(); }, 60s);
    });
    pauses.measure(u"switching"_s, [&](GuiPauseMeter &meter) {
        for (const Place place : {Place::Inbox, Place::Completed, Place::All, Place::Today, Place::All}) {
            open.show(domain::TodoFilter::at(place));
            meter.runFor(frozen ? 300ms : 700ms);
        }
    });
    pauses.measure(u"scrolling"_s, [&](GuiPauseMeter &meter) {
        for (int step = 0; step < 100; ++step) {
            open.view().verticalScrollBar()->setValue(step * 100);
            meter.runFor(10ms);
        }
    });
    pauses.measure(u"refresh"_s, [&](GuiPauseMeter &meter) {
        open.model().select();
        meter.runFor(frozen ? 3'000ms : 1'500ms);
    });
    proxy.thaw();
    return pauses;
}

double emptyWindowPause()
{
    QTableView window;
    window.show();
    Pauses pauses;
    pauses.measure(u"nothing"_s, [](GuiPauseMeter &meter) { meter.runFor(5'000ms); });
    return pauses.quantile();
}

double plainEdit(const base::ConnectionSettings &settings)
{
    PlainModel plain(settings);
    plain.open();
    plain.edit(0, QStringLiteral("warm"));
    int row = 1;
    return medianMilliseconds(3, [&] { plain.edit(row++, QStringLiteral("edited")); });
}

} // namespace

void measurePauses(BenchTable &table, const Setting &setting)
{
    tests::TestServerOptions options;
    options.tcp = true;
    tests::TestServer server(options);
    const base::ConnectionSettings settings = tests::createTuskDatabase(server);
    fill(server, settings, 5'000);
    tests::Proxy proxy(settings);
    table.add({QStringLiteral("GUI pause, 99.9 %: an empty window"),
               QStringLiteral("ms"),
               emptyWindowPause(),
               {},
               {},
               {}});

    const QList<int> times = setting.quick ? QList<int>{0, 150} : QList<int>{0, 50, 150, 500};
    for (const int time : times) {
        proxy.setRoundTrip(std::chrono::milliseconds(time));
        const Pauses pauses = use(proxy, false);
        table.add({u"GUI pause, 99.9 %: window in use, round trip %1 ms"_s.arg(time), u"ms"_s,
                   pauses.quantile(), plainEdit(proxy.settings()), frame,
                   pauses.longest() + u"; other: one edit of the plain model"_s});
    }
    proxy.setRoundTrip(0ms);
    const Pauses pauses = use(proxy, true);
    table.add({u"GUI pause, 99.9 %: window in use, peer frozen"_s,
               u"ms"_s,
               pauses.quantile(),
               {},
               frame,
               pauses.longest() + u"; the plain model would hang"_s});

    OpenWindow open(settings);
    open.open();
    waitFor([&] { return open.model().rowCount() > edits; }, "rows");
    int row = 0;
    QList<double> shown;
    for (; row < 50; ++row) {
        shown.append(milliseconds([&] { editOnce(open, row); }));
        waitFor([&] { return open.workspace().pending().isEmpty(); }, "an edit");
    }
    table.add(
        {QStringLiteral("an edit until the row shows it"), QStringLiteral("ms"), median(shown), {}, 2, {}});
}

} // namespace tusk::bench
