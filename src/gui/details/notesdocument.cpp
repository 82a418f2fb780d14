// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/notesdocument.h"

#include "gui/details/notestext.h"

#include <QPlainTextDocumentLayout>
#include <QTextBlock>
#include <QTextFormat>

#include <algorithm>
#include <utility>

namespace tusk::gui
{

namespace
{

// In the format of a break that is for display only. There, as it goes with the break and comes back with it
// when that is undone, whatever becomes of the blocks beside it.
constexpr int displayOnly = QTextFormat::UserProperty + 1;

bool isForDisplay(const QTextFormat &format)
{
    return format.boolProperty(displayOnly);
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

void insertBroken(QTextCursor &cursor, const QString &text)
{
    // Both named each time: of itself the cursor goes on in the format of what is before it.
    const QTextCharFormat plain;
    QTextCharFormat forDisplay;
    forDisplay.setProperty(displayOnly, true);
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    bool isFirst = true;
    for (const QString &line : text.split(u'\n')) {
        if (!std::exchange(isFirst, false))
            cursor.insertBlock(cursor.blockFormat(), plain);
        const QStringList pieces = piecesOf(line);
        cursor.insertText(pieces.first(), plain);
        for (const QString &piece : pieces.sliced(1)) {
            cursor.insertBlock(cursor.blockFormat(), forDisplay);
            cursor.insertText(piece, plain);
        }
    }
    cursor.endEditBlock();
}

// Of very long notes the text as a whole is had many times sooner than that of its blocks.
QString joined(const QTextDocument &document, int from, int to)
{
    QString text = document.toRawText().sliced(from, to - from);
    text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
    const QList<QTextFormat> formats = document.allFormats();
    if (std::ranges::none_of(formats, isForDisplay))
        return text;
    const QTextBlock end = document.findBlock(to).next();
    for (QTextBlock block = document.findBlock(from).next(); block != end; block = block.next()) {
        if (isForDisplay(formats.at(block.charFormatIndex()))) // of the break before it
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
    if (hasOverlongLine(notes)) {
        QTextCursor cursor(document.get());
        insertBroken(cursor, notes);
    } else {
        document->setPlainText(notes);
    }
    document->setUndoRedoEnabled(true);
    return document;
}

} // namespace tusk::gui
