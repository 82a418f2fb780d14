// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/notesedit.h"

#include "gui/details/notestext.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

#include <algorithm>

namespace tusk::gui
{

namespace
{

// Of a block that goes on the line of the one before: the break between them is for display only.
class Continuation final : public QTextBlockUserData
{
};

bool continuesLine(const QTextBlock &block)
{
    return block.userData() != nullptr;
}

bool hasOverlongLine(const QString &text)
{
    qsizetype begin = 0;
    while (begin < text.size()) {
        const qsizetype found = text.indexOf(u'\n', begin);
        const qsizetype end = found < 0 ? text.size() : found;
        if (end - begin > longestLine)
            return true;
        begin = end + 1;
    }
    return false;
}

// Inserts text at the cursor, overlong lines in pieces.
void insertBroken(QTextCursor cursor, const QString &text)
{
    cursor.beginEditBlock();
    bool isFirst = true;
    for (const QString &line : text.split(u'\n')) {
        if (!std::exchange(isFirst, false))
            cursor.insertBlock();
        const QStringList pieces = piecesOf(line);
        cursor.insertText(pieces.first());
        for (const QString &piece : pieces.sliced(1)) {
            cursor.insertBlock();
            cursor.insertText(piece);
            cursor.block().setUserData(new Continuation); // the block owns it
        }
    }
    cursor.endEditBlock();
}

// Blocks from first to last, of which the ends lie outside of the two positions.
QString joined(const QTextDocument &document, int from, int to)
{
    QString text;
    text.reserve(to - from);
    const QTextBlock first = document.findBlock(from);
    for (QTextBlock block = first; block.isValid() && block.position() <= to; block = block.next()) {
        if (block != first && !continuesLine(block))
            text += u'\n';
        const int begin = std::max(0, from - block.position());
        const int end = std::min(block.length() - 1, to - block.position());
        text += QStringView(block.text()).sliced(begin, std::max(0, end - begin));
    }
    return text;
}

} // namespace

NotesEdit::NotesEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("notesEdit"));
    setAccessibleName(tr("Notes"));
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(0);
    setPlaceholderText(tr("Notes, with Markdown if you like"));
}

void NotesEdit::setNotes(const QString &notes)
{
    const QSignalBlocker blocker(this);
    document()->setUndoRedoEnabled(false);
    if (hasOverlongLine(notes)) {
        clear();
        insertBroken(textCursor(), notes);
    } else {
        setPlainText(notes);
    }
    document()->setUndoRedoEnabled(true);
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

void NotesEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
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
    if (!hasOverlongLine(text)) {
        QPlainTextEdit::insertFromMimeData(source);
        return;
    }
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    insertBroken(cursor, text);
    cursor.endEditBlock();
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
