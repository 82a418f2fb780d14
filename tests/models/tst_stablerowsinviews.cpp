// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/friends.h"
#include "models/stablerowsproxy.h"
#include "support/testcase.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTreeView>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::FriendsModel;

namespace
{

tests::Friends numbered(int count)
{
    tests::Friends friends;
    for (int i = 0; i < count; ++i)
        friends.append({.name = u"friend %1"_s.arg(i)});
    return friends;
}

QStringList selectedNames(const QAbstractItemView &view)
{
    QStringList names;
    for (const QModelIndex &index : view.selectionModel()->selectedIndexes()) {
        if (index.column() == FriendsModel::NameColumn)
            names += index.data().toString();
    }
    names.sort();
    return names;
}

std::unique_ptr<QAbstractItemView> makeView(const QByteArray &kind)
{
    if (kind == "list")
        return std::make_unique<QListView>();
    auto tree = std::make_unique<QTreeView>();
    tree->setUniformRowHeights(true);
    return tree;
}

} // namespace

// A row that changes is shown anew, in an open editor too: not typing over what is typed is up to the
// delegate.
class KindDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        const auto *line = qobject_cast<QLineEdit *>(editor);
        if (!line || !line->isModified())
            QStyledItemDelegate::setEditorData(editor, index);
    }
};

// Real views on the proxy: what the user has in hand stays in hand when a refresh comes.
class TestStableRowsInViews final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldKeepSelectionAndCurrentRow_data() { kinds(); }
    void shouldKeepSelectionAndCurrentRow()
    {
        open(100);
        m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
        for (const int row : {10, 11, 50})
            m_view->selectionModel()->select(m_proxy->index(row, 0), rowsOf(QItemSelectionModel::Select));
        m_view->selectionModel()->setCurrentIndex(m_proxy->index(50, 0), QItemSelectionModel::NoUpdate);

        // when rows before, between and after them go, come and move
        m_friends.remove(0, 5);
        m_friends.prepend({.name = u"new"_s});
        m_friends.move(20, 1);
        m_friends.removeLast();
        m_source->show(m_friends);

        QCOMPARE(selectedNames(*m_view), QStringList({u"friend 10"_s, u"friend 11"_s, u"friend 50"_s}));
        QCOMPARE(m_view->currentIndex().data().toString(), u"friend 50"_s);
    }

    void shouldKeepSelectionThroughANewOrder_data() { kinds(); }
    void shouldKeepSelectionThroughANewOrder()
    {
        open(3000);
        m_view->selectionModel()->setCurrentIndex(m_proxy->index(7, 0),
                                                  rowsOf(QItemSelectionModel::ClearAndSelect));
        std::reverse(m_friends.begin(), m_friends.end());
        m_source->show(m_friends);
        QCOMPARE(m_view->currentIndex().row(), 2992);
        QCOMPARE(selectedNames(*m_view), QStringList{u"friend 7"_s});
    }

    void shouldMakeAnotherRowCurrentWhenTheCurrentOneGoes_data() { kinds(); }
    void shouldMakeAnotherRowCurrentWhenTheCurrentOneGoes()
    {
        open(10);
        m_view->setCurrentIndex(m_proxy->index(4, 0));
        m_friends.remove(3, 3);
        m_source->show(m_friends);
        QVERIFY(m_view->currentIndex().isValid());
        QVERIFY(m_friends.at(m_view->currentIndex().row()).name == m_view->currentIndex().data().toString());
    }

    void shouldKeepAnOpenEditorAndWhatIsTyped_data() { kinds(); }
    void shouldKeepAnOpenEditorAndWhatIsTyped()
    {
        // given an editor in which something is typed
        open(100);
        m_view->setCurrentIndex(m_proxy->index(12, 0));
        m_view->edit(m_proxy->index(12, 0));
        QPointer<QLineEdit> editor = m_view->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor.data(), u"half typed"_s);

        // when the row itself changes, moves, and others come and go
        m_friends[12].birthday = QDate(2000, 1, 1);
        ++m_friends[12].stamp;
        m_friends.remove(3, 4);
        m_friends.prepend({.name = u"new"_s});
        m_friends.move(9, 2);
        m_source->show(m_friends);

        // then it is still there, and what is typed goes to the right row
        QVERIFY(editor);
        QCOMPARE(editor->text(), u"half typed"_s);
        QCOMPARE(m_view->currentIndex().row(), 2);
        QTest::keyClick(editor.data(), Qt::Key_Return);
        QTRY_COMPARE(m_proxy->index(2, 0).data().toString(), u"half typed"_s);
        QCOMPARE(m_source->friends().at(2).id, m_friends.at(2).id);
        QCOMPARE(m_source->requests(), 1);
    }

    void shouldCloseTheEditorOfARowThatIsGone_data() { kinds(); }
    void shouldCloseTheEditorOfARowThatIsGone()
    {
        open(10);
        m_view->setCurrentIndex(m_proxy->index(4, 0));
        m_view->edit(m_proxy->index(4, 0));
        const QPointer<QLineEdit> editor = m_view->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->setText(u"half typed"_s);
        m_friends.removeAt(4);
        m_source->show(m_friends);
        QTRY_VERIFY(!editor);
        QCOMPARE(m_source->requests(), 0);
        QCOMPARE(tests::shownNames(*m_proxy), tests::shownNames(*m_source));
    }

    void shouldKeepTheScrollPosition_data() { kinds(); }
    void shouldKeepTheScrollPosition()
    {
        open(500);
        m_view->scrollTo(m_proxy->index(300, 0), QAbstractItemView::PositionAtTop);
        const int position = m_view->verticalScrollBar()->value();
        QCOMPARE_GT(position, 0);
        const QString topName = nameAtTop();

        m_friends[301].name = u"changed"_s;
        ++m_friends[301].stamp;
        m_friends.removeLast();
        m_friends.append({.name = u"new"_s});
        m_source->show(m_friends);
        QCoreApplication::processEvents();

        QCOMPARE(m_view->verticalScrollBar()->value(), position);
        QCOMPARE(nameAtTop(), topName);
    }

private:
    static void kinds()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::newRow("list") << QByteArray("list");
        QTest::newRow("tree") << QByteArray("tree");
    }

    static QItemSelectionModel::SelectionFlags rowsOf(QItemSelectionModel::SelectionFlags flags)
    {
        return flags | QItemSelectionModel::Rows;
    }

    void open(int count)
    {
        QFETCH(const QByteArray, kind);
        m_view.reset();
        m_tester.reset();
        m_proxy = std::make_unique<models::StableRowsProxy>();
        m_source = std::make_unique<FriendsModel>();
        m_proxy->setSourceModel(m_source.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_proxy.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_view = makeView(kind);
        m_view->setItemDelegate(new KindDelegate(m_view.get()));
        m_view->setModel(m_proxy.get());
        m_view->resize(300, 400);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_friends = numbered(count);
        m_source->show(m_friends);
        QCoreApplication::processEvents();
    }

    [[nodiscard]] QString nameAtTop() const { return m_view->indexAt(QPoint(5, 5)).data().toString(); }

    std::unique_ptr<FriendsModel> m_source;
    std::unique_ptr<models::StableRowsProxy> m_proxy;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QAbstractItemView> m_view;
    tests::Friends m_friends;
};

QTEST_MAIN(TestStableRowsInViews)
#include "tst_stablerowsinviews.moc"
