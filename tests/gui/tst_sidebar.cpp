// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/uuidv7.h"
#include "domain/actions.h"
#include "domain/position.h"
#include "gui/sidebar/listmenu.h"
#include "gui/sidebar/sidebar.h"
#include "gui/todomimedata.h"
#include "models/opendatabase.h"
#include "support/testcase.h"

#include <QAbstractButton>
#include <QDragMoveEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;
using domain::TodoFilter;
using Place = domain::TodoFilter::Place;

class TestSidebar final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;
    std::unique_ptr<Device> m_device;
    std::unique_ptr<gui::Sidebar> m_sidebar;

    template <class Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        auto *widget = m_sidebar->findChild<Widget *>(QString::fromLatin1(name));
        if (!widget)
            qFatal("no %s", name);
        return widget;
    }
    [[nodiscard]] QListView *section(const char *name) const { return find<QListView>(name); }
    [[nodiscard]] static QModelIndex row(const QListView *view, int number)
    {
        return view->model()->index(number, view->modelColumn());
    }
    [[nodiscard]] static QStringList names(const QListView *view)
    {
        QStringList result;
        for (int i = 0; i < view->model()->rowCount(); ++i)
            result.append(row(view, i).data().toString());
        return result;
    }
    void addList(const QString &name)
    {
        QTest::mouseClick(find<QWidget>("addList"), Qt::LeftButton);
        auto *line = find<QLineEdit>("newListName");
        QTest::keyClicks(line, name);
        QTest::keyClick(line, Qt::Key_Return);
    }
    // Two lists or tags, "Garden" and "Other".
    void addTwo(const QByteArray &section)
    {
        for (const QString &name : {u"Garden"_s, u"Other"_s}) {
            if (section == "lists") {
                addList(name);
                continue;
            }
            domain::Tag tag;
            tag.id = domain::TagId(base::makeUuidV7());
            tag.name = name;
            tag.position = domain::positionAtEnd(m_device->workspace().now());
            m_device->workspace().perform(domain::createTag(tag, m_device->workspace().now()));
        }
    }
    [[nodiscard]] bool isSaved() const { return m_device->isSaved(); }
    [[nodiscard]] QString stored(const QString &sql) const
    {
        return m_server->psql(sql, m_settings.database).value(0).value(0);
    }
    // As the mouse would, but for the drag itself, which belongs to the desktop.
    static bool drop(QListView *onto, const QPoint &position, const QMimeData &dropped)
    {
        QDragEnterEvent enter(position, Qt::MoveAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(onto->viewport(), &enter);
        QDragMoveEvent move(position, Qt::MoveAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(onto->viewport(), &move);
        if (!move.isAccepted())
            return false;
        QDropEvent event(position, Qt::MoveAction, &dropped, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(onto->viewport(), &event);
        return event.isAccepted();
    }
    bool dropOn(const char *name, int number, const QStringList &titles) const
    {
        QList<domain::Todo> todos;
        for (const QString &title : titles)
            todos.append(m_device->todo(title));
        const gui::TodoMimeData dropped(todos);
        QListView *view = section(name);
        return drop(view, view->visualRect(row(view, number)).center(), dropped);
    }
    [[nodiscard]] QMenu *openMenu(QListView *view, int number) const
    {
        Q_EMIT view->customContextMenuRequested(view->visualRect(row(view, number)).center());
        return m_sidebar->findChild<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    }

protected:
    void prepare() override
    {
        m_settings = createTuskDatabase(*m_server);
        m_device = std::make_unique<Device>(m_settings);
        m_sidebar = std::make_unique<gui::Sidebar>(m_device->link());
        m_sidebar->resize(240, 700);
        m_sidebar->show();
        m_sidebar->activateWindow();
        m_sidebar->choose(TodoFilter::at(Place::Inbox));
    }

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void cleanup()
    {
        m_sidebar.reset();
        m_device.reset();
    }
    void cleanupTestCase() { m_server.reset(); }

    void shouldWalkThroughAllSectionsWithTheArrowKeys()
    {
        addList(u"Garden"_s);
        QTRY_COMPARE(names(section("lists")), QStringList{u"Garden"_s});
        m_sidebar->choose(TodoFilter::at(Place::Trash));
        section("places")->setFocus();
        QSignalSpy chosen(m_sidebar.get(), &gui::Sidebar::placeChosen);
        QTest::keyClick(section("places"), Qt::Key_Down);
        QCOMPARE(chosen.last().at(1).toString(), u"Garden"_s);
        QTest::keyClick(section("lists"), Qt::Key_Up);
        QCOMPARE(chosen.last().at(1).toString(), u"Trash"_s);
        QCOMPARE(m_sidebar->current(), TodoFilter::at(Place::Trash));
        QVERIFY(!section("lists")->selectionModel()->hasSelection());
    }

    // Each time would be another question to the server.
    void shouldAskOnceForAPlaceThatIsChosen()
    {
        QSignalSpy chosen(m_sidebar.get(), &gui::Sidebar::placeChosen);
        m_sidebar->choose(TodoFilter::at(Place::Trash));
        QCOMPARE(chosen.size(), 1);
        QListView *places = section("places");
        QTest::mouseClick(places->viewport(), Qt::LeftButton, {},
                          places->visualRect(row(places, 0)).center());
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(m_sidebar->current(), TodoFilter::at(Place::Inbox));

        // Of a search back to where it was begun.
        m_sidebar->clearChoice();
        QTest::mouseClick(places->viewport(), Qt::LeftButton, {},
                          places->visualRect(row(places, 0)).center());
        QCOMPARE(chosen.size(), 3);
    }

    void shouldKeepTheNameOfANewListUntilItIsRight()
    {
        addList(u"Garden"_s);
        QTRY_VERIFY(isSaved());
        const QSignalSpy rejected(m_sidebar.get(), &gui::Sidebar::rejected);
        addList(u"gArden"_s);
        QCOMPARE(rejected.size(), 1);
        auto *line = find<QLineEdit>("newListName");
        QVERIFY(line->isVisible());
        QCOMPARE(line->text(), u"gArden"_s);
        QTest::keyClicks(line, u" 2"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(names(section("lists")), (QStringList{u"Garden"_s, u"gArden 2"_s}));
        QVERIFY(!line->isVisible());
    }

    void shouldMakeNoListWhenTheNameIsLeftEmpty()
    {
        QTest::mouseClick(find<QWidget>("addList"), Qt::LeftButton);
        auto *line = find<QLineEdit>("newListName");
        QVERIFY(line->isVisible());
        QTest::keyClick(line, Qt::Key_Return);
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!line->isVisible());
        QCOMPARE(section("lists")->model()->rowCount(), 0);
    }

    void shouldRenameInPlace()
    {
        addList(u"Garden"_s);
        QTRY_VERIFY(isSaved());
        QListView *lists = section("lists");
        lists->setFocus();
        lists->edit(row(lists, 0));
        auto *editor = lists->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, u"Allotment"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(stored(u"SELECT name FROM tusk.list"_s), u"Allotment"_s);
    }

    void shouldLeaveWhatIsSelectedInTheRowThatIsSavedMeanwhile()
    {
        addList(u"Garden"_s);
        QListView *lists = section("lists");
        lists->edit(row(lists, 0));
        const QPointer<QLineEdit> editor = lists->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTRY_VERIFY(isSaved());
        QVERIFY(editor);
        QCOMPARE(editor->selectedText(), u"Garden"_s);
    }

    void shouldKeepARefusedNameInItsRow_data()
    {
        QTest::addColumn<QByteArray>("section");
        QTest::addColumn<QString>("typed");
        for (const char *section : {"lists", "tags"}) {
            QTest::addRow("%s: blank", section) << QByteArray(section) << u"  "_s;
            QTest::addRow("%s: too long", section) << QByteArray(section) << QString(201, u'x');
            QTest::addRow("%s: control character", section) << QByteArray(section) << u"a\u0001b"_s;
            QTest::addRow("%s: of another", section) << QByteArray(section) << u"oTHER"_s;
        }
    }
    void shouldKeepARefusedNameInItsRow()
    {
        QFETCH(const QByteArray, section);
        QFETCH(const QString, typed);
        addTwo(section);
        QTRY_VERIFY(isSaved());
        QListView *view = this->section(section.constData());
        const QSignalSpy rejected(m_sidebar.get(), &gui::Sidebar::rejected);
        view->setFocus();
        view->edit(row(view, 0));
        const QPointer<QLineEdit> editor = view->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->setText(typed);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(rejected.size(), 1);
        find<QAbstractButton>("environment")->setFocus();
        QTRY_COMPARE(rejected.size(), 2);
        QVERIFY(editor && editor->isVisible());
        QCOMPARE(editor->text(), typed);
        QCOMPARE(names(view), (QStringList{u"Garden"_s, u"Other"_s}));

        editor->setFocus();
        editor->setText(u"Allotment"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!editor);
        QTRY_COMPARE(names(view).contains(u"Allotment"_s), true);
        QTRY_VERIFY(isSaved());
    }

    void shouldMoveAListToWhereItIsDropped()
    {
        for (const QString &name : {u"one"_s, u"two"_s, u"three"_s})
            addList(name);
        QTRY_VERIFY(isSaved());
        QListView *lists = section("lists");
        QMimeData dropped;
        dropped.setData(u"application/x-tusk-list-row"_s, "2");
        QVERIFY(!drop(lists, lists->visualRect(row(lists, 2)).center(), dropped)); // onto itself
        QVERIFY(drop(lists, QPoint(20, 2), dropped));
        QTRY_COMPARE(names(lists), (QStringList{u"three"_s, u"one"_s, u"two"_s}));
        QTRY_VERIFY(isSaved());
    }

    void shouldDoWhatThePlaceMeansWhenTodosAreDroppedOnIt()
    {
        addList(u"Garden"_s);
        for (const QString &title : {u"dig"_s, u"sow"_s, u"old"_s})
            m_device->add(title);
        QTRY_VERIFY(isSaved());
        QVERIFY(dropOn("lists", 0, {u"dig"_s, u"sow"_s}));
        QTRY_VERIFY(isSaved());
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo WHERE list_id IS NOT NULL"_s), u"2"_s);
        QVERIFY(dropOn("places", 5, {u"old"_s})); // the Trash
        QTRY_VERIFY(isSaved());
        QCOMPARE(stored(u"SELECT title FROM tusk.todo WHERE deleted_at IS NOT NULL"_s), u"old"_s);
        QVERIFY(!dropOn("places", 3, {u"dig"_s})); // All means nothing
    }

    void shouldAskWhatBecomesOfTheTodosOfADeletedList()
    {
        addList(u"Garden"_s);
        m_device->add(u"dig"_s);
        QTRY_VERIFY(isSaved());
        QVERIFY(dropOn("lists", 0, {u"dig"_s}));
        QTRY_VERIFY(isSaved());
        QMenu *menu = openMenu(section("lists"), 0);
        QVERIFY(menu);
        menu->findChild<QAction *>(u"deleteList"_s)->trigger();
        auto *keep = m_sidebar->findChild<QPushButton *>(u"keepTodos"_s);
        QVERIFY(keep);
        QTest::mouseClick(keep, Qt::LeftButton);
        QTRY_VERIFY(isSaved());
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.list"_s), u"0"_s);
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo WHERE list_id IS NULL AND deleted_at IS NULL"_s),
                 u"1"_s);
        QCOMPARE(m_sidebar->current(), TodoFilter::at(Place::Inbox));
        QVERIFY(m_device->workspace().undo());
        QTRY_COMPARE(names(section("lists")), QStringList{u"Garden"_s});
        QTRY_COMPARE(stored(u"SELECT count(*) FROM tusk.todo WHERE list_id IS NOT NULL"_s), u"1"_s);
    }

    void shouldArchiveAListAndBringItBack()
    {
        addList(u"Garden"_s);
        QTRY_VERIFY(isSaved());
        openMenu(section("lists"), 0)->findChild<QAction *>(u"archiveList"_s)->trigger();
        QTRY_COMPARE(section("lists")->model()->rowCount(), 0);
        QTRY_VERIFY(isSaved());
        QCOMPARE(m_sidebar->current(), TodoFilter::at(Place::Inbox));
        QVERIFY(m_device->workspace().undo());
        QTRY_COMPARE(names(section("lists")), QStringList{u"Garden"_s});
    }

    void shouldSayHowTheDatabaseIsToAReader()
    {
        QTRY_COMPARE(find<QAbstractButton>("environment")->accessibleName(), u"test, connected"_s);
        QListView *places = section("places");
        m_device->add(u"dig"_s);
        QTRY_COMPARE(row(places, 0).data(Qt::AccessibleTextRole).toString(), u"Inbox, 1"_s);
    }
};

QTEST_MAIN(TestSidebar)
#include "tst_sidebar.moc"
