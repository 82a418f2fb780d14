// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/actions/actionregistry.h"
#include "gui/environmentpage.h"
#include "gui/list/todolistpage.h"
#include "gui/list/todolistview.h"
#include "gui/mainwindow.h"
#include "gui/settings/settings.h"
#include "gui/sidebar/sidebar.h"
#include "models/groupedtodosmodel.h"
#include "models/listtablemodel.h"
#include "models/opendatabase.h"
#include "models/sourcetablemodel.h"
#include "support/guipausemeter.h"
#include "support/proxy.h"
#include "support/temporaryhome.h"
#include "support/testcase.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace tusk;
using namespace tusk::tests;
using domain::TodoFilter;
using gui::ActionId;
using Place = domain::TodoFilter::Place;

class TestMainWindow final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TemporaryHome> m_home;
    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;
    base::SystemClock m_clock;
    QTemporaryDir m_unsent;
    std::unique_ptr<models::DatabaseLink> m_link;
    std::unique_ptr<gui::Settings> m_appSettings;
    std::unique_ptr<gui::MainWindow> m_window;
    int m_round = 0;

    void openWindow(const base::ConnectionSettings &settings)
    {
        beginToOpen(settings);
        QTRY_VERIFY_WITH_TIMEOUT(m_link->state() == models::DatabaseLink::State::Ready, 20'000);
    }
    void beginToOpen(const base::ConnectionSettings &settings)
    {
        models::DatabaseLink::Options options;
        options.settings = settings;
        options.unsentFolder = m_unsent.filePath(QString::number(++m_round));
        options.installation = domain::InstallationId(QUuid::createUuid());
        options.name = QStringLiteral("Test");
        m_window.reset();
        m_appSettings = std::make_unique<gui::Settings>(m_home->path(), m_home->path());
        m_link = std::make_unique<models::DatabaseLink>(options, m_clock);
        m_window = std::make_unique<gui::MainWindow>(*m_appSettings);
        m_window->showEnvironment(*m_link);
        m_window->environment()->todos().model().setLingering(std::chrono::milliseconds(0));
        m_window->show();
        m_link->open();
    }

    template <class Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        auto *widget = m_window->findChild<Widget *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }

    void type(const char *field, const QString &text)
    {
        auto *edit = find<QLineEdit>(field);
        edit->setFocus();
        edit->clear();
        QTest::keyClicks(edit, text);
    }

    void add(const QString &title)
    {
        type("quickAdd", title);
        QTest::keyClick(find<QLineEdit>("quickAdd"), Qt::Key_Return);
    }

    [[nodiscard]] QStringList titles() const
    {
        const auto *model = find<QAbstractItemView>("todos")->model();
        QStringList result;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, models::TodoTableModel::Title);
            if (!index.data(models::GroupedTodosModel::HeaderRole).toBool())
                result.append(index.data().toString());
        }
        return result;
    }

    void selectRow(int row)
    {
        auto *view = find<QAbstractItemView>("todos");
        view->setFocus();
        view->setCurrentIndex(view->model()->index(row, models::TodoTableModel::Title));
    }

    // The editor of the title in that row, with that text.
    [[nodiscard]] QLineEdit *editTitle(int row, const QString &text)
    {
        selectRow(row);
        QTest::keyClick(find<QAbstractItemView>("todos"), Qt::Key_Return);
        auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        if (!editor || editor->objectName() != QStringLiteral("titleEditor"))
            qFatal("no editor of a title");
        editor->setText(text);
        return editor;
    }

    [[nodiscard]] bool isSaved() const { return m_link->workspace().pending().isEmpty(); }

protected:
    void prepare() override
    {
        m_settings = createTuskDatabase(*m_server);
        openWindow(m_settings);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_home = std::make_unique<TemporaryHome>();
        TestServerOptions options;
        options.tcp = true;
        m_server = std::make_unique<TestServer>(options);
    }
    void cleanup()
    {
        m_window.reset();
        m_link.reset();
        m_appSettings.reset();
    }
    void cleanupTestCase()
    {
        m_server.reset();
        m_home.reset();
    }

    void shouldAddEditCompleteAndUndoByKeyboard()
    {
        add(QStringLiteral("Water the tomatoes"));
        QCOMPARE(titles(), QStringList{QStringLiteral("Water the tomatoes")});
        QVERIFY(find<QLineEdit>("quickAdd")->text().isEmpty());

        selectRow(0);
        auto *view = find<QAbstractItemView>("todos");
        QTest::keyClick(view, Qt::Key_Return);
        auto *editor = view->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("Water the beans"));
        QTest::keyClick(editor, Qt::Key_Return);
        // Views commit from the event loop.
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Water the beans")});

        m_window->actions().action(ActionId::ToggleCompleted).trigger();
        QCOMPARE(titles(), QStringList());
        m_window->actions().action(ActionId::Undo).trigger();
        QCOMPARE(titles(), QStringList{QStringLiteral("Water the beans")});
        m_window->actions().action(ActionId::Redo).trigger();
        QCOMPARE(titles(), QStringList());
        QTRY_VERIFY(isSaved());
        m_window->environment()->sidebar().choose(TodoFilter::at(Place::Completed));
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Water the beans")});
    }

    void shouldSayWhatIsWrongAndKeepWhatWasTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addRow("blank") << QStringLiteral("   ");
        QTest::addRow("too long") << QString(501, u'x');
        QTest::addRow("lone surrogate") << QStringLiteral("a") + QChar(0xd800) + QStringLiteral("b");
        QTest::addRow("NUL") << QStringLiteral("a") + QChar(QChar::Null) + QStringLiteral("b");
    }
    void shouldSayWhatIsWrongAndKeepWhatWasTyped()
    {
        QFETCH(QString, typed);
        auto *quickAdd = find<QLineEdit>("quickAdd");
        quickAdd->setText(typed);
        QTest::keyClick(quickAdd, Qt::Key_Return);
        QVERIFY(find<QLabel>("messageSentence")->isVisible());
        QVERIFY(!find<QLabel>("messageSentence")->text().isEmpty());
        QCOMPARE(quickAdd->text(), typed);
        QCOMPARE(titles(), QStringList());
    }

    void shouldKeepARefusedTitleInItsRow_data() { shouldSayWhatIsWrongAndKeepWhatWasTyped_data(); }
    void shouldKeepARefusedTitleInItsRow()
    {
        QFETCH(QString, typed);
        add(QStringLiteral("before"));
        const QPointer<QLineEdit> editor = editTitle(0, typed);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(find<QLabel>("messageSentence")->isVisible());
        QVERIFY(editor && editor->isVisible());
        QCOMPARE(editor->text(), typed);
        QCOMPARE(titles(), QStringList{QStringLiteral("before")});

        editor->setText(QStringLiteral("after"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!editor);
        QCOMPARE(titles(), QStringList{QStringLiteral("after")});
    }

    void shouldKeepARefusedTitleWhereverTheUserGoes_data()
    {
        QTest::addColumn<QString>("to");
        for (const char *to : {"Tab", "another row", "quick add"})
            QTest::newRow(to) << QString::fromLatin1(to);
    }
    void shouldKeepARefusedTitleWhereverTheUserGoes()
    {
        QFETCH(const QString, to);
        const QString tooLong(501, u'x');
        add(QStringLiteral("one"));
        add(QStringLiteral("two"));
        const QStringList before = titles();
        const QPointer<QLineEdit> editor = editTitle(0, tooLong);
        auto *view = find<QAbstractItemView>("todos");
        const QModelIndex otherRow = view->model()->index(1, models::TodoTableModel::Title);
        if (to == QStringLiteral("Tab"))
            QTest::keyClick(editor, Qt::Key_Tab);
        else if (to == QStringLiteral("another row"))
            QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(otherRow).center());
        else
            find<QLineEdit>("quickAdd")->setFocus();

        QTRY_VERIFY(find<QLabel>("messageSentence")->isVisible());
        QVERIFY(editor && editor->isVisible());
        QCOMPARE(editor->text(), tooLong);
        QCOMPARE(titles(), before);
        // said once, though more than one thing has tried to end it
        QTest::mouseClick(find<QPushButton>("messageDismiss"), Qt::LeftButton);
        QVERIFY(!find<QWidget>("messageStrip")->isVisible());
        if (!editor->hasFocus()) { // the others can be edited meanwhile
            const QPointer<QLineEdit> other = editTitle(1, QStringLiteral("other"));
            QVERIFY(other != editor);
            QTest::keyClick(other, Qt::Key_Return);
            QTRY_COMPARE(titles().at(1), QStringLiteral("other"));
            QCOMPARE(editor->text(), tooLong);
        }
        QTest::keyClick(editor, Qt::Key_Escape);
        QTRY_VERIFY(!editor);
        QCOMPARE(titles().first(), before.first());
    }

    void shouldOfferARefusedTodoForEditing()
    {
        m_server->psql(QStringLiteral("ALTER TABLE tusk.todo ADD CONSTRAINT no_cats CHECK (title !~ 'cat')"),
                       m_settings.database);
        add(QStringLiteral("feed the cat"));
        QTRY_VERIFY(find<QPushButton>("messageAction")->isVisible());
        QCOMPARE(titles(), QStringList());
        QTest::mouseClick(find<QPushButton>("messageAction"), Qt::LeftButton);
        QCOMPARE(find<QLineEdit>("quickAdd")->text(), QStringLiteral("feed the cat"));
    }

    void shouldSayWhatWaitsBeforeItQuitsAndSendItNextTime()
    {
        // given: a todo that cannot be sent, for the database is out of reach
        const auto link = std::exchange(m_link, nullptr);
        m_window.reset();
        Proxy proxy(m_settings);
        openWindow(proxy.settings());
        const QString unsent = m_unsent.filePath(QString::number(m_round));
        proxy.cut(Proxy::NewConnections::Refused);
        QTRY_VERIFY(m_link->state() != models::DatabaseLink::State::Ready);
        add(QStringLiteral("typed on a train"));
        QTRY_VERIFY(m_link->workspace().pending().first().kept);

        // when the window is closed it asks, and stays
        const QSignalSpy closed(m_window.get(), &gui::MainWindow::closeRequested);
        m_window->close();
        auto *question = find<QMessageBox>("quitQuestion");
        QVERIFY(question->text().contains(u'1'));
        QVERIFY(closed.isEmpty() && m_window->isVisible());
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(m_window->findChild<QMessageBox *>(QStringLiteral("quitQuestion")) == nullptr);
        m_window->close();
        QTest::keyClick(find<QMessageBox>("quitQuestion"), Qt::Key_Return);
        QTRY_COMPARE(closed.size(), 1);

        // then the next start says what it does, and does it
        --m_round;
        openWindow(m_settings);
        QTRY_VERIFY(
            find<QLabel>("messageSentence")->text().contains(QStringLiteral("waited on this computer")));
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("typed on a train")});
        QTRY_VERIFY(isSaved());
        QCOMPARE(m_unsent.filePath(QString::number(m_round)), unsent);
    }

    void shouldGoOnWithWhatWasDoneBeforeTheDatabaseWasThere()
    {
        Proxy proxy(m_settings);
        proxy.freeze();
        beginToOpen(proxy.settings());
        add(QStringLiteral("bread"));
        add(QStringLiteral("water"));
        const gui::TodoListPage &page = m_window->environment()->todos();
        QTRY_COMPARE(page.selectedTodos().value(0).title, QStringLiteral("water"));
        m_window->environment()->undo();
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("bread")});
        add(QStringLiteral("milk"));
        m_link->workspace().perform(
            domain::completeTodos({page.selectedTodos().value(0)}, m_link->workspace().now()));
        const QString offer = QStringLiteral("“milk” completed");
        QTRY_COMPARE(find<QLabel>("messageSentence")->text(), offer);
        add(QStringLiteral("salt"));
        QTRY_COMPARE(page.selectedTodos().value(0).title, QStringLiteral("salt"));

        proxy.thaw();
        QTRY_VERIFY_WITH_TIMEOUT(m_link->state() == models::DatabaseLink::State::Ready, 20'000);

        QTRY_VERIFY(isSaved());
        QCOMPARE(titles(), (QStringList{QStringLiteral("bread"), QStringLiteral("salt")}));
        QCOMPARE(page.selectedTodos().value(0).title, QStringLiteral("salt"));
        QVERIFY(!find<QLabel>("messageSentence")->text().contains(QStringLiteral("waited")));
    }

    void shouldLeadFromTheLineForNewTodosIntoTheList()
    {
        add(QStringLiteral("first"));
        QTRY_COMPARE(titles().size(), 1);
        auto *line = find<QLineEdit>("quickAdd");
        QTest::keyClicks(line, QStringLiteral("half"));
        QTest::keyClick(line, Qt::Key_Down);
        QVERIFY(find<QAbstractItemView>("todos")->hasFocus());
        QVERIFY(find<QAbstractItemView>("todos")->selectionModel()->hasSelection());
        QCOMPARE(line->text(), QStringLiteral("half"));
        QTRY_VERIFY(isSaved());
    }

    void shouldSearchAndComeBackWithEscape()
    {
        add(QStringLiteral("Water the tomatoes"));
        add(QStringLiteral("Call Ana"));
        QTRY_VERIFY(isSaved());
        m_window->actions().action(ActionId::Find).trigger();
        type("search", QStringLiteral("mato"));
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Water the tomatoes")});
        type("search", QStringLiteral("nothing like it"));
        QTRY_VERIFY(find<QWidget>("emptyState")->isVisible());
        m_window->actions().action(ActionId::LeaveSearch).trigger();
        QTRY_COMPARE(titles().size(), 2);
        QVERIFY(find<QLineEdit>("search")->text().isEmpty());
    }

    void shouldJumpFromAHitToItsPlace()
    {
        add(QStringLiteral("Water the tomatoes"));
        add(QStringLiteral("Call Ana"));
        QTRY_VERIFY(isSaved());
        m_window->environment()->sidebar().choose(TodoFilter::at(Place::Completed));
        QTRY_COMPARE(titles(), QStringList());
        m_window->actions().action(ActionId::Find).trigger();
        type("search", QStringLiteral("call"));
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("Call Ana")});
        selectRow(0);
        QTest::keyClick(find<QAbstractItemView>("todos"), Qt::Key_Return);
        QTRY_COMPARE(titles().size(), 2);
        QTRY_COMPARE(find<QAbstractItemView>("todos")->currentIndex().data().toString(),
                     QStringLiteral("Call Ana"));
        QCOMPARE(find<QLabel>("placeTitle")->text(), QStringLiteral("Inbox"));
    }

    void shouldPasteLinesAsTodosAndCopyThemBack()
    {
        QGuiApplication::clipboard()->setText(QStringLiteral("milk\n\n  bread\r\nbutter"));
        m_window->environment()->todos().paste();
        QCOMPARE(titles(),
                 QStringList({QStringLiteral("milk"), QStringLiteral("bread"), QStringLiteral("butter")}));
        QGuiApplication::clipboard()->clear();
        m_window->environment()->todos().copySelected();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("milk\nbread\nbutter"));
        // One step of undo takes all of them back.
        m_window->actions().action(ActionId::Undo).trigger();
        QCOMPARE(titles(), QStringList());
    }

    void shouldReorderTheSelectedTodos()
    {
        for (const char *title : {"a", "b", "c"})
            add(QString::fromLatin1(title));
        selectRow(2);
        m_window->environment()->todos().moveSelected(models::MoveStep::Top);
        QCOMPARE(titles().join(QString()), QStringLiteral("cab"));
        m_window->environment()->todos().moveSelected(models::MoveStep::Down);
        QCOMPARE(titles().join(QString()), QStringLiteral("acb"));
        QTRY_VERIFY(isSaved());
        QCOMPARE(titles().join(QString()), QStringLiteral("acb"));
    }

    void shouldMoveToTheTrashAndAskBeforeDeletingForGood()
    {
        add(QStringLiteral("old"));
        selectRow(0);
        m_window->actions().action(ActionId::DeleteTodos).trigger();
        QCOMPARE(titles(), QStringList());
        m_window->environment()->sidebar().choose(TodoFilter::at(Place::Trash));
        QTRY_COMPARE(titles(), QStringList{QStringLiteral("old")});
        selectRow(0);
        m_window->actions().action(ActionId::DeleteTodos).trigger();
        QPointer<QMessageBox> question;
        QTRY_VERIFY((question = m_window->findChild<QMessageBox *>()));
        QCOMPARE(titles().size(), 1);
        for (QAbstractButton *button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole) {
                button->click();
                break;
            }
        }
        QTRY_COMPARE(titles(), QStringList());
        QTRY_VERIFY(isSaved());
        QCOMPARE(m_server->psql(QStringLiteral("SELECT count(*) FROM tusk.todo"), m_settings.database),
                 QList<QStringList>{{QStringLiteral("0")}});
    }

    void shouldMakeAListAndPutNewTodosThere()
    {
        QTest::mouseClick(find<QWidget>("addList"), Qt::LeftButton);
        auto *lists = find<QListView>("lists");
        auto *name = find<QLineEdit>("newListName");
        QTest::keyClicks(name, QStringLiteral("Garden"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(lists->model()->index(0, models::ListTableModel::Name).data().toString(),
                     QStringLiteral("Garden"));
        add(QStringLiteral("dig"));
        QTRY_VERIFY(isSaved());
        QCOMPARE(m_server->psql(QStringLiteral("SELECT title || ' in ' || list FROM tusk.todo_overview"),
                                m_settings.database),
                 QList<QStringList>{{QStringLiteral("dig in Garden")}});
    }

    void shouldNeverReachSqlFromAViewButThroughATableModel()
    {
        QStringList overTables;
        QStringList others;
        for (const QAbstractItemView *view : m_window->findChildren<QAbstractItemView *>())
            (models::sourceTableModel(view->model()) ? overTables : others).append(view->objectName());
        for (QStringList *names : {&overTables, &others})
            names->sort();

        QCOMPARE(overTables,
                 (QStringList{QStringLiteral("lists"), QStringLiteral("tags"), QStringLiteral("todos")}));
        // The exceptions that docs/architecture.md names: these hold values that were read for others.
        QCOMPARE(others, (QStringList{QStringLiteral("paletteList"), QStringLiteral("places")}));
    }

    void trap4_shouldNotFreezeOnASlowOrFrozenNetwork()
    {
        constexpr auto roundTrip = std::chrono::milliseconds(500);
        Proxy proxy(m_settings);
        proxy.setRoundTrip(roundTrip);
        openWindow(proxy.settings());
        GuiPauseMeter meter;
        meter.start();
        for (int i = 0; i < 10; ++i) {
            add(QStringLiteral("todo %1").arg(i));
            meter.runFor(std::chrono::milliseconds(20));
        }
        QCOMPARE(titles().size(), 10);
        m_window->environment()->sidebar().choose(TodoFilter::at(Place::All));
        meter.runFor(std::chrono::milliseconds(500));
        proxy.freeze();
        for (int i = 0; i < 5; ++i)
            add(QStringLiteral("frozen %1").arg(i));
        m_window->environment()->sidebar().choose(TodoFilter::at(Place::Inbox));
        meter.runFor(std::chrono::milliseconds(1'500));
        meter.stop();
        // Other programs may delay the timer, but not by what the thread works by itself; and a network that
        // is waited for is waited for during a whole round trip.
        constexpr auto bearable = std::chrono::milliseconds(100);
        QVERIFY2(meter.longest() < roundTrip, qPrintable(QString::number(meter.longest().count())));
        QVERIFY2(meter.busiest() < bearable, qPrintable(QString::number(meter.busiest().count())));
        QVERIFY2(meter.quantile(0.99) < bearable, qPrintable(QString::number(meter.quantile(0.99).count())));
        qInfo("longest %lld µs, busiest %lld µs, 99 %% %lld µs",
              static_cast<long long>(meter.longest().count()),
              static_cast<long long>(meter.busiest().count()),
              static_cast<long long>(meter.quantile(0.99).count()));
        proxy.thaw();
        QTRY_VERIFY_WITH_TIMEOUT(isSaved(), 60'000);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
