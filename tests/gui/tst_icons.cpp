// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/icondrawing.h"
#include "gui/theme/icons.h"
#include "gui/theme/themekeeper.h"
#include "support/testcase.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace tusk::gui;
using namespace tusk::tests;

namespace
{

constexpr int iconCount = static_cast<int>(Icon::Warning) + 1;

// The colour that most of what is drawn has, where it is drawn in full.
QColor inkOf(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) == 255)
                return QColor(image.pixel(x, y));
        }
    }
    return {};
}

double coverage(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    double covered = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            covered += qAlpha(image.pixel(x, y)) / 255.0;
    }
    return covered / (image.width() * image.height());
}

} // namespace

class TestIcons final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<ThemeKeeper> m_keeper;

protected:
    void prepare() override
    {
        m_keeper = std::make_unique<ThemeKeeper>();
        m_keeper->setChoice({AppearanceChoice::Colors::Light, AppearanceChoice::Motion::System});
    }

private Q_SLOTS:
    void shouldHaveADrawingForEveryIcon()
    {
        for (int i = 0; i < iconCount; ++i) {
            const auto icon = static_cast<Icon>(i);
            const double drawn = coverage(drawnIcon(icon, {32, 32}, 1, Qt::black));
            QVERIFY2(QFile::exists(iconFile(icon)), qPrintable(iconFile(icon)));
            // Lines, neither nothing nor a blot.
            QVERIFY2(drawn > 0.02 && drawn < 0.5, qPrintable(u"%1: %2"_s.arg(iconFile(icon)).arg(drawn)));
        }
        // And none that nobody shows, but the application's own.
        QCOMPARE(QDir(u":/icons"_s).entryList({u"*.svg"_s}).size(), iconCount + 1);
    }

    void shouldDrawInTheColourOfTheState_data()
    {
        QTest::addColumn<QIcon::Mode>("mode");
        QTest::addColumn<QString>("expected");
        const Colors light = colorsFor({}, {});
        QTest::newRow("normal") << QIcon::Normal << light.secondary.name();
        QTest::newRow("disabled") << QIcon::Disabled << light.faint.name();
        QTest::newRow("hovered") << QIcon::Active << light.text.name();
        QTest::newRow("selected") << QIcon::Selected << light.accent.name();
    }
    void shouldDrawInTheColourOfTheState()
    {
        QFETCH(const QIcon::Mode, mode);
        QFETCH(const QString, expected);
        QCOMPARE(inkOf(themedIcon(Icon::Details).pixmap(QSize(64, 64), 1, mode)).name(), expected);
    }

    void shouldKeepAnInkOfItsOwnWhenHoveredOrSelected()
    {
        const QIcon icon = themedIcon(Icon::Warning, Ink::Red);
        const QString red = m_keeper->theme().colors().red.name();
        for (const QIcon::Mode mode : {QIcon::Normal, QIcon::Active, QIcon::Selected})
            QCOMPARE(inkOf(icon.pixmap(QSize(64, 64), 1, mode)).name(), red);
    }

    void shouldFollowTheThemeWithoutBeingMadeAgain()
    {
        const QIcon icon = themedIcon(Icon::Inbox);
        QToolButton button;
        button.setIcon(icon);
        button.resize(40, 40);
        const QString before = inkOf(icon.pixmap(QSize(64, 64), 1)).name();
        const QImage shownBefore = button.grab().toImage();

        m_keeper->setChoice({AppearanceChoice::Colors::Dark, AppearanceChoice::Motion::System});

        QCOMPARE(inkOf(icon.pixmap(QSize(64, 64), 1)).name(), m_keeper->theme().colors().secondary.name());
        QVERIFY(inkOf(icon.pixmap(QSize(64, 64), 1)).name() != before);
        QVERIFY(button.grab().toImage() != shownBefore);
    }

    void shouldDrawForThePixelsOfTheScreen()
    {
        for (const double ratio : {1.0, 1.25, 1.5, 2.0, 3.0}) {
            const QPixmap pixmap = themedIcon(Icon::Search).pixmap(QSize(16, 16), ratio);
            QCOMPARE(pixmap.devicePixelRatio(), ratio);
            QCOMPARE(pixmap.width(), qRound(16 * ratio));
            // Drawn anew, not enlarged: a line of 1.5 has full pixels at every scale from 2 on.
            if (ratio >= 2)
                QVERIFY(inkOf(pixmap).isValid());
        }
    }

    void shouldPaintInTheMiddleOfARectangleOfAnyShape()
    {
        QImage image(100, 40, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintIcon(painter, Icon::Circle, QRectF(10, 4, 80, 32), Qt::black);
        painter.end();
        int left = image.width();
        int right = 0;
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, 20)) > 40) {
                left = std::min(left, x);
                right = std::max(right, x);
            }
        }
        QCOMPARE_LE(std::abs((left + right) / 2 - 49), 1);
        QCOMPARE_LT(right - left, 32);
    }

    void shouldDrawEachPictureOnce()
    {
        QPixmapCache::clear();
        const QPixmap first = drawnIcon(Icon::Tag, {16, 16}, 2, Qt::black);
        QCOMPARE(drawnIcon(Icon::Tag, {16, 16}, 2, Qt::black).cacheKey(), first.cacheKey());
        QVERIFY(drawnIcon(Icon::Tag, {16, 16}, 2, Qt::white).cacheKey() != first.cacheKey());
        QVERIFY(drawnIcon(Icon::Tag, {16, 16}, 1, Qt::black).cacheKey() != first.cacheKey());
    }

    void shouldHaveAnApplicationIconForEverySize()
    {
        const QIcon icon = applicationIcon();
        for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
            const QPixmap pixmap = icon.pixmap(QSize(size, size), 1);
            QVERIFY(coverage(pixmap) > 0.6);
            // The mark is white on a colour, with room around it: seen on light and on dark.
            QVERIFY(inkOf(pixmap).saturation() > 100);
        }
    }

    void shouldLeaveAWholeIconWhereNothingIsAsked()
    {
        QVERIFY(drawnIcon(Icon::Add, QSize(), 1, Qt::black).isNull());
        QVERIFY(!themedIcon(Icon::Add).isNull());
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
