// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/notesedit.h"

#include "gui/details/notesdocument.h"
#include "gui/theme/leadingedge.h"
#include "gui/theme/metrics.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

#include <utility>

namespace tusk::gui
{

NotesEdit::NotesEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("notesEdit"));
    setAccessibleName(tr("Notes"));
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setViewportMargins(metrics::textInset, metrics::textInset, metrics::textInset, metrics::textInset);
    setPlaceholderText(tr("Notes, with Markdown if you like"));
}

void NotesEdit::show(const std::shared_ptr<QTextDocument> &document)
{
    const std::shared_ptr<QTextDocument> before = std::exchange(m_document, document);
    alignToLeadingEdge(*document, layoutDirection());
    setDocument(document.get());
}

void NotesEdit::setNotes(const QString &notes)
{
    show(plainDocument(notes, font()));
}

QString NotesEdit::notes() const
{
    return joined(*document(), 0, document()->characterCount() - 1);
}

void NotesEdit::goTo(double share)
{
    QTextCursor cursor(document()->findBlockByNumber(int(share * (document()->blockCount() - 1))));
    cursor.movePosition(QTextCursor::EndOfBlock);
    setTextCursor(cursor);
    centerCursor();
}

void NotesEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        alignToLeadingEdge(*document(), layoutDirection());
}

void NotesEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    // Plain text has one kind of break, with Shift as without.
    const bool isBreak = event->matches(QKeySequence::InsertParagraphSeparator) ||
                         event->matches(QKeySequence::InsertLineSeparator);
    if (isBreak && !isReadOnly()) {
        insert(QStringLiteral("\n"));
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void NotesEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    // A menu, or another window in front: the notes are not left.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT left();
}

void NotesEdit::insertFromMimeData(const QMimeData *source)
{
    QString text = source->text();
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    if (!text.isEmpty() && !isReadOnly())
        insert(text);
}

void NotesEdit::insert(const QString &text)
{
    QTextCursor cursor = textCursor();
    insertBroken(cursor, text);
    setTextCursor(cursor); // Up and Down go on from there
    ensureCursorVisible();
}

QMimeData *NotesEdit::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    auto *copied = new QMimeData; // the caller owns it
    copied->setText(joined(*document(), cursor.selectionStart(), cursor.selectionEnd()));
    return copied;
}

} // namespace tusk::gui
