// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "gui/list/listheading.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "gui/theme/themekeeper.h"
#include "gui/todomimedata.h"
#include "models/groupedtodosmodel.h"
#include "models/opendatabase.h"
#include "models/todocommands.h"
#include "support/testcase.h"
#include "support/testclock.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTimer>

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;
using domain::TodoFilter;
using models::GroupedTodosModel;
using models::TodoTableModel;
using Place = domain::TodoFilter::Place;

namespace
{

const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0));
const QDate friday = noon.date();

} // namespace

// The todos of a place on a real database, seen and handled as a user does.
class TestTodoListPage final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;
    std::unique_ptr<gui::ThemeKeeper> m_theme;
    TestClock m_clock{noon.toUTC(), QTimeZone::systemTimeZone()};
    std::unique_ptr<Device> m_device;
    std::unique_ptr<gui::TodoListPage> m_page;

    [[nodiscard]] QString stored(const QString &sql) const
    {
        return m_server->psql(sql, m_settings.database).value(0).value(0);
    }
    void insert(const QString &title, QDate due, const QString &time = {}) const
    {
        const QString at = time.isEmpty() ? u"NULL, NULL"_s : u"'%1', 'UTC'"_s.arg(time);
        m_server->psql(
            u"INSERT INTO tusk.todo (title, due_date, due_time, due_zone) VALUES ('%1', '%2', %3)"_s.arg(
                title, due.toString(Qt::ISODate), at),
            m_settings.database);
    }

    void open(Place place)
    {
        m_device = std::make_unique<Device>(m_settings, QString(), true, domain::InstallationId(), &m_clock);
        m_page = std::make_unique<gui::TodoListPage>(m_device->workspace());
        m_page->resize(700, 600);
        m_page->show();
        goTo(place);
    }
    void goTo(Place place)
    {
        QSignalSpy shown(m_page.get(), &gui::TodoListPage::firstRowsShown);
        m_page->showPlace(TodoFilter::at(place), u"Place"_s);
        QTRY_VERIFY(!shown.isEmpty());
    }

    [[nodiscard]] QModelIndex row(const QString &text) const
    {
        const QAbstractItemModel *rows = m_page->view().model();
        for (int i = 0; i < rows->rowCount(); ++i) {
            if (rows->index(i, TodoTableModel::Title).data().toString().contains(text))
                return rows->index(i, TodoTableModel::Title);
        }
        return {};
    }
    [[nodiscard]] QStringList rows() const
    {
        QStringList texts;
        const QAbstractItemModel *model = m_page->view().model();
        for (int i = 0; i < model->rowCount(); ++i) {
            const QModelIndex index = model->index(i, TodoTableModel::Title);
            const bool isHeader = index.data(GroupedTodosModel::HeaderRole).toBool();
            texts.append(isHeader ? index.data(GroupedTodosModel::GroupKeyRole).toString() + u':'
                                  : index.data().toString());
        }
        return texts;
    }
    [[nodiscard]] QLineEdit &quickAdd() const { return *m_page->findChild<QLineEdit *>(u"quickAdd"_s); }

    // As the menu of the line for new todos does; false where there is none, or nothing to paste.
    bool pasteByMenu()
    {
        const QPoint spot = quickAdd().rect().center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, spot, quickAdd().mapToGlobal(spot));
        QApplication::sendEvent(&quickAdd(), &event);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return false;
        bool pasted = false;
        const QList<QAction *> actions = menu->actions();
        for (QAction *action : actions) {
            if (action->text().startsWith(u"&Paste"_s) && action->isEnabled()) {
                action->trigger();
                pasted = true;
            }
        }
        menu->close();
        return pasted;
    }

    // Onto the line for new todos.
    bool dropOntoLine(const QMimeData &data)
    {
        const QPoint spot = quickAdd().rect().center();
        QDragEnterEvent enter(spot, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&quickAdd(), &enter);
        QDropEvent event(spot, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&quickAdd(), &event);
        return event.isAccepted();
    }

    // Over a row that has this text: above its middle (-1), below it (1). True if it was taken.
    bool drop(const QString &dragged, const QString &onto, int half)
    {
        const gui::TodoMimeData data({row(dragged).data(TodoTableModel::TodoRole).value<domain::Todo>()});
        const QRect rect = m_page->view().visualRect(row(onto));
        const QPoint spot(200, rect.center().y() + half * rect.height() / 3);
        QWidget *viewport = m_page->view().viewport();
        QDragEnterEvent enter(spot, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &enter);
        QDragMoveEvent move(spot, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &move);
        const bool allowed = move.isAccepted(); // what the cursor says
        QDropEvent event(spot, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &event);
        return allowed;
    }

protected:
    void prepare() override
    {
        m_clock.setNow(noon.toUTC());
        m_settings = createTuskDatabase(*m_server);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>();
        m_theme = std::make_unique<gui::ThemeKeeper>();
        m_theme->setChoice({gui::AppearanceChoice::Colors::Light, gui::AppearanceChoice::Motion::Off});
    }
    void cleanup()
    {
        m_page.reset();
        m_device.reset();
    }
    void cleanupTestCase()
    {
        m_theme.reset();
        m_server.reset();
    }

    void shouldSetTheDueDateToTheDayThatTodosAreDroppedOn()
    {
        insert(u"call Ana"_s, friday.addDays(1), u"09:30"_s);
        insert(u"buy seeds"_s, friday.addDays(2));
        open(Place::Upcoming);
        QVERIFY(drop(u"call Ana"_s, u"buy seeds"_s, 1));
        QTRY_VERIFY(m_device->isSaved());
        // The time of day stays.
        QCOMPARE(stored(u"SELECT due_date || ' ' || due_time FROM tusk.todo WHERE title = 'call Ana'"_s),
                 friday.addDays(2).toString(Qt::ISODate) + u" 09:30:00"_s);
        QCOMPARE(rows(), QStringList({u"due:2026-11-22:"_s, u"call Ana"_s, u"buy seeds"_s}));

        QVERIFY(m_device->workspace().undo());
        QTRY_COMPARE(rows().size(), 4);
    }

    void shouldSetTheDueDateToTheDayOfAHeading()
    {
        insert(u"call Ana"_s, friday.addDays(1));
        insert(u"buy seeds"_s, friday.addDays(2));
        open(Place::Upcoming);
        QVERIFY(drop(u"buy seeds"_s, u"21 "_s, 0));
        QTRY_COMPARE(stored(u"SELECT due_date FROM tusk.todo WHERE title = 'buy seeds'"_s),
                     friday.addDays(1).toString(Qt::ISODate));
    }

    void shouldKeepTheSpotAmongTodosWithoutATime()
    {
        for (const QString &title : {u"one"_s, u"two"_s, u"three"_s})
            insert(title, friday.addDays(2));
        insert(u"call Ana"_s, friday.addDays(1));
        open(Place::Upcoming);
        QVERIFY(drop(u"call Ana"_s, u"two"_s, -1));
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(rows().sliced(1), QStringList({u"one"_s, u"call Ana"_s, u"two"_s, u"three"_s}));
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.action WHERE kind <> 'external'"_s), u"1"_s);
    }

    // More than are looked at on each side of the spot.
    void shouldDropTodosWhereTheUserWantsThemAmongManyOthers()
    {
        m_server->psql(u"INSERT INTO tusk.todo (title, position) SELECT 'todo ' || n, 'a' || n || 'V' "
                       "FROM generate_series(100, 299) AS n"_s,
                       m_settings.database);
        open(Place::Inbox);
        QCOMPARE(rows().size(), 200);
        QStringList expected = rows();
        const auto dropped = [&](int from, int before) {
            const QString moved = expected.at(from);
            m_page->view().scrollTo(row(expected.at(before)), QAbstractItemView::PositionAtCenter);
            const bool taken = drop(moved, expected.at(before), -1);
            expected.insert(before, moved);
            expected.removeAt(from < before ? from : from + 1);
            return taken;
        };
        for (const auto &[from, before] : {std::pair(0, 100), std::pair(199, 80), std::pair(150, 0)}) {
            QVERIFY(dropped(from, before));
            QCOMPARE(rows(), expected);
            QTRY_VERIFY(m_device->isSaved());
            QCOMPARE(rows(), expected);
        }
        QCOMPARE(stored(u"SELECT string_agg(title, ',' ORDER BY position, id) FROM tusk.todo"_s),
                 expected.join(u','));
        // One change for each: the others kept their positions.
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo WHERE position !~ '^a[0-9]{3}V$'"_s), u"3"_s);
    }

    void shouldMoveWhatIsOverdueToTodayByDroppingItThere()
    {
        insert(u"water"_s, friday.addDays(-1));
        insert(u"rest"_s, friday);
        open(Place::Today);
        QCOMPARE(rows().size(), 4);
        QVERIFY(drop(u"water"_s, u"rest"_s, 1));
        QTRY_COMPARE(rows(), QStringList({u"today:"_s, u"rest"_s, u"water"_s}));
    }

    void shouldRefuseWhereADropWouldDoNothing()
    {
        insert(u"water"_s, friday.addDays(-1));
        insert(u"early"_s, friday, u"23:00"_s);
        insert(u"late"_s, friday, u"23:30"_s);
        open(Place::Today);
        QVERIFY(!drop(u"early"_s, u"Overdue"_s, 0)); // nothing becomes overdue by being put there
        QVERIFY(!drop(u"early"_s, u"water"_s, 1));
        QVERIFY(!drop(u"early"_s, u"late"_s, 1)); // the time decides
        QCOMPARE(m_device->workspace().pending().size(), 0);
    }

    void shouldMoveATodoToOverdueWhenItsTimePasses()
    {
        const QDateTime due = noon.addSecs(60);
        insert(u"call"_s, friday, due.toUTC().time().toString(u"HH:mm:ss"_s));
        insert(u"rest"_s, friday);
        m_clock.setNow(due.addMSecs(-300).toUTC());
        open(Place::Today);
        QCOMPARE(rows(), QStringList({u"today:"_s, u"call"_s, u"rest"_s}));
        m_clock.setNow(due.addMSecs(1).toUTC()); // nobody tells the page
        QTRY_COMPARE(rows(), QStringList({u"overdue:"_s, u"call"_s, u"today:"_s, u"rest"_s}));
    }

    void shouldLookForTheNextDueTimeOnceWhereManyRowsChange()
    {
        m_server->psql(
            u"INSERT INTO tusk.todo (title) SELECT 'todo ' || n FROM generate_series(1, 100) AS n"_s,
            m_settings.database);
        open(Place::All);
        const QAbstractItemModel *shown = m_page->view().model();
        QCOMPARE(shown->rowCount(), 100);
        QList<domain::Todo> everyOther;
        for (int i = 0; i < shown->rowCount(); i += 2)
            everyOther.append(
                shown->index(i, TodoTableModel::Title).data(TodoTableModel::TodoRole).value<domain::Todo>());
        const auto *timer = m_page->findChild<QTimer *>(u"watchTimer"_s);
        QVERIFY(timer);
        const QSignalSpy changed(&m_page->model(), &QAbstractItemModel::dataChanged);
        const QSignalSpy looked(timer, &QTimer::timeout);
        models::TodoCommands(m_device->workspace()).setPriority(everyOther, domain::Priority::High);
        QTRY_COMPARE_GE(changed.size(), 50);
        QTRY_VERIFY(m_device->isSaved());
        QTRY_COMPARE_GE(looked.size(), 1);
        QVERIFY2(looked.size() < 10, qPrintable(QString::number(looked.size())));
    }

    void shouldHideTheLineForNewTodosWhereNoneCanBeAdded()
    {
        open(Place::Inbox);
        QVERIFY(quickAdd().isVisible());
        quickAdd().setText(u"half a thought"_s);
        for (const Place place : {Place::Completed, Place::Trash}) {
            goTo(place);
            QVERIFY(!quickAdd().isVisible());
        }
        // What was typed is still there, and asking for the line leads to where it is.
        QSignalSpy wanted(m_page.get(), &gui::TodoListPage::placeWanted);
        m_page->focusQuickAdd();
        QCOMPARE(wanted.size(), 1);
        goTo(Place::Inbox);
        QVERIFY(quickAdd().isVisible());
        QCOMPARE(quickAdd().text(), u"half a thought"_s);
    }

    void shouldAddATodoForEachLineThatTheMenuPastesIntoTheEmptyLine()
    {
        open(Place::Inbox);
        QGuiApplication::clipboard()->setText(u"one\ntwo"_s);
        QVERIFY(pasteByMenu());
        QTRY_COMPARE(rows(), QStringList({u"one"_s, u"two"_s}));
        QCOMPARE(quickAdd().text(), QString());
        quickAdd().setText(u"t"_s);
        QVERIFY(pasteByMenu()); // in the middle of a title: it goes on there
        QVERIFY(quickAdd().text().startsWith(u"tone"_s));
        QCOMPARE(rows().size(), 2);
        quickAdd().clear();
        QGuiApplication::clipboard()->setText(u"three"_s);
        QVERIFY(pasteByMenu());
        QCOMPARE(quickAdd().text(), u"three"_s); // one line is a title to go on with
    }

    void shouldAddATodoForEachLineThatIsDroppedOntoTheEmptyLine()
    {
        open(Place::Inbox);
        QMimeData lines;
        lines.setText(u"one\ntwo"_s);
        QVERIFY(dropOntoLine(lines));
        QTRY_COMPARE(rows(), QStringList({u"one"_s, u"two"_s}));
        QCOMPARE(quickAdd().text(), QString());
        quickAdd().setText(u"t"_s);
        QVERIFY(dropOntoLine(lines));
        QVERIFY(quickAdd().text().contains(u"one"_s));
        QCOMPARE(rows().size(), 2);
    }

    void shouldNotAddTodosAgainThatAreDroppedOntoTheLine()
    {
        open(Place::Inbox);
        QGuiApplication::clipboard()->setText(u"one\ntwo"_s);
        m_page->paste();
        QTRY_COMPARE(rows().size(), 2);
        QList<domain::Todo> todos;
        for (const QString &title : rows())
            todos.append(row(title).data(TodoTableModel::TodoRole).value<domain::Todo>());
        const gui::TodoMimeData dragged(todos);
        dropOntoLine(dragged);
        QCOMPARE(rows().size(), 2);
    }

    void shouldNotPasteWhereNothingCanBeAdded()
    {
        open(Place::Trash);
        QSignalSpy noticed(m_page.get(), &gui::TodoListPage::noticed);
        QGuiApplication::clipboard()->setText(u"one\ntwo"_s);
        m_page->paste();
        QCOMPARE(noticed.size(), 1);
        QCOMPARE(m_device->workspace().pending().size(), 0);
    }

    void shouldAddTodosThatBelongToThePlace_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<QString>("due");
        QTest::newRow("inbox") << int(Place::Inbox) << u"none"_s;
        QTest::newRow("today") << int(Place::Today) << friday.toString(Qt::ISODate);
        QTest::newRow("upcoming") << int(Place::Upcoming) << friday.addDays(1).toString(Qt::ISODate);
        QTest::newRow("all") << int(Place::All) << u"none"_s;
    }
    void shouldAddTodosThatBelongToThePlace()
    {
        QFETCH(int, place);
        QFETCH(QString, due);
        open(Place(place));
        QTest::keyClicks(&quickAdd(), u"new"_s);
        QTest::keyClick(&quickAdd(), Qt::Key_Return);
        QVERIFY(row(u"new"_s).isValid());
        QTRY_COMPARE(stored(u"SELECT coalesce(due_date::text, 'none') FROM tusk.todo"_s), due);
    }

    void shouldSelectATodoThatIsAddedBeforeThePlaceIsThere()
    {
        open(Place::Completed);
        QSignalSpy shown(m_page.get(), &gui::TodoListPage::firstRowsShown);
        m_page->showPlace(TodoFilter::at(Place::Inbox), u"Inbox"_s);
        quickAdd().setText(u"Bread"_s);
        QTest::keyClick(&quickAdd(), Qt::Key_Return);
        QVERIFY(shown.isEmpty());
        QTRY_VERIFY(!shown.isEmpty());
        QTRY_COMPARE(m_page->selectedTodos().size(), 1);
        QCOMPARE(m_page->selectedTodos().constFirst().title, u"Bread"_s);
    }

    void shouldLeaveWhatWasSelectedSinceATodoWasAdded()
    {
        insert(u"milk"_s, friday);
        open(Place::All);
        QSignalSpy shown(m_page.get(), &gui::TodoListPage::firstRowsShown);
        m_page->sortBy({domain::Sorting::By::Title, false}); // the same rows, read again
        quickAdd().setText(u"bread"_s);
        QTest::keyClick(&quickAdd(), Qt::Key_Return);
        m_page->view().selectOnly(row(u"milk"_s));
        QVERIFY(shown.isEmpty());
        QTRY_VERIFY(!shown.isEmpty());
        QCOMPARE(m_page->selectedTodos().value(0).title, u"milk"_s);
        QCOMPARE(m_page->selectedTodos().size(), 1);
    }

    void shouldSelectEverythingThoughThePlaceIsReadAnewMeanwhile()
    {
        m_server->psql(
            u"INSERT INTO tusk.todo (title) SELECT 'todo ' || n FROM generate_series(1, 450) AS n"_s,
            m_settings.database);
        open(Place::All);
        QCOMPARE(rows().size(), 200); // the rest has not been read
        const QSignalSpy shown(m_page.get(), &gui::TodoListPage::firstRowsShown);
        m_device->workspace().dayChanged(); // what is shown is read anew
        m_page->view().selectAll();
        QTRY_COMPARE(m_page->selectedTodos().size(), 450);
        QCOMPARE(shown.size(), 1);
    }

    void shouldNotSelectEverythingOnceSomethingElseWasChosen()
    {
        m_server->psql(
            u"INSERT INTO tusk.todo (title) SELECT 'todo ' || n FROM generate_series(1, 450) AS n"_s,
            m_settings.database);
        open(Place::All);
        const QSignalSpy shown(m_page.get(), &gui::TodoListPage::firstRowsShown);
        m_device->workspace().dayChanged(); // what is shown is read anew
        m_page->view().selectAll();
        m_page->view().selectOnly(row(u"todo 7"_s));
        QTRY_COMPARE(shown.size(), 1);
        QCOMPARE(m_page->selectedTodos().size(), 1);
    }

    void shouldSelectNoHitByItselfWhenHitsAreReadAnew()
    {
        insert(u"milk"_s, friday);
        open(Place::All);
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QSignalSpy shown(m_page.get(), &gui::TodoListPage::firstRowsShown);
        m_page->heading().search().setText(u"milk"_s);
        QTRY_VERIFY(!shown.isEmpty());
        m_page->view().setFocus();
        m_page->view().clearSelection();
        QVERIFY(m_page->view().hasFocus());
        shown.clear();
        m_device->workspace().dayChanged(); // what is shown is read anew
        QTRY_VERIFY(!shown.isEmpty());
        QVERIFY(row(u"milk"_s).isValid());
        QVERIFY(m_page->selectedTodos().isEmpty());
    }

    void shouldKeepATitleWhoseRowGoesWhileItIsTyped()
    {
        m_server->psql(u"INSERT INTO tusk.todo (title, position) VALUES ('tea', 'A'), ('milk', 'B')"_s,
                       m_settings.database);
        open(Place::Inbox);
        QSignalSpy left(m_page.get(), &gui::TodoListPage::titleLeft);
        m_page->view().setFocus();
        m_page->view().selectOnly(row(u"tea"_s));
        m_page->editSelected();
        auto *editor = m_page->findChild<QLineEdit *>(u"titleEditor"_s);
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, u"green tea"_s);
        m_server->psql(u"UPDATE tusk.todo SET deleted_at = now() WHERE title = 'tea'"_s, m_settings.database);
        QTRY_COMPARE(left.size(), 1);
        QCOMPARE(left.first().at(1).toString(), u"green tea"_s);
        QCOMPARE(rows(), QStringList{u"milk"_s});
        QCOMPARE(m_device->workspace().pending().size(), 0); // half a title is not saved unasked

        m_page->saveTitle(left.first().at(0).value<domain::Todo>(), u"green tea"_s);
        QTRY_COMPARE(stored(u"SELECT count(*) FROM tusk.todo WHERE title = 'green tea'"_s), u"1"_s);
    }

    void shouldPutTheTitleOfATodoThatIsGoneIntoTheLine()
    {
        open(Place::Inbox);
        domain::Todo gone;
        gone.id = domain::TodoId(QUuid::createUuid());
        m_page->saveTitle(gone, u"green tea"_s);
        QTRY_COMPARE(quickAdd().text(), u"green tea"_s);
    }

    void shouldSaveATitleThatIsTypedWhenAnotherPlaceIsShown()
    {
        m_server->psql(u"INSERT INTO tusk.todo (title) VALUES ('tea')"_s, m_settings.database);
        open(Place::Inbox);
        m_page->view().setFocus();
        m_page->view().selectOnly(row(u"tea"_s));
        m_page->editSelected();
        auto *editor = m_page->findChild<QLineEdit *>(u"titleEditor"_s);
        editor->selectAll();
        QTest::keyClicks(editor, u"green tea"_s);
        goTo(Place::Completed);
        QTRY_COMPARE(stored(u"SELECT title FROM tusk.todo"_s), u"green tea"_s);
    }

    void shouldLeadToATodoWhereverItIs()
    {
        insert(u"tomorrow"_s, friday.addDays(1));
        insert(u"rest"_s, friday);
        open(Place::Today);
        const auto id =
            domain::TodoId::fromString(stored(u"SELECT id FROM tusk.todo WHERE title = 'rest'"_s));
        m_page->goToTodo(id);
        QCOMPARE(m_page->selectedTodos().value(0).title, u"rest"_s); // here already
        QSignalSpy chosen(m_page.get(), &gui::TodoListPage::hitChosen);
        m_page->goToTodo(
            domain::TodoId::fromString(stored(u"SELECT id FROM tusk.todo WHERE title = 'tomorrow'"_s)));
        QTRY_COMPARE(chosen.size(), 1);
        QVERIFY(chosen.first().first().value<TodoFilter>() == TodoFilter::at(Place::Inbox));
    }
};

QTEST_MAIN(TestTodoListPage)

#include "tst_todolistpage.moc"
