// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/import/personchip.h"

#include "gui/import/pagetexts.h"
#include "gui/plaintext.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/style/shapes.h"
#include "gui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace tusk::gui
{

namespace
{

constexpr int padding = metrics::wideGap;
constexpr int markSide = 12;
constexpr int markToText = metrics::tightGap;
constexpr int widestText = 320;

} // namespace

PersonChip::PersonChip(const QString &name, qint64 todos, QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("personChip"));
    setCheckable(true);
    setText(tr("%1 · %2").arg(name.isEmpty() ? tr("nobody") : name, numberText(todos)));
    setToolTip(toolTipText(text()));
    setAccessibleName(text());
    setFont(Theme::of(this).type().small);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
}

QSize PersonChip::sizeHint() const
{
    const int words = std::min(fontMetrics().horizontalAdvance(text()), widestText);
    return {2 * padding + markSide + markToText + words + 1,
            Theme::of(this).controlHeight() - 2 * metrics::grid};
}

void PersonChip::paintEvent(QPaintEvent *)
{
    const Colors &colors = Theme::of(this).colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = height() / 2.0;
    const QColor rest = underMouse() ? colors.hairline : colors.hover;
    shapes::drawRounded(painter, rect(), radius, isChecked() ? colors.selection : rest);
    const auto placed = [this](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    const QRect mark(padding, (height() - markSide) / 2, markSide, markSide);
    const QColor ink = isChecked() ? colors.accent : colors.secondary;
    paintIcon(painter, isChecked() ? Icon::Check : Icon::Circle, placed(mark), ink);
    painter.setPen(ink);
    const QRect words = placed(rect().adjusted(padding + markSide + markToText, 0, -padding + 1, 0));
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // that of the words, not that of the window
    painter.drawText(words, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
                     fontMetrics().elidedText(text(), Qt::ElideMiddle, words.width()));
}

} // namespace tusk::gui
