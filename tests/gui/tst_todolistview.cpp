// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/rowcontext.h"
#include "gui/list/tododelegate.h"
#include "gui/list/todolayout.h"
#include "gui/list/todolistview.h"
#include "gui/theme/themekeeper.h"
#include "gui/todomimedata.h"
#include "models/groupedtodosmodel.h"
#include "models/shelf.h"
#include "models/stablerowsproxy.h"
#include "support/testcase.h"

#include <QAccessible>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>

#include <algorithm>

using namespace tusk;
using namespace Qt::StringLiterals;
using domain::TodoFilter;
using models::GroupedTodosModel;
using models::Grouping;
using models::TodoTableModel;
using Place = domain::TodoFilter::Place;

namespace
{

const QDate today(2026, 11, 20);

} // namespace

// The list on todos without a database: what the user sees and does there.
class TestTodoListView final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_keeper = std::make_unique<gui::ThemeKeeper>();
        useMotion(gui::AppearanceChoice::Motion::Off);
    }
    void cleanup()
    {
        useMotion(gui::AppearanceChoice::Motion::Off);
        m_view.reset();
        m_rows.reset();
        m_groups.reset();
        m_shelf.reset();
    }
    void cleanupTestCase() { m_keeper.reset(); }

    void shouldGiveASecondLineToTodosThatHaveMoreToSay()
    {
        open(2);
        m_todos[1].notes = u"before five"_s;
        show();
        QCOMPARE(rectOf(0).height(), 36);
        QCOMPARE(rectOf(1).height(), 54);
        QCOMPARE(rectOf(1).top(), rectOf(0).bottom() + 1);
    }

    void shouldSayWhereInTheNotesItWasFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isCut");
        QTest::addColumn<QString>("said"); // how it begins
        QTest::addRow("at their beginning") << u"quinces"_s << true << u"bread"_s;
        QTest::addRow("further down") << u"walnuts"_s << true << u"further"_s;
        QTest::addRow("one word in the title") << u"shopping walnuts"_s << true << u"further"_s;
        QTest::addRow("in the title") << u"shopping"_s << true << QString();
        QTest::addRow("not any more") << u"walnuts"_s << false << QString();
    }
    void shouldSayWhereInTheNotesItWasFound()
    {
        QFETCH(const QString, typed);
        QFETCH(const bool, isCut);
        QFETCH(const QString, said);
        domain::Todo todo = fresh(u"Shopping"_s);
        todo.notes = u"bread, quinces"_s;
        todo.notesCut = isCut;
        const gui::RowContext context{TodoFilter::matching(typed), QDateTime(today, QTime(9, 0)), {}, {}};
        const gui::TodoLayout layout(QRect(0, 0, 600, 54), Qt::LeftToRight, gui::Theme::of(),
                                     {todo, {}, false}, context);
        const QList<gui::TodoLayout::Piece> &pieces = layout.pieces();
        const auto notes = std::find_if(pieces.begin(), pieces.end(),
                                        [](const auto &piece) { return piece.icon == gui::Icon::Notes; });
        QVERIFY(notes != pieces.end());
        QCOMPARE(notes->text.left(said.isEmpty() ? 1 : said.size()), said);
        QCOMPARE(notes->isFound, typed == u"quinces"_s);
    }

    void shouldFindTheRowUnderThePointer()
    {
        open(100);
        for (int row = 0; row < 100; row += 3)
            m_todos[row].notes = u"x"_s;
        show();
        m_view->verticalScrollBar()->setValue(1'000);
        for (int y = 1; y < m_view->viewport()->height(); y += 17) {
            const QModelIndex index = m_view->indexAt({100, y});
            QVERIFY(m_view->visualRect(index).contains(100, y));
        }
    }

    void shouldKeepWhatIsSeenWhenRowsComeAndGoAbove()
    {
        open(200);
        show();
        m_view->verticalScrollBar()->setValue(2'000);
        const QString seen = m_view->indexAt({100, 50}).data().toString();
        const int top = m_view->visualRect(m_view->indexAt({100, 50})).top();

        m_todos.remove(3, 10);
        m_todos.prepend(fresh(u"new"_s));
        m_todos[20].notes = u"another height"_s;
        ++m_todos[20].version;
        show();
        QCOMPARE(m_view->indexAt({100, 50}).data().toString(), seen);
        QCOMPARE(m_view->visualRect(m_view->indexAt({100, 50})).top(), top);
    }

    void shouldShowNewRowsAtTheTopWhenNothingIsScrolled()
    {
        open(200);
        show();
        m_todos.prepend(fresh(u"new"_s));
        show();
        QCOMPARE(m_view->indexAt({100, 5}).data().toString(), u"new"_s);
    }

    void shouldSelectByKeys()
    {
        open(50);
        show();
        m_view->selectOnly(m_todos.at(0).id.uuid());
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(selected(), QStringList{u"todo 1"_s});
        QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(selected(), QStringList({u"todo 1"_s, u"todo 2"_s}));
        QTest::keyClick(m_view.get(), Qt::Key_End);
        QCOMPARE(selected(), QStringList{u"todo 49"_s});
        QTest::keyClick(m_view.get(), Qt::Key_Home);
        QCOMPARE(selected(), QStringList{u"todo 0"_s});
        QTest::keyClick(m_view.get(), Qt::Key_PageDown);
        QVERIFY(m_view->currentIndex().row() > 3);
        QVERIFY(m_view->viewport()->rect().contains(m_view->visualRect(m_view->currentIndex())));
        m_view->selectAll();
        QCOMPARE(selected().size(), 50);
    }

    void shouldSelectRangesWithTheMouse()
    {
        open(10);
        show();
        click(2);
        click(5, Qt::ShiftModifier);
        QCOMPARE(selected().size(), 4);
        click(3, Qt::ControlModifier);
        QCOMPARE(selected(), QStringList({u"todo 2"_s, u"todo 4"_s, u"todo 5"_s}));
    }

    void shouldSelectThoseOfSomeTodosThatAreShown()
    {
        open(10);
        show();
        m_view->selectOnly(m_todos.at(0).id.uuid());
        m_view->select(
            {m_todos.at(7).id.uuid(), QUuid::createUuid(), m_todos.at(3).id.uuid(), m_todos.at(7).id.uuid()});
        QCOMPARE(selected(), (QStringList{u"todo 3"_s, u"todo 7"_s}));
        QCOMPARE(m_view->currentIndex().row(), 3);
        m_view->select({QUuid::createUuid()});
        QCOMPARE(selected(), (QStringList{u"todo 3"_s, u"todo 7"_s}));
    }

    void shouldLeaveLettersAndTheSpaceBarToShortcuts()
    {
        open(10);
        show();
        m_view->selectOnly(m_todos.at(0).id.uuid());
        QTest::keyClicks(m_view.get(), u"t "_s);
        QCOMPARE(selected(), QStringList{u"todo 0"_s});
        QCOMPARE(m_view->currentIndex().row(), 0);
    }

    void shouldPassHeadersOverAndStopAtFoldedOnes()
    {
        openToday();
        m_view->selectOnly(m_todos.at(1).id.uuid());
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QCOMPARE(m_view->currentIndex().data().toString(), u"todo 2"_s);
        // To the header, which folds, and the rows are gone.
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QVERIFY(m_view->currentIndex().data(GroupedTodosModel::HeaderRole).toBool());
        QTest::keyClick(m_view.get(), Qt::Key_Left);
        QCOMPARE(m_rows->rowCount(), 4);
        QTest::keyClick(m_view.get(), Qt::Key_Up);
        QCOMPARE(m_view->currentIndex().data().toString(), u"todo 1"_s);
        QTest::keyClick(m_view.get(), Qt::Key_Down);
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(m_rows->rowCount(), 6);
    }

    void shouldNeverSelectAHeader()
    {
        openToday();
        m_view->selectAll();
        QCOMPARE(m_view->selectedRows().size(), 4);
    }

    void shouldFoldWhenAHeaderIsClicked()
    {
        openToday();
        QSignalSpy folds(&m_view->delegate(), &gui::TodoDelegate::headerClicked);
        QSignalSpy actions(&m_view->delegate(), &gui::TodoDelegate::headerActionClicked);
        const QRect header = m_view->visualRect(m_rows->index(0, TodoTableModel::Title));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, header.center());
        QCOMPARE(folds.size(), 1);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {header.right() - 50, header.center().y()});
        QCOMPARE(folds.size(), 1);
        QCOMPARE(actions.size(), 1);
    }

    void shouldCompleteByTheCircleWithoutChangingTheSelection()
    {
        open(10);
        show();
        click(2);
        QSignalSpy circles(&m_view->delegate(), &gui::TodoDelegate::circleClicked);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {37, rectOf(5).top() + 18});
        QCOMPARE(circles.size(), 1);
        QCOMPARE(circles.first().first().toModelIndex().row(), 5);
        QCOMPARE(selected(), QStringList{u"todo 2"_s});
    }

    void shouldEditTheTitleWhereItStands()
    {
        open(10);
        show();
        m_view->selectOnly(m_todos.at(3).id.uuid());
        m_view->editCurrent();
        auto *editor = m_view->viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QCOMPARE(editor->text(), u"todo 3"_s);
        QCOMPARE(editor->geometry().center().y(), rectOf(3).top() + 17);
        editor->selectAll();
        QTest::keyClicks(editor, u"other"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(m_shelf->todos().at(3).title, u"other"_s);
    }

    void shouldChooseTheNextTodoWhenTheCurrentOneGoes()
    {
        openToday();
        m_view->selectOnly(m_todos.at(1).id.uuid()); // the last before a header
        m_todos.removeAt(1);
        show();
        QCOMPARE(selected(), QStringList{u"todo 2"_s});
    }

    void shouldAskForMoreRowsBeforeTheEndIsReached()
    {
        open(100);
        m_shelf->more = {fresh(u"after"_s)};
        show();
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() - 200);
        QTRY_COMPARE(m_rows->rowCount(), 101);
    }

    void shouldSayWhereTodosAreDropped()
    {
        open(10);
        show();
        gui::DropSpot allowed{3, false};
        m_view->setDropRule([&allowed](const auto &, const gui::DropSpot &spot) { return spot == allowed; });
        QSignalSpy drops(m_view.get(), &gui::TodoListView::dropped);
        QSignalSpy refusals(m_view.get(), &gui::TodoListView::dropRefused);
        const gui::TodoMimeData data({m_todos.at(7)});
        // Into the lower half of a row: below it. Not where the order is not the user's.
        const QPointF spot(100, rectOf(2).bottom() - 3);
        drop(data, spot);
        QCOMPARE(drops.size(), 1);
        QCOMPARE(drops.first().at(0).value<QList<domain::Todo>>(), QList{m_todos.at(7)});
        QVERIFY(drops.first().at(1).value<gui::DropSpot>() == allowed);
        QCOMPARE(refusals.size(), 0);
        allowed = {};
        m_view->setReorderable(false);
        drop(data, spot);
        QCOMPARE(drops.size(), 1);
        QCOMPARE(refusals.size(), 1);
    }

    void shouldTakeNothingOfTheTrashBetweenItsRows()
    {
        open(10);
        show();
        m_view->setDropRule([](const auto &, const gui::DropSpot &) { return true; });
        QSignalSpy drops(m_view.get(), &gui::TodoListView::dropped);
        QSignalSpy refusals(m_view.get(), &gui::TodoListView::dropRefused);
        domain::Todo trashed = m_todos.at(7);
        trashed.deletedAt = QDateTime(today, QTime(12, 0), Qt::UTC);
        const gui::TodoMimeData data({trashed});
        for (const bool reorderable : {true, false}) {
            m_view->setReorderable(reorderable);
            drop(data, QPointF(100, rectOf(2).bottom() - 3));
            QCOMPARE(drops.size(), 0);
            QCOMPARE(refusals.size(), 0);
        }
    }

    void shouldBeAListOfCheckableRowsToScreenReaders()
    {
        openToday();
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->child(5)->role(), QAccessible::ListItem);
        QVERIFY(list->child(6)->role() != QAccessible::ListItem); // what else lies in the view
        QAccessibleInterface *header = list->child(0);
        QCOMPARE(header->text(QAccessible::Name), u"Overdue, 2 todo(s)"_s);
        QSignalSpy moves(&m_view->delegate(), &gui::TodoDelegate::headerActionClicked);
        header->actionInterface()->doAction(header->actionInterface()->actionNames().value(1));
        QCOMPARE(moves.size(), 1);
        QVERIFY(header->state().expanded);
        QAccessibleInterface *row = list->child(1);
        QCOMPARE(row->role(), QAccessible::ListItem);
        QVERIFY(row->state().checkable && !row->state().checked);
        QCOMPARE(list->indexOfChild(row), 1);
        QCOMPARE(list->child(1), row);

        QSignalSpy circles(&m_view->delegate(), &gui::TodoDelegate::circleClicked);
        row->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(circles.size(), 1);
        m_todos.removeFirst();
        show();
        QVERIFY(!row->isValid());
    }

    void shouldMoveRowsWithinAMomentWhereMotionIsWished()
    {
        useMotion(gui::AppearanceChoice::Motion::On);
        open(10);
        show();
        m_view->grab();
        m_todos.removeAt(2);
        show();
        // Where it is at once is where it will be painted in the end.
        QCOMPARE(rectOf(2).top(), 72);
        const QImage under = m_view->grab().toImage();
        QTRY_VERIFY(m_view->grab().toImage() != under);
    }

    // A row more than a frame's worth of work would show in every one of these.
    void shouldTakeNoFrameForWhatIsDoneWithTenThousandRows()
    {
        open(10'000);
        for (int row = 0; row < 10'000; row += 3)
            m_todos[row].notes = u"x"_s;
        show();
        QElapsedTimer timer;
        qint64 slowest = 0;
        const auto measure = [&](const auto &act) {
            timer.start();
            act();
            m_view->grab();
            slowest = std::max(slowest, timer.elapsed());
        };
        QScrollBar *bar = m_view->verticalScrollBar();
        for (int step = 0; step < 20; ++step)
            measure([&] { bar->setValue(bar->value() + bar->maximum() / 25); });
        measure([&] { m_view->selectAll(); });
        measure([&] { m_rows->setData(m_rows->index(5'000, TodoTableModel::Title), u"other"_s); });
        qInfo("slowest: %lld ms", slowest);
        QVERIFY2(slowest < 250, qPrintable(QString::number(slowest))); // of a debug build on a busy machine
    }

private:
    void useMotion(gui::AppearanceChoice::Motion motion)
    {
        m_keeper->setChoice({gui::AppearanceChoice::Colors::Light, motion});
    }

    void open(int count, Grouping grouping = Grouping::None,
              const TodoFilter &place = TodoFilter::at(Place::All))
    {
        m_todos = tests::shelfOf(count);
        m_shelf = std::make_unique<tests::Shelf>();
        m_groups = std::make_unique<GroupedTodosModel>([grouping] {
            return GroupedTodosModel::Occasion{grouping, QDateTime(today, {0, 0})};
        });
        m_groups->setSourceModel(m_shelf.get());
        m_rows = std::make_unique<models::StableRowsProxy>();
        m_rows->setSourceModel(m_groups.get());
        m_view = std::make_unique<gui::TodoListView>();
        m_view->setModel(m_rows.get());
        m_view->setContext({place, QDateTime(today, QTime(9, 0)), {}, {}});
        m_view->resize(600, 400);
        m_view->show();
    }

    // Two that are overdue, two of today.
    void openToday()
    {
        open(4, Grouping::OverdueOrToday, TodoFilter::at(Place::Today));
        for (int i = 0; i < 4; ++i)
            m_todos[i].due = domain::When{i < 2 ? today.addDays(-1) : today, {}, {}};
        show();
    }

    void show()
    {
        m_shelf->show(m_todos);
        m_view->doItemsLayout();
    }

    [[nodiscard]] domain::Todo fresh(const QString &title)
    {
        domain::Todo todo = tests::shelfOf(1).first();
        todo.id = domain::TodoId(QUuid::createUuid());
        todo.title = title;
        return todo;
    }

    [[nodiscard]] QRect rectOf(int row) const
    {
        return m_view->visualRect(m_rows->index(row, TodoTableModel::Title));
    }

    void drop(const QMimeData &data, const QPointF &position)
    {
        QDragEnterEvent enter(position.toPoint(), Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_view->viewport(), &enter);
        QDropEvent event(position, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_view->viewport(), &event);
    }

    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, modifiers, rectOf(row).center());
    }

    [[nodiscard]] QStringList selected() const
    {
        QStringList titles;
        for (const QModelIndex &index : m_view->selectedRows())
            titles += index.data().toString();
        return titles;
    }

    std::unique_ptr<gui::ThemeKeeper> m_keeper;
    QList<domain::Todo> m_todos;
    std::unique_ptr<tests::Shelf> m_shelf;
    std::unique_ptr<GroupedTodosModel> m_groups;
    std::unique_ptr<models::StableRowsProxy> m_rows;
    std::unique_ptr<gui::TodoListView> m_view;
};

QTEST_MAIN(TestTodoListView)
#include "tst_todolistview.moc"
