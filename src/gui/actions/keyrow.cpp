// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/actions/keyrow.h"

#include "gui/actions/keychip.h"
#include "gui/palette/ranking.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace tusk::gui
{

namespace
{

constexpr int rowHeight = 28;
constexpr int gapBetweenKeys = metrics::tightGap;
constexpr int gapBeforeKeys = metrics::groupGap;

} // namespace

KeyRow::KeyRow(ActionId action, QWidget *parent)
    : QLabel(actionText(action), parent)
    , m_action(action)
{
    setObjectName(QLatin1StringView(actionInfo(action).name));
}

void KeyRow::setKeys(const QStringList &keys)
{
    m_keys = keys;
    setAccessibleName(keys.isEmpty() ? tr("%1: no key").arg(text())
                                     : tr("%1: %2").arg(text(), keys.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

bool KeyRow::answersTo(const QString &folded) const
{
    return rankOf(folded, foldedText(text())).has_value() ||
           std::ranges::any_of(m_keys,
                               [&folded](const QString &key) { return foldedText(key).contains(folded); });
}

QSize KeyRow::sizeHint() const
{
    const Theme theme = Theme::of(this);
    int width = fontMetrics().horizontalAdvance(text()) + gapBeforeKeys;
    int height = rowHeight;
    for (const QString &key : m_keys) {
        const QSize chip = keyChipSize(key, theme);
        width += chip.width() + gapBetweenKeys;
        height = std::max(height, chip.height() + gapBetweenKeys);
    }
    return {width, height};
}

void KeyRow::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setPen(m_keys.isEmpty() ? theme.colors().secondary : theme.colors().text);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // that of the words, not that of the window
    painter.drawText(
        rect(), int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)), text());
    QRect rest = rect();
    for (qsizetype i = m_keys.size() - 1; i >= 0; --i) {
        paintKeyChip(painter, rest, m_keys.at(i), theme, layoutDirection());
        const int taken = keyChipSize(m_keys.at(i), theme).width() + gapBetweenKeys;
        if (layoutDirection() == Qt::RightToLeft)
            rest.setLeft(rest.left() + taken);
        else
            rest.setRight(rest.right() - taken);
    }
}

} // namespace tusk::gui
