// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/environmentfailuretest.h"
#include "models/databaselink.h"
#include "models/workspace.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;
using environments::EnvironmentProfile;

// A database that is a copy of another one, kept up to date by the server: it can be read, until it takes the
// place of the other.
class TestEnvironmentStandbyFeature final : public EnvironmentFailureTest
{
    Q_OBJECT

    static inline const QString told =
        u"This database can only be read at the moment: what you change waits on this computer, and changes "
        "that are made elsewhere are not shown at once."_s;

    std::unique_ptr<TestServer> m_standby;

    // “Shop” on the standby, as it is by now.
    [[nodiscard]] EnvironmentProfile copyOfShop()
    {
        m_standby = std::make_unique<TestServer>(
            TestServerOptions{.tcp = true, .scram = true, .standbyOf = &server()});
        EnvironmentProfile profile = shop();
        profile.port = m_standby->port();
        return profile;
    }
    void openCopyAndWait()
    {
        openShop(copyOfShop());
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, can only be read"_s, patience);
    }
    [[nodiscard]] QStringList storedInCopy()
    {
        QStringList stored;
        for (const QStringList &row :
             m_standby->psql(u"SELECT title FROM tusk.todo ORDER BY title"_s, homeDatabase().database))
            stored.append(row.first());
        return stored;
    }

protected:
    void prepare() override
    {
        m_standby.reset();
        EnvironmentFailureTest::prepare();
    }

private Q_SLOTS:
    void iReadMyTodosAndThatTheyCanOnlyBeRead()
    {
        addElsewhere({u"buy milk"_s});

        openCopyAndWait();

        QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{u"buy milk"_s}, patience);
        QTRY_COMPARE_WITH_TIMEOUT(message(), told, patience);
        QCOMPARE(foot(), u"Shop, can only be read"_s);
        expectNoMarker();
    }

    void iReadThatItCanOnlyBeReadAlsoWhereTuskDoesNotListen()
    {
        EnvironmentProfile profile = copyOfShop();
        if (m_standby->psql(u"SELECT current_setting('server_version_num')"_s).first().first().toInt() <
            140000)
            QSKIP("Before version 14 no server says it at the login.");
        profile.listen = false;

        openShop(profile);

        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, can only be read"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(message(), told, patience);

        m_standby->psql(u"SELECT pg_promote()"_s);
        m_standby->terminateBackends(homeDatabase().database);

        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, connected"_s, patience);
        expectNoMarker();
    }

    void iAmNotToldAgainEachTimeIComeBack()
    {
        openCopyAndWait();
        QTRY_COMPARE_WITH_TIMEOUT(message(), told, patience);
        const QSignalSpy noticed(&page()->link().workspace(), &models::Workspace::noticed);

        hands::press(u"F5"_s);
        m_standby->terminateBackends(homeDatabase().database);

        // It has tried to listen again, and that was refused.
        const auto refusals = [this] {
            return m_standby->logLines().filter(u"cannot execute LISTEN during recovery"_s).size();
        };
        QTRY_COMPARE_WITH_TIMEOUT(refusals(), 2, patience);
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, can only be read"_s, patience);
        QCOMPARE(noticed.size(), 0);
        expectNoMarker();
    }

    void iReadWhatWasChangedElsewhereWhenIAsk()
    {
        openCopyAndWait();
        QTRY_COMPARE_WITH_TIMEOUT(message(), told, patience);
        addElsewhere({u"buy milk"_s});
        QTRY_COMPARE_WITH_TIMEOUT(storedInCopy(), QStringList{u"buy milk"_s}, patience);
        QCOMPARE(titles(), QStringList());

        hands::press(u"F5"_s);

        QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{u"buy milk"_s}, patience);
        expectNoMarker();
    }

    void myTodoWaitsUntilTheCopyTakesThePlaceOfItsServer()
    {
        addElsewhere({u"buy milk"_s});
        openCopyAndWait();
        QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{u"buy milk"_s}, patience);

        add(u"call Ana"_s);

        QTRY_VERIFY2_WITH_TIMEOUT(message().startsWith(u"Not saved yet: This database can only be read"_s),
                                  qPrintable(message()), patience);
        const QString technical = detail();
        QVERIFY2(!technical.isEmpty() && !technical.contains(marker), qPrintable(technical));
        QCOMPARE(foot(), u"Shop, can only be read · 1 change waiting"_s);
        QVERIFY(titles().contains(u"call Ana"_s));
        QCOMPARE(storedInCopy(), QStringList{u"buy milk"_s});
        expectNoMarker();

        m_standby->psql(u"SELECT pg_promote()"_s);

        QTRY_COMPARE_WITH_TIMEOUT(storedInCopy(), (QStringList{u"buy milk"_s, u"call Ana"_s}), patience);
        QTRY_COMPARE_WITH_TIMEOUT(foot(), u"Shop, connected"_s, patience);
        QVERIFY2(!message().startsWith(u"Not saved yet"_s), qPrintable(message()));
        expectNoMarker();
    }
};

QTEST_MAIN(TestEnvironmentStandbyFeature)
#include "tst_environmentstandbyfeature.moc"
