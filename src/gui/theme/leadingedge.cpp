// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/leadingedge.h"

#include <QEvent>
#include <QFontMetrics>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>
#include <QTextDocument>
#include <QTextOption>
#include <QVariant>

namespace tusk::gui
{

namespace
{

constexpr auto asMade = "leadingEdgeAsMade";         // the alignment that a mirrored widget was given
constexpr auto isMirrored = "leadingEdgeIsMirrored"; // whether a layout's margins have changed sides

template <class Widget>
void align(Widget &widget)
{
    const QVariant made = widget.property(asMade);
    const auto alignment = made.isValid() ? Qt::Alignment(made.toInt()) : widget.alignment();
    if (!(alignment & (Qt::AlignLeft | Qt::AlignRight)) || alignment & Qt::AlignAbsolute)
        return;
    if (widget.isRightToLeft()) {
        widget.setProperty(asMade, int(alignment));
        widget.setAlignment(QStyle::visualAlignment(Qt::RightToLeft, alignment) | Qt::AlignAbsolute);
    } else if (made.isValid()) {
        widget.setProperty(asMade, QVariant());
        widget.setAlignment(alignment);
    }
}

// Qt mirrors what is in a layout, not the room beside it.
void mirrorMargins(QLayout &layout, bool mirrored)
{
    const QMargins margins = layout.contentsMargins();
    if (margins.left() != margins.right() && layout.property(isMirrored).toBool() != mirrored) {
        layout.setContentsMargins(margins.right(), margins.top(), margins.left(), margins.bottom());
        layout.setProperty(isMirrored, mirrored);
    }
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem *item = layout.itemAt(i);
        if (QLayout *inner = item ? item->layout() : nullptr)
            mirrorMargins(*inner, mirrored);
    }
}

void arrange(QWidget &widget)
{
    if (auto *label = qobject_cast<QLabel *>(&widget))
        align(*label);
    else if (auto *field = qobject_cast<QLineEdit *>(&widget))
        align(*field);
    if (QLayout *layout = widget.layout())
        mirrorMargins(*layout, widget.isRightToLeft());
}

} // namespace

void LeadingEdge::watch(QWidget *widget)
{
    if (!qobject_cast<QLabel *>(widget) && !qobject_cast<QLineEdit *>(widget) && !widget->layout())
        return;
    widget->installEventFilter(this);
    arrange(*widget);
}

void LeadingEdge::forget(QWidget *widget)
{
    widget->removeEventFilter(this);
}

bool LeadingEdge::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        arrange(*static_cast<QWidget *>(watched)); // nothing else is watched
    return QObject::eventFilter(watched, event);
}

void alignToLeadingEdge(QTextDocument &document, Qt::LayoutDirection window)
{
    Qt::Alignment alignment = Qt::AlignLeft;
    if (window == Qt::RightToLeft)
        alignment = Qt::AlignRight | Qt::AlignAbsolute;
    QTextOption option = document.defaultTextOption();
    if (option.alignment() == alignment)
        return;
    option.setAlignment(alignment);
    document.setDefaultTextOption(option);
}

void drawFromLeadingEdge(QPainter &painter, const QRect &rect, const QString &words,
                         Qt::LayoutDirection window, Qt::Alignment vertical)
{
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // that of the words
    painter.drawText(rect,
                     int(QStyle::visualAlignment(window, vertical | Qt::AlignLeft)) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(words, Qt::ElideRight, rect.width()));
}

} // namespace tusk::gui
