// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/palette/ranking.h"

#include <QStringList>

#include <algorithm>

namespace tusk::gui
{

namespace
{

QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar letter : text) {
        if (letter.isLetterOrNumber() || letter.isSurrogate()) {
            word.append(letter);
        } else if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

bool beginInOrder(const QStringList &typed, const QStringList &words)
{
    qsizetype next = 0;
    for (const QString &word : words) {
        if (next < typed.size() && word.startsWith(typed.at(next)))
            ++next;
    }
    return next == typed.size();
}

bool beginSomewhere(const QStringList &typed, const QStringList &words)
{
    return std::ranges::all_of(typed, [&words](const QString &part) {
        return std::ranges::any_of(words, [&part](const QString &word) { return word.startsWith(part); });
    });
}

// "gtc" for "go to completed".
bool areInitials(const QString &typed, const QStringList &words)
{
    qsizetype next = 0;
    for (const QString &word : words) {
        if (next < typed.size() && word.startsWith(typed.at(next)))
            ++next;
    }
    return typed.size() > 1 && next == typed.size();
}

} // namespace

QString foldedText(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar letter : text.normalized(QString::NormalizationForm_KD)) {
        if (!letter.isMark())
            result.append(letter);
    }
    // The full folding of case, which Qt leaves out.
    return result.toCaseFolded().replace(QChar(0xdf), QLatin1StringView("ss")).simplified();
}

std::optional<int> rankOf(const QString &typed, const QString &text)
{
    if (text.startsWith(typed))
        return 0;
    const QStringList words = wordsOf(text);
    const auto begins = [&typed](const QString &word) { return word.startsWith(typed); };
    if (std::ranges::any_of(words, begins))
        return 1;
    const QStringList parts = wordsOf(typed);
    if (parts.isEmpty())
        return std::nullopt;
    if (beginInOrder(parts, words))
        return 2;
    if (beginSomewhere(parts, words))
        return 3;
    if (parts.size() == 1 && areInitials(typed, words))
        return 4;
    const auto contained = [&text](const QString &part) { return part.size() > 2 && text.contains(part); };
    if (std::ranges::all_of(parts, contained))
        return 5;
    return std::nullopt;
}

} // namespace tusk::gui
