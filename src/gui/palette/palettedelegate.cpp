// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/palette/palettedelegate.h"

#include "gui/actions/keychip.h"
#include "gui/palette/palettemodel.h"
#include "gui/theme/leadingedge.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace tusk::gui
{

namespace
{

constexpr int margin = metrics::groupGap;
constexpr int gap = metrics::wideGap;
constexpr int extraHeight = metrics::grid; // more than a row of todos

// The parts of a row as for a window that is read from left to right.
struct Parts {
    QRect icon;
    QRect text;
    QRect kind;
    QRect key;
};

Parts partsOf(const QRect &row, const QString &text, const QString &key, const Theme &theme)
{
    Parts parts;
    const int iconSize = theme.iconSize();
    QRect rest = row.adjusted(margin, 0, -margin, 0);
    parts.icon = QRect(rest.left(), rest.center().y() - iconSize / 2 + 1, iconSize, iconSize);
    rest.setLeft(parts.icon.right() + gap);
    if (!key.isEmpty()) {
        parts.key = rest;
        rest.setRight(rest.right() - keyChipSize(key, theme).width() - gap);
    }
    const int width = QFontMetrics(theme.type().row).horizontalAdvance(text) + 1;
    parts.text = QRect(rest.left(), rest.top(), std::min(width, rest.width()), rest.height());
    parts.kind = rest;
    parts.kind.setLeft(parts.text.right() + gap);
    return parts;
}

void paintMark(QPainter &painter, const QRect &rect, const QModelIndex &index)
{
    const auto dot = index.data(PaletteModel::DotRole).value<QColor>();
    if (!dot.isValid()) {
        index.data(Qt::DecorationRole).value<QIcon>().paint(&painter, rect);
        return;
    }
    QRectF circle(0, 0, metrics::dot, metrics::dot);
    circle.moveCenter(QRectF(rect).center());
    painter.setPen(Qt::NoPen);
    painter.setBrush(dot);
    painter.drawEllipse(circle);
}

void paintText(QPainter &painter, const QRect &rect, const QString &text, const QFont &font,
               const QColor &color, Qt::LayoutDirection direction)
{
    if (rect.width() <= 0)
        return;
    painter.setFont(font);
    painter.setPen(color);
    drawFromLeadingEdge(painter, rect, text, direction);
}

} // namespace

int PaletteDelegate::rowHeight(const QWidget *widget)
{
    return Theme::of(widget).rowHeight() + extraHeight;
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Theme theme = Theme::of(option.widget);
    const QString text = index.data().toString();
    const QString key = index.data(PaletteModel::KeyRole).toString();
    const Parts parts = partsOf(option.rect, text, key, theme);
    const auto visual = [&option](const QRect &part) {
        return QStyle::visualRect(option.direction, option.rect, part);
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.colors().selection);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, theme.colors().hover);
    paintMark(*painter, visual(parts.icon), index);
    paintText(*painter, visual(parts.text), text, theme.type().row, theme.colors().text, option.direction);
    paintText(*painter, visual(parts.kind), index.data(PaletteModel::KindRole).toString(), theme.type().small,
              theme.colors().secondary, option.direction);
    if (!key.isEmpty())
        paintKeyChip(*painter, visual(parts.key), key, theme, option.direction);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, rowHeight(option.widget)};
}

} // namespace tusk::gui
