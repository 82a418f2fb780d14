// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QPainter;
class QRect;
class QString;
class QTextDocument;
class QWidget;

namespace tusk::gui
{

// Lets names of fields, sentences and what stands in fields begin at the edge where the window begins. Qt
// goes by the letters of the text instead, so that from right to left whatever is written from left to right
// would stand at the far end. Margins of layouts that differ change sides there, too. One belongs to each
// style; on the GUI thread.
class LeadingEdge final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // For every widget that the style polishes; those without a line of text or a layout are left alone.
    void watch(QWidget *widget);
    void forget(QWidget *widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

// The same for texts of several lines, in a window of that direction. The words keep their own.
void alignToLeadingEdge(QTextDocument &document, Qt::LayoutDirection window);

// And for a line that is painted, which ends with dots where there is no room. The painter is left with the
// direction of the words.
void drawFromLeadingEdge(QPainter &painter, const QRect &rect, const QString &words,
                         Qt::LayoutDirection window, Qt::Alignment vertical = Qt::AlignVCenter);

} // namespace tusk::gui
