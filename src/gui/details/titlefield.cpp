// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/titlefield.h"

#include "gui/theme/leadingedge.h"
#include "gui/theme/metrics.h"
#include "gui/theme/theme.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace tusk::gui
{

namespace
{

constexpr int mostLines = 6;            // then it scrolls
constexpr qsizetype mostPasted = 5'000; // characters: more is no title, and one line of it would take minutes
constexpr int titleInset = metrics::textInset;
constexpr int verticalInset = metrics::grid;

} // namespace

TitleField::TitleField(QWidget *parent)
    : QTextEdit(parent)
{
    setObjectName(QStringLiteral("detailsTitle"));
    setAccessibleName(tr("Title"));
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setPlaceholderText(tr("Title"));
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFont(Theme::of(this).type().detailsTitle);
    document()->setDocumentMargin(0);
    alignToLeadingEdge(*document(), layoutDirection());
    setViewportMargins(titleInset, verticalInset, titleInset, verticalInset);
    viewport()->setAutoFillBackground(false);
    connect(this, &QTextEdit::textChanged, this, [this] {
        fitHeight();
        Q_EMIT typed();
    });
}

void TitleField::setTitle(const QString &title)
{
    if (title == this->title())
        return;
    const QSignalBlocker blocker(this);
    setPlainText(title);
    fitHeight();
}

QSize TitleField::sizeHint() const
{
    const int line = int(std::ceil(QFontMetricsF(font()).lineSpacing()));
    const int wanted = int(std::ceil(document()->size().height()));
    return {200, std::clamp(wanted, line, mostLines * line) + 2 * verticalInset};
}

void TitleField::fitHeight()
{
    const int height = sizeHint().height();
    if (height != this->height() || minimumHeight() != height)
        setFixedHeight(height);
}

void TitleField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT finished();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void TitleField::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    Q_EMIT entered();
}

void TitleField::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    // A menu or pop-up, or another window in front: the text is not left.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT left();
}

void TitleField::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    fitHeight();
}

void TitleField::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(Theme::of(this).type().detailsTitle);
    if (event->type() == QEvent::LayoutDirectionChange)
        alignToLeadingEdge(*document(), layoutDirection());
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

void TitleField::insertFromMimeData(const QMimeData *source)
{
    const QString text = source->text();
    if (text.size() + title().size() > mostPasted) {
        Q_EMIT refused(tr("This text is too long for a title. Paste it into the notes instead."));
        return;
    }
    insertPlainText(text.simplified());
}

} // namespace tusk::gui
