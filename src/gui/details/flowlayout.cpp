// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace tusk::gui
{

FlowLayout::FlowLayout(QWidget *parent, int spacing, int inset)
    : QLayout(parent)
    , m_inset(inset)
{
    setSpacing(spacing);
    setContentsMargins({});
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

void FlowLayout::insertBeforeLast(QWidget *widget)
{
    addWidget(widget);
    if (m_items.size() > 1)
        std::swap(m_items.back(), m_items[m_items.size() - 2]);
    invalidate();
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[size_t(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return place(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    static_cast<void>(place(rect, true));
}

int FlowLayout::place(const QRect &rect, bool really) const
{
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    const int left = rect.left() + m_inset;
    const int end = rect.left() + rect.width();
    int x = left;
    int y = rect.top();
    int lineHeight = 0;
    for (const auto &item : m_items) {
        const bool isLast = item == m_items.back();
        QSize size = item->sizeHint().boundedTo(QSize(std::max(end - left, 1), item->sizeHint().height()));
        const int needed = isLast ? item->minimumSize().width() : size.width();
        if (x > left && x + needed > end) {
            x = left;
            y += lineHeight + spacing();
            lineHeight = 0;
        }
        if (isLast)
            size.setWidth(std::max(needed, end - x));
        if (really)
            item->setGeometry(QStyle::visualRect(direction, rect, QRect(QPoint(x, y), size)));
        x += size.width() + spacing();
        lineHeight = std::max(lineHeight, size.height());
    }
    return y + lineHeight - rect.top();
}

} // namespace tusk::gui
