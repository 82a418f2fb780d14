// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/leadingedge.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QTextDocument>
#include <QTextOption>
#include <QVariant>

namespace tusk::gui
{

namespace
{

constexpr auto asMade = "leadingEdgeAsMade"; // the alignment that a mirrored widget was given

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

void alignText(QObject *object)
{
    if (auto *label = qobject_cast<QLabel *>(object))
        align(*label);
    else if (auto *field = qobject_cast<QLineEdit *>(object))
        align(*field);
}

} // namespace

void LeadingEdge::watch(QWidget *widget)
{
    if (!qobject_cast<QLabel *>(widget) && !qobject_cast<QLineEdit *>(widget))
        return;
    widget->installEventFilter(this);
    alignText(widget);
}

void LeadingEdge::forget(QWidget *widget)
{
    widget->removeEventFilter(this);
}

bool LeadingEdge::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        alignText(watched);
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

} // namespace tusk::gui
