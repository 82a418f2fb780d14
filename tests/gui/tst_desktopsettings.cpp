// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/fakeportal.h"
#include "gui/theme/desktopsettings.h"
#include "support/guipausemeter.h"
#include "support/logwatch.h"
#include "support/mutebus.h"
#include "support/privatebus.h"
#include "support/testcase.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace tusk::gui;
using namespace tusk::tests;
using namespace std::chrono_literals;

namespace
{

const QString appearanceArea = u"org.freedesktop.appearance"_s;
const QString gnomeArea = u"org.gnome.desktop.interface"_s;

} // namespace

class TestDesktopSettings final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<PrivateBus> m_bus;

protected:
    void prepare() override { m_bus = std::make_unique<PrivateBus>(); }

private Q_SLOTS:
    void cleanup() { m_bus.reset(); }

    void shouldReadWhatTheDesktopSays()
    {
        FakePortal portal(m_bus->address());
        portal.setQuietly(appearanceArea, u"color-scheme"_s, 1U);
        portal.setQuietly(appearanceArea, u"contrast"_s, 1U);
        portal.setQuietly(appearanceArea, u"accent-color"_s, FakePortal::accent(1, 0.5, 0));
        portal.setQuietly(gnomeArea, u"enable-animations"_s, false);

        const DesktopSettings settings(m_bus->address());
        QSignalSpy changed(&settings, &DesktopSettings::changed);
        QTRY_COMPARE(changed.size(), 1);

        QCOMPARE(settings.appearance().scheme, Scheme::Dark);
        QVERIFY(settings.appearance().highContrast);
        QCOMPARE(settings.appearance().accent.name(), u"#ff8000"_s);
        QVERIFY(!settings.appearance().animations);
    }

    void shouldFollowChangesAtOnce()
    {
        FakePortal portal(m_bus->address());
        portal.setQuietly(appearanceArea, u"color-scheme"_s, 2U);
        const DesktopSettings settings(m_bus->address());
        QTRY_COMPARE(settings.appearance().scheme, Scheme::Light);

        portal.set(appearanceArea, u"color-scheme"_s, 1U);
        QTRY_COMPARE(settings.appearance().scheme, Scheme::Dark);
        portal.set(appearanceArea, u"color-scheme"_s, 0U);
        QTRY_COMPARE(settings.appearance().scheme, std::nullopt);
        portal.set(appearanceArea, u"contrast"_s, 1U);
        QTRY_VERIFY(settings.appearance().highContrast);
        portal.set(gnomeArea, u"enable-animations"_s, false);
        QTRY_VERIFY(!settings.appearance().animations);
    }

    void shouldEndAtTheLastOfManyQuickChanges()
    {
        FakePortal portal(m_bus->address());
        const DesktopSettings settings(m_bus->address());
        QTRY_COMPARE(portal.readings(), 1);
        portal.keepAnswersBack();
        portal.set(appearanceArea, u"color-scheme"_s, 2U);
        QTRY_COMPARE(portal.readings(), 2);

        for (int i = 0; i < 50; ++i)
            portal.set(appearanceArea, u"color-scheme"_s, i % 2 == 0 ? 2U : 1U);
        portal.sendAnswers();

        QTRY_COMPARE(settings.appearance().scheme, Scheme::Dark);
        QCOMPARE_LT(portal.readings(), 10); // one at a time, not one for each
    }

    void shouldIgnoreChangesOfOtherAreas()
    {
        FakePortal portal(m_bus->address());
        const DesktopSettings settings(m_bus->address());
        QTRY_COMPARE(portal.readings(), 1);
        portal.set(u"org.gnome.desktop.sound"_s, u"event-sounds"_s, true);
        portal.set(appearanceArea, u"color-scheme"_s, 1U);
        QTRY_COMPARE(settings.appearance().scheme, Scheme::Dark);
        QCOMPARE(portal.readings(), 2);
    }

    void shouldAskThePortalThatComesLaterAndAfterItsRestart()
    {
        const LogWatch log(u"does not tell its settings"_s);
        const DesktopSettings settings(m_bus->address());
        QTRY_COMPARE(log.count(), 1); // asked in vain
        auto portal = std::make_unique<FakePortal>(m_bus->address());
        portal->set(appearanceArea, u"color-scheme"_s, 1U);
        QTRY_COMPARE(settings.appearance().scheme, Scheme::Dark);

        portal.reset();
        portal = std::make_unique<FakePortal>(m_bus->address());
        portal->set(appearanceArea, u"color-scheme"_s, 2U);
        QTRY_COMPARE(settings.appearance().scheme, Scheme::Light);
    }

    void shouldPassOverWhatMakesNoSense()
    {
        FakePortal portal(m_bus->address());
        portal.setQuietly(appearanceArea, u"color-scheme"_s, u"dark"_s);
        portal.setQuietly(appearanceArea, u"contrast"_s, 7U);
        portal.setQuietly(appearanceArea, u"accent-color"_s, FakePortal::accent(-1, -1, -1));
        portal.setQuietly(gnomeArea, u"enable-animations"_s, u"no"_s);
        const DesktopSettings settings(m_bus->address());
        QTRY_COMPARE(portal.readings(), 1);
        portal.set(appearanceArea, u"accent-color"_s, u"red"_s);
        QTRY_COMPARE(portal.readings(), 2);
        portal.set(gnomeArea, u"enable-animations"_s, false); // the answer to this one is the last
        QTRY_VERIFY(!settings.appearance().animations);
        QCOMPARE(settings.appearance().scheme, std::nullopt);
        QVERIFY(!settings.appearance().highContrast);
        QVERIFY(!settings.appearance().accent.isValid());
    }

    void shouldKnowEveryWayToSayThatNothingMoves_data()
    {
        QTest::addColumn<QString>("area");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("still");
        QTest::newRow("GNOME") << gnomeArea << u"enable-animations"_s << QVariant(false);
        QTest::newRow("KDE") << u"org.kde.kdeglobals.KDE"_s << u"AnimationDurationFactor"_s
                             << QVariant(u"0"_s);
        QTest::newRow("common") << appearanceArea << u"reduced-motion"_s << QVariant(1U);
    }
    void shouldKnowEveryWayToSayThatNothingMoves()
    {
        QFETCH(const QString, area);
        QFETCH(const QString, key);
        QFETCH(const QVariant, still);
        QVERIFY(appearanceFrom({}).animations);
        QVERIFY(!appearanceFrom({{area, {{key, still}}}}).animations);
    }

    void shouldNotWaitForASlowPortal()
    {
        FakePortal portal(m_bus->address());
        portal.setQuietly(appearanceArea, u"color-scheme"_s, 1U);
        portal.keepAnswersBack();
        const DesktopSettings settings(m_bus->address());
        QTRY_COMPARE(portal.readings(), 1);

        GuiPauseMeter meter;
        meter.start();
        meter.runFor(300ms);
        QCOMPARE_LT(meter.longest().count(), 50'000);
        QCOMPARE(settings.appearance(), DesktopAppearance());

        portal.sendAnswers();
        QTRY_COMPARE(settings.appearance().scheme, Scheme::Dark);
    }

    void shouldNotWaitForABusThatSaysNothing()
    {
        const MuteBus mute;
        QElapsedTimer timer;
        timer.start();
        std::optional<DesktopSettings> settings(std::in_place, mute.address());
        QCOMPARE_LT(timer.elapsed(), 50);

        GuiPauseMeter meter;
        meter.start();
        meter.runFor(300ms);
        QCOMPARE_LT(meter.longest().count(), 50'000);
        QCOMPARE(settings->appearance(), DesktopAppearance());

        timer.restart();
        settings.reset();
        QCOMPARE_LT(timer.elapsed(), 1000);
    }

    void shouldDoWithoutABus()
    {
        const LogWatch log(u"bus does not answer"_s);
        const DesktopSettings none{QString()};
        const DesktopSettings gone(u"unix:path=/nonexistent/bus"_s);
        QTRY_COMPARE(log.count(), 1);
        QCOMPARE(none.appearance(), DesktopAppearance());
        QCOMPARE(gone.appearance(), DesktopAppearance());
    }

    void shouldLookForTheBusWithoutStartingOne()
    {
        QTemporaryDir runtime;
        const QByteArray before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        const QByteArray runtimeBefore = qgetenv("XDG_RUNTIME_DIR");
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", runtime.path().toUtf8());
        QCOMPARE(DesktopSettings::sessionBusAddress(), QString());
        QFile socket(runtime.filePath(u"bus"_s));
        QVERIFY(socket.open(QIODevice::WriteOnly));
        QCOMPARE(DesktopSettings::sessionBusAddress(), "unix:path="_L1 + socket.fileName());
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/elsewhere");
        QCOMPARE(DesktopSettings::sessionBusAddress(), u"unix:path=/elsewhere"_s);
        before.isNull() ? qunsetenv("DBUS_SESSION_BUS_ADDRESS") : qputenv("DBUS_SESSION_BUS_ADDRESS", before);
        runtimeBefore.isNull() ? qunsetenv("XDG_RUNTIME_DIR") : qputenv("XDG_RUNTIME_DIR", runtimeBefore);
    }
};

QTEST_GUILESS_MAIN(TestDesktopSettings)
#include "tst_desktopsettings.moc"
