// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "gui/environmentpage.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "gui/mainwindow.h"
#include "gui/sidebar/sidebar.h"
#include "models/opendatabase.h"
#include "plainmodel.h"
#include "scenarios.h"
#include "support/guipausemeter.h"
#include "support/proxy.h"

#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

namespace tusk::bench
{

namespace
{

using namespace std::chrono_literals;
using Place = domain::TodoFilter::Place;
using tests::GuiPauseMeter;

constexpr double frame = 16; // milliseconds
constexpr int edits = 100;

double inMilliseconds(std::chrono::microseconds time)
{
    return static_cast<double>(time.count()) / 1'000;
}

// A window on a database, as the program opens it.
struct OpenWindow {
    explicit OpenWindow(const base::ConnectionSettings &settings)
    {
        models::DatabaseLink::Options options;
        options.settings = settings;
        options.unsentFolder = folder.path();
        options.installation = domain::InstallationId(QUuid::createUuid());
        options.name = QStringLiteral("Bench");
        options.firstPlace = domain::TodoFilter::at(Place::All);
        link = std::make_unique<models::DatabaseLink>(options, clock);
        window.showEnvironment(*link);
        window.show();
        link->open();
    }
    [[nodiscard]] models::TodoTableModel &model() { return window.environment()->todos().model(); }
    [[nodiscard]] gui::TodoListView &view() { return window.environment()->todos().view(); }

    QTemporaryDir folder;
    base::SystemClock clock;
    std::unique_ptr<models::DatabaseLink> link;
    gui::MainWindow window;
};

void editOnce(OpenWindow &open, int number)
{
    const domain::Todo before = *open.model().todoAt(number);
    domain::Todo after = before;
    after.title = before.title + QStringLiteral(" (%1)").arg(number);
    open.link->workspace().perform(domain::editTodo(before, after, open.clock.now()));
}

// Opens, switches, edits, scrolls and refreshes; frozen: all but the opening while the network is silent.
void use(GuiPauseMeter &meter, tests::Proxy &proxy, bool frozen)
{
    meter.start();
    OpenWindow open(proxy.settings());
    meter.runUntil([&] { return open.model().rowCount() > 0; }, 60s);
    if (frozen)
        proxy.freeze();
    for (int i = 0; i < edits; ++i) {
        editOnce(open, i);
        meter.runFor(5ms);
    }
    for (const Place place : {Place::Inbox, Place::Completed, Place::All}) {
        open.window.environment()->sidebar().choose(domain::TodoFilter::at(place));
        meter.runFor(300ms);
    }
    for (int step = 0; step < 50; ++step) {
        open.view().verticalScrollBar()->setValue(step * 100);
        meter.runFor(10ms);
    }
    open.model().select();
    meter.runFor(frozen ? 3'000ms : 500ms);
    meter.stop();
    proxy.thaw();
}

double emptyWindowPause()
{
    QTableView window;
    window.show();
    GuiPauseMeter meter;
    meter.start();
    meter.runFor(3'000ms);
    meter.stop();
    return inMilliseconds(meter.quantile());
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
        GuiPauseMeter meter;
        use(meter, proxy, false);
        table.add({QStringLiteral("GUI pause, 99.9 %: window in use, round trip %1 ms").arg(time),
                   QStringLiteral("ms"), inMilliseconds(meter.quantile()), plainEdit(proxy.settings()), frame,
                   QStringLiteral("longest %1 ms; other: one edit of the plain model")
                       .arg(inMilliseconds(meter.longest()))});
    }
    proxy.setRoundTrip(0ms);
    GuiPauseMeter meter;
    use(meter, proxy, true);
    table.add(
        {QStringLiteral("GUI pause, 99.9 %: window in use, peer frozen"),
         QStringLiteral("ms"),
         inMilliseconds(meter.quantile()),
         {},
         frame,
         QStringLiteral("longest %1 ms; the plain model would hang").arg(inMilliseconds(meter.longest()))});

    OpenWindow open(settings);
    waitFor([&] { return open.model().rowCount() > edits; }, "rows");
    int row = 0;
    QList<double> shown;
    for (; row < 50; ++row) {
        shown.append(milliseconds([&] { editOnce(open, row); }));
        waitFor([&] { return open.link->workspace().pending().isEmpty(); }, "an edit");
    }
    table.add(
        {QStringLiteral("an edit until the row shows it"), QStringLiteral("ms"), median(shown), {}, 2, {}});
}

} // namespace tusk::bench
