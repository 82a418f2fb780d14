// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/partingthread.h"
#include "features/environmentfailuretest.h"
#include "support/fakeresolver.h"

#include <QScopeGuard>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;
using environments::EnvironmentProfile;

// What is read when the name of a database server leads nowhere.
class TestEnvironmentNamesFeature final : public EnvironmentFailureTest
{
    Q_OBJECT

    // After quit(): threads that are held use what the end of the program takes away.
    static void letGo()
    {
        setNameServerSilent(false);
        QTRY_VERIFY(!session::PartingThread::anyRunning());
    }

private Q_SLOTS:
    void iReadThatTheNameLeadsNowhere_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const char *host, const char *sentence) {
            QTest::newRow(name) << QString::fromLatin1(host) << QString::fromUtf8(sentence);
        };
        row("a name that nobody has", unknownHost,
            "There is no server of this name; the name may be misspelled, or this computer is offline.");
        row("a name server that is away", deadNameHost,
            "The database server cannot be reached; this computer may be offline.");
        row("a name server that never answers", silentNameHost,
            "The name of the database server could not be looked up in time.");
    }
    void iReadThatTheNameLeadsNowhere()
    {
        QFETCH(const QString, host);
        QFETCH(const QString, sentence);
        setNameServerSilent(true);
        const auto release = qScopeGuard([] { letGo(); });
        EnvironmentProfile profile = shop();
        profile.host = host;
        profile.pool.connectTimeout = std::chrono::seconds(1);

        openShop(profile);

        QTRY_COMPARE_WITH_TIMEOUT(message(), sentence + u" It is tried again by itself."_s, patience);
        const QString technical = detail();
        QVERIFY2(!technical.isEmpty() && !technical.contains(marker), qPrintable(technical));
        QTRY_COMPARE_WITH_TIMEOUT(footTip(), sentence, patience);
        QCOMPARE(foot(), u"Shop, offline"_s);
        expectNoMarker();
        quit();
    }

    // The look-up may hold its thread for as long as it likes.
    void iWorkElsewhereWhileANameIsLookedUp()
    {
        setNameServerSilent(true);
        const auto release = qScopeGuard([] { letGo(); });
        EnvironmentProfile profile = shop();
        profile.host = QString::fromLatin1(silentNameHost);
        openShop(profile);
        QTRY_COMPARE_WITH_TIMEOUT(heldLookUps(), 1, patience);

        session().raise({}, home().id);
        QTRY_COMPARE_WITH_TIMEOUT(title(), u"Home – Tusk"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), patience);
        add(u"meanwhile"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stored(homeDatabase()), QStringList{u"meanwhile"_s}, patience);
        quit();
        QCOMPARE(heldLookUps(), 1);
    }
};

QTEST_MAIN(TestEnvironmentNamesFeature)
#include "tst_environmentnamesfeature.moc"
