// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "accessibility/focuswatch.h"
#include "accessibility/offenders.h"
#include "accessibility/privatedesktop.h"
#include "accessibility/tuskwindow.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <memory>

using namespace Qt::StringLiterals;
using namespace tusk;
using tests::Accessible;
using tests::FocusWatch;
using tests::TuskWindow;

namespace
{

// Somebody who hears what a screen reader says, and does what it offers: no key, no mouse, no eyes. What is
// looked for and does not come is null, and nothing can be done with it.
class Listener final
{
public:
    explicit Listener(const base::ConnectionSettings &database)
        : m_window(database)
    {
        [[maybe_unused]] const Accessible line = m_window.await(ATSPI_ROLE_TEXT, u"Add a todo"_s);
        m_window.activate();
    }

    [[nodiscard]] bool hears(AtspiRole role, const QString &beginning) const
    {
        return !m_window.awaitStarting(role, beginning).isNull();
    }
    [[nodiscard]] bool hearsTodo(const QString &sentence) const
    {
        return !m_window.await(ATSPI_ROLE_LIST_ITEM, sentence).isNull();
    }
    // As long as it takes to go.
    [[nodiscard]] bool hearsNoMoreOf(const QString &title) const
    {
        return QTest::qWaitFor(
            [&] { return m_window.frame().findStarting(ATSPI_ROLE_LIST_ITEM, title + ", "_L1).isNull(); },
            30'000);
    }

    [[nodiscard]] bool goesTo(const QString &place) const
    {
        return m_window.awaitStarting(ATSPI_ROLE_LIST_ITEM, place).act("Toggle"_L1) &&
               !m_window.await(ATSPI_ROLE_LABEL, place).isNull();
    }
    [[nodiscard]] bool adds(const QString &title) const
    {
        const Accessible line = m_window.await(ATSPI_ROLE_TEXT, u"Add a todo"_s);
        return line.setText(title) && line.find(ATSPI_ROLE_PUSH_BUTTON, u"Add"_s).act("Press"_L1);
    }
    [[nodiscard]] bool renames(const QString &title, const QString &other) const
    {
        const Accessible list = m_window.await(ATSPI_ROLE_LIST, u"Todos"_s);
        const auto editor = [&list] { return list.find(ATSPI_ROLE_TEXT, u"Title"_s); };
        return todo(title).act("Press"_L1) &&
               QTest::qWaitFor([&] { return editor().is(ATSPI_STATE_FOCUSED); }, 30'000) &&
               editor().setText(other) && list.takeFocus();
    }
    [[nodiscard]] bool ticks(const QString &title) const { return todo(title).act("Toggle"_L1); }
    [[nodiscard]] bool presses(const QString &button) const
    {
        return m_window.await(ATSPI_ROLE_PUSH_BUTTON, button).act("Press"_L1);
    }
    // In the menu of a todo, and in the menu that is in it.
    [[nodiscard]] bool choosesFor(const QString &title, const QString &menuName, const QString &entry) const
    {
        const FocusWatch focus;
        if (!todo(title).act("ShowMenu"_L1) ||
            !QTest::qWaitFor([&] { return focus.focused().name() == "Complete"_L1; }, 30'000))
            return false;
        const Accessible menu = tests::popUpOf(focus.focused()).find(ATSPI_ROLE_MENU_ITEM, menuName);
        const auto named = [&menu, &entry] {
            return menu.find([&entry](const Accessible &node) { return node.name() == entry; });
        };
        return menu.act("ShowMenu"_L1) && QTest::qWaitFor([&] { return !named().isNull(); }, 30'000) &&
               named().act("Press"_L1);
    }

    [[nodiscard]] bool quits() { return m_window.quit(); }
    [[nodiscard]] QByteArray said() const { return m_window.said(); }

private:
    [[nodiscard]] Accessible todo(const QString &title) const
    {
        return m_window.awaitStarting(ATSPI_ROLE_LIST_ITEM, title + ", "_L1);
    }

    TuskWindow m_window;
};

} // namespace

class TestScreenReaderFeature final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_desktop = std::make_unique<tests::PrivateDesktop>();
        m_server = std::make_unique<tests::TestServer>();
        m_database = m_server->createDatabase();
        tests::addTodo(u"sow"_s, {u"--list"_s, u"Garden"_s, u"--create"_s},
                       tests::databaseVariables(m_database));
        m_user = std::make_unique<Listener>(m_database);
    }

    // One day, from the first todo to the last.
    void iDoEverythingWithAScreenReader()
    {
        QVERIFY(m_user->adds(u"water the tomatos"_s));
        QVERIFY(m_user->hearsTodo(u"water the tomatos, not completed"_s));

        QVERIFY(m_user->renames(u"water the tomatos"_s, u"water the tomatoes"_s));
        QVERIFY(m_user->hearsTodo(u"water the tomatoes, not completed"_s));

        QVERIFY(m_user->choosesFor(u"water the tomatoes"_s, u"Due"_s, u"Today"_s));
        QVERIFY(m_user->hearsTodo(u"water the tomatoes, due today, not completed"_s));
        QVERIFY(m_user->choosesFor(u"water the tomatoes"_s, u"Priority"_s, u"High"_s));
        QVERIFY(m_user->hearsTodo(u"water the tomatoes, due today, high priority, not completed"_s));

        QVERIFY(m_user->choosesFor(u"water the tomatoes"_s, u"Move to"_s, u"Garden"_s));
        QVERIFY(m_user->hearsNoMoreOf(u"water the tomatoes"_s));
        QVERIFY(m_user->goesTo(u"Garden"_s));
        QVERIFY(
            m_user->hearsTodo(u"water the tomatoes, due today, list Garden, high priority, not completed"_s));

        QVERIFY(m_user->ticks(u"water the tomatoes"_s));
        QVERIFY(m_user->hears(ATSPI_ROLE_ALERT, u"“water the tomatoes” completed"_s));
        QVERIFY(m_user->hearsNoMoreOf(u"water the tomatoes"_s));
        QVERIFY(m_user->presses(u"Undo"_s));
        QVERIFY(
            m_user->hearsTodo(u"water the tomatoes, due today, list Garden, high priority, not completed"_s));
        QTRY_COMPARE(
            m_server->psql(u"SELECT l.name, t.completed_at IS NULL FROM tusk.todo t JOIN tusk.list l ON "
                           "l.id = t.list_id WHERE t.title LIKE 'water%'"_s,
                           m_database.database),
            (QList<QStringList>{{u"Garden"_s, u"t"_s}}));
    }

    void cleanupTestCase() { QVERIFY2(m_user->quits(), m_user->said().constData()); }

private:
    std::unique_ptr<tests::PrivateDesktop> m_desktop;
    std::unique_ptr<tests::TestServer> m_server;
    base::ConnectionSettings m_database;
    std::unique_ptr<Listener> m_user;
};

QTEST_GUILESS_MAIN(TestScreenReaderFeature)
#include "tst_screenreaderfeature.moc"
