// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/titleeditor.h"

#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QPainter>

namespace tusk::gui
{

namespace
{

constexpr int reach = metrics::gap; // of the background around the title
constexpr double radius = 6;

} // namespace

TitleEditor::TitleEditor(QWidget *parent)
    : QLineEdit(parent)
{
    setObjectName(QStringLiteral("titleEditor"));
    setAccessibleName(tr("Title"));
    setFrame(false);
    setFont(Theme::of(parent).type().row);
    setTextMargins(reach - metrics::lineEditMargin, 0, reach - metrics::lineEditMargin, 0);
    QPalette transparent = palette();
    transparent.setColor(QPalette::Base, Qt::transparent);
    setPalette(transparent);
}

void TitleEditor::coverTitle(const QRect &title)
{
    setGeometry(title.adjusted(-reach, -metrics::grid, reach, metrics::grid));
}

void TitleEditor::paintEvent(QPaintEvent *event)
{
    const Colors &colors = Theme::of(this).colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.accent, 1));
    painter.setBrush(colors.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.end();
    QLineEdit::paintEvent(event);
}

} // namespace tusk::gui
