// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/notestext.h"

#include "base/nodestructor.h"

#include <QRegularExpression>

namespace tusk::gui
{

namespace
{

// Short, because an overlong line may be one word, and Qt takes long to find where that can be cut.
constexpr qsizetype pieceLength = 1'000;

// Never between the two halves of a character.
qsizetype whole(const QString &text, qsizetype end)
{
    return end < text.size() && text.at(end).isLowSurrogate() ? end - 1 : end;
}

bool isFence(QStringView line)
{
    const QStringView text = line.trimmed();
    return text.startsWith(QStringLiteral("```")) || text.startsWith(QStringLiteral("~~~"));
}

// Goes on where the line before it ended: not a line with a meaning of its own in Markdown.
bool continuesParagraph(const QString &line)
{
    static const base::NoDestructor<QRegularExpression> special(QStringLiteral(
        R"(^\s*$|^(\t| {4})|^\s*([-*+]|\d{1,9}[.)])(\s|$)|^\s*([-=_*]\s*){3,}$|^\s*=+\s*$|^\s*[#>|]|^\s*(```|~~~))"));
    return !special->match(line).hasMatch();
}

// Whether something may go on after it.
bool isParagraph(const QString &line)
{
    static const base::NoDestructor<QRegularExpression> closed(
        QStringLiteral(R"(^\s*$|^(\t| {4})|^\s*[#|])"));
    return !closed->match(line).hasMatch() && !isFence(line);
}

} // namespace

QString renderedPart(const QString &notes)
{
    if (notes.size() <= mostRendered)
        return notes;
    const qsizetype line = notes.lastIndexOf(u'\n', mostRendered);
    return notes.first(line > mostRendered / 2 ? line : whole(notes, mostRendered));
}

QStringList piecesOf(const QString &line)
{
    if (line.size() <= longestLine)
        return {line};
    QStringList pieces;
    qsizetype begin = 0;
    while (line.size() - begin > pieceLength) {
        const qsizetype blank = line.lastIndexOf(u' ', begin + pieceLength - 1);
        const qsizetype end = blank > begin ? blank + 1 : whole(line, begin + pieceLength);
        pieces.append(line.sliced(begin, end - begin));
        begin = end;
    }
    pieces.append(line.sliced(begin));
    return pieces;
}

QString markdownSource(const QString &notes)
{
    const QString newLine = QStringLiteral("\n");
    const QString paragraphBreak = QStringLiteral("\n\n"); // a paragraph is laid out as a whole
    const QString lineBreak(QChar::LineSeparator);
    QString result;
    result.reserve(notes.size() + notes.size() / 16);
    bool isCode = false;
    bool isOpen = false;  // a paragraph, to go on with
    qsizetype length = 0; // its own, so far
    for (const QString &line : notes.split(u'\n')) {
        const bool goesOn = !isCode && isOpen && continuesParagraph(line);
        const bool fits = goesOn && length + line.size() < longestLine;
        if (!result.isEmpty())
            result += fits ? lineBreak : goesOn ? paragraphBreak : newLine;
        result += piecesOf(fits ? line.trimmed() : line).join(isCode ? newLine : paragraphBreak);
        if (isFence(line))
            isCode = !isCode;
        length = (fits ? length : 0) + line.size();
        isOpen = !isCode && isParagraph(line);
    }
    return result;
}

} // namespace tusk::gui
