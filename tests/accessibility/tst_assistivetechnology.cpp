// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "accessibility/focuswatch.h"
#include "accessibility/privatedesktop.h"
#include "accessibility/tuskwindow.h"
#include "app/tuskprogram.h"
#include "base/paths.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QDir>

#include <memory>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::Accessible;
using tests::TuskWindow;

namespace
{

constexpr auto press = "Press"_L1;
constexpr auto toggle = "Toggle"_L1;
constexpr auto showMenu = "ShowMenu"_L1;

const QString isCompleted = u"SELECT completed_at IS NOT NULL FROM tusk.todo"_s;

bool isGarden(const Accessible &node)
{
    return node.name() == "Garden"_L1;
}

} // namespace

// Somebody who cannot see the window does the day's work: neither keys nor mouse, only what the program
// offers to a screen reader.
class TestAssistiveTechnology final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_desktop = std::make_unique<tests::PrivateDesktop>();
        m_server = std::make_unique<tests::TestServer>();
    }

    void shouldAddATodo()
    {
        // Given
        openWindow();

        // When
        addTodo(u"Water the tomatoes"_s);

        // Then
        const Accessible row = m_window->awaitStarting(ATSPI_ROLE_LIST_ITEM, u"Water the tomatoes"_s);
        QTRY_COMPARE(row.name(), u"Water the tomatoes, not completed"_s);
        QTRY_VERIFY(row.is(ATSPI_STATE_SELECTED));
        QVERIFY(!row.is(ATSPI_STATE_CHECKED));
        QTRY_COMPARE(rows(u"SELECT title FROM tusk.todo"_s), QStringList{u"Water the tomatoes"_s});
    }

    void shouldEditATitle()
    {
        // Given
        openWindow();
        addTodo(u"Water the tomatoes"_s);
        const Accessible row = m_window->awaitStarting(ATSPI_ROLE_LIST_ITEM, u"Water"_s);

        // When
        QVERIFY(row.act(press));
        const Accessible list = m_window->await(ATSPI_ROLE_LIST, u"Todos"_s);
        QTRY_VERIFY(list.find(ATSPI_ROLE_TEXT, u"Title"_s).is(ATSPI_STATE_FOCUSED));
        QVERIFY(list.find(ATSPI_ROLE_TEXT, u"Title"_s).setText(u"Water the roses"_s));
        QVERIFY(list.takeFocus());

        // Then
        QTRY_COMPARE(row.name(), u"Water the roses, not completed"_s);
        QTRY_COMPARE(rows(u"SELECT title FROM tusk.todo"_s), QStringList{u"Water the roses"_s});
    }

    void shouldCompleteAndReopen()
    {
        // Given
        openWindow();
        addTodo(u"Water the tomatoes"_s);
        const Accessible row = m_window->awaitStarting(ATSPI_ROLE_LIST_ITEM, u"Water"_s);

        // When
        QVERIFY(row.act(toggle));

        // Then
        QTRY_COMPARE(rows(isCompleted), QStringList{u"t"_s});

        // When
        QVERIFY(m_window->awaitStarting(ATSPI_ROLE_LIST_ITEM, u"Completed, 1"_s).act(toggle));
        QVERIFY(!m_window->await(ATSPI_ROLE_LABEL, u"Completed"_s).isNull());

        // Then
        const Accessible done = m_window->await(ATSPI_ROLE_LIST_ITEM, u"Water the tomatoes, completed"_s);
        QVERIFY(done.is(ATSPI_STATE_CHECKED));

        // When
        QVERIFY(done.act(toggle));

        // Then
        QTRY_COMPARE(rows(isCompleted), QStringList{u"f"_s});
    }

    void shouldUndo()
    {
        // Given
        openWindow();
        addTodo(u"Water the tomatoes"_s);
        QVERIFY(m_window->awaitStarting(ATSPI_ROLE_LIST_ITEM, u"Water"_s).act(toggle));
        QTRY_COMPARE(rows(isCompleted), QStringList{u"t"_s});

        // When
        QVERIFY(!m_window->awaitStarting(ATSPI_ROLE_LABEL, u"“Water the tomatoes” completed"_s).isNull());
        QVERIFY(m_window->await(ATSPI_ROLE_PUSH_BUTTON, u"Undo"_s).act(press));

        // Then
        QTRY_COMPARE(rows(isCompleted), QStringList{u"f"_s});
        const Accessible row = m_window->await(ATSPI_ROLE_LIST_ITEM, u"Water the tomatoes, not completed"_s);
        QVERIFY(!row.isNull());
        QVERIFY(!row.is(ATSPI_STATE_CHECKED));
    }

    void shouldMoveToAList()
    {
        // Given
        openWindow();
        tests::addTodo(u"Sow"_s, {u"--list"_s, u"Garden"_s, u"--create"_s},
                       tests::databaseVariables(m_database));
        addTodo(u"Water the tomatoes"_s);
        QVERIFY(!m_window->awaitStarting(ATSPI_ROLE_LIST_ITEM, u"Garden"_s).isNull());
        const Accessible row = m_window->awaitStarting(ATSPI_ROLE_LIST_ITEM, u"Water"_s);
        tests::FocusWatch focus;

        // When
        QVERIFY(row.act(showMenu));
        QTRY_COMPARE(focus.focused().name(), u"Complete"_s);
        const Accessible menu = focus.focused().parent();
        QCOMPARE(menu.role(), ATSPI_ROLE_POPUP_MENU);
        const Accessible lists = menu.find(ATSPI_ROLE_MENU_ITEM, u"Move to"_s);
        QVERIFY(lists.act(showMenu));
        QTRY_VERIFY(!lists.find(isGarden).isNull());
        QVERIFY(lists.find(isGarden).act(press));

        // Then
        QTRY_COMPARE(rows(u"SELECT l.name FROM tusk.todo t JOIN tusk.list l ON l.id = t.list_id "
                          "WHERE t.title LIKE 'Water%'"_s),
                     QStringList{u"Garden"_s});
        QTRY_VERIFY(m_window->frame().findStarting(ATSPI_ROLE_LIST_ITEM, u"Water"_s).isNull());
    }

    void cleanup()
    {
        QVERIFY2(m_window->quit(), m_window->said().constData());
        m_window.reset();
    }

private:
    void openWindow()
    {
        QDir(base::stateFolder()).removeRecursively(); // or it opens where the one before was left
        m_database = m_server->createDatabase();
        m_window = std::make_unique<TuskWindow>(m_database);
        const QString state = m_database.database + u", connected"_s;
        QVERIFY(!m_window->await(ATSPI_ROLE_PUSH_BUTTON, state).isNull());
        m_window->activate();
    }

    void addTodo(const QString &title)
    {
        const Accessible line = m_window->await(ATSPI_ROLE_TEXT, u"Add a todo"_s);
        QVERIFY(line.setText(title));
        QVERIFY(line.find(ATSPI_ROLE_PUSH_BUTTON, u"Add"_s).act(press));
    }

    // The first column.
    [[nodiscard]] QStringList rows(const QString &sql)
    {
        QStringList result;
        for (const QStringList &row : m_server->psql(sql, m_database.database))
            result.append(row.first());
        return result;
    }

    std::unique_ptr<tests::PrivateDesktop> m_desktop;
    std::unique_ptr<tests::TestServer> m_server;
    base::ConnectionSettings m_database;
    std::unique_ptr<TuskWindow> m_window;
};

QTEST_GUILESS_MAIN(TestAssistiveTechnology)
#include "tst_assistivetechnology.moc"
