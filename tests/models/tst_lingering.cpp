// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "models/opendatabase.h"
#include "support/testcase.h"

using namespace tusk;
using namespace tusk::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::TodoFilter;
using Place = domain::TodoFilter::Place;

// What the user completes stays a moment, so that it can be taken back where it was.
class TestLingering final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;

    void complete(Device &device, const QString &title)
    {
        device.workspace().perform(domain::completeTodos({device.todo(title)}, device.workspace().now()));
    }

protected:
    void prepare() override { m_settings = createTuskDatabase(*m_server); }

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void cleanupTestCase() { m_server.reset(); }

    void shouldStayCompletedInItsPlaceAndLeaveAfterAMoment()
    {
        Device device(m_settings);
        device.model().setLingering(400ms);
        for (const char *title : {"a", "b", "c"})
            device.add(QString::fromLatin1(title));
        QTRY_VERIFY(device.isSaved());

        complete(device, u"b"_s);
        QCOMPARE(device.titles(), QStringList({u"a"_s, u"b*"_s, u"c"_s}));
        QVERIFY(device.todo(u"b"_s).completedAt);
        // The counts know at once.
        QCOMPARE(device.workspace().counts().inbox, 2);
        QTRY_VERIFY(device.isSaved());
        QCOMPARE(device.titles(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
        QTRY_COMPARE(device.titles(), QStringList({u"a"_s, u"c"_s}));
    }

    void shouldStayForGoodWhenTakenBackInTime()
    {
        Device device(m_settings);
        device.model().setLingering(200ms);
        device.add(u"a"_s);
        device.add(u"b"_s);
        complete(device, u"a"_s);
        QVERIFY(device.workspace().undo());
        QTRY_VERIFY(device.isSaved());
        QVERIFY(!device.todo(u"a"_s).completedAt);
        complete(device, u"b"_s); // its time is over later
        QTRY_COMPARE(device.titles(), QStringList{u"a"_s});
    }

    void shouldNotKeepWhatAnotherDeviceCompleted()
    {
        Device device(m_settings);
        device.model().setLingering(1h);
        device.add(u"a"_s);
        QTRY_VERIFY(device.isSaved());
        Device other(m_settings);
        QTRY_COMPARE(other.titles(), QStringList{u"a"_s});
        complete(other, u"a"_s);
        QTRY_COMPARE(device.titles(), QStringList());
    }

    void shouldLeaveAtOnceWhereNothingLingers()
    {
        Device device(m_settings);
        device.add(u"a"_s);
        complete(device, u"a"_s);
        QCOMPARE(device.titles(), QStringList());
    }

    void shouldLeaveWithItsPlace()
    {
        Device device(m_settings);
        device.model().setLingering(1h);
        device.add(u"a"_s);
        complete(device, u"a"_s);
        QTRY_VERIFY(device.isSaved());
        QVERIFY(device.show(TodoFilter::at(Place::All)));
        QCOMPARE(device.titles(), QStringList());
        QVERIFY(device.show(TodoFilter::at(Place::Completed)));
        QCOMPARE(device.titles(), QStringList{u"a"_s});
    }

    void shouldSayARowAsASentence()
    {
        Device device(m_settings);
        domain::Todo todo = device.model().newTodo(u"Water the tomatoes"_s);
        todo.priority = domain::Priority::High;
        todo.due = domain::When{device.workspace().today().addDays(-1), {}, {}};
        device.workspace().perform(domain::createTodos({todo}, device.workspace().now()));
        QTRY_VERIFY(device.isSaved());
        QCOMPARE(
            device.view().index(0, models::TodoTableModel::Title).data(Qt::AccessibleTextRole).toString(),
            u"Water the tomatoes, overdue, due yesterday, high priority, not completed"_s);
    }
};

QTEST_GUILESS_MAIN(TestLingering)
#include "tst_lingering.moc"
