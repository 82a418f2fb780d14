// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/notestext.h"

#include <QRegularExpression>

namespace tusk::gui
{

namespace
{

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
    static const QRegularExpression special(QStringLiteral(
        R"(^\s*$|^(\t| {4})|^\s*([-*+]|\d{1,9}[.)])(\s|$)|^\s*([-=_*]\s*){3,}$|^\s*=+\s*$|^\s*[#>|]|^\s*(```|~~~))"));
    return !special.match(line).hasMatch();
}

// Whether something may go on after it.
bool isParagraph(const QString &line)
{
    static const QRegularExpression closed(QStringLiteral(R"(^\s*$|^(\t| {4})|^\s*[#|])"));
    return !closed.match(line).hasMatch() && !isFence(line);
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
    QStringList pieces;
    qsizetype begin = 0;
    while (line.size() - begin > longestLine) {
        const qsizetype blank = line.lastIndexOf(u' ', begin + longestLine - 1);
        const qsizetype end = blank > begin ? blank + 1 : whole(line, begin + longestLine);
        pieces.append(line.sliced(begin, end - begin));
        begin = end;
    }
    pieces.append(line.sliced(begin));
    return pieces;
}

QString markdownSource(const QString &notes)
{
    QString result;
    result.reserve(notes.size() + notes.size() / 16);
    bool isCode = false;
    qsizetype paragraph = longestLine; // its length so far; none to go on with
    for (const QString &line : notes.split(u'\n')) {
        const bool goesOn = !isCode && paragraph + line.size() < longestLine && continuesParagraph(line);
        if (!result.isEmpty())
            result += goesOn ? QChar(QChar::LineSeparator) : QChar(u'\n');
        result += piecesOf(goesOn ? line.trimmed() : line).join(QStringLiteral("\n"));
        if (isFence(line))
            isCode = !isCode;
        if (isCode || !isParagraph(line))
            paragraph = longestLine;
        else
            paragraph = (goesOn ? paragraph : 0) + line.size();
    }
    return result;
}

} // namespace tusk::gui
