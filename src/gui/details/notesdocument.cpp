// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/notesdocument.h"

#include "gui/details/notestext.h"

#include <QPlainTextDocumentLayout>
#include <QTextBlock>

#include <algorithm>
#include <utility>

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

} // namespace

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

// Of very long notes the text as a whole is had many times sooner than that of its blocks.
QString joined(const QTextDocument &document, int from, int to)
{
    QString text = document.toRawText().sliced(from, to - from);
    text.replace(QChar::ParagraphSeparator, u'\n');
    const QTextBlock end = document.findBlock(to).next();
    for (QTextBlock block = document.findBlock(from).next(); block != end; block = block.next()) {
        if (continuesLine(block))
            text[block.position() - 1 - from] = QChar::ParagraphSeparator;
    }
    return text.remove(QChar::ParagraphSeparator);
}

std::unique_ptr<QTextDocument> plainDocument(const QString &notes, const QFont &font)
{
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setDocumentMargin(0);
    document->setDefaultFont(font);
    document->setDocumentLayout(new QPlainTextDocumentLayout(document.get())); // the document owns it
    if (hasOverlongLine(notes))
        insertBroken(QTextCursor(document.get()), notes);
    else
        document->setPlainText(notes);
    document->setUndoRedoEnabled(true);
    return document;
}

} // namespace tusk::gui
