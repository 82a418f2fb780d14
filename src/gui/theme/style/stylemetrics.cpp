// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/style/stylemetrics.h"

#include "gui/theme/metrics.h"
#include "gui/theme/style/calendars.h"
#include "gui/theme/style/popups.h"
#include "gui/theme/theme.h"

#include <QAbstractItemView>
#include <QPlainTextEdit>
#include <QStyleOptionButton>
#include <QStyleOptionSlider>
#include <QTextEdit>

#include <algorithm>

namespace tusk::gui::stylemetrics
{

namespace
{

constexpr int handleMinimum = 32;
constexpr int buttonPadding = metrics::groupGap;

// Wide enough that the square corners of what lies inside stay within the round ones of the frame.
int frameWidth(const QWidget *widget)
{
    if (popups::isPopUpFrame(widget) || qobject_cast<const QTextEdit *>(widget) ||
        qobject_cast<const QPlainTextEdit *>(widget))
        return 6;
    return qobject_cast<const QAbstractItemView *>(widget) ? metrics::grid : 1;
}

int rowTextMargin(const QWidget *widget)
{
    if (!qobject_cast<const QAbstractItemView *>(widget))
        return metrics::focusRing;
    return calendars::isDays(widget) ? 0 : 5; // Qt adds one
}

int layoutMargin(const QWidget *widget)
{
    return widget && widget->isWindow() && widget->windowType() == Qt::Dialog ? metrics::dialogMargin : 0;
}

QSize atLeast(const QSize &size, int width, int height)
{
    return size.expandedTo(QSize(width, height));
}

} // namespace

std::optional<int> metricFor(QStyle::PixelMetric metric, const QWidget *widget, const Theme &theme)
{
    switch (metric) {
    case QStyle::PM_DefaultFrameWidth:
        return frameWidth(widget);
    case QStyle::PM_ScrollBarExtent:
        return metrics::scrollBar;
    case QStyle::PM_ScrollBarSliderMin:
        return handleMinimum;
    case QStyle::PM_ScrollView_ScrollBarSpacing:
        return 0;
    case QStyle::PM_IndicatorWidth:
    case QStyle::PM_IndicatorHeight:
    case QStyle::PM_ExclusiveIndicatorWidth:
    case QStyle::PM_ExclusiveIndicatorHeight:
        return theme.checkCircle();
    case QStyle::PM_CheckBoxLabelSpacing:
    case QStyle::PM_RadioButtonLabelSpacing:
        return 2 * metrics::grid;
    case QStyle::PM_SmallIconSize:
    case QStyle::PM_ButtonIconSize:
    case QStyle::PM_ToolBarIconSize:
    case QStyle::PM_ListViewIconSize:
    case QStyle::PM_TabBarIconSize:
    case QStyle::PM_LineEditIconSize:
        return theme.iconSize();
    case QStyle::PM_MessageBoxIconSize:
        return 2 * theme.iconSize();
    case QStyle::PM_MenuPanelWidth:
    case QStyle::PM_MenuBarPanelWidth:
    case QStyle::PM_ButtonShiftHorizontal:
    case QStyle::PM_ButtonShiftVertical:
    case QStyle::PM_TabBarTabShiftHorizontal:
    case QStyle::PM_TabBarTabShiftVertical:
    case QStyle::PM_TabBarTabOverlap:
    case QStyle::PM_TabBarBaseOverlap:
    case QStyle::PM_ToolBarFrameWidth:
        return 0;
    case QStyle::PM_HeaderMargin:
    case QStyle::PM_MenuHMargin:
    case QStyle::PM_MenuVMargin:
        return 6;
    case QStyle::PM_MenuBarItemSpacing:
        return 2;
    case QStyle::PM_MenuBarHMargin:
    case QStyle::PM_MenuBarVMargin:
        return metrics::grid;
    case QStyle::PM_ToolTipLabelFrameWidth:
        return 2 * metrics::grid;
    case QStyle::PM_SplitterWidth:
        return 1;
    case QStyle::PM_FocusFrameHMargin: // of a row: the distance of its text
        return rowTextMargin(widget);
    case QStyle::PM_FocusFrameVMargin:
        return metrics::focusRing;
    case QStyle::PM_LayoutLeftMargin:
    case QStyle::PM_LayoutTopMargin:
    case QStyle::PM_LayoutRightMargin:
    case QStyle::PM_LayoutBottomMargin:
        return layoutMargin(widget);
    case QStyle::PM_LayoutHorizontalSpacing:
        return 3 * metrics::grid;
    case QStyle::PM_LayoutVerticalSpacing:
        return 2 * metrics::grid;
    default:
        return std::nullopt;
    }
}

std::optional<int> hintFor(QStyle::StyleHint hint, const Theme &theme)
{
    switch (hint) {
    case QStyle::SH_DialogButtonBox_ButtonsHaveIcons:
    case QStyle::SH_EtchDisabledText:
    case QStyle::SH_DitherDisabledText:
    case QStyle::SH_ComboBox_Popup:
    case QStyle::SH_ScrollView_FrameOnlyAroundContents:
    case QStyle::SH_Menu_SubMenuPopupDelay:
        return 0;
    case QStyle::SH_FocusFrame_AboveWidget:
    case QStyle::SH_ItemView_ShowDecorationSelected:
    case QStyle::SH_ComboBox_ListMouseTracking:
    case QStyle::SH_MenuBar_MouseTracking:
    case QStyle::SH_Menu_MouseTracking:
    case QStyle::SH_ScrollBar_MiddleClickAbsolutePosition:
        return 1;
    case QStyle::SH_ToolTipLabel_Opacity:
        return 255;
    case QStyle::SH_Widget_Animation_Duration:
        return static_cast<int>(theme.shortly().count());
    case QStyle::SH_FormLayoutLabelAlignment:
        return Qt::AlignLeft | Qt::AlignVCenter;
    default:
        return std::nullopt;
    }
}

QSize sizeFor(QStyle::ContentsType type, const QStyleOption *option, const QSize &contents,
              const QSize &fusion, const Theme &theme)
{
    const int height = theme.controlHeight();
    switch (type) {
    case QStyle::CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool flat = button && button->features.testFlag(QStyleOptionButton::Flat);
        const int padding = flat ? 2 * metrics::grid + 2 : buttonPadding;
        return {contents.width() + (button && !button->icon.isNull() ? metrics::grid : 0) + 2 * padding,
                std::max(height, contents.height() + 2 * metrics::grid)};
    }
    case QStyle::CT_LineEdit:
        return atLeast(fusion, 0, height);
    case QStyle::CT_ComboBox:
        return {contents.width() + 46, std::max(height, contents.height())};
    case QStyle::CT_SpinBox:
        return atLeast({contents.width() + 40, contents.height()}, 0, height);
    case QStyle::CT_ToolButton:
        return atLeast(contents, height, height);
    case QStyle::CT_TabBarTab:
        return {contents.width() + 2, height + metrics::grid};
    case QStyle::CT_MenuBarItem:
        return {contents.width() + 4 * metrics::grid, std::max(28, contents.height() + 2 * metrics::grid)};
    case QStyle::CT_ItemViewItem:
        return atLeast(fusion, 0, theme.sidebarRowHeight());
    case QStyle::CT_HeaderSection:
        return atLeast(fusion, 0, height);
    case QStyle::CT_ProgressBar:
        return {std::max(120, contents.width()), 2 * metrics::grid};
    default:
        return fusion;
    }
}

int labelHeight(const Theme &theme)
{
    // QFormLayout makes a label 7/4 as high as it wants to be, but no higher than its field.
    return (theme.controlHeight() * 4 + 6) / 7;
}

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const bool vertical = option.orientation == Qt::Vertical;
    const int length = vertical ? option.rect.height() : option.rect.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int handle = length;
    if (range > 0)
        handle = static_cast<int>(std::max<qint64>(
            std::min(handleMinimum, length), qint64(option.pageStep) * length / (range + option.pageStep)));
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - handle, option.upsideDown);
    const auto along = [&](int from, int size) {
        const QRect &all = option.rect;
        return vertical ? QRect(all.left(), all.top() + from, all.width(), size)
                        : QRect(all.left() + from, all.top(), size, all.height());
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return along(start, handle);
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + handle, length - start - handle);
    case QStyle::SC_ScrollBarGroove:
        return option.rect;
    default:
        return {};
    }
}

} // namespace tusk::gui::stylemetrics
