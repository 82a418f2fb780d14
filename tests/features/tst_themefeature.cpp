// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/featuretest.h"
#include "gui/fakeportal.h"
#include "support/privatebus.h"

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;

// What the window looks like, in the words of those who look at it.
class TestThemeFeature final : public FeatureTest
{
    Q_OBJECT

    const QString m_appearance = u"org.freedesktop.appearance"_s;
    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<FakePortal> m_portal;

    template <class Measure>
    static int most(const QImage &image, Measure measure)
    {
        int most = -255;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                most = std::max(most, measure(image.pixel(x, y)));
        }
        return most;
    }
    static int darkest(const QImage &image)
    {
        return -most(image, [](QRgb pixel) { return -qGray(pixel); });
    }
    static int reddest(const QImage &image)
    {
        return most(image, [](QRgb pixel) { return qRed(pixel) - std::max(qGreen(pixel), qBlue(pixel)); });
    }
    void letTheDesktopBeDark(bool dark) { m_portal->set(m_appearance, u"color-scheme"_s, dark ? 1U : 2U); }

protected:
    void prepare() override
    {
        m_bus = std::make_unique<PrivateBus>();
        m_portal = std::make_unique<FakePortal>(m_bus->address());
        m_portal->setQuietly(m_appearance, u"color-scheme"_s, 2U);
        FeatureTest::prepare();
    }
    [[nodiscard]] QString desktopBus() const override { return m_bus->address(); }

private Q_SLOTS:
    void iSwitchTheDesktopToDarkAndTuskFollowsAtOnce()
    {
        user().adds({u"one"_s});
        QTRY_VERIFY(user().lightness() > 200);
        letTheDesktopBeDark(true);
        QTRY_VERIFY(user().lightness() < 80);
        QCOMPARE(user().titles(), QStringList{u"one"_s}); // and nothing else has changed
        QCOMPARE(user().selected(), QStringList{u"one"_s});
        letTheDesktopBeDark(false);
        QTRY_VERIFY(user().lightness() > 200);
    }

    void iSwitchTheDesktopWhileTheSettingsAreOpen()
    {
        user().opensSettings(u"Appearance"_s);
        letTheDesktopBeDark(true);
        QTRY_VERIFY(user().lightness() < 80);
        user().clicks(u"Light"_s); // I want it otherwise
        QTRY_VERIFY(user().lightness() > 200);
        letTheDesktopBeDark(false);
        letTheDesktopBeDark(true);
        user().clicks(u"As the desktop"_s);
        QTRY_VERIFY(user().lightness() < 80);
    }

    void iNeedHighContrastAndGetIt()
    {
        user().adds({u"one"_s});
        QVERIFY(darkest(user().pictureOfTodo(u"one"_s)) > 0);
        m_portal->set(m_appearance, u"contrast"_s, 1U);
        QTRY_COMPARE(darkest(user().pictureOfTodo(u"one"_s)), 0);
    }

    void iSeeThePriorityAtSight()
    {
        user().adds({u"plain"_s, u"urgent"_s});
        user().clicksTodo(u"urgent"_s);
        user().presses(u"1"_s);
        user().clicksTodo(u"plain"_s);
        QTRY_VERIFY(user().isSaved());
        QTRY_VERIFY(reddest(user().pictureOfTodo(u"urgent"_s)) > 100);
        QVERIFY(reddest(user().pictureOfTodo(u"plain"_s)) < 60);
    }

    void iWantNothingToMove()
    {
        m_portal->set(u"org.gnome.desktop.interface"_s, u"enable-animations"_s, false);
        user().adds({u"a"_s, u"b"_s});
        user().clicksTodo(u"a"_s);
        QTRY_VERIFY(user().isSaved());
        user().presses(u"Delete"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"b"_s});
        const QImage at = user().pictureOfTodo(u"b"_s);
        QTest::qWait(200); // longer than any of our animations
        QCOMPARE(user().pictureOfTodo(u"b"_s), at);
    }
};

QTEST_MAIN(TestThemeFeature)
#include "tst_themefeature.moc"
