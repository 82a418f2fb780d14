// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/style/fields.h"

#include "gui/theme/contrast.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QStyleOptionComboBox>

namespace tusk::gui::fields
{

namespace
{

using namespace shapes;

constexpr int arrowColumn = 28; // at the trailing edge of combo and spin boxes
constexpr int textInset = 9;    // Fusion and QLineEdit add one or two of their own
constexpr double arrowSide = 12;

void drawStep(const QStyleOptionSpinBox &option, QPainter &painter, const Theme &theme,
              QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag step, Icon icon)
{
    const QRect rect = spinBoxPart(option, part);
    const bool possible = isEnabled(option) && option.stepEnabled.testFlag(step);
    const bool hovered = possible && isHovered(option) && option.activeSubControls.testFlag(part);
    if (hovered)
        drawRounded(painter, QRectF(rect).adjusted(2, 1, -2, -1), 4, theme.colors().hover);
    const Colors &colors = theme.colors();
    paintIcon(painter, icon, squareIn(rect, 10),
              possible ? (hovered ? colors.text : colors.secondary) : colors.faint);
}

} // namespace

void drawPanel(const QStyleOption &option, QPainter &painter, const Theme &theme)
{
    const Colors &colors = theme.colors();
    const bool focused = isEnabled(option) && option.state.testFlag(QStyle::State_HasFocus);
    QColor outline = colors.hairline;
    if (focused)
        outline = colors.accent;
    else if (isHovered(option))
        outline = mixed(colors.hairline, colors.text, 0.16);
    drawRounded(painter, option.rect, metrics::controlRadius, isEnabled(option) ? colors.panel : colors.hover,
                outline);
}

void drawComboBox(const QStyleOptionComboBox &option, QPainter &painter, const Theme &theme)
{
    const Colors &colors = theme.colors();
    if (option.frame)
        drawPanel(option, painter, theme);
    else if (isHovered(option) || isOn(option))
        drawRounded(painter, option.rect, metrics::controlRadius, colors.hover);
    const QRect arrow = comboBoxPart(option, QStyle::SC_ComboBoxArrow);
    paintIcon(painter, Icon::ChevronDown, squareIn(arrow, arrowSide),
              isEnabled(option) ? colors.secondary : colors.faint);
}

QRect comboBoxPart(const QStyleOptionComboBox &option, QStyle::SubControl part)
{
    const QRect &all = option.rect;
    QRect result = all;
    if (part == QStyle::SC_ComboBoxArrow)
        result = QRect(all.right() - arrowColumn + 1, all.top(), arrowColumn, all.height());
    else if (part == QStyle::SC_ComboBoxEditField)
        result = all.adjusted(option.editable ? textInset - 1 : textInset, 2, -arrowColumn, -2);
    return QStyle::visualRect(option.direction, all, result);
}

void drawSpinBox(const QStyleOptionSpinBox &option, QPainter &painter, const Theme &theme)
{
    if (option.frame)
        drawPanel(option, painter, theme);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    drawStep(option, painter, theme, QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, Icon::ChevronUp);
    drawStep(option, painter, theme, QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled,
             Icon::ChevronDown);
}

QRect spinBoxPart(const QStyleOptionSpinBox &option, QStyle::SubControl part)
{
    const QRect &all = option.rect;
    const int column = option.buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : arrowColumn;
    const int frame = option.frame ? 2 : 0;
    const int middle = all.center().y() + 1;
    QRect result = all;
    if (part == QStyle::SC_SpinBoxEditField)
        result = all.adjusted(option.frame ? textInset - 1 : 0, frame, -column - 2, -frame);
    else if (part == QStyle::SC_SpinBoxUp)
        result =
            QRect(QPoint(all.right() - column + 1, all.top() + frame), QPoint(all.right() - 1, middle - 1));
    else if (part == QStyle::SC_SpinBoxDown)
        result =
            QRect(QPoint(all.right() - column + 1, middle), QPoint(all.right() - 1, all.bottom() - frame));
    return QStyle::visualRect(option.direction, all, result);
}

} // namespace tusk::gui::fields
