// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/environments/environmentcardview.h"

#include "gui/settings/environments/environmentcard.h"
#include "gui/theme/metrics.h"

#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStandardItemModel>

#include <algorithm>
#include <vector>

namespace tusk::gui
{

namespace
{

constexpr int ringMargin = metrics::grid; // for the ring of the focus

} // namespace

EnvironmentCardView::EnvironmentCardView(QWidget *parent)
    : QListView(parent)
    , m_delegate(new EnvironmentCardDelegate(this))
    , m_model(new QStandardItemModel(0, 1, this))
{
    setModel(m_model);
    setItemDelegate(m_delegate);
    viewport()->setAutoFillBackground(false);
    shareWidth();
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &now) {
        if (!m_filling && now.isValid())
            Q_EMIT chosen(now.data(EnvironmentCardDelegate::IdRole).toUuid());
    });
}

// It outlives this part of the object.
EnvironmentCardView::~EnvironmentCardView()
{
    selectionModel()->disconnect(this);
}

int EnvironmentCardView::cardHeight() const
{
    QStyleOptionViewItem option;
    option.widget = this;
    return itemDelegate()->sizeHint(option, {}).height();
}

// As much as each needs where that is to be had; otherwise the widest give way, down to the least that says
// anything. Beyond that one has to scroll, and the bar has a place of its own.
void EnvironmentCardView::shareWidth()
{
    QStyleOptionViewItem option;
    option.widget = this;
    m_delegate->setMostWidth(EnvironmentCardDelegate::naturalWidth);
    std::vector<int> widths;
    for (int row = 0; row < m_model->rowCount(); ++row)
        widths.push_back(m_delegate->sizeHint(option, m_model->index(row, 0)).width());
    std::ranges::sort(widths);
    int rest = width();
    int most = EnvironmentCardDelegate::naturalWidth;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const int share = rest / static_cast<int>(widths.size() - i);
        if (widths[i] > share) {
            most = share;
            break;
        }
        rest -= widths[i];
    }
    const bool scrolls = most < EnvironmentCardDelegate::leastWidth;
    m_delegate->setMostWidth(std::max(most, EnvironmentCardDelegate::leastWidth));
    setHorizontalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    setFixedHeight(cardHeight() + ringMargin + (scrolls ? horizontalScrollBar()->sizeHint().height() : 0));
    scheduleDelayedItemsLayout();
}

void EnvironmentCardView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        shareWidth();
}

void EnvironmentCardView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        shareWidth();
}

void EnvironmentCardView::setCards(const QList<Card> &cards, const QUuid &chosenId)
{
    const QScopedValueRollback filling(m_filling, true);
    m_model->setRowCount(static_cast<int>(cards.size()));
    for (int row = 0; row < cards.size(); ++row) {
        const Card &card = cards.at(row);
        const QString both = tr("%1, %2").arg(card.name, card.state);
        const QModelIndex index = m_model->index(row, 0);
        m_model->setData(index, card.name, Qt::DisplayRole);
        m_model->setData(index, card.id, EnvironmentCardDelegate::IdRole);
        m_model->setData(index, card.state, EnvironmentCardDelegate::StateRole);
        m_model->setData(index, card.color, EnvironmentCardDelegate::ColorRole);
        m_model->setData(index, both, Qt::AccessibleTextRole);
        m_model->setData(index, both, Qt::ToolTipRole);
        if (card.id == chosenId)
            setCurrentIndex(index);
    }
    shareWidth();
}

void EnvironmentCardView::scrollToLast()
{
    scrollTo(m_model->index(m_model->rowCount() - 1, 0));
}

} // namespace tusk::gui
