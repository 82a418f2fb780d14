// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/datewords.h"

#include "domain/todorules.h"
#include "domain/weekstart.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>
#include <QTimeZone>

namespace tusk::domain
{

namespace
{

using namespace Qt::StringLiterals;

constexpr int daysPerWeek = 7;
constexpr int monthsPerYear = 12;

// Words of the text, taken from the front.
struct Words {
    QStringList rest;

    [[nodiscard]] QString peek(qsizetype at = 0) const { return rest.value(at); }
    void take(qsizetype count = 1) { rest.remove(0, count); }
    bool takeIf(QLatin1StringView word)
    {
        const bool is = peek() == word;
        if (is)
            take();
        return is;
    }
};

// 1 to count, by the name in English or of the locale, in full or as locales shorten it; 0 for no such name.
template <class Name>
int numberByName(QString word, int count, const QLocale &locale, Name name)
{
    while (word.endsWith(u'.'))
        word.chop(1);
    if (word.size() < 2)
        return 0;
    for (const QLocale &language : {QLocale::c(), locale}) {
        for (int number = 1; number <= count; ++number) {
            for (const auto length : {QLocale::LongFormat, QLocale::ShortFormat}) {
                QString known = name(language, number, length).toLower();
                while (known.endsWith(u'.'))
                    known.chop(1);
                if (word == known ||
                    (length == QLocale::LongFormat && word.size() >= 3 && known.startsWith(word)))
                    return number;
            }
        }
    }
    return 0;
}

int weekday(const QString &word, const QLocale &locale)
{
    return numberByName(word, daysPerWeek, locale, [](const QLocale &language, int day, auto length) {
        return language.standaloneDayName(day, length);
    });
}

int month(const QString &word, const QLocale &locale)
{
    return numberByName(word, monthsPerYear, locale, [](const QLocale &language, int number, auto length) {
        return language.standaloneMonthName(number, length);
    });
}

// The next one after that day.
QDate nextWeekday(QDate after, int day)
{
    const int ahead = (day - after.dayOfWeek() + daysPerWeek) % daysPerWeek;
    return after.addDays(ahead == 0 ? daysPerWeek : ahead);
}

// Without a year the next such day; 29 feb may be years ahead.
std::optional<QDate> dated(int day, int month, std::optional<int> year, QDate today)
{
    constexpr int furthestLeapYear = 8;
    if (year) {
        const QDate date(*year, month, day);
        return date.isValid() ? std::optional(date) : std::nullopt;
    }
    for (int ahead = 0; ahead <= furthestLeapYear; ++ahead) {
        const QDate date(today.year() + ahead, month, day);
        if (date.isValid() && date >= today)
            return date;
    }
    return std::nullopt;
}

std::optional<int> yearFrom(const QString &word)
{
    static const QRegularExpression form(u"^\\d{4}$"_s);
    return form.match(word).hasMatch() ? std::optional(word.toInt()) : std::nullopt;
}

// 24, 24., 24th
std::optional<int> dayNumber(const QString &word)
{
    static const QRegularExpression form(u"^(\\d{1,2})(?:\\.|st|nd|rd|th)?,?$"_s);
    const auto match = form.match(word);
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

std::optional<QDate> takeNumericDate(Words &words, QDate today, const QLocale &locale)
{
    static const QRegularExpression iso(u"^(\\d{4})-(\\d{1,2})-(\\d{1,2})$"_s);
    static const QRegularExpression local(u"^(\\d{1,2})([./])(\\d{1,2})(?:[./](\\d{4}|\\d{2})?)?$"_s);
    if (const auto match = iso.match(words.peek()); match.hasMatch()) {
        words.take();
        return dated(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt(), today);
    }
    const auto match = local.match(words.peek());
    if (!match.hasMatch())
        return std::nullopt;
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    // Nobody writes a month first with dots.
    const bool monthFirst = match.captured(2) == u'/' && format.indexOf(u'M') < format.indexOf(u'd');
    int day = match.captured(1).toInt();
    int number = match.captured(3).toInt();
    if (monthFirst)
        std::swap(day, number);
    std::optional<int> year;
    if (const QString typed = match.captured(4); !typed.isEmpty())
        year = typed.size() == 2 ? 2000 + typed.toInt() : typed.toInt();
    words.take();
    return dated(day, number, year, today);
}

// "24 dec", "dec 24", "24. december 2027"
std::optional<QDate> takeNamedDate(Words &words, QDate today, const QLocale &locale)
{
    QString dayWord = words.peek();
    QString monthWord = words.peek(1);
    if (month(dayWord, locale) > 0)
        std::swap(dayWord, monthWord);
    const std::optional<int> day = dayNumber(dayWord);
    const int number = month(monthWord, locale);
    if (!day || number == 0)
        return std::nullopt;
    words.take(2);
    const std::optional<int> year = yearFrom(words.peek());
    if (year)
        words.take();
    return dated(*day, number, year, today);
}

std::optional<QDate> advancedBy(QDate from, int count, const QString &unit)
{
    if (unit == "day"_L1 || unit == "days"_L1)
        return from.addDays(count);
    if (unit == "week"_L1 || unit == "weeks"_L1)
        return from.addDays(qint64(count) * daysPerWeek);
    if (unit == "month"_L1 || unit == "months"_L1)
        return from.addMonths(count);
    if (unit == "year"_L1 || unit == "years"_L1)
        return from.addYears(count);
    return std::nullopt;
}

// "in 3 days", "in a week"
std::optional<QDate> takeDistance(Words &words, QDate today)
{
    constexpr int furthest = 10'000;
    if (words.peek() != "in"_L1)
        return std::nullopt;
    bool isNumber = false;
    int count = words.peek(1).toInt(&isNumber);
    if (words.peek(1) == "a"_L1 || words.peek(1) == "an"_L1 || words.peek(1) == "one"_L1)
        count = 1;
    else if (!isNumber || count < 0 || count > furthest)
        return std::nullopt;
    const std::optional<QDate> date = advancedBy(today, count, words.peek(2));
    if (date)
        words.take(3);
    return date;
}

// "next week", "next month", "next year", "next monday": of the week that begins next.
std::optional<QDate> takeNext(Words &words, QDate today, const QLocale &locale, Qt::DayOfWeek firstDay)
{
    if (words.peek() != "next"_L1)
        return std::nullopt;
    const QString what = words.peek(1);
    const QDate start = nextWeek(today, firstDay);
    std::optional<QDate> date;
    if (what == "week"_L1)
        date = start;
    else if (what == "month"_L1)
        date = QDate(today.year(), today.month(), 1).addMonths(1);
    else if (what == "year"_L1)
        date = QDate(today.year() + 1, 1, 1);
    else if (const int day = weekday(what, locale); day > 0)
        date = start.addDays((day - firstDay + daysPerWeek) % daysPerWeek);
    if (date)
        words.take(2);
    return date;
}

// What lasts until the next day begins, at whatever hour that is.
std::optional<QDate> livedDay(const QString &word, QDate today)
{
    if (word == "today"_L1 || word == "tod"_L1)
        return today;
    if (word == "tomorrow"_L1 || word == "tom"_L1 || word == "tmr"_L1)
        return today.addDays(1);
    return std::nullopt;
}

std::optional<QDate> takeDayWord(Words &words, QDate today, const QLocale &locale)
{
    const QString word = words.peek();
    std::optional<QDate> date = livedDay(word, today);
    if (word == "yesterday"_L1)
        date = today.addDays(-1);
    else if (word == "weekend"_L1)
        date = nextWeekday(today, Qt::Saturday);
    else if (const int day = weekday(word, locale); !date && day > 0)
        date = nextWeekday(today, day);
    if (date)
        words.take();
    return date;
}

// A month's name may also be a weekday's beginning ("mar", "mon"), so the longer forms are tried first.
std::optional<QDate> takeDate(Words &words, QDate today, const QLocale &locale, Qt::DayOfWeek firstDay)
{
    if (const auto date = takeNamedDate(words, today, locale))
        return date;
    if (const auto date = takeNumericDate(words, today, locale))
        return date;
    if (const auto date = takeDistance(words, today))
        return date;
    if (const auto date = takeNext(words, today, locale, firstDay))
        return date;
    return takeDayWord(words, today, locale);
}

std::optional<QTime> clockTime(int hour, int minute, const QString &half)
{
    constexpr int noon = 12;
    if (!half.isEmpty()) {
        if (hour < 1 || hour > noon)
            return std::nullopt;
        hour = hour % noon + (half == u'p' ? noon : 0);
    }
    const QTime time(hour, minute);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

// "17:30", "9am", "9:30 pm", "at 9", "noon"
std::optional<QTime> takeTime(Words &words)
{
    static const QRegularExpression form(u"^(\\d{1,2})(?::(\\d{2}))?(?:([ap])\\.?m\\.?)?$"_s);
    const bool announced = words.takeIf("at"_L1);
    if (words.takeIf("noon"_L1))
        return QTime(12, 0);
    if (words.takeIf("midnight"_L1))
        return QTime(0, 0);
    const auto match = form.match(words.peek());
    if (!match.hasMatch())
        return std::nullopt;
    QString half = match.captured(3);
    const bool halfApart = half.isEmpty() && (words.peek(1) == "am"_L1 || words.peek(1) == "pm"_L1);
    if (halfApart)
        half = words.peek(1).first(1);
    // A number alone is no time.
    if (!announced && half.isEmpty() && match.captured(2).isEmpty())
        return std::nullopt;
    words.take(halfApart ? 2 : 1);
    return clockTime(match.captured(1).toInt(), match.captured(2).toInt(), half);
}

} // namespace

std::optional<When> whenFromWords(const QString &typed, const base::Moment &now, const QLocale &locale,
                                  Qt::DayOfWeek firstDay)
{
    const QDate today = now.today();
    Words words{locale.toLower(typed).simplified().split(u' ', Qt::SkipEmptyParts)};
    std::optional<QTime> time;
    std::optional<QDate> date;
    bool lasts = false; // the hours after midnight are still of that day
    if (words.takeIf("tonight"_L1)) {
        date = today;
        time = QTime(20, 0);
    } else {
        time = takeTime(words);
        lasts = livedDay(words.peek(), today).has_value();
        date = takeDate(words, today, locale, firstDay);
        if (!time)
            time = takeTime(words);
    }
    if (!words.rest.isEmpty() || (!date && !time))
        return std::nullopt;
    if (!date)
        date = now.time().date().addDays(*time > now.time().time() ? 0 : 1);

    if (lasts && time && time->hour() < now.startOfDay())
        date = date->addDays(1);

    When when{*date, time, time ? now.time().timeZone().id() : QByteArray()};
    const base::Result<When> checked = checkedWhen(when);
    return checked ? std::optional(*checked) : std::nullopt;
}

} // namespace tusk::domain
