// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/opendatabase.h"
#include "models/todocommands.h"
#include "support/proxy.h"
#include "support/testcase.h"
#include "support/testclock.h"

using namespace tusk;
using namespace tusk::tests;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using domain::TodoFilter;
using Place = domain::TodoFilter::Place;

// What another day does to what is shown, and to the Trash.
class TestDayChange final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<TestServer> m_server;
    base::ConnectionSettings m_settings;

    static TodoFilter today() { return TodoFilter::at(Place::Today); }

    static void addDueTomorrow(Device &device)
    {
        device.add(u"pack"_s);
        models::TodoCommands(device.workspace())
            .setDueDate({device.todo(u"pack"_s)}, device.workspace().today().addDays(1));
        QTRY_VERIFY(device.isSaved());
    }

protected:
    void prepare() override { m_settings = createTuskDatabase(*m_server); }

private Q_SLOTS:
    void initTestCase()
    {
        TestServerOptions options;
        options.tcp = true;
        m_server = std::make_unique<TestServer>(options);
    }
    void cleanupTestCase() { m_server.reset(); }

    void shouldBringWhatIsDueIntoTodayAtMidnight()
    {
        TestClock clock(QDateTime::currentDateTimeUtc());
        Device device(m_settings, {}, true, {}, &clock);
        addDueTomorrow(device);
        QVERIFY(device.show(today()));
        QVERIFY(device.titles().isEmpty());
        QCOMPARE(device.workspace().counts().of(today()), 0);

        clock.advance(24h);
        device.workspace().dayChanged();

        QTRY_COMPARE(device.titles(), QStringList{u"pack"_s});
        QTRY_COMPARE(device.workspace().counts().of(today()), 1);
        QCOMPARE(device.workspace().counts().of(TodoFilter::at(Place::Upcoming)), 0);
    }

    void shouldFollowTheDayOnceTheConnectionIsBack()
    {
        Proxy proxy(m_settings);
        TestClock clock(QDateTime::currentDateTimeUtc());
        Device device(proxy.settings(), {}, true, {}, &clock);
        addDueTomorrow(device);
        QVERIFY(device.show(today()));
        proxy.cut(Proxy::NewConnections::Refused);
        QTRY_VERIFY(device.link().state() == models::DatabaseLink::State::Offline);

        clock.advance(24h);
        device.workspace().dayChanged();
        proxy.accept();
        device.link().retryNow();

        QTRY_COMPARE_WITH_TIMEOUT(device.titles(), QStringList{u"pack"_s}, 20'000);
    }

    void shouldRemoveFromTheTrashWhatIsThereForThirtyDays()
    {
        {
            Device device(m_settings);
            for (const QString &title : {u"old"_s, u"recent"_s})
                device.add(title);
            QTRY_VERIFY(device.isSaved());
            models::TodoCommands(device.workspace()).trash({device.todo(u"old"_s), device.todo(u"recent"_s)});
            QTRY_VERIFY(device.isSaved());
        }
        m_server->psql(u"UPDATE tusk.todo SET deleted_at = now() - interval '31 days' WHERE title = 'old'"_s,
                       m_settings.database);

        Device device(m_settings);

        QTRY_COMPARE(device.workspace().counts().trash, 1);
        QVERIFY(device.show(TodoFilter::at(Place::Trash)));
        QCOMPARE(device.titles(), QStringList{u"recent"_s});
    }
};

QTEST_GUILESS_MAIN(TestDayChange)
#include "tst_daychange.moc"
