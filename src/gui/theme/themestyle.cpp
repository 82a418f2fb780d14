// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/themestyle.h"

#include "gui/theme/contrast.h"
#include "gui/theme/focusring.h"
#include "gui/theme/icons.h"
#include "gui/theme/leadingedge.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/buttons.h"
#include "gui/theme/style/calendars.h"
#include "gui/theme/style/fields.h"
#include "gui/theme/style/groupboxes.h"
#include "gui/theme/style/menus.h"
#include "gui/theme/style/popups.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/style/stylemetrics.h"
#include "gui/theme/style/views.h"

#include <QAbstractItemView>
#include <QCalendarWidget>
#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QStyleOptionButton>
#include <QStyleOptionComplex>
#include <QStyledItemDelegate>
#include <QTextEdit>
#include <QTreeView>

namespace tusk::gui
{

namespace
{

// The option as what it is: null where another kind came.
template <class Option>
const Option *as(const QStyleOption &option)
{
    return qstyleoption_cast<const Option *>(&option);
}

bool isTextEdit(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

} // namespace

ThemeStyle::ThemeStyle(const Theme &theme)
    : QProxyStyle(QStringLiteral("Fusion"))
    , m_theme(theme)
    , m_ring(new FocusRing(this))
    , m_edge(new LeadingEdge(this))
{
}

QPalette ThemeStyle::standardPalette() const
{
    return m_theme.palette();
}

void ThemeStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    popups::prepare(*widget);
    m_ring->watch(widget);
    m_edge->watch(widget);
    if (isTextEdit(widget) || widget->inherits("QLineEdit") || widget->inherits("QTabBar"))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *label = qobject_cast<QLabel *>(widget); label && label->buddy() && label->minimumHeight() == 0)
        label->setMinimumHeight(stylemetrics::labelHeight(m_theme));
    // That of combo boxes draws its rows itself, unlike all other views.
    if (auto *combo = qobject_cast<QComboBox *>(widget);
        combo && combo->itemDelegate()->inherits("QComboBoxDelegate"))
        combo->setItemDelegate(new QStyledItemDelegate(combo));
    if (auto *calendar = qobject_cast<QCalendarWidget *>(widget))
        calendars::prepare(*calendar);
}

void ThemeStyle::unpolish(QWidget *widget)
{
    m_ring->forget(widget);
    m_edge->forget(widget);
    QProxyStyle::unpolish(widget);
}

bool ThemeStyle::drawFrame(PrimitiveElement element, const QStyleOption &option, QPainter &painter,
                           const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto *frame = as<QStyleOptionFrame>(option); frame && frame->lineWidth > 0)
            fields::drawPanel(option, painter, m_theme);
        return true;
    case PE_Frame:
        if (isTextEdit(widget))
            fields::drawPanel(option, painter, m_theme);
        else if (!popups::isPopUpFrame(widget))
            shapes::drawRounded(painter, option.rect, metrics::controlRadius,
                                qobject_cast<const QAbstractItemView *>(widget) ? m_theme.colors().panel
                                                                                : QColor(),
                                m_theme.colors().hairline);
        else
            menus::drawPanel(option, painter, m_theme);
        return true;
    case PE_PanelMenu:
        menus::drawPanel(option, painter, m_theme);
        return true;
    case PE_PanelTipLabel:
        menus::drawToolTip(option, painter, m_theme);
        return true;
    case PE_PanelScrollAreaCorner:
    case PE_FrameMenu: // part of their panels
    case PE_FrameLineEdit:
    case PE_FrameDefaultButton:
    case PE_FrameGroupBox: // no boxes in boxes
    case PE_FrameTabWidget:
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
    case PE_FrameDockWidget:
    case PE_PanelMenuBar:
    case PE_FrameButtonTool:
        return true;
    default:
        return false;
    }
}

bool ThemeStyle::drawMark(PrimitiveElement element, const QStyleOption &option, QPainter &painter) const
{
    const auto arrow = [&](Icon icon) {
        const QColor color = shapes::isEnabled(option) ? m_theme.colors().secondary : m_theme.colors().faint;
        paintIcon(painter, icon, shapes::squareIn(option.rect, qMin(12, option.rect.width())), color);
    };
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        buttons::drawCheckBox(option, painter, m_theme);
        return true;
    case PE_IndicatorRadioButton:
        buttons::drawRadioButton(option, painter, m_theme);
        return true;
    case PE_IndicatorArrowUp:
        arrow(Icon::ChevronUp);
        return true;
    case PE_IndicatorArrowDown:
    case PE_IndicatorButtonDropDown:
        arrow(Icon::ChevronDown);
        return true;
    case PE_IndicatorArrowLeft:
        arrow(Icon::ChevronLeft);
        return true;
    case PE_IndicatorArrowRight:
        arrow(Icon::ChevronRight);
        return true;
    case PE_IndicatorBranch:
        if (option.state.testFlag(State_Children))
            arrow(option.state.testFlag(State_Open)     ? Icon::ChevronDown
                  : option.direction == Qt::RightToLeft ? Icon::ChevronLeft
                                                        : Icon::ChevronRight);
        return true;
    default:
        return false;
    }
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (drawFrame(element, *option, *painter, widget) || drawMark(element, *option, *painter))
        return;
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = as<QStyleOptionButton>(*option))
            buttons::drawPanel(*button, *painter, m_theme);
        return;
    case PE_PanelButtonTool:
        buttons::drawToolPanel(*option, *painter, m_theme);
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = as<QStyleOptionViewItem>(*option))
            views::drawRow(*item, *painter, m_theme, widget);
        return;
    case PE_PanelItemViewRow:
        if (const auto *row = as<QStyleOptionViewItem>(*option);
            row && qobject_cast<const QTreeView *>(widget))
            views::drawBranchGround(*row, *painter, m_theme);
        return;
    case PE_FrameFocusRect:
        if (views::showsRowFocus(*option, widget))
            views::drawRowFocus(*option, *painter, m_theme);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

bool ThemeStyle::drawLabel(ControlElement element, const QStyleOption &option, QPainter &painter,
                           const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = as<QStyleOptionButton>(option)) {
            buttons::drawLabel(*button, painter, m_theme);
        }
        return true;
    case CE_HeaderLabel:
        if (const auto *header = as<QStyleOptionHeader>(option)) {
            QStyleOptionHeaderV2 label;
            if (const auto *second = as<QStyleOptionHeaderV2>(option))
                label = *second;
            else
                static_cast<QStyleOptionHeader &>(label) = *header;
            label.palette.setColor(QPalette::ButtonText, m_theme.colors().secondary);
            QProxyStyle::drawControl(element, &label, &painter, widget);
        }
        return true;
    case CE_TabBarTabLabel:
        if (const auto *tab = as<QStyleOptionTab>(option)) {
            QStyleOptionTab label = *tab;
            if (shapes::isEnabled(option) && !option.state.testFlag(State_Selected))
                label.palette.setColor(QPalette::WindowText, m_theme.colors().secondary);
            label.state.setFlag(State_HasFocus, false); // the ring shows it
            QProxyStyle::drawControl(element, &label, &painter, widget);
        }
        return true;
    case CE_ProgressBarLabel:
        return true; // beside the bar, in words
    default:
        return false;
    }
}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (drawLabel(element, *option, *painter, widget))
        return;
    switch (element) {
    case CE_MenuItem:
        if (const auto *item = as<QStyleOptionMenuItem>(*option))
            menus::drawItem(*item, *painter, m_theme);
        return;
    case CE_MenuBarItem:
        if (const auto *item = as<QStyleOptionMenuItem>(*option))
            menus::drawBarItem(*item, *painter, m_theme);
        return;
    case CE_MenuBarEmptyArea:
    case CE_MenuEmptyArea:
    case CE_HeaderEmptyArea:
    case CE_ProgressBarContents: // drawn with the groove
        return;
    case CE_ProgressBarGroove:
        if (const auto *bar = as<QStyleOptionProgressBar>(*option))
            views::drawProgress(*bar, *painter, m_theme);
        return;
    case CE_HeaderSection:
        if (const auto *header = as<QStyleOptionHeader>(*option))
            views::drawHeaderSection(*header, *painter, m_theme);
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = as<QStyleOptionTab>(*option))
            views::drawTab(*tab, *painter, m_theme);
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, m_theme.colors().hairline);
        return;
    case CE_FocusFrame:
        views::drawFocusFrame(*option, *painter, m_theme);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *combo = as<QStyleOptionComboBox>(*option))
            fields::drawComboBox(*combo, *painter, m_theme);
        return;
    case CC_SpinBox:
        if (const auto *spin = as<QStyleOptionSpinBox>(*option))
            fields::drawSpinBox(*spin, *painter, m_theme);
        return;
    case CC_ScrollBar:
        if (const auto *bar = as<QStyleOptionSlider>(*option))
            views::drawScrollBar(*bar, subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget),
                                 *painter, m_theme, widget);
        return;
    case CC_GroupBox:
        if (const auto *box = as<QStyleOptionGroupBox>(*option)) {
            groupboxes::draw(*box, *painter, m_theme);
            if (box->subControls.testFlag(SC_GroupBoxCheckBox)) {
                QStyleOptionButton check;
                check.QStyleOption::operator=(*box);
                check.rect = groupboxes::part(*box, SC_GroupBoxCheckBox, m_theme);
                proxy()->drawPrimitive(PE_IndicatorCheckBox, &check, painter, widget);
            }
        }
        return;
    case CC_ToolButton:
        if (const auto *button = as<QStyleOptionToolButton>(*option)) {
            QStyleOptionToolButton plain = *button;
            plain.features.setFlag(QStyleOptionToolButton::HasMenu, false); // no arrow in its corner
            QProxyStyle::drawComplexControl(control, &plain, painter, widget);
        }
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

// Words in their own direction, at the side of the window's: dots at their end would come before them else.
void ThemeStyle::drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette,
                              bool enabled, const QString &text, QPalette::ColorRole role) const
{
    const Qt::LayoutDirection window = painter->layoutDirection();
    int visual = flags;
    if (window == Qt::RightToLeft) {
        const auto side = Qt::Alignment::fromInt(flags & int(Qt::AlignHorizontal_Mask));
        visual = (flags & ~int(Qt::AlignHorizontal_Mask)) | int(visualAlignment(window, side).toInt());
        painter->setLayoutDirection(Qt::LayoutDirectionAuto);
    }
    QProxyStyle::drawItemText(painter, rect, visual, palette, enabled, text, role);
    painter->setLayoutDirection(window);
}

QRect ThemeStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents)
        return option->rect;
    if (element == SE_LineEditContents) {
        const QRect contents = QProxyStyle::subElementRect(element, option, widget);
        const auto *frame = as<QStyleOptionFrame>(*option);
        return frame && frame->lineWidth > 0 ? contents.adjusted(7, 0, -7, 0) : contents;
    }
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_TabWidgetTabContents
               ? rect.adjusted(3 * metrics::grid, 4 * metrics::grid, -3 * metrics::grid, 0)
               : rect;
}

QRect ThemeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                 const QWidget *widget) const
{
    if (const auto *combo = as<QStyleOptionComboBox>(*option);
        combo && (part == SC_ComboBoxArrow || part == SC_ComboBoxEditField))
        return fields::comboBoxPart(*combo, part);
    if (const auto *spin = as<QStyleOptionSpinBox>(*option);
        spin && (part == SC_SpinBoxUp || part == SC_SpinBoxDown || part == SC_SpinBoxEditField))
        return fields::spinBoxPart(*spin, part);
    if (const auto *box = as<QStyleOptionGroupBox>(*option))
        return groupboxes::part(*box, part, m_theme);
    if (control == CC_ScrollBar) {
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
            return {};
        if (const auto *bar = as<QStyleOptionSlider>(*option))
            return stylemetrics::scrollBarPart(*bar, part);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                   const QWidget *widget) const
{
    if (type == CT_MenuItem) {
        if (const auto *item = as<QStyleOptionMenuItem>(*option))
            return menus::itemSize(*item, m_theme);
    }
    const QSize base = QProxyStyle::sizeFromContents(type, option, contents, widget);
    return stylemetrics::sizeFor(type, option, contents, base, m_theme);
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (const std::optional<int> value = stylemetrics::metricFor(metric, widget, m_theme))
        return *value;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *result) const
{
    if (hint == SH_ToolTip_Mask || hint == SH_Menu_Mask || hint == SH_FocusFrame_Mask)
        return popups::mask(hint, option, widget, result);
    if (const std::optional<int> value = stylemetrics::hintFor(hint, m_theme))
        return *value;
    return QProxyStyle::styleHint(hint, option, widget, result);
}

QIcon ThemeStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    switch (which) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DialogCloseButton:
        return themedIcon(Icon::Close);
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion:
        return themedIcon(Icon::Info, Ink::Accent);
    case SP_MessageBoxWarning:
        return themedIcon(Icon::Warning, Ink::Amber);
    case SP_MessageBoxCritical:
        return themedIcon(Icon::Alert, Ink::Red);
    case SP_ArrowBack:
    case SP_ArrowLeft:
        return themedIcon(Icon::ChevronLeft);
    case SP_ArrowForward:
    case SP_ArrowRight:
        return themedIcon(Icon::ChevronRight);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

} // namespace tusk::gui
