// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "bigdatabase.h"
#include "frames.h"
#include "gui/details/detailspane.h"
#include "gui/environmentpage.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "openwindow.h"
#include "plainlist.h"
#include "scenarios.h"
#include "support/proxy.h"
#include "userinput.h"

#include <QApplication>
#include <QPlainTextEdit>

namespace tusk::bench
{

namespace
{

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr double frame = 16;           // milliseconds
constexpr auto betweenKeys = 35ms;     // a held key
constexpr auto betweenWords = 1'500ms; // long enough for what is found and saved by itself meanwhile
constexpr int megabyte = 1'000'000;
constexpr char words[] = "water the tomatoes and call the plumber";

class Typing final
{
public:
    Typing(BenchTable &table, QString with, int times)
        : m_table(table)
        , m_with(std::move(with))
        , m_times(times)
    {
    }

    // begin: gives the focus to the field; end: leaves it.
    void measure(const QString &field, QWidget &window, const std::function<void()> &begin,
                 const std::function<void()> &end, std::optional<double> other = {}, const QString &note = {})
    {
        window.activateWindow(); // after another window that was measured
        waitFor([&window] { return window.isActiveWindow(); }, "the focus");
        Frames frames(window);
        for (int turn = 0; turn < m_times; ++turn) {
            begin();
            for (const char *letter = words; *letter != 0; ++letter)
                frames.add([letter] { typeLetter(*letter); }, betweenKeys);
            frames.run(betweenWords);
            frames.add(end, betweenWords);
        }
        m_table.add({u"typing, longest key: "_s + field + m_with, u"ms"_s, frames.longest(), other, frame,
                     frames.note() + note});
    }

private:
    BenchTable &m_table;
    QString m_with;
    int m_times;
};

// As an editor on a model that waits would have it: a new filter for each key.
double plainSearch(const base::ConnectionSettings &settings)
{
    PlainList plain(settings, 100);
    QList<double> keys;
    for (const char *typed : {"w", "wa", "wat", "wate", "water"})
        keys.append(plain.timeToPainted(u"title ILIKE '%%1%'"_s.arg(QLatin1StringView(typed))));
    return *std::ranges::max_element(keys);
}

// The editor of a cell that is closed with Enter.
double plainTitle(const base::ConnectionSettings &settings)
{
    PlainList plain(settings, 100);
    return milliseconds([&] { plain.model().edit(0, QStringLiteral("edited")); });
}

// Typing alone; what becomes of it is another matter.
double plainNotes(const QString &notes)
{
    QPlainTextEdit edit(notes);
    edit.resize(360, 600);
    edit.show();
    edit.activateWindow();
    edit.setFocus();
    edit.moveCursor(QTextCursor::End);
    Frames frames(edit);
    for (const char *letter = words; *letter != 0; ++letter)
        frames.add([letter] { typeLetter(*letter); }, betweenKeys);
    return frames.longest();
}

void focus(OpenWindow &open, const QString &name)
{
    auto *field = open.window().findChild<QWidget *>(name);
    waitFor([field] { return field->isVisible() && field->isEnabled(); }, "a field");
    field->setFocus(Qt::TabFocusReason);
}

void openPalette()
{
    pressKey(Qt::Key_K, Qt::ControlModifier);
    const auto isOpen = [] {
        const QWidget *field = QApplication::focusWidget();
        return field && field->objectName() == u"paletteField"_s;
    };
    waitFor(isOpen, "the palette");
}

void typeInTheList(Typing &typing, OpenWindow &open, const base::ConnectionSettings &settings)
{
    gui::TodoListPage &page = open.window().environment()->todos();
    typing.measure(
        u"quick add"_s, open.window(), [&] { page.focusQuickAdd(); }, [] { pressKey(Qt::Key_Return); });
    typing.measure(
        u"title in the list"_s, open.window(),
        [&] {
            page.focusList();
            page.editSelected();
        },
        [] { pressKey(Qt::Key_Return); }, plainTitle(settings),
        u"; other: leaving a cell of a plain model"_s);
    typing.measure(
        u"search"_s, open.window(), [&] { page.focusSearch(); }, [] { pressKey(Qt::Key_Escape); },
        plainSearch(settings), u"; other: setFilter() of the plain model for each key"_s);
    typing.measure(u"palette"_s, open.window(), openPalette, [] { pressKey(Qt::Key_Escape); });
}

void editNotes(OpenWindow &open)
{
    focus(open, u"notesView"_s);
    pressKey(Qt::Key_Return);
    waitFor([] { return QApplication::focusWidget()->objectName() == u"notesEdit"_s; }, "the notes");
}

void typeInDetails(Typing &typing, OpenWindow &open, BigDatabase &database)
{
    const QModelIndex first = open.view().model()->index(0, models::TodoTableModel::Title);
    open.view().selectOnly(first);
    typing.measure(
        u"title in details"_s, open.window(), [&] { focus(open, u"detailsTitle"_s); },
        [] { pressKey(Qt::Key_Return); });
    const auto leave = [] { pressKey(Qt::Key_Escape); };
    typing.measure(
        u"tags in details"_s, open.window(), [&] { focus(open, u"tagLine"_s); }, leave); // which takes none
    typing.measure(
        u"notes in details"_s, open.window(), [&] { editNotes(open); }, leave);

    const domain::Todo todo = first.data(models::TodoTableModel::TodoRole).value<domain::Todo>();
    database.server().psql(
        u"UPDATE tusk.todo SET notes = repeat(E'a line of notes, as long as such a line is\\n', %1) WHERE id = '%2'; SELECT 1"_s
            .arg(megabyte / 43)
            .arg(todo.id.toString()),
        database.settings().database);
    models::TodoEditor &editor = open.window().environment()->details().editor();
    waitFor([&] { return editor.hasWholeNotes() && editor.notes().size() > megabyte / 2; }, "long notes");
    typing.measure(
        u"notes of 1 MB"_s, open.window(), [&] { editNotes(open); }, leave, plainNotes(editor.notes()),
        u"; other: a QPlainTextEdit with them"_s);
}

} // namespace

void measureTyping(BenchTable &table, const Setting &setting)
{
    BigDatabase &database = setting.bigDatabase();
    tests::Proxy proxy(database.settings());
    proxy.setRoundTrip(150ms);
    OpenWindow open(proxy.settings());
    open.open();
    waitFor([&open] { return open.hasRows(); }, "rows");
    open.window().activateWindow();
    open.window().environment()->todos().focusList();
    Typing typing(table, database.with() + u", round trip 150 ms"_s, setting.quick ? 1 : 5);
    typeInTheList(typing, open, proxy.settings());
    typeInDetails(typing, open, database);
}

} // namespace tusk::bench
