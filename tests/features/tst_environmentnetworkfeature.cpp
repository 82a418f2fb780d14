// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/networkwatch.h"
#include "features/environmentstest.h"
#include "features/hands.h"
#include "models/databaselink.h"
#include "support/ownnetwork.h"
#include "support/proxy.h"

#include <QSignalSpy>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;
using environments::EnvironmentKind;
using environments::EnvironmentProfile;
using environments::ProfileList;
using models::DatabaseLink;

// What becomes of a database while the network of the computer goes and comes; in a network of its own, which
// can be switched off.
class TestEnvironmentNetworkFeature final : public EnvironmentsTest
{
    Q_OBJECT

    const bool m_hasOwnNetwork = enterOwnNetwork() && setLoopback(true); // before the server starts in it

    // Twice, so that the window has heard of the first time, too.
    static void switchTheNetworkOffAndOn()
    {
        const base::NetworkWatch watch;
        QSignalSpy told(&watch, &base::NetworkWatch::changed);
        for (int times = 0; times < 2; ++times) {
            told.clear();
            QVERIFY(setLoopback(false));
            QVERIFY(setLoopback(true));
            QTRY_VERIFY(!told.isEmpty());
        }
    }

protected:
    [[nodiscard]] TestServerOptions serverOptions() const override
    {
        TestServerOptions options;
        options.tcp = true;
        return options;
    }

private Q_SLOTS:
    void myDatabaseIsTriedAgainAtOnceWhenTheNetworkIsBack_data()
    {
        QTest::addColumn<bool>("isBack");
        QTest::newRow("it is back") << true;
        QTest::newRow("it stays as it is") << false;
    }
    void myDatabaseIsTriedAgainAtOnceWhenTheNetworkIsBack()
    {
        QFETCH(const bool, isBack);
        if (!m_hasOwnNetwork)
            QSKIP("this account may not make a network namespace");
        Proxy network(homeDatabase());
        network.setRoundTrip(std::chrono::seconds(60));
        EnvironmentProfile far = profileFor(u"Far"_s, EnvironmentKind::Staging, network.settings());
        far.tls = environments::TlsMode::Disable;
        change([&far](ProfileList &list) { return list.add(far); });
        session().raise({}, home().id); // reads the file again
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Home – Tusk"_s, patience);
        hands::press(u"Ctrl+Shift+4"_s);
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Far – Tusk"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(network.openConnections(), 1, patience);
        const QSignalSpy states(&page()->link(), &DatabaseLink::stateChanged);

        if (isBack)
            switchTheNetworkOffAndOn();
        network.setRoundTrip(std::chrono::seconds(0));
        network.cut(); // that try was made before

        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
        const bool hasWaited = std::ranges::any_of(states, [](const QList<QVariant> &state) {
            return state.first().value<DatabaseLink::State>() == DatabaseLink::State::Offline;
        });
        QCOMPARE(hasWaited, !isBack);
    }
};

QTEST_MAIN(TestEnvironmentNetworkFeature)
#include "tst_environmentnetworkfeature.moc"
