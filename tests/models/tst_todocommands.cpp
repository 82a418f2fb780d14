// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/uuidv7.h"
#include "domain/actions.h"
#include "models/opendatabase.h"
#include "models/todocommands.h"
#include "support/testcase.h"

using namespace tusk;
using namespace tusk::tests;
using domain::Todo;
using namespace Qt::StringLiterals;

class TestTodoCommands final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;
    std::unique_ptr<Device> m_device;
    std::unique_ptr<models::TodoCommands> m_commands;

    [[nodiscard]] QList<Todo> named(const QStringList &titles) const
    {
        QList<Todo> todos;
        for (const QString &title : titles)
            todos.append(m_device->todo(title));
        return todos;
    }

protected:
    void prepare() override
    {
        m_settings = createTuskDatabase(*m_server);
        m_device = std::make_unique<Device>(m_settings);
        m_commands = std::make_unique<models::TodoCommands>(m_device->workspace());
        for (const QString &title : {u"one"_s, u"two"_s, u"three"_s})
            m_device->add(title);
        QTRY_VERIFY(m_device->isSaved());
    }

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void cleanup()
    {
        m_commands.reset();
        m_device.reset();
    }
    void cleanupTestCase() { m_server.reset(); }

    void shouldChangeSeveralTodosAsOneActionThatIsUndoneAsOne()
    {
        m_commands->setPriority(named({u"one"_s, u"three"_s}), domain::Priority::High);
        QCOMPARE(m_device->workspace().pending().size(), 1);
        QTRY_VERIFY(m_device->isSaved());
        QVERIFY(m_device->todo(u"one"_s).priority == domain::Priority::High);
        QVERIFY(m_device->todo(u"two"_s).priority == domain::Priority::None);

        QVERIFY(m_device->workspace().undo());
        QTRY_VERIFY(m_device->isSaved());
        QVERIFY(m_device->todo(u"three"_s).priority == domain::Priority::None);
    }

    void shouldKeepTheTimeOfDayWhenOnlyTheDayChanges()
    {
        const QDate today = m_device->workspace().today();
        m_commands->setDue(named({u"one"_s}), domain::When{today, QTime(9, 30), "Europe/Lisbon"});
        m_commands->setDueDate(named({u"one"_s, u"two"_s}), today.addDays(3));
        QCOMPARE(m_device->todo(u"one"_s).due,
                 (domain::When{today.addDays(3), QTime(9, 30), "Europe/Lisbon"}));
        QCOMPARE(m_device->todo(u"two"_s).due, (domain::When{today.addDays(3), {}, {}}));

        m_commands->setDueDate(named({u"one"_s}), std::nullopt);
        QVERIFY(!m_device->todo(u"one"_s).due);
        QTRY_VERIFY(m_device->isSaved());
    }

    void shouldPostponeFromTheDueDateOrElseFromToday()
    {
        const QDate today = m_device->workspace().today();
        m_commands->setDueDate(named({u"one"_s}), today.addDays(10));
        m_commands->postpone(named({u"one"_s, u"two"_s}), 7);
        QCOMPARE(m_device->todo(u"one"_s).due->date, today.addDays(17));
        QCOMPARE(m_device->todo(u"two"_s).due->date, today.addDays(7));
        QTRY_VERIFY(m_device->isSaved());
    }

    void shouldCompleteAllWhileAnyIsOpenAndReopenOnlyWhenNoneIs()
    {
        QList<Todo> todos = named({u"one"_s, u"two"_s});
        todos[0].completedAt = m_device->workspace().now();
        m_commands->toggleCompleted(todos);
        QCOMPARE(m_device->workspace().pending().last().action.todos.size(), 1);
        todos[1].completedAt = todos[0].completedAt;
        m_commands->toggleCompleted(todos);
        QVERIFY(m_device->workspace().pending().last().action.kind == domain::ActionKind::Reopen);
        QTRY_VERIFY(m_device->isSaved());
    }

    void shouldMakeANewTagAndPutItOnTheTodosInOneAction()
    {
        domain::Tag tag;
        tag.id = domain::TagId(base::makeUuidV7());
        tag.name = u"errand"_s;
        tag.position = "5";
        m_commands->addNewTag(named({u"one"_s, u"two"_s}), tag);
        QCOMPARE(m_device->workspace().pending().size(), 1);
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(m_device->workspace().tags().size(), 1);
        QCOMPARE(m_device->todo(u"two"_s).tags, QList{tag.id});
        m_commands->removeTag(named({u"two"_s}), tag.id);
        QTRY_VERIFY(m_device->isSaved());
        QCOMPARE(m_device->todo(u"one"_s).tags, QList{tag.id});
        QVERIFY(m_device->todo(u"two"_s).tags.isEmpty());
    }

    void shouldMergeWithWholeNotesThoughTheListHoldsOnlyTheirBeginning()
    {
        const QString novel = QString(3000, u'n');
        Todo todo = m_device->todo(u"two"_s);
        Todo after = todo;
        after.notes = novel;
        m_device->workspace().perform(domain::editTodo(todo, after, m_device->workspace().now()));
        QTRY_VERIFY(m_device->isSaved());
        m_device->model().select();
        QTRY_VERIFY(m_device->todo(u"two"_s).notesCut);

        m_commands->merge(named({u"one"_s, u"two"_s}));
        QTRY_COMPARE(m_device->titles(), (QStringList{u"one"_s, u"three"_s}));
        QCOMPARE(m_server
                     ->psql(u"SELECT length(notes) >= 3000 FROM tusk.todo WHERE title = 'one'"_s,
                            m_settings.database)
                     .value(0)
                     .value(0),
                 u"t"_s);
    }
};

QTEST_GUILESS_MAIN(TestTodoCommands)
#include "tst_todocommands.moc"
