// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/sidebar/environmentbutton.h"

#include "gui/plaintext.h"
#include "gui/theme/leadingedge.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace tusk::gui
{

namespace
{

constexpr int padding = metrics::wideGap;
constexpr int textOffset = padding + metrics::colorBar + metrics::gap;

} // namespace

EnvironmentButton::EnvironmentButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void EnvironmentButton::setEnvironment(const QString &name, const QString &color)
{
    setPlainText(*this, name);
    m_color = color;
    describe();
}

void EnvironmentButton::setStatus(const QString &status)
{
    m_status = status;
    describe();
}

void EnvironmentButton::describe()
{
    //: The name of an environment and how its database is: "Local, connected"
    setAccessibleName(m_status.isEmpty() ? text() : tr("%1, %2").arg(text(), m_status));
    update();
}

QSize EnvironmentButton::sizeHint() const
{
    const TypeScale &type = Theme::of(this).type();
    const int text = QFontMetrics(type.rowStrong).height() + QFontMetrics(type.small).height();
    return {metrics::sidebarWidth / 2, text + 2 * metrics::rowPaddingY};
}

void EnvironmentButton::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(this);
    const Colors &colors = theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (underMouse() || isDown()) {
        painter.setBrush(colors.hover);
        painter.drawRoundedRect(rect(), metrics::controlRadius, metrics::controlRadius);
    }
    painter.setBrush(m_color.isEmpty() ? colors.accent : theme.listColor(m_color));
    const QRect bar(padding, metrics::rowPaddingY, metrics::colorBar, height() - 2 * metrics::rowPaddingY);
    painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), bar), metrics::colorBar / 2.0,
                            metrics::colorBar / 2.0);

    const QRect area = QStyle::visualRect(
        layoutDirection(), rect(),
        rect().adjusted(textOffset, metrics::rowPaddingY, -padding, -metrics::rowPaddingY));
    const auto line = [&](const QFont &font, const QColor &color, const QString &text,
                          Qt::Alignment alignment) {
        painter.setFont(font);
        painter.setPen(color);
        drawFromLeadingEdge(painter, area, text, layoutDirection(), alignment);
    };
    line(theme.type().rowStrong, colors.text, text(), Qt::AlignTop);
    line(theme.type().small, colors.secondary, m_status, Qt::AlignBottom);
}

} // namespace tusk::gui
