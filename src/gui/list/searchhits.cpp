// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/searchhits.h"

#include <algorithm>

namespace tusk::gui
{

namespace
{

constexpr qsizetype shortestSubstring = 3;

// A text without case and accents, and where each of its characters comes from.
struct Folded {
    QString text;
    QList<qsizetype> origins; // one more than characters: the end
};

Folded folded(const QString &text)
{
    Folded result;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype length = text.at(i).isHighSurrogate() && i + 1 < text.size() ? 2 : 1;
        const QString pieces = text.mid(i, length).normalized(QString::NormalizationForm_KD).toLower();
        for (const QChar piece : pieces) {
            if (piece.category() == QChar::Mark_NonSpacing)
                continue;
            result.text.append(piece);
            result.origins.append(i);
        }
        i += length;
    }
    result.origins.append(text.size());
    return result;
}

bool beginsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

QStringList wordsOf(const QString &typed)
{
    QString words = folded(typed).text;
    for (QChar &character : words) {
        if (!character.isLetterOrNumber() && !character.isSurrogate())
            character = u' ';
    }
    return words.simplified().split(u' ', Qt::SkipEmptyParts);
}

void findWord(const Folded &in, const QString &word, QList<SearchHit> &hits)
{
    for (qsizetype at = in.text.indexOf(word); at >= 0; at = in.text.indexOf(word, at + word.size())) {
        if (!beginsWord(in.text, at) && word.size() < shortestSubstring)
            continue;
        const qsizetype start = in.origins.at(at);
        hits.append({start, in.origins.at(at + word.size()) - start});
    }
}

} // namespace

QList<SearchHit> searchHits(const QString &text, const QString &typed)
{
    const Folded in = folded(text);
    QList<SearchHit> found;
    for (const QString &word : wordsOf(typed))
        findWord(in, word, found);
    std::sort(found.begin(), found.end(),
              [](const SearchHit &left, const SearchHit &right) { return left.start < right.start; });
    QList<SearchHit> hits;
    for (const SearchHit &hit : std::as_const(found)) {
        const qsizetype end = hits.isEmpty() ? 0 : hits.last().start + hits.last().length;
        if (hit.start >= end)
            hits.append(hit);
        else
            hits.last().length = std::max(end, hit.start + hit.length) - hits.last().start;
    }
    return hits;
}

QString excerptAround(const QString &notes, const QString &typed)
{
    constexpr qsizetype before = 12; // characters, the rest of a word not counted
    constexpr qsizetype most = 80;   // more than a row shows
    const QList<SearchHit> hits = searchHits(notes, typed);
    if (hits.isEmpty())
        return {};
    const qsizetype hit = hits.first().start;
    qsizetype begin = std::max<qsizetype>(0, hit - before);
    while (begin > 0 && begin < hit && !notes.at(begin - 1).isSpace())
        ++begin; // whole words
    const QString text = notes.sliced(begin).left(most).simplified();
    return begin > 0 ? u'…' + text : text;
}

} // namespace tusk::gui
