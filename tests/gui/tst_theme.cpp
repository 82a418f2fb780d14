// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/contrast.h"
#include "gui/theme/theme.h"
#include "support/testcase.h"

#include <QApplication>
#include <QFontInfo>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace tusk::gui;
using namespace tusk::tests;

namespace
{

// The palettes of well-known desktops and colour schemes, and some that nobody should have.
QPalette desktop(QRgb window, QRgb base, QRgb text, QRgb highlight)
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(window));
    palette.setColor(QPalette::Base, QColor(base));
    palette.setColor(QPalette::WindowText, QColor(text));
    palette.setColor(QPalette::Text, QColor(text));
    palette.setColor(QPalette::Highlight, QColor(highlight));
    return palette;
}

Colors themed(Scheme scheme, bool highContrast, const std::optional<QPalette> &palette = {},
              const QColor &accent = {})
{
    return colorsFor({scheme, highContrast, accent, true}, palette);
}

} // namespace

class TestTheme final : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldCountContrastAsTheGuidelinesDo()
    {
        QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white)), 21);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        // The example of the guidelines: the darkest grey that fails on white, and its neighbour that passes.
        QCOMPARE_LT(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white), 4.5);
        QCOMPARE_GE(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white), 4.5);
        QCOMPARE(contrastRatio(Qt::red, Qt::blue), contrastRatio(Qt::blue, Qt::red));
    }

    void shouldChangeAColourNoMoreThanNeeded()
    {
        const QColor fine(0x1F, 0x23, 0x28);
        QCOMPARE(readableOn({Qt::white}, fine, 4.5), fine);
        const QColor orange(0xE8, 0xB0, 0x4B);
        const QColor onWhite = readableOn({Qt::white}, orange, 4.5);
        QCOMPARE_GE(contrastRatio(onWhite, Qt::white), 4.5);
        QCOMPARE_LT(contrastRatio(onWhite, Qt::white), 5.2);
        QVERIFY(onWhite.red() > onWhite.green() && onWhite.green() > onWhite.blue());
        // Nothing reads on black and on white alike: the better one of the two poles comes back.
        QVERIFY(readableOn({Qt::black, Qt::white}, orange, 4.5).isValid());
    }

    void shouldShowItsOwnColoursWhereTheDesktopSaysNothing()
    {
        const Colors light = themed(Scheme::Light, false);
        QCOMPARE(light.window.name(), u"#fbfaf8"_s);
        QCOMPARE(light.sidebar.name(), u"#f3f1ed"_s);
        QCOMPARE(light.selection.name(), u"#e3eafb"_s);
        QCOMPARE(light.text.name(), u"#1f2328"_s);
        QCOMPARE(light.secondary.name(), u"#646870"_s);
        QCOMPARE(light.faint.name(), u"#82848c"_s);
        QCOMPARE(light.accent.name(), u"#3859d0"_s);
        QCOMPARE(light.onAccent.name(), u"#ffffff"_s);
        QCOMPARE(light.red.name(), u"#be3328"_s);
        QCOMPARE(light.amber.name(), u"#8a5a08"_s);
        QCOMPARE(light.green.name(), u"#267435"_s);
        const Colors dark = themed(Scheme::Dark, false);
        QCOMPARE(dark.window.name(), u"#1b1c1f"_s);
        QCOMPARE(dark.panel.name(), u"#26272b"_s);
        QCOMPARE(dark.secondary.name(), u"#a0a2a9"_s);
        QCOMPARE(dark.faint.name(), u"#80828a"_s);
        QCOMPARE(dark.accent.name(), u"#86a1ff"_s);
        QCOMPARE(dark.onAccent.name(), u"#1b1c1f"_s);
        QCOMPARE(dark.red.name(), u"#ff8a80"_s);
    }

    void shouldKeepEveryTextReadable_data()
    {
        QTest::addColumn<Colors>("colors");
        QTest::addColumn<bool>("highContrast");
        const auto row = [](const char *name, const Colors &colors, bool highContrast = false) {
            QTest::newRow(name) << colors << highContrast;
        };
        row("light", themed(Scheme::Light, false));
        row("dark", themed(Scheme::Dark, false));
        row("high contrast, light", themed(Scheme::Light, true), true);
        row("high contrast, dark", themed(Scheme::Dark, true), true);
        row("Breeze", themed(Scheme::Light, false, desktop(0xEFF0F1, 0xFFFFFF, 0x232629, 0x3DAEE9)));
        row("Breeze Dark", themed(Scheme::Dark, false, desktop(0x2A2E32, 0x1B1E20, 0xFCFCFC, 0x3DAEE9)));
        row("Solarized", themed(Scheme::Light, false, desktop(0xEEE8D5, 0xFDF6E3, 0x657B83, 0xB58900)));
        row("Solarized Dark", themed(Scheme::Dark, false, desktop(0x073642, 0x002B36, 0x839496, 0x2AA198)));
        row("yellow accent", themed(Scheme::Light, false, {}, QColor(0xFF, 0xE0, 0x00)));
        row("black accent in the dark", themed(Scheme::Dark, false, {}, QColor(Qt::black)));
        row("grey on grey", themed(Scheme::Light, false, desktop(0x909090, 0x989898, 0x808080, 0x888888)));
        row("light palette, dark chosen",
            themed(Scheme::Dark, false, desktop(0xEFF0F1, 0xFFFFFF, 0x232629, 0x3DAEE9)));
    }
    void shouldKeepEveryTextReadable()
    {
        QFETCH(const Colors, colors);
        QFETCH(const bool, highContrast);
        const double text = highContrast ? 7 : 4.5;
        for (const QColor &color : {colors.text, colors.secondary, colors.accent, colors.red, colors.amber,
                                    colors.green, colors.blue})
            QVERIFY2(lowestContrast(color, colors.grounds()) >= text, qPrintable(color.name()));
        QCOMPARE_GE(lowestContrast(colors.faint, colors.grounds()), highContrast ? 4.5 : 3.0);
        QCOMPARE_GE(lowestContrast(colors.control, colors.grounds()), 3.0);
        QCOMPARE_GE(contrastRatio(colors.onAccent, colors.accent), text);
        QCOMPARE_GE(contrastRatio(colors.onInverse, colors.inverse), text);
        QCOMPARE_GE(contrastRatio(colors.accentOnInverse, colors.inverse), 4.5);
    }

    void shouldTakeGroundsAndAccentOfTheDesktop()
    {
        const Colors breeze = themed(Scheme::Dark, false, desktop(0x2A2E32, 0x1B1E20, 0xFCFCFC, 0x3DAEE9));
        QCOMPARE(breeze.window.name(), u"#1b1e20"_s);
        QCOMPARE(breeze.panel.name(), u"#2a2e32"_s);
        QVERIFY(std::abs(breeze.accent.hslHue() - QColor(0x3D, 0xAE, 0xE9).hslHue()) <= 2);
        // The accent that the desktop names itself goes before that of its palette.
        const Colors named = themed(Scheme::Dark, false, desktop(0x2A2E32, 0x1B1E20, 0xFCFCFC, 0x3DAEE9),
                                    QColor(0xFF, 0x99, 0x66));
        QCOMPARE(named.accent.name(), u"#ff9966"_s);
        // Grounds of the other scheme are of no use.
        const Colors chosen = themed(Scheme::Light, false, desktop(0x2A2E32, 0x1B1E20, 0xFCFCFC, 0x3DAEE9));
        QCOMPARE(chosen.window.name(), u"#fbfaf8"_s);
    }

    void shouldShowListColoursOnEveryGround()
    {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const Theme theme({scheme, false, {}, true}, {}, QApplication::font(), QApplication::font());
            for (const QColor &color : listColors()) {
                const QColor shown = theme.listColor(color.name());
                QVERIFY2(lowestContrast(shown, theme.colors().grounds()) >= 3, qPrintable(color.name()));
            }
            QCOMPARE(theme.listColor({}), theme.colors().control);
            QCOMPARE(theme.listColor(u"nonsense"_s), theme.colors().control);
        }
        QCOMPARE_GE(listColors().size(), 10);
    }

    void shouldFollowALargerFontOfTheDesktop()
    {
        QFont font = QApplication::font();
        font.setPixelSize(13);
        const Theme usual({}, {}, font, font);
        QCOMPARE(QFontInfo(usual.type().placeTitle).pixelSize(), 22);
        QCOMPARE(usual.type().placeTitle.weight(), QFont::DemiBold);
        QCOMPARE(QFontInfo(usual.type().detailsTitle).pixelSize(), 17);
        QCOMPARE(QFontInfo(usual.type().row).pixelSize(), 14);
        QCOMPARE(QFontInfo(usual.type().small).pixelSize(), 12);
        QCOMPARE(usual.rowHeight(), 36);
        QCOMPARE(usual.rowHeight(true), 54);
        QCOMPARE(usual.checkCircle(), 18);
        font.setPixelSize(21);
        const Theme larger({}, {}, font, font);
        QCOMPARE(QFontInfo(larger.type().row).pixelSize(), 21);
        QCOMPARE(QFontInfo(larger.type().small).pixelSize(), 18);
        QCOMPARE(larger.rowHeight(), 54);
    }

    void shouldMoveNothingWithoutAnimations()
    {
        const Theme still({Scheme::Light, false, {}, false}, {}, {}, {});
        QCOMPARE(still.shortly().count(), 0);
        QCOMPARE(still.smoothly().count(), 0);
        QCOMPARE(Theme().shortly().count(), 100);
        QCOMPARE(Theme().smoothly().count(), 150);
    }

    void shouldPutTheUsersChoiceBeforeTheDesktops()
    {
        const DesktopAppearance dark{Scheme::Dark, false, {}, false};
        QCOMPARE(resolve({}, dark, Scheme::Light).scheme, Scheme::Dark);
        QCOMPARE(resolve({}, dark, Scheme::Light).animations, false);
        QCOMPARE(resolve({}, {}, Scheme::Dark).scheme, Scheme::Dark); // unsaid: what the palette shows
        AppearanceChoice choice;
        choice.colors = AppearanceChoice::Colors::Light;
        choice.motion = AppearanceChoice::Motion::On;
        QCOMPARE(resolve(choice, dark, Scheme::Dark).scheme, Scheme::Light);
        QCOMPARE(resolve(choice, dark, Scheme::Dark).animations, true);
        choice.colors = AppearanceChoice::Colors::HighContrast;
        QCOMPARE(resolve(choice, dark, Scheme::Light).scheme, Scheme::Dark);
        QVERIFY(resolve(choice, dark, Scheme::Light).highContrast);
        QVERIFY(!resolve({}, dark, Scheme::Light).highContrast);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
