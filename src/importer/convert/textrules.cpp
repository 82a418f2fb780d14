// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/textrules.h"

#include "domain/todorules.h"

#include <QCryptographicHash>

#include <algorithm>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

bool isLineEnd(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= u'\n' && code <= u'\r') || code == 0x85 || code == 0x2028 || code == 0x2029;
}

bool isInvisible(QChar character)
{
    return character.isSpace() || character.category() == QChar::Other_Format;
}

// The first code points, as many as asked for.
QString firstCodePoints(const QString &text, qsizetype count)
{
    qsizetype end = 0;
    for (qsizetype points = 0; end < text.size() && points < count; ++points)
        end += text.at(end).isHighSurrogate() && end + 1 < text.size() ? 2 : 1;
    return text.first(end);
}

qsizetype codePoints(const QString &text)
{
    return text.size() - std::ranges::count_if(text, [](QChar unit) { return unit.isLowSurrogate(); });
}

bool fits(const QString &text, qsizetype possible)
{
    const auto isSeen = [](QChar character) { return !character.isSpace(); };
    return codePoints(text) <= possible && std::ranges::any_of(text, isSeen) && text.isValidUtf16() &&
           !text.contains(QChar::Null);
}

// JSON can say half of a character, which PostgreSQL takes in no text.
QString withoutHalves(const QString &text)
{
    return QString::fromUtf8(text.toUtf8());
}

LineText asLine(const QString &text, qsizetype possible)
{
    LineText line;
    line.text = text.isValidUtf16() ? text.trimmed() : withoutHalves(text).trimmed();
    line.hadLines = std::ranges::any_of(std::as_const(line.text), isLineEnd);
    line.text.replace("\r\n"_L1, " "_L1);
    for (QChar &character : line.text) {
        if (isLineEnd(character) || character == u'\t')
            character = u' ';
    }
    const qsizetype before = line.text.size();
    line.text.removeIf([](QChar character) {
        return character.category() == QChar::Other_Control || character.isNonCharacter();
    });
    line.hadControls = line.text.size() != before;
    line.text = line.text.trimmed();
    line.isBlank = std::ranges::all_of(std::as_const(line.text), isInvisible);
    // Most are far from it.
    if (line.text.size() > possible && codePoints(line.text) > possible) {
        line.wasCut = true;
        line.whole = text.trimmed();
        line.text = firstCodePoints(line.text, possible - 1) + u'…';
    }
    return line;
}

} // namespace

LineText asTitle(const QString &text)
{
    return asLine(text, domain::maxTitleLength);
}

// The same whatever else is in the file, and in which order. Accents count as for whoever looks at them.
LineText asName(const QString &text)
{
    constexpr qsizetype digits = 4;
    LineText name = asLine(text, domain::maxNameLength);
    if (!name.wasCut)
        return name;
    const QString folded = name.whole.normalized(QString::NormalizationForm_C).toLower();
    const QByteArray digest = QCryptographicHash::hash(folded.toUtf8(), QCryptographicHash::Sha1).toHex();
    const QString end = u"… "_s + QString::fromLatin1(digest.first(digits));
    name.text = firstCodePoints(name.text, domain::maxNameLength - end.size()) + end;
    return name;
}

NotesText asNotes(QString text)
{
    if (text.contains(u'\r'))
        text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    return asExactNotes(text);
}

NotesText asExactNotes(const QString &text)
{
    NotesText notes{text.toUtf8()};
    if (notes.utf8.contains('\0')) // of names in JSON
        notes.utf8.replace(QByteArrayView("\0", 1), QByteArrayView());
    if (notes.utf8.size() <= domain::maxNotesBytes)
        return notes;
    notes.wasCut = true;
    qsizetype end = domain::maxNotesBytes;
    // Not within a character.
    while ((static_cast<unsigned char>(notes.utf8.at(end)) & 0xc0U) == 0x80U)
        --end;
    notes.utf8.truncate(end);
    return notes;
}

bool fitsTitle(const QString &text)
{
    return fits(text, domain::maxTitleLength);
}

bool fitsName(const QString &text)
{
    return fits(text, domain::maxNameLength);
}

bool fitsRepeat(const QString &text)
{
    return codePoints(text) <= domain::maxRuleLength;
}

bool fitsPosition(const QByteArray &text)
{
    constexpr qsizetype longest = 200;
    const auto isDigit = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
    return !text.isEmpty() && text.size() <= longest && !text.endsWith('0') &&
           std::ranges::all_of(text, isDigit);
}

bool fitsColor(const QByteArray &text)
{
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return text.size() == 7 && text.startsWith('#') && std::all_of(text.begin() + 1, text.end(), isDigit);
}

} // namespace tusk::importer
