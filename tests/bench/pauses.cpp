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

#include <algorithm>
#include <memory>

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

void editOnce(OpenWindow &window, int number)
{
    const domain::Todo before = *window.model().todoAt(number);
    domain::Todo after = before;
    after.title = before.title + QStringLiteral(" (%1)").arg(number);
    window.workspace().perform(domain::editTodo(before, after, window.now()));
}

void open(Pauses &pauses, OpenWindow &window)
{
    pauses.measure(u"opening"_s, [&](GuiPauseMeter &meter) {
        window.open();
        meter.runUntil([&] { return window.hasRows(); }, 60s);
        meter.runFor(300ms);
    });
}

// Edits, switches, scrolls and refreshes; frozen: while the network is silent.
void use(Pauses &pauses, OpenWindow &window, bool frozen)
{
    pauses.measure(u"100 edits"_s, [&](GuiPauseMeter &meter) {
        for (int i = 0; i < edits; ++i) {
            editOnce(window, i);
            meter.runFor(5ms);
        }
        if (!frozen)
            meter.runUntil([&] { return window.workspace().pending().isEmpty(); }, 60s);
    });
    pauses.measure(u"switching"_s, [&](GuiPauseMeter &meter) {
        for (const Place place : {Place::Inbox, Place::Completed, Place::All, Place::Today, Place::All}) {
            window.show(domain::TodoFilter::at(place));
            meter.runFor(frozen ? 300ms : 700ms);
        }
    });
    pauses.measure(u"scrolling"_s, [&](GuiPauseMeter &meter) {
        for (int step = 0; step < 100; ++step) {
            window.view().verticalScrollBar()->setValue(step * 100);
            meter.runFor(10ms);
        }
    });
    pauses.measure(u"refresh"_s, [&](GuiPauseMeter &meter) {
        window.model().select();
        meter.runFor(frozen ? 3'000ms : 1'500ms);
    });
}

Pauses whenOpenedAndUsed(const base::ConnectionSettings &settings)
{
    Pauses pauses;
    OpenWindow window(settings);
    open(pauses, window);
    use(pauses, window, false);
    return pauses;
}

Pauses whenFrozenWhileUsed(tests::Proxy &proxy)
{
    Pauses pauses;
    OpenWindow window(proxy.settings());
    open(pauses, window);
    proxy.freeze();
    use(pauses, window, true);
    proxy.thaw();
    return pauses;
}

// The server takes the connection and never says a word.
Pauses whenFrozenWhileOpening(tests::Proxy &proxy)
{
    Pauses pauses;
    proxy.freeze();
    OpenWindow window(proxy.settings());
    pauses.measure(u"opening"_s, [&](GuiPauseMeter &meter) {
        window.open();
        meter.runFor(8'000ms);
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

// What the plain model keeps the thread from its work with: each call is one pause.
struct PlainPauses {
    double opening;
    double edit;
    double switching;
    double refresh;

    [[nodiscard]] double longest() const { return std::max({opening, edit, switching, refresh}); }
    [[nodiscard]] QString parts() const
    {
        return u"other: the longest of a plain model's opening %1, one edit %2, switching %3, refresh %4"_s
            .arg(opening, 0, 'f', 0)
            .arg(edit, 0, 'f', 0)
            .arg(switching, 0, 'f', 0)
            .arg(refresh, 0, 'f', 0);
    }
};

PlainPauses plainPauses(const base::ConnectionSettings &settings)
{
    PlainPauses pauses{};
    std::unique_ptr<PlainModel> plain;
    pauses.opening = milliseconds([&] {
        plain = std::make_unique<PlainModel>(settings);
        plain->open();
    });
    int row = 0;
    pauses.edit = medianMilliseconds(3, [&] { plain->edit(row++, QStringLiteral("edited")); });
    pauses.switching = medianMilliseconds(
        3, [&] { plain->show(QStringLiteral("completed_at IS NOT NULL AND deleted_at IS NULL")); });
    pauses.refresh = medianMilliseconds(3, [&] { plain->select(); });
    return pauses;
}

// One at a time, and behind many that wait for a network that is gone.
void measureEdits(BenchTable &table, tests::Proxy &proxy)
{
    constexpr int single = 50;
    constexpr int waiting = 2'000;
    constexpr double reach = 2; // milliseconds
    OpenWindow window(proxy.settings());
    window.open();
    waitFor([&] { return window.model().rowCount() > edits; }, "rows");
    QList<double> times;
    for (int row = 0; row < single; ++row) {
        times.append(milliseconds([&] { editOnce(window, row); }));
        waitFor([&] { return window.workspace().pending().isEmpty(); }, "an edit");
    }
    table.add({u"an edit until the row shows it"_s, u"ms"_s, median(times), {}, reach, {}});

    proxy.freeze();
    times.clear();
    for (int edit = 0; edit < waiting + single; ++edit) {
        const double time = milliseconds([&] { editOnce(window, edit % edits); });
        if (edit >= waiting)
            times.append(time);
    }
    table.add({u"the same, behind %L1 that wait"_s.arg(waiting), u"ms"_s, median(times), {}, reach, {}});
    proxy.thaw();
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
        const Pauses pauses = whenOpenedAndUsed(proxy.settings());
        const PlainPauses plain = plainPauses(proxy.settings());
        table.add({u"GUI pause, 99.9 %: window in use, round trip %1 ms"_s.arg(time), u"ms"_s,
                   pauses.quantile(), plain.longest(), frame, pauses.longest() + u"; " + plain.parts()});
    }
    proxy.setRoundTrip(0ms);
    const auto addFrozen = [&table](const QString &what, const Pauses &pauses) {
        table.add({u"GUI pause, 99.9 %: "_s + what,
                   u"ms"_s,
                   pauses.quantile(),
                   {},
                   frame,
                   pauses.longest() + u"; the plain model would hang"_s});
    };
    addFrozen(u"peer frozen while opening"_s, whenFrozenWhileOpening(proxy));
    addFrozen(u"peer frozen while the window is used"_s, whenFrozenWhileUsed(proxy));

    measureEdits(table, proxy);
}

} // namespace tusk::bench
