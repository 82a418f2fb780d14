// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/choicebutton.h"

#include "gui/theme/leadingedge.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace tusk::gui
{

namespace
{

constexpr int padding = metrics::wideGap;
constexpr int iconToText = metrics::wideGap;
constexpr int narrowest = 200;

} // namespace

ChoiceButton::ChoiceButton(Icon icon, const QString &text, const QString &description, QWidget *parent)
    : QAbstractButton(parent)
    , m_choiceIcon(icon)
    , m_description(description)
{
    setText(text);
    setAccessibleName(text);
    setAccessibleDescription(description);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ChoiceButton::sizeHint() const
{
    const TypeScale &type = Theme::of(this).type();
    const int lines = QFontMetrics(type.row).height() + metrics::lineGap + QFontMetrics(type.small).height();
    return {narrowest * 2, lines + 2 * padding};
}

QSize ChoiceButton::minimumSizeHint() const
{
    return {narrowest, sizeHint().height()};
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(this);
    const Colors &colors = theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isLit = underMouse() || isDown();
    shapes::drawRounded(painter, rect(), metrics::rowRadius, isLit ? colors.hover : colors.panel,
                        colors.hairline);
    const auto placed = [this](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    const int icon = theme.iconSize();
    paintIcon(painter, m_choiceIcon, placed({padding + metrics::grid, (height() - icon) / 2, icon, icon}),
              colors.accent);
    const int left = padding + metrics::grid + icon + iconToText;
    const QRect area = placed(rect().adjusted(left, padding, -padding, -padding));
    const auto line = [&](const QFont &font, const QColor &color, const QString &words, Qt::Alignment side) {
        painter.setFont(font);
        painter.setPen(color);
        drawFromLeadingEdge(painter, area, words, layoutDirection(), side);
    };
    line(theme.type().row, colors.text, text(), Qt::AlignTop);
    line(theme.type().small, colors.secondary, m_description, Qt::AlignBottom);
}

void ChoiceButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace tusk::gui
