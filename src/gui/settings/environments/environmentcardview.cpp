// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/environments/environmentcardview.h"

#include "gui/settings/environments/environmentcard.h"

#include <QScopedValueRollback>
#include <QStandardItemModel>

namespace tusk::gui
{

namespace
{

constexpr int ringMargin = 4; // for the ring of the focus

} // namespace

EnvironmentCardView::EnvironmentCardView(QWidget *parent)
    : QListView(parent)
    , m_model(new QStandardItemModel(0, 1, this))
{
    setModel(m_model);
    setItemDelegate(new EnvironmentCardDelegate(this));
    viewport()->setAutoFillBackground(false);
    setFixedHeight(cardHeight() + ringMargin);
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
}

void EnvironmentCardView::scrollToLast()
{
    scrollTo(m_model->index(m_model->rowCount() - 1, 0));
}

} // namespace tusk::gui
