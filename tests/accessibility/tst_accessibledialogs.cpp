// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "accessibility/focuswatch.h"
#include "accessibility/offenders.h"
#include "accessibility/privatedesktop.h"
#include "accessibility/tuskwindow.h"
#include "app/tuskprogram.h"
#include "support/oldfiles/oldapp.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QDir>

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
constexpr auto showMenu = "ShowMenu"_L1;

} // namespace

// Walks through what comes over the window, or before it, as a screen reader does: the import, the export,
// copying to another environment, messages, and the page that is there while there is no database.
class TestAccessibleDialogs final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_desktop = std::make_unique<tests::PrivateDesktop>();
        m_server = std::make_unique<tests::TestServer>();
        QVERIFY(QDir::home().mkpath(u"Downloads"_s));
        tests::writeOldApp(QDir::home().filePath(u"Downloads/todo_app.db"_s), 30);
        addEnvironment(u"one"_s);
        addEnvironment(u"two"_s);
        QCOMPARE(tests::tusk({u"env"_s, u"use"_s, u"one"_s}).exitCode, 0);
        tests::addTodo(u"Water the tomatoes"_s, {u"--list"_s, u"Garden"_s, u"--create"_s});
        tests::addTodo(u"Buy seeds"_s); // in the Inbox, of which copies are offered first
        m_window = std::make_unique<TuskWindow>(tests::Variables());
        QVERIFY(!m_window->await(ATSPI_ROLE_TEXT, u"Add a todo"_s).isNull());
        m_window->activate();
    }

    void shouldNameEverythingOfTheExport()
    {
        // When
        choose({u"Export…"_s});
        const Accessible dialog = m_window->await(ATSPI_ROLE_DIALOG, u"Export todos"_s);

        // Then
        QCOMPARE(offendersIn(dialog, 6), QByteArray());

        // When
        QVERIFY(dialog.find(ATSPI_ROLE_TEXT, u"File"_s).setText(QDir::home().filePath(u"todos.json"_s)));
        QVERIFY(dialog.find(ATSPI_ROLE_PUSH_BUTTON, u"Export"_s).act(press));

        // Then
        QVERIFY(!m_window->awaitStarting(ATSPI_ROLE_LABEL, u"2 todo"_s).isNull());
        QCOMPARE(offendersIn(dialog, 2), QByteArray());
        QVERIFY(dialog.find(ATSPI_ROLE_PUSH_BUTTON, u"Done"_s).act(press));
        QTRY_VERIFY(m_window->frame().find(ATSPI_ROLE_DIALOG, u"Export todos"_s).isNull());
    }

    void shouldNameEverythingOfCopyingToAnotherEnvironment()
    {
        // When
        choose({u"Environments"_s, u"Copy to another environment…"_s});
        const Accessible dialog = m_window->await(ATSPI_ROLE_DIALOG, u"Copy to another environment"_s);

        // Then
        QCOMPARE(offendersIn(dialog, 4), QByteArray());

        // When
        QVERIFY(dialog.find(ATSPI_ROLE_PUSH_BUTTON, u"Preview"_s).act(press));

        // Then
        QVERIFY(!m_window->await(ATSPI_ROLE_LIST, u"What is new or changed there"_s).isNull());
        QTRY_VERIFY(!dialog.findStarting(ATSPI_ROLE_PUSH_BUTTON, u"Copy 1"_s).isNull());
        QCOMPARE(offendersIn(dialog, 5), QByteArray());

        // When
        QVERIFY(dialog.findStarting(ATSPI_ROLE_PUSH_BUTTON, u"Copy 1"_s).act(press));

        // Then
        QVERIFY(!m_window->awaitStarting(ATSPI_ROLE_LABEL, u"Copied"_s).isNull());
        QCOMPARE(offendersIn(dialog, 3), QByteArray());
        QVERIFY(dialog.find(ATSPI_ROLE_PUSH_BUTTON, u"Close"_s).act(press));
        QTRY_VERIFY(m_window->frame().find(ATSPI_ROLE_DIALOG, u"Copy to another environment"_s).isNull());
    }

    void shouldNameEverythingOnEachPageOfTheImport()
    {
        // When
        choose({u"Import todos…"_s});
        const Accessible dialog = m_window->await(ATSPI_ROLE_DIALOG, u"Import todos"_s);
        const Accessible file = m_window->await(ATSPI_ROLE_PUSH_BUTTON, u"todo_app.db"_s);

        // Then
        QCOMPARE(offendersIn(dialog, 3), QByteArray());

        // When
        QVERIFY(file.act(press));
        QVERIFY(!m_window->awaitStarting(ATSPI_ROLE_LABEL, u"Nothing is written to the old file"_s).isNull());

        // Then
        const auto next = [&dialog] { return dialog.find(ATSPI_ROLE_PUSH_BUTTON, u"Continue"_s); };
        QCOMPARE(offendersIn(dialog, 3), QByteArray());

        // When
        QTRY_VERIFY(next().is(ATSPI_STATE_ENABLED));
        QVERIFY(next().act(press));
        QVERIFY(!m_window->await(ATSPI_ROLE_LIST, u"So it will look"_s).isNull());

        // Then
        QCOMPARE(offendersIn(dialog, 10), QByteArray());
        QCOMPARE(dialog.find(ATSPI_ROLE_COMBO_BOX, u"Title"_s).labels(),
                 QStringList{u"What becomes of title"_s});

        // When
        QTRY_VERIFY(next().is(ATSPI_STATE_ENABLED));
        QVERIFY(next().act(press));
        QVERIFY(!m_window->await(ATSPI_ROLE_LABEL, u"Whose todos"_s).isNull());

        // Then
        QCOMPARE(offendersIn(dialog, 6), QByteArray());

        // When
        QTRY_VERIFY(next().is(ATSPI_STATE_ENABLED));
        QVERIFY(next().act(press));
        QVERIFY(!m_window->awaitStarting(ATSPI_ROLE_PUSH_BUTTON, u"Import 20"_s).isNull());

        // Then
        QCOMPARE(offendersIn(dialog, 3), QByteArray());

        // When
        QVERIFY(dialog.findStarting(ATSPI_ROLE_PUSH_BUTTON, u"Import 20"_s).act(press));
        QVERIFY(!m_window->awaitStarting(ATSPI_ROLE_PUSH_BUTTON, u"Undo import"_s).isNull());

        // Then
        QCOMPARE(offendersIn(dialog, 4), QByteArray());
        QVERIFY(dialog.find(ATSPI_ROLE_PUSH_BUTTON, u"Close"_s).act(press));
        QTRY_VERIFY(m_window->frame().find(ATSPI_ROLE_DIALOG, u"Import todos"_s).isNull());
    }

    void shouldNameEverythingOfAMessage()
    {
        // When
        QVERIFY(m_window->awaitStarting(ATSPI_ROLE_LIST_ITEM, u"Garden"_s).act("Toggle"_L1));
        const Accessible row = m_window->awaitStarting(ATSPI_ROLE_LIST_ITEM, u"Water"_s);
        QVERIFY(row.act("Toggle"_L1));
        const Accessible strip = m_window->await(ATSPI_ROLE_ALERT, u"“Water the tomatoes” completed"_s);

        // Then
        QVERIFY(!strip.isNull());
        QCOMPARE(offendersIn(strip, 2), QByteArray());
        QVERIFY(!strip.find(ATSPI_ROLE_PUSH_BUTTON, u"Undo"_s).isNull());
        QVERIFY(strip.find(ATSPI_ROLE_PUSH_BUTTON, u"Dismiss"_s).act(press));
        QTRY_VERIFY(m_window->frame().find(ATSPI_ROLE_PUSH_BUTTON, u"Dismiss"_s).isNull());
    }

    void shouldNameEverythingWhereThereIsNoDatabase()
    {
        // Given
        QVERIFY2(m_window->quit(), m_window->said().constData());
        const QString nowhere = QDir::home().filePath(u"nothing here"_s);
        QVERIFY(QDir().mkpath(nowhere));
        QCOMPARE(tests::tusk({u"env"_s, u"use"_s, u"local"_s}).exitCode, 0);

        // When
        m_window = std::make_unique<TuskWindow>(tests::Variables{{u"TUSK_PG_BINDIR"_s, nowhere}});
        QVERIFY(!m_window->await(ATSPI_ROLE_PUSH_BUTTON, u"Try again"_s).isNull());
        m_window->activate();

        // Then
        QCOMPARE(offendersIn(m_window->frame(), 4), QByteArray());
    }

    void cleanupTestCase() { QVERIFY2(m_window->quit(), m_window->said().constData()); }

private:
    void addEnvironment(const QString &name)
    {
        const base::ConnectionSettings settings = m_server->createDatabase();
        const QString url = u"postgresql://%1@/%2?host=%3&port=%4&sslmode=disable"_s
                                .arg(settings.user, settings.database, settings.host)
                                .arg(settings.port);
        const tests::TuskRun added = tests::tusk(
            {u"env"_s, u"add"_s, name, u"--url-stdin"_s, u"--secret"_s, u"none"_s}, {}, url.toUtf8());
        QVERIFY2(added.exitCode == 0, added.report().constData());
    }

    // In the one menu, and the menus in it.
    void choose(const QStringList &path)
    {
        const tests::FocusWatch focus;
        QVERIFY(m_window->await(ATSPI_ROLE_PUSH_BUTTON, u"Menu"_s).act(press));
        QTRY_COMPARE(popUpOf(focus.focused()).role(), ATSPI_ROLE_POPUP_MENU);
        Accessible menu = popUpOf(focus.focused());
        for (const QString &entry : path.first(path.size() - 1)) {
            menu = menu.find(ATSPI_ROLE_MENU_ITEM, entry);
            QVERIFY(menu.act(showMenu));
        }
        QTRY_VERIFY(!menu.find(ATSPI_ROLE_MENU_ITEM, path.last()).isNull());
        QVERIFY(menu.find(ATSPI_ROLE_MENU_ITEM, path.last()).act(press));
    }

    std::unique_ptr<tests::PrivateDesktop> m_desktop;
    std::unique_ptr<tests::TestServer> m_server;
    std::unique_ptr<TuskWindow> m_window;
};

QTEST_GUILESS_MAIN(TestAccessibleDialogs)
#include "tst_accessibledialogs.moc"
