// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/tododelegate.h"

#include "models/todotablemodel.h"

#include <QLineEdit>
#include <QPainter>

namespace tusk::gui
{

namespace
{

constexpr int rowHeight = 36;
constexpr int margin = 12;

} // namespace

TodoDelegate::TodoDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void TodoDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (option->checkState == Qt::Checked) {
        option->font.setStrikeOut(true);
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    }
    // A title is one line, whatever another program has written into it.
    option->text.replace(QChar::LineFeed, QChar::Space);
}

void TodoDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (!index.data(models::TodoTableModel::PendingRole).toBool())
        return;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::PlaceholderText));
    painter->drawText(option.rect.adjusted(0, 0, -margin, 0), Qt::AlignRight | Qt::AlignVCenter,
                      tr("saving…"));
    painter->restore();
}

void TodoDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const auto *line = qobject_cast<QLineEdit *>(editor);
    if (!line || !line->isModified())
        QStyledItemDelegate::setEditorData(editor, index);
}

QSize TodoDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(),
            std::max(rowHeight, option.fontMetrics.height() + 12)};
}

} // namespace tusk::gui
