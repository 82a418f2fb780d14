// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/values/timetext.h"

#include <array>
#include <span>

namespace tusk::importer
{

namespace
{

using TimeKind = TimeValue::Kind;

constexpr TimeValue unreadable{.kind = TimeKind::Unreadable};

// Eats a text from its beginning.
class Scanner final
{
public:
    explicit Scanner(QByteArrayView text)
        : m_rest(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] QByteArrayView rest() const { return m_rest; }

    bool take(char expected)
    {
        if (m_rest.isEmpty() || m_rest.front() != expected)
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }
    bool take(QByteArrayView expected)
    {
        if (!m_rest.startsWith(expected))
            return false;
        m_rest = m_rest.sliced(expected.size());
        return true;
    }
    bool takeOneOf(QByteArrayView characters)
    {
        return !m_rest.isEmpty() && characters.contains(m_rest.front()) && take(m_rest.front());
    }
    // Between fewest and most digits; none else.
    std::optional<int> digits(int fewest, int most)
    {
        int number = 0;
        int count = 0;
        while (count < most && count < m_rest.size() && isDigit(m_rest[count]))
            number = number * 10 + (m_rest[count++] - '0');
        if (count < fewest)
            return std::nullopt;
        m_rest = m_rest.sliced(count);
        return number;
    }
    // Letters, at most that many; the rest stays.
    QByteArrayView word(qsizetype most)
    {
        qsizetype size = 0;
        while (size < m_rest.size() && isLetter(m_rest[size]))
            ++size;
        if (size > most)
            return {};
        const QByteArrayView word = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return word;
    }
    // Also those that keep together what stands beside them, as many a program writes before “AM”.
    void skipBlanks()
    {
        static constexpr QByteArrayView narrow("\xe2\x80\xaf");
        static constexpr QByteArrayView wide("\xc2\xa0");
        while (take(' ') || take(narrow) || take(wide)) {
        }
    }
    static bool isLetter(char character)
    {
        return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
    }
    static bool isDigit(char character) { return character >= '0' && character <= '9'; }

private:
    QByteArrayView m_rest;
};

// .123456 cut to milliseconds; 0 where there is none.
int readFraction(Scanner &scanner)
{
    if (!scanner.takeOneOf(".,"))
        return 0;
    int milliseconds = 0;
    int weight = 100;
    while (const auto digit = scanner.digits(1, 1)) {
        milliseconds += *digit * weight;
        weight /= 10;
    }
    return milliseconds;
}

// 10:00[:00[.123]]; none: there is no such time.
std::optional<qint64> readClock(Scanner &scanner)
{
    const auto hour = scanner.digits(1, 2);
    const bool isSpaced = scanner.take(':');
    const auto minute = scanner.digits(2, 2);
    if (!hour || !minute)
        return std::nullopt;
    int second = 0;
    int milliseconds = 0;
    if (isSpaced ? scanner.take(':') : !scanner.atEnd() && Scanner::isDigit(scanner.rest().front())) {
        second = scanner.digits(2, 2).value_or(-1);
        milliseconds = readFraction(scanner);
    }
    scanner.skipBlanks();
    const bool isAfternoon = scanner.rest().startsWith("PM") || scanner.rest().startsWith("pm");
    const bool isMorning = scanner.rest().startsWith("AM") || scanner.rest().startsWith("am");
    int hours = *hour;
    if (isAfternoon || isMorning) {
        scanner.takeOneOf("APap");
        scanner.takeOneOf("Mm");
        if (hours < 1 || hours > 12)
            return std::nullopt;
        hours = hours % 12 + (isAfternoon ? 12 : 0);
    }
    // A leap second is the last one of its minute.
    if (hours > 23 || *minute > 59 || second < 0 || second > 60)
        return std::nullopt;
    return ((hours * 60LL + *minute) * 60 + std::min(second, 59)) * 1000 + milliseconds;
}

// What stands behind a time.
struct ZoneText {
    enum class Kind { Missing, Known, Unknown };
    Kind kind = Kind::Missing;
    qint64 milliseconds = 0; // east of Greenwich
};

ZoneText readZone(Scanner &scanner)
{
    scanner.skipBlanks();
    if (scanner.atEnd() || scanner.rest().startsWith('[')) // 2026-01-12T10:00[Europe/Berlin]
        return {scanner.atEnd() ? ZoneText::Kind::Missing : ZoneText::Kind::Unknown};
    // “Z[UTC]” is how Java prints it.
    if (scanner.rest() == "Z" || scanner.rest() == "z" || scanner.rest() == "UTC" ||
        scanner.rest() == "GMT" || scanner.rest().startsWith("Z["))
        return {ZoneText::Kind::Known};
    if (scanner.rest().startsWith("GMT") || scanner.rest().startsWith("UTC")) // before how far from it
        static_cast<void>(scanner.word(3));
    const bool isWest = scanner.rest().startsWith('-');
    if (!scanner.takeOneOf("+-"))
        return {ZoneText::Kind::Unknown};
    const auto hours = scanner.digits(2, 2);
    scanner.take(':');
    const int minutes = scanner.digits(2, 2).value_or(0);
    // What may follow: the zone's name, as Go prints it, and a clock of the machine.
    const bool ends = scanner.atEnd() || scanner.rest().startsWith(' ') || scanner.rest().startsWith('[');
    if (!hours || *hours > 15 || minutes > 59 || !ends)
        return {ZoneText::Kind::Unknown};
    const qint64 span = (*hours * 60LL + minutes) * 60'000;
    return {ZoneText::Kind::Known, isWest ? -span : span};
}

TimeValue readBehindDate(Scanner &scanner, int year, int month, int day)
{
    const auto date = millisecondsOf(year, month, day, 0);
    if (!date)
        return unreadable;
    scanner.skipBlanks();
    if (scanner.atEnd())
        return {TimeKind::Day, *date};
    scanner.takeOneOf("Tt,");
    scanner.skipBlanks();
    const auto clock = readClock(scanner);
    if (!clock)
        return unreadable;
    const ZoneText zone = readZone(scanner);
    switch (zone.kind) {
    case ZoneText::Kind::Missing:
        return {TimeKind::Wall, *date + *clock};
    case ZoneText::Kind::Known:
        return {TimeKind::Instant, *date + *clock - zone.milliseconds};
    case ZoneText::Kind::Unknown:
        break;
    }
    return unreadable;
}

// “10:00:00 2026”, “10:00:00 CET 2026” or “10:00:00 +0100 2026” behind the day, as C, Python, Java, Go and
// Ruby print it. The short name of a zone is that of many, so it is the time of a clock there.
TimeValue readClockAndYear(Scanner &scanner, int month, int day)
{
    constexpr qsizetype longestZone = 5;
    const auto clock = readClock(scanner);
    scanner.skipBlanks();
    const QByteArrayView name = scanner.word(longestZone);
    ZoneText zone{name == "UTC" || name == "GMT" ? ZoneText::Kind::Known : ZoneText::Kind::Missing};
    if (scanner.rest().startsWith('+') || scanner.rest().startsWith('-'))
        zone = readZone(scanner);
    scanner.skipBlanks();
    const auto year = scanner.digits(4, 4);
    const bool isWhole = clock && year && scanner.atEnd() && zone.kind != ZoneText::Kind::Unknown;
    const auto read = isWhole ? millisecondsOf(*year, month, day, *clock) : std::nullopt;
    if (!read)
        return unreadable;
    if (zone.kind == ZoneText::Kind::Missing)
        return {TimeKind::Wall, *read};
    return {TimeKind::Instant, *read - zone.milliseconds};
}

// A whole English name, or its first letters; -1: it is none.
int numberOf(QByteArrayView word, std::span<const QByteArrayView> names)
{
    constexpr qsizetype shortest = 3;
    if (word.size() < shortest)
        return -1;
    for (size_t i = 0; i < names.size(); ++i) {
        const bool isShort = word.size() == shortest || (word.size() == 4 && word.endsWith('t')); // Sept
        if ((isShort || word.size() == names[i].size()) && names[i].size() >= word.size() &&
            names[i].first(word.size()).compare(word, Qt::CaseInsensitive) == 0)
            return int(i);
    }
    return -1;
}

void skipPunctuation(Scanner &scanner)
{
    while (scanner.takeOneOf(" ,.-")) {
    }
}

// Of 26, as POSIX reads it.
int wholeYear(int lastDigits)
{
    constexpr int firstOf1900 = 69;
    return lastDigits + (lastDigits < firstOf1900 ? 2000 : 1900);
}

// 5, 5th; none: it is no day.
std::optional<int> readOrdinal(Scanner &scanner)
{
    const auto day = scanner.digits(1, 2);
    for (const QByteArrayView ending : {"st", "nd", "rd", "th"}) {
        if (day && scanner.rest().startsWith(ending))
            static_cast<void>(scanner.word(ending.size()));
    }
    return day;
}

} // namespace

TimeValue readMonthName(QByteArrayView text)
{
    static constexpr std::array<QByteArrayView, 12> months{"january",   "february", "march",    "april",
                                                           "may",       "june",     "july",     "august",
                                                           "september", "october",  "november", "december"};
    static constexpr std::array<QByteArrayView, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                            "friday", "saturday", "sunday"};
    constexpr qsizetype longestWord = 9;
    Scanner scanner(text.trimmed());
    QByteArrayView word = scanner.word(longestWord);
    if (numberOf(word, weekdays) >= 0) {
        skipPunctuation(scanner);
        word = scanner.word(longestWord);
    }
    auto day = word.isEmpty() ? readOrdinal(scanner) : std::nullopt;
    skipPunctuation(scanner);
    const int month = numberOf(word.isEmpty() ? scanner.word(longestWord) : word, months);
    skipPunctuation(scanner);
    if (!day)
        day = readOrdinal(scanner);
    skipPunctuation(scanner);
    const auto year = scanner.digits(4, 4);
    if (!day || month < 0)
        return unreadable;
    if (!year)
        return readClockAndYear(scanner, month + 1, *day);
    scanner.skipBlanks();
    if (scanner.rest().startsWith("at "))
        static_cast<void>(scanner.word(2));
    return readBehindDate(scanner, *year, month + 1, *day);
}

TimeValue readIsoText(QByteArrayView text)
{
    Scanner scanner(text.trimmed());
    const auto year = scanner.digits(4, 4);
    if (!year)
        return unreadable;
    const bool isDashed = scanner.takeOneOf("-/.");
    const auto month = scanner.digits(isDashed ? 1 : 2, 2);
    if (isDashed && !scanner.takeOneOf("-/."))
        return unreadable;
    const auto day = scanner.digits(isDashed ? 1 : 2, 2);
    return month && day ? readBehindDate(scanner, *year, *month, *day) : unreadable;
}

std::optional<DayMonthText> splitDayMonth(QByteArrayView text)
{
    Scanner scanner(text.trimmed());
    const auto first = scanner.digits(1, 2);
    const bool isDashed = scanner.rest().startsWith('-');
    const bool parted = scanner.takeOneOf("./-");
    const auto second = scanner.digits(1, 2);
    if (!first || !parted || !second || !scanner.takeOneOf("./-"))
        return std::nullopt;
    if (const auto year = scanner.digits(4, 4))
        return DayMonthText{{*first, *second}, *year, scanner.rest()};
    const auto year = scanner.digits(2, 2);
    if (!year || isDashed) // 26-01-12 may begin with the year
        return std::nullopt;
    // Other things, too, are three short numbers.
    const DayMonthText parts{{*first, *second}, wholeYear(*year), scanner.rest()};
    const bool isDate = readDayMonth(parts, DayOrder::DayFirst).isTime() ||
                        readDayMonth(parts, DayOrder::MonthFirst).isTime();
    return isDate ? std::optional(parts) : std::nullopt;
}

TimeValue readDayMonth(const DayMonthText &text, DayOrder order)
{
    Scanner scanner(text.rest);
    const bool isDayFirst = order != DayOrder::MonthFirst;
    return readBehindDate(scanner, text.year, text.numbers[isDayFirst ? 1 : 0],
                          text.numbers[isDayFirst ? 0 : 1]);
}

} // namespace tusk::importer
