// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/textwidth.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <cwchar>

namespace tusk::app
{

int columnsOf(const QString &text)
{
    int columns = 0;
    for (const uint character : text.toUcs4())
        columns += std::max(0, wcwidth(static_cast<wchar_t>(character)));
    return columns;
}

QString shortenedTo(int columns, const QString &text)
{
    if (columnsOf(text) <= columns)
        return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0;
    for (qsizetype next = finder.toNextBoundary(); next >= 0; next = finder.toNextBoundary()) {
        if (columnsOf(text.first(next)) > columns - 1)
            break;
        end = next;
    }
    while (end > 0 && text.at(end - 1).isSpace())
        --end;
    return text.first(end) + u'…';
}

QString paddedTo(int columns, const QString &text)
{
    return text + QString(std::max(0, columns - columnsOf(text)), u' ');
}

} // namespace tusk::app
