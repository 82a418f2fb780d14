// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/headerlayout.h"

#include "gui/list/rowgeometry.h"
#include "gui/theme/metrics.h"
#include "models/groupedtodosmodel.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>
#include <QStyle>

namespace tusk::gui
{

namespace
{

using models::GroupedTodosModel;

constexpr int chevronSize = 16;
constexpr int lineFromBottom = metrics::grid; // the label lies nearer to its todos than to those above

} // namespace

int HeaderLayout::height(const Theme &theme)
{
    return theme.rowHeight();
}

QString HeaderLayout::actionText()
{
    return QCoreApplication::translate("HeaderLayout", "Move all to today");
}

HeaderLayout::HeaderLayout(const QRect &rect, Qt::LayoutDirection direction, const Theme &theme,
                           const QModelIndex &header)
    : m_background(rect.adjusted(sideMargin, lineFromBottom, -sideMargin, 0))
    , m_text(header.data().toString())
    , m_folded(header.data(GroupedTodosModel::FoldedRole).toBool())
    , m_overdue(header.data(GroupedTodosModel::GroupKindRole).toInt() ==
                static_cast<int>(models::TodoGroup::Kind::Overdue))
{
    if (m_folded)
        m_text += QStringLiteral(" · ") +
                  QLocale().toString(header.data(GroupedTodosModel::GroupCountRole).toInt()) +
                  (header.data(GroupedTodosModel::PartialRole).toBool() ? QStringLiteral("+") : QString());
    const QFontMetrics metrics(theme.type().smallStrong);
    const QRect inner = m_background.adjusted(metrics::rowPaddingX, 0, -metrics::rowPaddingX, 0);
    int right = inner.right();
    if (m_overdue) {
        const int width = metrics.horizontalAdvance(actionText()) + 1;
        m_action = QRect(right - width + 1, inner.top(), width, inner.height());
        right -= width + chevronSize;
    }
    const int space = right - inner.left() - chevronSize - metrics::grid;
    m_text = metrics.elidedText(m_text, Qt::ElideRight, space);
    m_label = QRect(inner.left(), inner.top(), metrics.horizontalAdvance(m_text) + 1, inner.height());
    m_chevron = QRect(m_label.right() + metrics::grid, inner.center().y() - chevronSize / 2 + 1, chevronSize,
                      chevronSize);
    if (direction == Qt::LeftToRight)
        return;
    for (QRect *part : {&m_background, &m_label, &m_chevron, &m_action})
        *part = part->isNull() ? *part : QStyle::visualRect(direction, rect, *part);
}

} // namespace tusk::gui
