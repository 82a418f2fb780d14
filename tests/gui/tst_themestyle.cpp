// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/focusring.h"
#include "gui/theme/metrics.h"
#include "gui/theme/themekeeper.h"
#include "gui/theme/themestyle.h"
#include "support/testcase.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFocusFrame>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace tusk::gui;
using namespace tusk::tests;
using Choice = AppearanceChoice::Colors;

class TestThemeStyle final : public TestCase
{
    Q_OBJECT

    std::unique_ptr<ThemeKeeper> m_keeper;

    [[nodiscard]] QWidget *ringed() const
    {
        return QApplication::style()->findChild<FocusRing *>()->ringed();
    }

    void choose(Choice colors) { m_keeper->setChoice({colors, AppearanceChoice::Motion::System}); }

    // Where in it its words are seen, which are much shorter: left, right or in the centre.
    static QChar placeOfInk(QWidget &widget)
    {
        const QImage image = widget.grab().toImage();
        const int border = 8;                                                        // of fields
        const QRgb ground = image.pixel(image.width() * 7 / 10, image.height() / 2); // between the places
        const auto inked = [&](int from, int to) {
            for (int x = from; x < to; ++x) {
                for (int y = border; y < image.height() - border; ++y) {
                    if (image.pixel(x, y) != ground)
                        return true;
                }
            }
            return false;
        };
        const int third = image.width() / 3;
        if (inked(border, third))
            return u'L';
        return inked(2 * third, image.width() - border) ? u'R' : inked(third, 2 * third) ? u'C' : u'-';
    }

    // Whether “Later...” in the middle of it ends with its dots, which are low, and not with its high stem.
    static bool endsWithDots(QWidget &widget)
    {
        const QImage image = widget.grab().toImage();
        const int border = 8;
        const QRgb ground = image.pixel(image.width() / 8, image.height() / 2);
        QList<int> heights; // of what is seen, from left to right
        for (int x = border; x < image.width() - border; ++x) {
            int inked = 0;
            for (int y = border; y < image.height() - border; ++y)
                inked += image.pixel(x, y) != ground ? 1 : 0;
            if (inked > 0)
                heights.append(inked);
        }
        const int edge = 3;
        return heights.size() > 2 * edge && *std::max_element(heights.end() - edge, heights.end()) <
                                                *std::max_element(heights.begin(), heights.begin() + edge);
    }

protected:
    void prepare() override
    {
        m_keeper = std::make_unique<ThemeKeeper>();
        choose(Choice::Light);
    }

private Q_SLOTS:
    void shouldGiveTheApplicationItsPaletteAndFont()
    {
        QCOMPARE(QApplication::palette().color(QPalette::Window), m_keeper->theme().colors().window);
        QCOMPARE(QApplication::font().pixelSize(), m_keeper->theme().type().row.pixelSize());
        QVERIFY(Theme::of() == m_keeper->theme());
        const QWidget widget;
        QVERIFY(Theme::of(&widget) == m_keeper->theme());
        QCOMPARE(widget.palette().color(roles::secondary), m_keeper->theme().colors().secondary);
        QCOMPARE(widget.palette().color(roles::sidebar), m_keeper->theme().colors().sidebar);
    }

    void shouldFollowDesktopAndChoiceWhileWindowsAreOpen()
    {
        QWidget window;
        window.show();
        QSignalSpy changed(m_keeper.get(), &ThemeKeeper::themeChanged);
        choose(Choice::System);
        m_keeper->setDesktop({Scheme::Dark, false, {}, true});
        QVERIFY(Theme::of(&window).isDark());
        // Qt tells the windows from its event loop.
        QTRY_COMPARE(window.palette().color(QPalette::Window), Theme::of(&window).colors().window);
        QCOMPARE(changed.size(), 1);

        m_keeper->setDesktop({Scheme::Dark, false, {}, true}); // nothing new
        QCOMPARE(changed.size(), 1);

        m_keeper->setDesktop({Scheme::Dark, true, {}, false});
        QVERIFY(Theme::of(&window).isHighContrast());
        QCOMPARE(Theme::of(&window).smoothly().count(), 0);
        QCOMPARE(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);

        choose(Choice::Light);
        QVERIFY(!Theme::of(&window).isDark());
    }

    void shouldTellAThemeFromThePaletteItHasMade()
    {
        // A second keeper must not take the theme's own palette for the desktop's.
        choose(Choice::Dark);
        const Theme dark = m_keeper->theme();
        m_keeper = std::make_unique<ThemeKeeper>();
        choose(Choice::Dark);
        QVERIFY(m_keeper->theme().colors() == dark.colors());
    }

    void shouldRingFieldsAlwaysAndButtonsWhenTheKeyboardCame()
    {
        QWidget window;
        auto *layout = new QFormLayout(&window);
        auto *field = new QLineEdit;
        auto *button = new QPushButton(u"Go"_s);
        auto *check = new QCheckBox(u"Really"_s);
        for (QWidget *widget : std::initializer_list<QWidget *>{field, button, check})
            layout->addRow(widget);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));

        field->setFocus(Qt::MouseFocusReason);
        QCOMPARE(ringed(), field);
        button->setFocus(Qt::MouseFocusReason);
        QCOMPARE(ringed(), nullptr);
        field->setFocus(Qt::OtherFocusReason);
        QTest::keyClick(field, Qt::Key_Tab);
        QCOMPARE(ringed(), button);
        QTest::keyClick(button, Qt::Key_Tab);
        QCOMPARE(ringed(), check);
        const auto *frame = window.findChild<QFocusFrame *>();
        QVERIFY(frame && frame->isVisible());
        QVERIFY(frame->geometry().contains(check->geometry()));
    }

    void shouldOutliveTheDialogThatHadTheRing()
    {
        for (int i = 0; i < 2; ++i) {
            auto dialog = std::make_unique<QWidget>();
            auto *field = new QLineEdit(dialog.get());
            dialog->show();
            QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
            field->setFocus(Qt::TabFocusReason);
            QCOMPARE(ringed(), field);
            dialog.reset();
            QCOMPARE(ringed(), nullptr);
        }
    }

    void shouldMakeControlsOfOneHeight()
    {
        QPushButton button(u"Go"_s);
        QLineEdit field;
        QComboBox combo;
        combo.addItem(u"One"_s);
        QSpinBox spin;
        for (const QWidget *control : std::initializer_list<const QWidget *>{&button, &field, &combo, &spin})
            QCOMPARE(control->sizeHint().height(), m_keeper->theme().controlHeight());
    }

    void shouldPutLabelsOnTheMiddleOfTheirFields()
    {
        QWidget window;
        auto *form = new QFormLayout(&window);
        auto *field = new QLineEdit;
        form->addRow(u"Server"_s, field);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const QWidget *label = form->labelForField(field);
        QCOMPARE_LE(std::abs(label->geometry().center().y() - field->geometry().center().y()), 1);
    }

    void shouldScrollByTheWholeBar()
    {
        QListWidget list;
        for (int i = 0; i < 200; ++i)
            list.addItem(QString::number(i));
        list.resize(200, 200);
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        QScrollBar *bar = list.verticalScrollBar();
        QCOMPARE(bar->width(), metrics::scrollBar);

        const auto handle = [bar] {
            QStyleOptionSlider option;
            option.initFrom(bar);
            option.orientation = bar->orientation();
            option.minimum = bar->minimum();
            option.maximum = bar->maximum();
            option.pageStep = bar->pageStep();
            option.sliderPosition = bar->sliderPosition();
            return bar->style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider,
                                                bar);
        };
        QCOMPARE(handle().top(), 0);
        QCOMPARE_GE(handle().height(), 32);
        QTest::mousePress(bar, Qt::LeftButton, {}, handle().center());
        QTest::mouseMove(bar, {handle().center().x(), bar->height()});
        QTest::mouseRelease(bar, Qt::LeftButton, {}, {handle().center().x(), bar->height()});
        QCOMPARE(bar->value(), bar->maximum());
        QCOMPARE(handle().bottom(), bar->height() - 1);
    }

    void shouldMirrorFieldsFromRightToLeft()
    {
        QComboBox combo;
        combo.setLayoutDirection(Qt::RightToLeft);
        combo.addItem(u"One"_s);
        combo.resize(200, 34);
        QStyleOptionComboBox option;
        option.initFrom(&combo);
        const QRect arrow =
            combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow, &combo);
        const QRect text =
            combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo);
        QCOMPARE(arrow.left(), 0);
        QVERIFY(!text.intersects(arrow));
    }

    void shouldBeginWordsAtTheEdgeWhereTheWindowBegins()
    {
        QWidget window;
        auto *label = new QLabel(u"Name"_s, &window);
        auto *centered = new QLabel(u"Name"_s, &window);
        centered->setAlignment(Qt::AlignCenter);
        auto *trailing = new QLabel(u"Name"_s, &window);
        trailing->setAlignment(Qt::AlignRight);
        auto *hint = new QLineEdit(&window);
        hint->setPlaceholderText(u"Name"_s);
        auto *field = new QLineEdit(u"Name"_s, &window);
        const QList<QWidget *> parts{label, centered, trailing, hint, field};
        for (int i = 0; i < parts.size(); ++i)
            parts[i]->setGeometry(0, i * 40, 300, 36);
        window.resize(300, 200);
        window.show();
        const auto places = [&parts] {
            QString letters;
            for (QWidget *part : parts)
                letters += placeOfInk(*part);
            return letters;
        };
        QCOMPARE(places(), u"LCRLL"_s);
        window.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(places(), u"RCLRR"_s);
        window.setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(places(), u"LCRLL"_s);
    }

    void shouldMirrorMarginsThatDiffer()
    {
        QWidget form;
        auto *rows = new QVBoxLayout(&form);
        rows->setContentsMargins(28, 0, 8, 0);
        auto *row = new QHBoxLayout;
        row->setContentsMargins(12, 0, 0, 0);
        rows->addLayout(row);
        auto *field = new QLineEdit(&form);
        row->addWidget(field);
        form.resize(300, 60);
        form.show();
        QTRY_COMPARE(field->x(), 40);
        QCOMPARE(field->width(), 252);
        form.setLayoutDirection(Qt::RightToLeft);
        QTRY_COMPARE(field->x(), 8);
        QCOMPARE(field->width(), 252);
        form.setLayoutDirection(Qt::LeftToRight);
        QTRY_COMPARE(field->x(), 40);
    }

    void shouldEndWordsWithTheirDotsFromRightToLeft()
    {
        QWidget window;
        window.setLayoutDirection(Qt::RightToLeft);
        QPushButton button(u"Later..."_s, &window);
        QToolButton tool(&window);
        tool.setText(u"Later..."_s);
        button.setGeometry(0, 0, 300, 36);
        tool.setGeometry(0, 40, 300, 36);
        window.resize(300, 80);
        window.show();
        QVERIFY(endsWithDots(button));
        QVERIFY(endsWithDots(tool));
    }

    void shouldFitShortcutsIntoMenus()
    {
        QMenu menu;
        menu.addAction(u"Complete"_s)->setShortcut(QKeySequence(u"Ctrl+Shift+F10"_s));
        const QFontMetrics metrics(menu.font());
        QCOMPARE_GT(menu.sizeHint().width(), metrics.horizontalAdvance(u"Complete"_s) +
                                                 metrics.horizontalAdvance(u"Ctrl+Shift+F10"_s));
    }
};

QTEST_MAIN(TestThemeStyle)
#include "tst_themestyle.moc"
