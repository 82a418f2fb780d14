// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/titleeditor.h"

#include "gui/theme/theme.h"

#include <QPainter>

namespace tusk::gui
{

namespace
{

constexpr int reach = 6;     // of the background around the title
constexpr int ownMargin = 2; // QLineEdit's, beside its text margins
constexpr double radius = 6;

} // namespace

TitleEditor::TitleEditor(QWidget *parent)
    : QLineEdit(parent)
{
    setObjectName(QStringLiteral("titleEditor"));
    setAccessibleName(tr("Title"));
    setFrame(false);
    setFont(Theme::of(parent).type().row);
    setTextMargins(reach - ownMargin, 0, reach - ownMargin, 0);
    QPalette transparent = palette();
    transparent.setColor(QPalette::Base, Qt::transparent);
    setPalette(transparent);
}

void TitleEditor::coverTitle(const QRect &title)
{
    setGeometry(title.adjusted(-reach, -4, reach, 4));
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
