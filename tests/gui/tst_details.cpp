// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "gui/details/choicepopup.h"
#include "gui/details/datefield.h"
#include "gui/details/detailspane.h"
#include "gui/details/listfield.h"
#include "gui/details/monthgrid.h"
#include "gui/details/notesfield.h"
#include "gui/details/priorityfield.h"
#include "gui/details/repeatnotice.h"
#include "gui/details/subtasklist.h"
#include "gui/details/tagchip.h"
#include "gui/details/titlefield.h"
#include "gui/details/valuebutton.h"
#include "gui/theme/themekeeper.h"
#include "models/opendatabase.h"
#include "support/testcase.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace tusk;
using namespace tusk::tests;
using domain::TodoField;

class TestDetails final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;
    std::unique_ptr<gui::ThemeKeeper> m_theme;
    std::unique_ptr<Device> m_device;
    std::unique_ptr<gui::DetailsPane> m_pane;

    QString stored(const QString &sql) { return m_server->psql(sql, m_settings.database).value(0).value(0); }

    template <class Widget>
    Widget *find(const char *name)
    {
        auto *widget = m_pane->findChild<Widget *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }
    // In the pop-up that is open.
    template <class Widget>
    Widget *inPopUp(const char *name)
    {
        auto *widget = QApplication::activePopupWidget()->findChild<Widget *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }

    domain::Todo add(const QString &title)
    {
        m_device->add(title);
        if (!QTest::qWaitFor([this] { return m_device->isSaved(); }, 10'000))
            qFatal("not saved");
        return m_device->todo(title);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    QDate today() { return m_device->workspace().today(); }
    QStringList chips()
    {
        QStringList names;
        for (const gui::TagChip *chip : m_pane->findChildren<gui::TagChip *>()) {
            if (!chip->isHidden())
                names.append(chip->text());
        }
        return names;
    }

protected:
    void prepare() override
    {
        m_settings = createTuskDatabase(*m_server);
        m_device = std::make_unique<Device>(m_settings);
        domain::TodoFilter all;
        all.place = domain::TodoFilter::Place::All;
        QVERIFY(m_device->show(all));
        m_pane = std::make_unique<gui::DetailsPane>(m_device->workspace());
        m_pane->show();
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<TestServer>(TestServerOptions{});
        m_theme = std::make_unique<gui::ThemeKeeper>();
    }
    void cleanup()
    {
        m_pane.reset();
        m_device.reset();
    }
    void cleanupTestCase()
    {
        m_theme.reset();
        m_server.reset();
    }

    void shouldSayThatNothingIsSelected()
    {
        QVERIFY(find<QLabel>("detailsEmpty")->isVisible());
        m_pane->showTodos({add(QStringLiteral("Water the tomatoes"))});
        QVERIFY(!find<QLabel>("detailsEmpty")->isVisible());
        QCOMPARE(find<gui::TitleField>("detailsTitle")->title(), QStringLiteral("Water the tomatoes"));
        m_pane->showTodos({});
        QVERIFY(find<QLabel>("detailsEmpty")->isVisible());
    }

    void shouldSaveATypedTitleWithoutAButton()
    {
        m_pane->showTodos({add(QStringLiteral("Water the tomatoes"))});
        m_pane->focusTitle();
        press(Qt::Key_End);
        type(QStringLiteral(" twice"));
        QTRY_COMPARE(stored(QStringLiteral("SELECT title FROM tusk.todo")),
                     QStringLiteral("Water the tomatoes twice"));
        type(QStringLiteral("!"));
        press(Qt::Key_Return);
        QVERIFY(find<gui::DateField>("detailsDue")->hasFocus());
        QTRY_COMPARE(stored(QStringLiteral("SELECT title FROM tusk.todo")),
                     QStringLiteral("Water the tomatoes twice!"));
    }

    void shouldSaveWhatIsTypedWhenTheWindowCloses()
    {
        m_pane->showTodos({add(QStringLiteral("Water the tomatoes"))});
        m_pane->focusTitle();
        press(Qt::Key_A, Qt::ControlModifier);
        type(QStringLiteral("Water the beans"));
        m_pane->close();
        QTRY_COMPARE(stored(QStringLiteral("SELECT title FROM tusk.todo")),
                     QStringLiteral("Water the beans"));
    }

    void shouldNotMoveTheCursorWhenTheTodoChangesElsewhere()
    {
        m_pane->showTodos({add(QStringLiteral("Water the tomatoes"))});
        auto *title = find<gui::TitleField>("detailsTitle");
        m_pane->focusTitle();
        press(Qt::Key_Home);
        press(Qt::Key_Right);
        m_server->psql(QStringLiteral("UPDATE tusk.todo SET title = 'Sell them', priority = 3"),
                       m_settings.database);
        QTRY_VERIFY(find<gui::PriorityField>("detailsPriority")->value().priority == 3);
        QCOMPARE(title->title(), QStringLiteral("Water the tomatoes"));
        QCOMPARE(title->textCursor().position(), 1);
        press(Qt::Key_Tab);
        QTRY_COMPARE(title->title(), QStringLiteral("Sell them"));
    }

    void shouldTakePastedTextAsOneLineAndRefuseANovel()
    {
        m_pane->showTodos({add(QStringLiteral("Water"))});
        m_pane->focusTitle();
        press(Qt::Key_End);
        QApplication::clipboard()->setText(QStringLiteral(" the\n tomatoes\n"));
        press(Qt::Key_V, Qt::ControlModifier);
        auto *title = find<gui::TitleField>("detailsTitle");
        QCOMPARE(title->document()->blockCount(), 1);
        const QString before = title->title();
        QApplication::clipboard()->setText(QString(1'000'000, u'x'));
        press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(title->title(), before);
        QVERIFY(find<QLabel>("detailsProblem")->isVisible());
    }

    void shouldSayWhatIsWrongWithATitleAndKeepIt()
    {
        m_pane->showTodos({add(QStringLiteral("Water the tomatoes"))});
        m_pane->focusTitle();
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_Backspace);
        press(Qt::Key_Tab);
        auto *problem = find<QLabel>("detailsProblem");
        QVERIFY(problem->isVisible());
        QCOMPARE(problem->text(), QStringLiteral("The title is blank."));
        m_pane->focusTitle();
        type(QStringLiteral("Water the beans"));
        press(Qt::Key_Tab);
        QVERIFY(!problem->isVisible());
        QTRY_COMPARE(stored(QStringLiteral("SELECT title FROM tusk.todo")),
                     QStringLiteral("Water the beans"));
    }

    void shouldUnderstandADateInWords()
    {
        m_pane->showTodos({add(QStringLiteral("Water the tomatoes"))});
        auto *due = find<gui::DateField>("detailsDue");
        due->setFocus();
        press(Qt::Key_Return);
        type(QStringLiteral("31 feb"));
        press(Qt::Key_Return);
        QVERIFY(inPopUp<QLabel>("dateUnderstood")->text().contains(QStringLiteral("31 feb")));
        QCOMPARE(inPopUp<QLineEdit>("dateWords")->text(), QStringLiteral("31 feb"));
        inPopUp<QLineEdit>("dateWords")->clear();
        type(QStringLiteral("tomorrow 9am"));
        press(Qt::Key_Return);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QVERIFY(due->hasFocus());
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(stored(QStringLiteral("SELECT due_date || ' ' || due_time FROM tusk.todo")),
                 today().addDays(1).toString(Qt::ISODate) + QStringLiteral(" 09:00:00"));
        QVERIFY(due->value().text.startsWith(QStringLiteral("Tomorrow, ")));
    }

    void shouldMarkTheDayThatIsTyped()
    {
        domain::Todo todo = m_device->model().newTodo(QStringLiteral("Call"));
        todo.due = domain::When{today().addDays(3), {}, {}};
        m_device->workspace().perform(domain::createTodos({todo}, m_device->workspace().now()));
        m_pane->showTodos({m_device->todo(todo.title)});
        m_pane->pickDue();
        const auto *grid = inPopUp<gui::MonthGrid>("monthGrid");
        QCOMPARE(grid->marked(), today().addDays(3));
        type(QStringLiteral("in 40 days"));
        QCOMPARE(grid->marked(), today().addDays(40));
        QVERIFY(grid->isShown(grid->marked()));
        // Nothing typed any more: Enter would leave the date as it is.
        inPopUp<QLineEdit>("dateWords")->clear();
        QCOMPARE(grid->marked(), today().addDays(3));
        press(Qt::Key_Return);
        QCOMPARE(m_pane->editor().due(), todo.due);
    }

    void shouldChooseADayWithTheKeyboardAndLeaveWithEscape()
    {
        m_pane->showTodos({add(QStringLiteral("Water the tomatoes"))});
        find<gui::DateField>("detailsDue")->setFocus();
        press(Qt::Key_Down);
        inPopUp<gui::MonthGrid>("monthGrid")->setFocus();
        press(Qt::Key_Right);
        press(Qt::Key_Down);
        press(Qt::Key_PageDown);
        press(Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QVERIFY(m_device->isSaved());

        press(Qt::Key_Space);
        inPopUp<gui::MonthGrid>("monthGrid")->setFocus();
        press(Qt::Key_Right);
        press(Qt::Key_Down);
        press(Qt::Key_PageDown);
        press(Qt::Key_PageUp);
        press(Qt::Key_Return);
        QCOMPARE(m_pane->editor().due(), std::optional(domain::When{today().addDays(8), {}, {}}));
    }

    void shouldKeepTheTimeOfDayWhenTheDayChanges()
    {
        domain::Todo todo = m_device->model().newTodo(QStringLiteral("Call"));
        todo.due = domain::When{today(), QTime(16, 30), "Asia/Tokyo"};
        m_device->workspace().perform(domain::createTodos({todo}, m_device->workspace().now()));
        m_pane->showTodos({m_device->todo(todo.title)});
        m_pane->pickDue();
        inPopUp<gui::MonthGrid>("monthGrid")->setFocus();
        press(Qt::Key_Right);
        press(Qt::Key_Return);
        QCOMPARE(m_pane->editor().due(),
                 std::optional(domain::When{today().addDays(1), QTime(16, 30), "Asia/Tokyo"}));
        // A time that is no time of day is said, and stays to be mended.
        m_pane->pickDue();
        auto *time = inPopUp<QLineEdit>("dateTime");
        QCOMPARE(time->text(), QStringLiteral("16:30"));
        time->setFocus();
        time->selectAll();
        type(QStringLiteral("25:77"));
        press(Qt::Key_Return);
        QVERIFY(inPopUp<QLabel>("dateUnderstood")->text().contains(QStringLiteral("25:77")));
        QCOMPARE(inPopUp<QLineEdit>("dateTime")->text(), QStringLiteral("25:77"));
        inPopUp<QAbstractButton>("dateNone")->click();
        QCOMPARE(m_pane->editor().due(), std::nullopt);
    }

    void shouldKeepTheDateWhenATimeCannotBeReadBesideADayInWords()
    {
        const domain::When due{today(), QTime(16, 30), "Asia/Tokyo"};
        domain::Todo todo = m_device->model().newTodo(QStringLiteral("Call"));
        todo.due = due;
        m_device->workspace().perform(domain::createTodos({todo}, m_device->workspace().now()));
        m_pane->showTodos({m_device->todo(todo.title)});
        m_pane->pickDue();
        auto *time = inPopUp<QLineEdit>("dateTime");
        time->setFocus();
        time->selectAll();
        type(QStringLiteral("25:77"));
        inPopUp<QLineEdit>("dateWords")->setFocus();
        type(QStringLiteral("tomorrow"));
        press(Qt::Key_Return);
        QVERIFY(QApplication::activePopupWidget());
        QVERIFY(inPopUp<QLabel>("dateUnderstood")->text().contains(QStringLiteral("25:77")));
        QCOMPARE(m_pane->editor().due(), std::optional(due));
        QApplication::activePopupWidget()->close(); // as a click elsewhere does
        QCOMPARE(m_pane->editor().due(), std::optional(due));
    }

    void shouldAskForNoTimeWhereOnlyTheDayCounts()
    {
        domain::Todo todo = m_device->model().newTodo(QStringLiteral("Call"));
        todo.start = domain::When{today(), QTime(16, 30), "Asia/Tokyo"};
        m_device->workspace().perform(domain::createTodos({todo}, m_device->workspace().now()));
        m_pane->showTodos({m_device->todo(todo.title)});
        m_pane->pickDue();
        QVERIFY(inPopUp<QLineEdit>("dateTime")->isVisible());
        QApplication::activePopupWidget()->close();
        m_pane->pickStart();
        QVERIFY(!inPopUp<QLineEdit>("dateTime")->isVisible());
        inPopUp<QLineEdit>("dateWords")->setFocus();
        type(QStringLiteral("tomorrow 9am"));
        QVERIFY(!inPopUp<QLabel>("dateUnderstood")->text().contains(QStringLiteral(":")));
        press(Qt::Key_Return);
        QCOMPARE(m_pane->editor().start(), // with the time that it had
                 std::optional(domain::When{today().addDays(1), QTime(16, 30), "Asia/Tokyo"}));
    }

    void shouldOpenPopUpsInTheDirectionOfReading()
    {
        m_pane->setLayoutDirection(Qt::RightToLeft);
        m_pane->showTodos({add(QStringLiteral("Water the tomatoes"))});
        m_pane->pickDue();
        const auto *grid = inPopUp<gui::MonthGrid>("monthGrid");
        QVERIFY(grid->dayRect(today().addDays(1 - today().dayOfWeek())).left() >
                grid->dayRect(today().addDays(7 - today().dayOfWeek())).left());
        QApplication::activePopupWidget()->close();
    }

    void shouldBeginTheTitleWhereTheWindowBegins()
    {
        constexpr int nothing = 4;
        m_pane->showTodos({add(QStringLiteral("Water the tomatoes"))});
        const auto *title = find<gui::TitleField>("detailsTitle");
        QTextCursor end(title->document());
        end.movePosition(QTextCursor::End);
        const auto room = [&] { return title->viewport()->width() - title->cursorRect(end).right(); };
        QTRY_VERIFY(room() > 10 * nothing);
        m_pane->setLayoutDirection(Qt::RightToLeft);
        QTRY_VERIFY(room() <= nothing);
        m_pane->setLayoutDirection(Qt::LeftToRight);
        QTRY_VERIFY(room() > 10 * nothing);
    }

    void shouldScrollToWhatIsEdited()
    {
        m_pane->showTodos({add(QStringLiteral("Water the tomatoes"))});
        m_pane->resize(m_pane->width(), 200);
        const auto *notes = m_pane->findChild<gui::NotesField *>();
        QTRY_VERIFY(notes->visibleRegion().isEmpty());
        m_pane->editNotes();
        QVERIFY(notes->isAncestorOf(QApplication::focusWidget()));
        QTRY_VERIFY(notes->visibleRegion().boundingRect().contains(notes->rect().center()));
        const auto *title = find<gui::TitleField>("detailsTitle");
        QVERIFY(title->visibleRegion().isEmpty());
        m_pane->focusTitle();
        QTRY_VERIFY(title->visibleRegion().contains(title->rect().center()));
    }

    void shouldOpenPopUpsWithinTheWindow()
    {
        QWidget window;
        window.setGeometry(40, 20, 640, 560);
        gui::ValueButton anchor(&window);
        anchor.setGeometry(560, 20, 70, 30);
        window.show();
        auto *popUp = new gui::ChoicePopUp(
            {{QStringLiteral("one"), 1, {}, false}, {QStringLiteral("two"), 2, {}, false}},
            QStringLiteral("Numbers"), &anchor);
        popUp->open();
        QVERIFY2(window.geometry().contains(popUp->geometry()), "it hangs out of the window");
        popUp->close();
    }

    void shouldTakeWhatWasTypedWhenThePopUpIsClosedByAClickElsewhere()
    {
        m_pane->showTodos({add(QStringLiteral("Water the tomatoes"))});
        m_pane->pickDue();
        type(QStringLiteral("tomorrow"));
        QApplication::activePopupWidget()->close();
        QCOMPARE(m_pane->editor().due(), std::optional(domain::When{today().addDays(1), {}, {}}));
    }

    void shouldChoosePriorityAndListWithTheKeyboard()
    {
        domain::TodoList home;
        home.id = domain::ListId(QUuid::createUuid());
        home.name = QStringLiteral("Home");
        home.position = "a1";
        m_device->workspace().perform(domain::createList(home, m_device->workspace().now()));
        m_pane->showTodos({add(QStringLiteral("Water the tomatoes"))});
        find<gui::PriorityField>("detailsPriority")->setFocus();
        press(Qt::Key_Return);
        press(Qt::Key_Up); // from none to low
        press(Qt::Key_Return);
        QCOMPARE(m_pane->editor().priority(), domain::Priority::Low);
        find<gui::ListField>("detailsList")->setFocus();
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Space);
        QCOMPARE(m_pane->editor().list(), std::optional(home.id));
        QCOMPARE(find<gui::ListField>("detailsList")->value().text, QStringLiteral("Home"));
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(stored(QStringLiteral(
                     "SELECT l.name || t.priority FROM tusk.todo t JOIN tusk.list l ON l.id = t.list_id")),
                 QStringLiteral("Home1"));
    }

    void shouldAddAndRemoveTagsByTyping()
    {
        m_pane->showTodos({add(QStringLiteral("Water the tomatoes"))});
        auto *line = find<QLineEdit>("tagLine");
        line->setFocus();
        type(QStringLiteral("errand,waiting"));
        press(Qt::Key_Return);
        QCOMPARE(chips(), QStringList({QStringLiteral("errand"), QStringLiteral("waiting")}));
        QVERIFY(line->text().isEmpty());
        press(Qt::Key_Backspace);
        QCOMPARE(chips(), QStringList{QStringLiteral("errand")});
        QVERIFY(line->hasFocus());
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(
            stored(QStringLiteral(
                "SELECT string_agg(g.name, ',') FROM tusk.todo_tag t JOIN tusk.tag g ON g.id = t.tag_id")),
            QStringLiteral("errand"));
        auto *chip = m_pane->findChild<gui::TagChip *>();
        chip->setFocus();
        press(Qt::Key_Delete);
        QCOMPARE(chips(), QStringList());
    }

    void shouldShowWhatSeveralTodosShare()
    {
        QList<domain::Todo> todos{add(QStringLiteral("Water the tomatoes")),
                                  add(QStringLiteral("Renew the passport"))};
        m_device->workspace().perform(domain::editTodo(
            todos.first(),
            [&] {
                domain::Todo after = todos.first();
                after.priority = domain::Priority::High;
                return after;
            }(),
            m_device->workspace().now()));
        m_pane->showTodos(todos);
        QCOMPARE(find<QLabel>("detailsCount")->text(), QStringLiteral("2 todos selected"));
        QVERIFY(!find<gui::TitleField>("detailsTitle")->isVisible());
        QCOMPARE(find<gui::PriorityField>("detailsPriority")->value().text,
                 QStringLiteral("Different priorities"));
        m_pane->pickDue();
        inPopUp<QAbstractButton>("dateToday")->click();
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(stored(QStringLiteral("SELECT count(*) FROM tusk.todo WHERE due_date = '%1'")
                            .arg(today().toString(Qt::ISODate))),
                 QStringLiteral("2"));
    }

    void shouldShowSubtasksAndLeadToThem()
    {
        const domain::Todo trip = add(QStringLiteral("Trip to Lisbon"));
        QList<domain::Todo> parts;
        for (const QString &title : {QStringLiteral("Passport"), QStringLiteral("Tickets")}) {
            domain::Todo part = m_device->model().newTodo(title);
            part.parent = trip.id;
            parts.append(part);
            m_device->workspace().perform(domain::createTodos({part}, m_device->workspace().now()));
        }
        m_pane->showTodos({m_device->todo(trip.title)});
        QCOMPARE(find<QLabel>("detailsSubtasksHeading")->text(), QStringLiteral("Subtasks · 0 of 2"));
        QVERIFY(!find<gui::ValueButton>("detailsParent")->isVisible());

        // They follow what happens, and the focus stays.
        auto *first = find<gui::SubtaskRow>("subtask");
        first->setFocus();
        m_device->workspace().perform(
            domain::completeTodos({m_device->todo(QStringLiteral("Tickets"))}, m_device->workspace().now()));
        QCOMPARE(find<QLabel>("detailsSubtasksHeading")->text(), QStringLiteral("Subtasks · 1 of 2"));
        QVERIFY(first->hasFocus());

        QSignalSpy wanted(m_pane.get(), &gui::DetailsPane::todoWanted);
        press(Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(wanted.first().first().value<domain::TodoId>() == parts.first().id);

        m_pane->showTodos({m_device->todo(QStringLiteral("Passport"))});
        auto *parent = find<gui::ValueButton>("detailsParent");
        QTRY_VERIFY(parent->isVisible()); // said by the answer of the database
        QCOMPARE(parent->value().text, trip.title);
        parent->click();
        QVERIFY(wanted.last().first().value<domain::TodoId>() == trip.id);
    }

    void shouldReachEveryFieldByTab()
    {
        m_pane->showTodos({add(QStringLiteral("Water the tomatoes"))});
        m_pane->focusTitle();
        find<QLineEdit>("tagLine")->setFocus();
        type(QStringLiteral("errand,waiting,"));
        QTRY_COMPARE(chips().size(), 2); // which are later than all the others
        m_pane->focusTitle();
        QStringList reached;
        for (int i = 0; i < 9; ++i) {
            reached.append(QApplication::focusWidget()->objectName());
            press(Qt::Key_Tab);
        }
        QCOMPARE(reached, QStringList({QStringLiteral("detailsTitle"), QStringLiteral("detailsDue"),
                                       QStringLiteral("detailsStart"), QStringLiteral("detailsPriority"),
                                       QStringLiteral("detailsList"), QStringLiteral("tagChip"),
                                       QStringLiteral("tagChip"), QStringLiteral("tagLine"),
                                       QStringLiteral("notesView")}));
    }

    void shouldStayWhenAnEditTakesTheTodoOutOfTheList()
    {
        m_pane->showTodos({add(QStringLiteral("Water the tomatoes"))});
        m_pane->focusTitle();
        m_pane->showTodos({}); // the list has nothing selected any more
        QVERIFY(find<gui::TitleField>("detailsTitle")->isVisible());
        QLineEdit elsewhere;
        elsewhere.show();
        elsewhere.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&elsewhere));
        elsewhere.setFocus();
        QTRY_VERIFY(!find<gui::TitleField>("detailsTitle")->isVisible());
    }

    void shouldSayThatARepeatingTodoWasCompletedAndOfferItsNextDate()
    {
        gui::RepeatNotice notice(m_device->workspace());
        QSignalSpy said(&notice, &gui::RepeatNotice::completed);
        domain::Todo todo = m_device->model().newTodo(QStringLiteral("Water the tomatoes"));
        todo.repeatRule = QStringLiteral("FREQ=DAILY;INTERVAL=2");
        m_device->workspace().perform(domain::createTodos({todo}, m_device->workspace().now()));
        add(QStringLiteral("Renew the passport"));
        m_device->workspace().perform(domain::completeTodos(
            {m_device->todo(todo.title), m_device->todo(QStringLiteral("Renew the passport"))},
            m_device->workspace().now()));
        QCOMPARE(said.size(), 1);
        QVERIFY(said.first().at(1).toString().contains(QStringLiteral("every 2 days")));
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(said.size(), 1);
        const auto completed = said.first().first().value<domain::TodoChange>().after;
        notice.repeatOn(completed, domain::When{today().addDays(2), {}, {}});
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(stored(QStringLiteral("SELECT due_date || coalesce(completed_at::text, ' open') FROM "
                                       "tusk.todo WHERE repeat <> ''")),
                 today().addDays(2).toString(Qt::ISODate) + QStringLiteral(" open"));
    }
};

QTEST_MAIN(TestDetails)

#include "tst_details.moc"
