// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "bigdatabase.h"
#include "frames.h"
#include "gui/environmentpage.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "gui/todomimedata.h"
#include "listmemory.h"
#include "models/groupedtodosmodel.h"
#include "models/opendatabase.h"
#include "models/workspace.h"
#include "openwindow.h"
#include "plainlist.h"
#include "scenarios.h"
#include "userinput.h"

#include <QScrollBar>

namespace tusk::bench
{

namespace
{

using namespace Qt::StringLiterals;
using Place = domain::TodoFilter::Place;

constexpr int todos = 10'000;
constexpr double frame = 16; // milliseconds

// What is done in the same way with every view of rows.
struct Use {
    QString name;
    std::function<void(QAbstractItemView &view, Frames &frames)> run;
};

QList<Use> uses(int times)
{
    return {
        {u"scrolling with the wheel"_s,
         [times](QAbstractItemView &view, Frames &frames) {
             for (int turn = 0; turn < 10 * times; ++turn)
                 frames.add([&] { turnWheel(view, turn < 6 * times ? -3 : 3); });
         }},
        {u"Page Down and Page Up"_s,
         [times](QAbstractItemView &, Frames &frames) {
             for (int page = 0; page < 6 * times; ++page)
                 frames.add([&] { pressKey(page < 4 * times ? Qt::Key_PageDown : Qt::Key_PageUp); });
         }},
        {u"End and Home"_s,
         [times](QAbstractItemView &, Frames &frames) {
             for (int jump = 0; jump < times; ++jump)
                 frames.add([&] { pressKey(jump % 2 == 0 ? Qt::Key_End : Qt::Key_Home); });
         }},
        {u"dragging the scroll bar"_s,
         [times](QAbstractItemView &view, Frames &frames) {
             QScrollBar &bar = *view.verticalScrollBar();
             bar.setSliderDown(true);
             for (int step = 0; step <= 10 * times; ++step)
                 frames.add([&] {
                     const int share = step < 5 * times ? step : 10 * times - step; // of 5 * times
                     bar.setSliderPosition(bar.maximum() / (5 * times) * share);
                 });
             bar.setSliderDown(false);
         }},
        {u"selecting all"_s,
         [times](QAbstractItemView &view, Frames &frames) {
             for (int turn = 0; turn < times; ++turn) {
                 frames.add([] { pressKey(Qt::Key_A, Qt::ControlModifier); }, std::chrono::milliseconds(50));
                 frames.add([&] { view.selectionModel()->clearSelection(); });
             }
         }},
    };
}

void fold(gui::TodoListView &view, Frames &frames, int times)
{
    for (int turn = 0; turn < 2 * times; ++turn)
        frames.add([&] { view.toggleFolded(view.model()->index(0, models::TodoTableModel::Title)); },
                   std::chrono::milliseconds(200)); // and what moves comes to rest
}

// Some rows on their way down and up over the others, and each time dropped a few rows further down.
void dragRows(OpenWindow &open, Frames &frames, int rows, int times)
{
    gui::TodoListView &view = open.view();
    const auto row = [&](int number) { return view.model()->index(number, models::TodoTableModel::Title); };
    for (int turn = 0; turn < times; ++turn) {
        view.scrollToTop();
        view.selectionModel()->select({row(0), row(rows - 1)}, QItemSelectionModel::ClearAndSelect);
        frames.add([&] { beginDragging(view, row(0)); });
        gui::TodoMimeData dragged(open.window().environment()->todos().selectedTodos());
        const int height = view.viewport()->height();
        for (int step = 0; step < 40; ++step)
            frames.add([&] { dragOver(view, {100, height * (step + 5) / 50}, dragged); });
        view.scrollTo(row(rows + 10), QAbstractItemView::PositionAtTop);
        frames.add([&] { drop(view, {100, height / 2}, dragged); }, std::chrono::milliseconds(300));
        waitFor([&] { return open.workspace().pending().isEmpty(); }, "a new order");
    }
}

void bringToFront(QWidget &window, QWidget &field)
{
    window.activateWindow();
    waitFor([&window] { return window.isActiveWindow(); }, "the focus");
    field.setFocus();
}

void add(BenchTable &table, const QString &what, const Frames &ours, const Frames *plain = nullptr)
{
    table.add({u"%L1 todos in a list, longest frame: "_s.arg(todos) + what, u"ms"_s, ours.longest(),
               plain ? std::optional(plain->longest()) : std::nullopt, frame, ours.note()});
}

void measureUses(BenchTable &table, OpenWindow &open, PlainList &plain, int times)
{
    for (const Use &use : uses(times)) {
        Frames others(plain.view());
        bringToFront(plain.view(), plain.view());
        use.run(plain.view(), others);
        Frames ours(open.window());
        bringToFront(open.window(), open.view());
        use.run(open.view(), ours);
        add(table, use.name, ours, &others);
    }
}

void measureSwitching(BenchTable &table, OpenWindow &open, PlainList &plain, domain::ListId list, int times)
{
    const QList<domain::TodoFilter> places{
        domain::TodoFilter::at(Place::Inbox), domain::TodoFilter::at(Place::Today),
        domain::TodoFilter::at(Place::All), domain::TodoFilter::at(Place::Completed),
        domain::TodoFilter::inList(list)};
    QList<double> ours;
    QList<double> others;
    for (int turn = 0; turn < times; ++turn) {
        for (const domain::TodoFilter &place : places)
            ours.append(open.timeToPainted(place));
        others.append(plain.timeToPainted(u"list_id = '%1'"_s.arg(list.toString())));
    }
    table.add({u"%L1 todos: switching place until the rows are painted"_s.arg(todos), u"ms"_s,
               *std::ranges::max_element(ours), median(others), 50,
               u"the longest; median %1; other: setFilter() and select() of the plain model"_s.arg(
                   median(ours), 0, 'f', 1)});
}

} // namespace

void measureLongList(BenchTable &table, const Setting &setting)
{
    tests::TestServer server;
    const base::ConnectionSettings settings = tests::createTuskDatabase(server);
    fill(server, settings, todos);
    putIntoOneList(server, settings);
    const int times = setting.quick ? 4 : 30;
    {
        PlainList plain(settings, todos);
        OpenWindow open(settings);
        open.open();
        waitFor([&open] { return open.hasRows(); }, "rows");
        const auto lists = open.workspace().lists();
        const auto full = std::ranges::find_if(lists, [&](const domain::TodoList &list) {
            return open.workspace().counts().lists.value(list.id) == todos;
        });
        const domain::ListId list = full->id;
        measureSwitching(table, open, plain, list, times);
        (void)open.timeToPainted(domain::TodoFilter::inList(list));
        open.holdAllRows();
        measureUses(table, open, plain, times);
        for (const int rows : {1, 1'000}) {
            Frames frames(open.window());
            dragRows(open, frames, rows, setting.quick ? 2 : 10);
            add(table, rows == 1 ? u"dragging a row"_s : u"dragging %L1 selected rows"_s.arg(rows), frames);
        }
        (void)open.timeToPainted(domain::TodoFilter::at(Place::Today));
        open.holdAllRows();
        Frames frames(open.window());
        fold(open.view(), frames, times);
        add(table, u"folding and unfolding a group"_s, frames);
    }
    table.add({u"peak memory, %L1 todos, all seen and selected"_s.arg(todos), u"MB"_s,
               memoryOfList(settings, ListKind::Ours), memoryOfList(settings, ListKind::Plain), 80,
               u"a process of its own; other: a QTableView on a QSqlTableModel"_s});
}

} // namespace tusk::bench
