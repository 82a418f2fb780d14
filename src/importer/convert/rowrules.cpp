// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/rowrules.h"

#include "domain/todorules.h"
#include "importer/convert/textrules.h"

#include <algorithm>

namespace tusk::importer
{

namespace
{

constexpr qsizetype dayLength = 10;    // of 2026-01-12
constexpr qsizetype momentLength = 19; // of 2026-01-12 10:00:00

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Four digits, and not the year 0; all behind them was made of a valid date.
bool beginsWithYear(const QByteArray &text)
{
    return text.size() >= dayLength && text.at(4) == '-' &&
           std::all_of(text.begin(), text.begin() + 4, isDigit) && !text.startsWith("0000");
}

// In UTF-8, without what PostgreSQL takes in no text. Nearly all of them are of ASCII.
bool isTakenText(QByteArrayView bytes)
{
    const auto isPlain = [](char c) { return c != '\0' && static_cast<unsigned char>(c) < 0x80U; };
    return std::ranges::all_of(bytes, isPlain) ||
           (!bytes.contains('\0') && QString::fromUtf8(bytes).toUtf8() == bytes);
}

bool isNoLonger(QByteArrayView utf8, qsizetype characters)
{
    if (utf8.size() <= characters)
        return true;
    const auto isFirstByte = [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; };
    return std::ranges::count_if(utf8, isFirstByte) <= characters;
}

bool fitsTitle(const QByteArray &title)
{
    if (title.isEmpty() || title.contains('\0') || !isNoLonger(title, domain::maxTitleLength))
        return false;
    const char first = title.front();
    return (first > ' ' && first < '\x7f') || importer::fitsTitle(QString::fromUtf8(title));
}

bool fitsNotes(const QByteArray &notes)
{
    return notes.size() <= domain::maxNotesBytes && !notes.contains('\0');
}

bool fitsPriority(const QByteArray &priority)
{
    return priority.size() == 1 && priority.front() >= '0' && priority.front() <= '3';
}

// In the same years as days; or none.
bool fitsInstant(const std::optional<QByteArray> &text)
{
    return !text || beginsWithYear(*text);
}

bool fits(Field field, const std::optional<QByteArray> &value)
{
    switch (field) {
    case Field::Title:
        return value && fitsTitle(*value);
    case Field::Notes:
        return value && fitsNotes(*value);
    case Field::Priority:
        return value && fitsPriority(*value);
    case Field::Repeat:
        return value && isNoLonger(*value, domain::maxRuleLength) && !value->contains('\0');
    case Field::Position:
        return value && fitsPosition(*value);
    case Field::Due:
    case Field::Start:
        return fitsMoment(value);
    case Field::CreatedAt:
    case Field::UpdatedAt:
        return value && fitsInstant(value);
    case Field::CompletedAt:
    case Field::DeletedAt:
        return fitsInstant(value);
    case Field::List:
    case Field::Parent:
    case Field::Tags:
        break; // ids of ours
    }
    return true;
}

} // namespace

bool fitsMoment(const std::optional<QByteArray> &text)
{
    if (!text)
        return true;
    if (!beginsWithYear(*text))
        return false;
    if (text->size() == dayLength)
        return true;
    if (text->size() <= momentLength + 1 || text->at(dayLength) != ' ' || text->at(momentLength) != ' ')
        return false;
    const QByteArrayView zone = QByteArrayView(*text).sliced(momentLength + 1);
    return !zone.contains(' ') && isTakenText(zone) && isNoLonger(zone, domain::maxZoneLength);
}

std::optional<Field> brokenRule(const TodoRow &row)
{
    for (int i = 0; i < fieldCount; ++i) {
        if (!fits(Field(i), row.fields[size_t(i)]))
            return Field(i);
    }
    return std::nullopt;
}

} // namespace tusk::importer
