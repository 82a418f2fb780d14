// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/clock.h"
#include "domain/actions.h"
#include "gui/environmentpage.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "gui/mainwindow.h"
#include "gui/settings/lastplace.h"
#include "gui/settings/settings.h"
#include "gui/settings/sortings.h"
#include "gui/sidebar/sidebar.h"
#include "gui/todomimedata.h"
#include "models/groupedtodosmodel.h"
#include "models/opendatabase.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"

#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;
using domain::Priority;
using domain::Sorting;
using domain::TodoFilter;
using Place = TodoFilter::Place;

// In which order the user wants to see the todos of each place.
class TestSorting final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TemporaryHome> m_home;
    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_database;
    base::SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder; // settings, and what was not sent
    std::unique_ptr<gui::Settings> m_settings;
    std::unique_ptr<models::DatabaseLink> m_link;
    std::unique_ptr<gui::MainWindow> m_window;

    // As the program does at its start.
    void start(const QUuid &environment = {})
    {
        stop();
        m_settings = std::make_unique<gui::Settings>(m_folder->path(), m_folder->path());
        models::DatabaseLink::Options options;
        options.settings = m_database;
        options.unsentFolder = m_folder->filePath(u"unsent"_s);
        options.installation = domain::InstallationId(QUuid::createUuid());
        options.environment = environment;
        options.name = u"Test"_s;
        const TodoFilter place = gui::lastPlace(*m_settings, environment);
        options.firstPlace = place.sorted(gui::sortingOf(*m_settings, environment, place));
        m_link = std::make_unique<models::DatabaseLink>(options, m_clock);
        m_window = std::make_unique<gui::MainWindow>(*m_settings);
        m_window->showEnvironment(*m_link);
        m_window->show();
        m_window->activateWindow();
        m_link->open();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_COMPARE(m_link->state(), models::DatabaseLink::State::Ready);
    }
    void stop()
    {
        if (m_window)
            m_window->close();
        m_window.reset();
        m_link.reset();
        m_settings.reset();
    }

    [[nodiscard]] gui::TodoListPage &page() const { return m_window->environment()->todos(); }
    [[nodiscard]] gui::TodoListView &view() const { return page().view(); }
    [[nodiscard]] models::Workspace &workspace() const { return m_link->workspace(); }
    template <class Widget>
    [[nodiscard]] Widget &find(const QString &name) const
    {
        auto *found = m_window->findChild<Widget *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return *found;
    }

    void add(const QString &title, Priority priority = Priority::None, std::optional<int> dueIn = {}) const
    {
        domain::Todo todo = page().model().newTodo(title);
        todo.priority = priority;
        if (dueIn)
            todo.due = domain::When{workspace().today().addDays(*dueIn), {}, {}};
        todo.createdAt = workspace().now().addSecs(workspace().counts().all);
        workspace().perform(domain::createTodos({todo}, workspace().now()));
    }
    void addSome() const
    {
        add(u"banana"_s, Priority::Low, 5);
        add(u"Äpfel"_s, Priority::High);
        add(u"cherry"_s, Priority::None, 1);
        add(u"apple"_s, Priority::High, 3);
        QTRY_VERIFY(workspace().pending().isEmpty());
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList titles;
        for (int row = 0; row < view().model()->rowCount(); ++row)
            titles.append(view().model()->index(row, models::TodoTableModel::Title).data().toString());
        return titles;
    }
    void select(const QString &title) const
    {
        view().setFocus();
        view().selectOnly(
            view().model()->index(static_cast<int>(titles().indexOf(title)), models::TodoTableModel::Title));
    }
    void show(Place place) const
    {
        m_window->environment()->sidebar().choose(TodoFilter::at(place));
        QTRY_VERIFY(!page().model().isLoading());
    }
    [[nodiscard]] QMenu &openSortMenu() const
    {
        QMenu &menu = find<QMenu>(u"sortMenu"_s);
        Q_EMIT menu.aboutToShow();
        return menu;
    }
    void choose(const QString &text) const
    {
        for (QAction *action : openSortMenu().actions()) {
            if (action->text() == text) {
                action->trigger();
                QTRY_VERIFY(!page().model().isLoading());
                return;
            }
        }
        QFAIL(qPrintable(u"no "_s + text));
    }
    [[nodiscard]] QStringList checked() const
    {
        QStringList texts;
        for (const QAction *action : openSortMenu().actions()) {
            if (action->isChecked())
                texts.append(action->text());
        }
        return texts;
    }
    void chooseInPalette(const QString &typed) const
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), typed);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!page().model().isLoading());
    }

protected:
    void prepare() override
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = createTuskDatabase(*m_server);
        start();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_home = std::make_unique<TemporaryHome>();
        m_server = std::make_unique<TestServer>();
    }
    void cleanup() { stop(); }
    void cleanupTestCase()
    {
        m_server.reset();
        m_home.reset();
    }

    void shouldSortByWhatIsChosenInTheMenu()
    {
        addSome();
        QVERIFY(find<QToolButton>(u"sortButton"_s).isVisible());
        QCOMPARE(checked(), QStringList{u"By hand"_s});
        choose(u"Title"_s);
        QCOMPARE(titles(), (QStringList{u"Äpfel"_s, u"apple"_s, u"banana"_s, u"cherry"_s}));
        QCOMPARE(checked(), (QStringList{u"Title"_s, u"A to Z"_s}));
        choose(u"Z to A"_s);
        QCOMPARE(titles(), (QStringList{u"cherry"_s, u"banana"_s, u"apple"_s, u"Äpfel"_s}));
        choose(u"Due date"_s);
        QCOMPARE(titles(), (QStringList{u"cherry"_s, u"apple"_s, u"banana"_s, u"Äpfel"_s}));
        choose(u"Latest first"_s); // what has no date stays last
        QCOMPARE(titles(), (QStringList{u"banana"_s, u"apple"_s, u"cherry"_s, u"Äpfel"_s}));
        choose(u"Priority"_s); // equals in the order of the hand
        QCOMPARE(titles(), (QStringList{u"Äpfel"_s, u"apple"_s, u"banana"_s, u"cherry"_s}));
        choose(u"Date added"_s);
        QCOMPARE(titles(), (QStringList{u"apple"_s, u"cherry"_s, u"Äpfel"_s, u"banana"_s}));
        choose(u"By hand"_s);
        QCOMPARE(titles(), (QStringList{u"banana"_s, u"Äpfel"_s, u"cherry"_s, u"apple"_s}));
    }

    void shouldRememberTheOrderOfEachPlaceAtTheNextStart()
    {
        addSome();
        choose(u"Title"_s);
        choose(u"Z to A"_s);
        show(Place::All);
        QCOMPARE(checked(), QStringList{u"By hand"_s}); // each place has its own
        choose(u"Priority"_s);
        show(Place::Inbox);
        QCOMPARE(titles().first(), u"cherry"_s);

        start();
        QTRY_COMPARE(titles(), (QStringList{u"cherry"_s, u"banana"_s, u"apple"_s, u"Äpfel"_s}));
        QCOMPARE(checked(), (QStringList{u"Title"_s, u"Z to A"_s}));
        show(Place::All);
        QCOMPARE(checked(), (QStringList{u"Priority"_s, u"Highest first"_s}));

        start(QUuid::createUuid()); // another environment has orders of its own
        QCOMPARE(checked(), QStringList{u"By hand"_s});
    }

    void shouldReachEveryOrderByTheKeyboard()
    {
        addSome();
        chooseInPalette(u"sort by title"_s);
        QCOMPARE(titles().first(), u"Äpfel"_s);
        chooseInPalette(u"reverse the order"_s);
        QCOMPARE(titles().first(), u"cherry"_s);
        chooseInPalette(u"sort by date added"_s);
        QCOMPARE(titles().first(), u"apple"_s);
        chooseInPalette(u"sort by priority"_s);
        QCOMPARE(titles().first(), u"Äpfel"_s);
        chooseInPalette(u"sort by date"_s);
        QCOMPARE(titles().first(), u"cherry"_s);
        chooseInPalette(u"sort by hand"_s);
        QCOMPARE(titles().first(), u"banana"_s);
    }

    void shouldShowTheOrderInItsActions()
    {
        const auto state = [this](const char *name) {
            const QAction &action = find<QAction>(QLatin1StringView(name));
            return !action.isEnabled() ? u"-"_s : action.isChecked() ? u"x"_s : u"o"_s;
        };
        const auto states = [&state] {
            return QStringList{state("sort.hand"),  state("sort.date"),    state("sort.priority"),
                               state("sort.title"), state("sort.created"), state("sort.reverse")}
                .join(u' ');
        };
        QCOMPARE(states(), u"x o o o o -"_s);
        find<QAction>(u"sort.title"_s).trigger();
        QCOMPARE(states(), u"o o o x o o"_s);
        find<QAction>(u"sort.title"_s).trigger(); // chosen is chosen
        QCOMPARE(states(), u"o o o x o o"_s);
        find<QAction>(u"sort.reverse"_s).trigger();
        QCOMPARE(states(), u"o o o x o x"_s);
        show(Place::Today);
        QCOMPARE(states(), u"- x o o o -"_s);
        show(Place::Completed);
        QCOMPARE(states(), u"- x o o o o"_s);
    }

    void shouldOfferTheOrderByHandWhereTodosAreMoved()
    {
        addSome();
        choose(u"Title"_s);
        select(u"banana"_s);
        QTest::keyClick(&view(), Qt::Key_Up, Qt::AltModifier);
        QWidget &strip = find<QWidget>(u"messageStrip"_s);
        QTRY_VERIFY(strip.isVisible());
        QCOMPARE(find<QLabel>(u"messageSentence"_s).text(),
                 u"Sorted by title, todos cannot be moved by hand."_s);
        QVERIFY(workspace().pending().isEmpty());
        QCOMPARE(find<QPushButton>(u"messageAction"_s).text(), u"Sort by hand"_s);
        find<QPushButton>(u"messageAction"_s).click();
        QTRY_COMPARE(titles(), (QStringList{u"banana"_s, u"Äpfel"_s, u"cherry"_s, u"apple"_s}));
        QCOMPARE(page().selectedTodos().size(), 1); // still
        QTest::keyClick(&view(), Qt::Key_Down, Qt::AltModifier);
        QTRY_COMPARE(titles().first(), u"Äpfel"_s);
    }

    void shouldSayTheSameWhereTodosAreDropped()
    {
        addSome();
        choose(u"Priority"_s);
        select(u"banana"_s);
        const gui::TodoMimeData data(page().selectedTodos());
        const QPointF spot =
            view().visualRect(view().model()->index(0, models::TodoTableModel::Title)).center();
        QDragEnterEvent enter(spot.toPoint(), Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view().viewport(), &enter);
        QDropEvent drop(spot, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view().viewport(), &drop);
        QTRY_COMPARE(find<QLabel>(u"messageSentence"_s).text(),
                     u"Sorted by priority, todos cannot be moved by hand."_s);
        QVERIFY(workspace().pending().isEmpty());
    }

    void shouldPutWhatIsTypedWhereItBelongs()
    {
        addSome();
        choose(u"Title"_s);
        auto &quickAdd = find<QLineEdit>(u"quickAdd"_s);
        quickAdd.setFocus();
        QTest::keyClicks(&quickAdd, u"avocado"_s);
        QTest::keyClick(&quickAdd, Qt::Key_Return);
        const QStringList sorted{u"Äpfel"_s, u"apple"_s, u"avocado"_s, u"banana"_s, u"cherry"_s};
        QCOMPARE(titles(), sorted); // at once
        QTRY_VERIFY(workspace().pending().isEmpty());
        QCOMPARE(titles(), sorted);
        show(Place::All);
        show(Place::Inbox);
        QCOMPARE(titles(), sorted); // and as the database has it
    }

    void shouldKeepWhatIsSelectedInAnotherOrder()
    {
        addSome();
        select(u"cherry"_s);
        choose(u"Title"_s);
        QCOMPARE(page().selectedTodos().size(), 1);
        QCOMPARE(page().selectedTodos().first().title, u"cherry"_s);
    }

    void shouldKeepInSightWhatIsRenamedBeyondTheRowsThatWereRead()
    {
        QList<domain::Todo> todos;
        for (int i = 0; i < 250; ++i)
            todos.append(page().model().newTodo(u"todo %1"_s.arg(i, 3, 10, QChar(u'0'))));
        workspace().perform(domain::createTodos(todos, workspace().now()));
        QTRY_VERIFY(workspace().pending().isEmpty());
        choose(u"Title"_s);
        QTRY_COMPARE(titles().size(), 200);
        select(u"todo 007"_s);
        const domain::Todo before = page().selectedTodos().first();
        domain::Todo after = before;
        after.title = u"zzz"_s;
        workspace().perform(domain::editTodo(before, after, workspace().now()));
        const auto isSelected = [this] {
            const QList<domain::Todo> selected = page().selectedTodos();
            return selected.size() == 1 && selected.first().title == u"zzz"_s;
        };
        QVERIFY(isSelected());
        QTRY_VERIFY(workspace().pending().isEmpty());
        QVERIFY(isSelected());
        while (view().model()->canFetchMore({})) {
            view().model()->fetchMore({});
            QTRY_VERIFY(!page().model().isFetching());
        }
        QCOMPARE(titles().size(), 250);
        QCOMPARE(titles().last(), u"zzz"_s);
        QVERIFY(isSelected());
    }

    void shouldSortUnderTheHeadingsOfTodayAndUpcoming()
    {
        add(u"old b"_s, Priority::None, -3);
        add(u"old a"_s, Priority::None, -1);
        add(u"new b"_s, Priority::None, 0);
        add(u"new a"_s, Priority::None, 0);
        QTRY_VERIFY(workspace().pending().isEmpty());
        show(Place::Today);
        choose(u"Title"_s);
        QStringList rows = titles();
        QCOMPARE(rows.size(), 6);
        QCOMPARE(rows.mid(1, 2), (QStringList{u"old a"_s, u"old b"_s}));
        QCOMPARE(rows.mid(4, 2), (QStringList{u"new a"_s, u"new b"_s}));
        QVERIFY(view().model()->index(0, 0).data(models::GroupedTodosModel::HeaderRole).toBool());
        QVERIFY(view().model()->index(3, 0).data(models::GroupedTodosModel::HeaderRole).toBool());
    }

    void shouldDropTheDaysOfCompletedTodosThatAreSortedByTitle()
    {
        addSome();
        domain::Todo todo = page().model().todoAt(0).value();
        workspace().perform(domain::completeTodos({todo}, workspace().now()));
        todo = page().model().todoAt(1).value();
        workspace().perform(domain::completeTodos({todo}, workspace().now().addDays(-1)));
        QTRY_VERIFY(workspace().pending().isEmpty());
        show(Place::Completed);
        QCOMPARE(titles().size(), 4);
        choose(u"Oldest first"_s);
        QCOMPARE(titles().at(1), u"Äpfel"_s);
        choose(u"Title"_s);
        QCOMPARE(titles(), (QStringList{u"Äpfel"_s, u"banana"_s}));
    }

    void shouldOfferNoOrderForASearch()
    {
        addSome();
        m_window->environment()->todos().focusSearch();
        QTest::keyClicks(QApplication::focusWidget(), u"apple"_s);
        QTRY_COMPARE(page().model().shownPlace().place, Place::Search);
        QVERIFY(!find<QToolButton>(u"sortButton"_s).isVisible());
        QVERIFY(!find<QAction>(u"sort.title"_s).isEnabled());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(find<QToolButton>(u"sortButton"_s).isVisible());
    }

    void shouldTellTheOrderToScreenReaders()
    {
        choose(u"Title"_s);
        const auto &button = find<QToolButton>(u"sortButton"_s);
        QCOMPARE(button.accessibleName(), u"Sort"_s);
        QCOMPARE(button.accessibleDescription(), u"Title, A to Z"_s);
        QCOMPARE(button.toolTip(), u"Sort: Title, A to Z"_s);
    }
};

QTEST_MAIN(TestSorting)
#include "tst_sorting.moc"
