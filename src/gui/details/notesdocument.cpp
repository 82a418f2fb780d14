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
