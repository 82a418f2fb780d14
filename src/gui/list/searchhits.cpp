// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/list/searchhits.h"

#include <algorithm>

namespace tusk::gui
{

namespace
{

using namespace Qt::StringLiterals;

constexpr qsizetype shortestSubstring = 3;

// A text without case and accents, and where each of its characters comes from.
struct Folded {
    QString text;
    QList<qsizetype> origins; // one more than characters: the end
};

// Letters that are not others with an accent, as tusk.fold() of the database writes them.
QString withoutStroke(QChar letter)
{
    switch (letter.unicode()) {
    case u'ø':
        return u"o"_s;
    case u'ł':
        return u"l"_s;
    case u'đ':
    case u'ð':
        return u"d"_s;
    case u'ħ':
        return u"h"_s;
    case u'ı':
        return u"i"_s;
    case u'ŧ':
    case u'þ':
        return u"t"_s;
    case u'ß':
        return u"ss"_s;
    case u'æ':
        return u"ae"_s;
    case u'œ':
        return u"oe"_s;
    default:
        return letter;
    }
}

Folded folded(const QString &text)
{
    Folded result;
    for (qsizetype i = 0; i < text.size();) {
        const qsizetype length = text.at(i).isHighSurrogate() && i + 1 < text.size() ? 2 : 1;
        const QString pieces = text.mid(i, length).normalized(QString::NormalizationForm_KD).toLower();
        for (const QChar piece : pieces) {
            if (piece.category() == QChar::Mark_NonSpacing)
                continue;
            const QString letters = withoutStroke(piece);
            result.text.append(letters);
            result.origins.insert(result.origins.size(), letters.size(), i);
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
        qsizetype end = at + word.size();
        while (end < in.text.size() && in.origins.at(end) == in.origins.at(end - 1))
            ++end; // “ß” is marked whole, also by its first s
        hits.append({start, in.origins.at(end) - start});
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

bool areAllFound(const QString &title, const QString &notes, const QString &typed)
{
    const QList<Folded> texts{folded(title), folded(notes)};
    const QStringList words = wordsOf(typed);
    return std::all_of(words.begin(), words.end(), [&texts](const QString &word) {
        QList<SearchHit> hits;
        for (const Folded &text : texts)
            findWord(text, word, hits);
        return !hits.isEmpty();
    });
}

} // namespace tusk::gui
