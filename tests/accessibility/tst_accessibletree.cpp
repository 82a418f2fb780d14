// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "accessibility/privatedesktop.h"
#include "accessibility/tuskwindow.h"
#include "app/tuskprogram.h"
#include "support/testcase.h"
#include "support/testserver.h"

#include <QDate>

#include <algorithm>
#include <memory>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::Accessible;
using tests::TuskWindow;

namespace
{

constexpr auto press = "Press"_L1;
constexpr auto toggle = "Toggle"_L1;

// What somebody can do something with, and therefore has to know by name.
bool canBeUsed(const Accessible &node)
{
    static constexpr AtspiRole roles[] = {
        ATSPI_ROLE_PUSH_BUTTON, ATSPI_ROLE_TOGGLE_BUTTON, ATSPI_ROLE_CHECK_BOX,  ATSPI_ROLE_RADIO_BUTTON,
        ATSPI_ROLE_TEXT,        ATSPI_ROLE_ENTRY,         ATSPI_ROLE_LIST,       ATSPI_ROLE_LIST_ITEM,
        ATSPI_ROLE_COMBO_BOX,   ATSPI_ROLE_SPIN_BUTTON,   ATSPI_ROLE_MENU_ITEM,  ATSPI_ROLE_CHECK_MENU_ITEM,
        ATSPI_ROLE_HEADING,     ATSPI_ROLE_FRAME,         ATSPI_ROLE_TABLE_CELL, ATSPI_ROLE_TREE_ITEM,
    };
    return std::ranges::find(roles, node.role()) != std::end(roles) || node.is(ATSPI_STATE_FOCUSABLE);
}

// Roles that tell nothing of what can be done with it.
bool hasIdleRole(const Accessible &node)
{
    static constexpr AtspiRole roles[] = {
        ATSPI_ROLE_FILLER, ATSPI_ROLE_UNKNOWN, ATSPI_ROLE_INVALID, ATSPI_ROLE_PANEL, ATSPI_ROLE_LAYERED_PANE,
    };
    return std::ranges::find(roles, node.role()) != std::end(roles);
}

QString pathOf(const Accessible &node)
{
    QStringList path;
    for (Accessible at = node; !at.isNull() && at.role() != ATSPI_ROLE_APPLICATION; at = at.parent())
        path.prepend(at.roleName() + (at.name().isEmpty() ? QString() : " \""_L1 + at.name() + u'"'));
    return path.join(" > "_L1);
}

// One line for each node that a screen reader could not make sense of; empty where there is none.
QByteArray offendersIn(const Accessible &frame)
{
    QStringList lines;
    const QList<Accessible> nodes = frame.allShowing(canBeUsed);
    for (const Accessible &node : nodes) {
        if (node.name().trimmed().isEmpty())
            lines += "has no name: "_L1 + pathOf(node);
        if (hasIdleRole(node))
            lines += "has no role that says what it does: "_L1 + pathOf(node);
    }
    if (nodes.size() < 20)
        lines += u"too little was seen: %1 nodes"_s.arg(nodes.size());
    return lines.join(u'\n').toUtf8();
}

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

    void cleanupTestCase() { QVERIFY2(m_window->quit(), m_window->said().constData()); }

private:
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
