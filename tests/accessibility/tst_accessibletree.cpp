// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "accessibility/focuswatch.h"
#include "accessibility/offenders.h"
#include "accessibility/privatedesktop.h"
#include "accessibility/tuskwindow.h"
#include "app/tuskprogram.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QDate>
#include <QLocale>

#include <memory>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::Accessible;
using tests::offendersIn;
using tests::popUpOf;
using tests::TuskWindow;

namespace
{

constexpr auto press = "Press"_L1;
constexpr auto toggle = "Toggle"_L1;

} // namespace

// Walks through what the window shows to a screen reader.
class TestAccessibleTree final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_desktop = std::make_unique<tests::PrivateDesktop>();
        m_server = std::make_unique<tests::TestServer>();
        m_database = m_server->createDatabase();
        tests::addTodo(u"Water the tomatoes"_s,
                       {u"--list"_s, u"Garden"_s, u"--create"_s, u"--priority"_s, u"high"_s, u"--due"_s,
                        QDate::currentDate().addDays(-1).toString(Qt::ISODate), u"--tag"_s, u"balcony"_s,
                        u"--notes"_s, u"Not too much."_s},
                       tests::databaseVariables(m_database));
        m_window = std::make_unique<TuskWindow>(m_database);
        QVERIFY(!m_window->await(ATSPI_ROLE_TEXT, u"Add a todo"_s).isNull());
        m_window->activate();
    }

    void shouldNameEverythingThatCanBeUsed_data()
    {
        QTest::addColumn<QString>("place");
        for (const char *place :
             {"Inbox", "Today", "Upcoming", "All", "Completed", "Trash", "Garden", "balcony"})
            QTest::newRow(place) << QString::fromLatin1(place);
    }
    void shouldNameEverythingThatCanBeUsed()
    {
        // When
        QFETCH(QString, place);
        goTo(place);

        // Then
        QCOMPARE(offendersIn(m_window->frame()), QByteArray());
    }

    void shouldSayARowInOneSentence()
    {
        // When
        goTo(u"All"_s);

        // Then
        const Accessible row = m_window->awaitStarting(ATSPI_ROLE_LIST_ITEM, u"Water the tomatoes"_s);
        QCOMPARE(row.name(),
                 u"Water the tomatoes, overdue, due yesterday, with notes, list Garden, tag balcony, "
                 "high priority, not completed"_s);
        QVERIFY(row.is(ATSPI_STATE_SELECTABLE));
        QVERIFY(row.is(ATSPI_STATE_FOCUSABLE));
        QVERIFY(!row.is(ATSPI_STATE_CHECKED));
    }

    void shouldSayWhatIsInAGroup()
    {
        // When
        goTo(u"Today"_s);

        // Then
        const Accessible header = m_window->await(ATSPI_ROLE_HEADING, u"Overdue, 1 todo"_s);
        QVERIFY(header.is(ATSPI_STATE_EXPANDED));
        QVERIFY(header.act(press));
        QTRY_VERIFY(!header.is(ATSPI_STATE_EXPANDED));
        QVERIFY(header.act(press));
        QTRY_VERIFY(header.is(ATSPI_STATE_EXPANDED));
    }

    void shouldNameEverythingOfASearch()
    {
        // When
        QVERIFY(m_window->await(ATSPI_ROLE_PUSH_BUTTON, u"Search"_s).act(press));
        const Accessible field = m_window->await(ATSPI_ROLE_TEXT, u"Search all todos"_s);
        QVERIFY(field.setText(u"nothing like this"_s));
        QVERIFY(!m_window->await(ATSPI_ROLE_PUSH_BUTTON, u"Leave the search"_s).isNull());

        // Then
        QCOMPARE(offendersIn(m_window->frame()), QByteArray());

        // When
        QVERIFY(m_window->await(ATSPI_ROLE_PUSH_BUTTON, u"Leave the search"_s).act(press));

        // Then
        QVERIFY(!m_window->await(ATSPI_ROLE_LABEL, u"Today"_s).isNull());
    }

    void shouldNameTheEditorOfATitle()
    {
        // When
        goTo(u"All"_s);
        QVERIFY(m_window->awaitStarting(ATSPI_ROLE_LIST_ITEM, u"Water"_s).act(press));

        // Then
        const Accessible list = m_window->await(ATSPI_ROLE_LIST, u"Todos"_s);
        QTRY_COMPARE(list.find(ATSPI_ROLE_TEXT, u"Title"_s).text(), u"Water the tomatoes"_s);
        QCOMPARE(offendersIn(m_window->frame()), QByteArray());
    }

    void shouldNameEverythingInTheMenu()
    {
        // When
        const tests::FocusWatch focus;
        const Accessible menu = openMenu(focus);

        // Then
        QCOMPARE(menu.role(), ATSPI_ROLE_POPUP_MENU);
        QCOMPARE(offendersIn(menu, 10), QByteArray());
        QVERIFY(menu.find(ATSPI_ROLE_MENU_ITEM, u"Quit"_s).is(ATSPI_STATE_ENABLED));
    }

    void shouldNameEverythingThatComesUpOverTheWindow_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("atLeast");
        QTest::addRow("palette") << u"Find anything"_s << u"Find an action, a place, a tag or a todo"_s << 5;
        QTest::addRow("keys") << u"All keys"_s << u"All keys"_s << 1; // the rest is read, not used
        QTest::addRow("settings") << u"Settings"_s << u"Settings"_s << 5;
    }
    void shouldNameEverythingThatComesUpOverTheWindow()
    {
        QFETCH(const QString, entry);
        QFETCH(const QString, name);
        QFETCH(const int, atLeast);

        // When
        const tests::FocusWatch focus;
        QVERIFY(openMenu(focus).find(ATSPI_ROLE_MENU_ITEM, entry).act(press));
        const Accessible panel = m_window->await(ATSPI_ROLE_DIALOG, name);

        // Then
        QVERIFY(!panel.isNull());
        QCOMPARE(offendersIn(panel, atLeast), QByteArray());
    }

    void shouldNameEverythingOnThePagesOfTheSettings_data()
    {
        QTest::addColumn<QString>("page");
        for (const char *page : {"General", "Appearance", "Keys", "Environments"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }
    void shouldNameEverythingOnThePagesOfTheSettings()
    {
        QFETCH(const QString, page);
        const tests::FocusWatch focus;
        QVERIFY(openMenu(focus).find(ATSPI_ROLE_MENU_ITEM, u"Settings"_s).act(press));
        const auto panel = [this] { return m_window->frame().find(ATSPI_ROLE_DIALOG, u"Settings"_s); };

        // When
        QTRY_VERIFY(panel().find(ATSPI_ROLE_LIST_ITEM, page).act(toggle));

        // Then
        QTRY_VERIFY(panel().find(ATSPI_ROLE_LIST_ITEM, page).is(ATSPI_STATE_SELECTED));
        QCOMPARE(offendersIn(panel(), 8), QByteArray());
        QVERIFY(panel().find(ATSPI_ROLE_PUSH_BUTTON, u"Close"_s).act(press));
        QTRY_VERIFY(panel().isNull()); // or the next one would be asked of the one that goes
    }

    void shouldSayEachDayOfAMonth()
    {
        // When
        goTo(u"All"_s);
        QVERIFY(m_window->awaitStarting(ATSPI_ROLE_LIST_ITEM, u"Water the tomatoes"_s).takeFocus());
        const tests::FocusWatch focus;
        QVERIFY(m_window->awaitStarting(ATSPI_ROLE_PUSH_BUTTON, u"Due: "_s).act(press));
        QTRY_COMPARE(focus.focused().name(), u"Date in words"_s);
        const Accessible popUp = popUpOf(focus.focused());

        // Then
        QCOMPARE(popUp.role(), ATSPI_ROLE_DIALOG);
        QCOMPARE(offendersIn(popUp, 45), QByteArray());
        const QDate today = QDate::currentDate();
        const Accessible due = popUp.find(ATSPI_ROLE_TABLE_CELL, spoken(today.addDays(-1)));
        QVERIFY(due.is(ATSPI_STATE_SELECTED));
        const Accessible day = popUp.find(ATSPI_ROLE_TABLE_CELL, spoken(today));
        QCOMPARE(day.description(), u"Today"_s);
        QVERIFY(!day.is(ATSPI_STATE_SELECTED));

        // When
        QVERIFY(day.act(press));

        // Then
        QVERIFY(!m_window->awaitStarting(ATSPI_ROLE_LIST_ITEM, u"Water the tomatoes, due today"_s).isNull());
    }

    void shouldNameEverythingInAListOfChoices()
    {
        // When
        goTo(u"All"_s);
        const tests::FocusWatch focus;
        QVERIFY(m_window->awaitStarting(ATSPI_ROLE_PUSH_BUTTON, u"Priority: "_s).act(press));
        QTRY_COMPARE(popUpOf(focus.focused()).name(), u"Priority"_s);

        // Then
        QCOMPARE(offendersIn(popUpOf(focus.focused()), 4), QByteArray());
    }

    void cleanupTestCase() { QVERIFY2(m_window->quit(), m_window->said().constData()); }

private:
    static QString spoken(QDate date) { return QLocale::c().toString(date, QLocale::LongFormat); }
    [[nodiscard]] Accessible openMenu(const tests::FocusWatch &focus)
    {
        [&] {
            QVERIFY(m_window->await(ATSPI_ROLE_PUSH_BUTTON, u"Menu"_s).act(press));
            QTRY_COMPARE(popUpOf(focus.focused()).role(), ATSPI_ROLE_POPUP_MENU);
        }();
        return popUpOf(focus.focused());
    }
    void goTo(const QString &place)
    {
        QVERIFY(m_window->awaitStarting(ATSPI_ROLE_LIST_ITEM, place).act(toggle));
        QVERIFY(!m_window->await(ATSPI_ROLE_LABEL, place).isNull());
    }

    std::unique_ptr<tests::PrivateDesktop> m_desktop;
    std::unique_ptr<tests::TestServer> m_server;
    base::ConnectionSettings m_database;
    std::unique_ptr<TuskWindow> m_window;
};

QTEST_GUILESS_MAIN(TestAccessibleTree)
#include "tst_accessibletree.moc"
