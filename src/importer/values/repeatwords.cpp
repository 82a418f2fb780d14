// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/values/repeatwords.h"

#include "base/nodestructor.h"
#include "importer/values/calendarlibrary.h"

#include <QDate>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>
#include <QVariant>

#include <algorithm>
#include <array>
#include <libical/ical.h>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

bool isOfRfc(const QString &name)
{
    static constexpr std::array names{"FREQ"_L1,       "UNTIL"_L1,     "COUNT"_L1,    "INTERVAL"_L1,
                                      "BYSECOND"_L1,   "BYMINUTE"_L1,  "BYHOUR"_L1,   "BYDAY"_L1,
                                      "BYMONTHDAY"_L1, "BYYEARDAY"_L1, "BYWEEKNO"_L1, "BYMONTH"_L1,
                                      "BYSETPOS"_L1,   "WKST"_L1,      "RSCALE"_L1,   "SKIP"_L1};
    return std::ranges::find(names, name) != names.end();
}

// A line of a rule; none: it is something else.
std::optional<RepeatValue> ruleOfLine(QString line)
{
    line = line.trimmed().toUpper();
    if (line.startsWith("RRULE:"_L1) || line.startsWith("RRULE;"_L1))
        line.remove(0, 6);
    if (line.contains(u' '))
        return std::nullopt;
    RepeatValue value;
    QString frequency;
    QStringList others;
    for (const QString &part : line.split(u';', Qt::SkipEmptyParts)) {
        const QString name = part.section(u'=', 0, 0);
        if (name == "FREQ"_L1 && frequency.isEmpty())
            frequency = part;
        else if (name == "FROM"_L1)
            value.fromCompletion |= part == "FROM=COMPLETION"_L1;
        else if (isOfRfc(name))
            others.append(part);
        else
            value.isWhole = false; // TT_SKIP of TickTick and the like
    }
    if (frequency.isEmpty())
        return std::nullopt;
    value.rule = (QStringList(frequency) + others).join(u';');
    return value;
}

// “FREQ=FOO” and “INTERVAL=-1” have the names of one only.
bool isRule(const QString &rule)
{
    prepareCalendarLibrary();
    return icalrecurrencetype_from_string(rule.toUtf8().constData()).freq != ICAL_NO_RECURRENCE;
}

// Of several lines, as iCalendar has them, the one that is the rule; what it begins with is not told by all.
std::optional<RepeatValue> ruleIn(const QString &text)
{
    for (const QString &line : text.split(u'\n')) {
        if (auto rule = ruleOfLine(line))
            return rule;
    }
    return std::nullopt;
}

QString withInterval(const QString &rule, int interval)
{
    return interval > 1 ? rule + u";INTERVAL=%1"_s.arg(interval) : rule;
}

// “1,5”: Monday and Friday.
QString weekdaysOf(const QString &numbers)
{
    static constexpr std::array names{"MO"_L1, "TU"_L1, "WE"_L1, "TH"_L1, "FR"_L1, "SA"_L1, "SU"_L1};
    QStringList days;
    for (const QString &number : numbers.split(u',', Qt::SkipEmptyParts)) {
        const int day = number.trimmed().toInt();
        if (day >= 1 && day <= int(names.size()))
            days.append(names.at(size_t(day) - 1));
    }
    return days.join(u',');
}

// https://github.com/alainm23/planify: core/Objects/DueDate.vala. The numbers are in texts; an end by day
// goes before one by count.
std::optional<RepeatValue> ruleOfPlanify(const QString &text)
{
    static constexpr std::array frequencies{"MINUTELY"_L1, "HOURLY"_L1,  "DAILY"_L1,
                                            "WEEKLY"_L1,   "MONTHLY"_L1, "YEARLY"_L1};
    const QJsonObject due = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto value = [&due](QStringView name) { return due.value(name).toVariant().toString(); };
    if (due.value("is_recurring"_L1).isUndefined())
        return std::nullopt;
    if (value(u"is_recurring") != "true"_L1 && value(u"is_recurring") != "1"_L1)
        return RepeatValue();
    bool isNumber = false;
    const int type = value(u"recurrency_type").toInt(&isNumber);
    if (!isNumber || type < 0 || type >= int(frequencies.size()))
        return std::nullopt;
    QString rule =
        withInterval("FREQ="_L1 + frequencies.at(size_t(type)), value(u"recurrency_interval").toInt());
    constexpr int weekly = 3;
    constexpr int monthly = 4;
    if (const QString days = weekdaysOf(value(u"recurrency_weeks")); type == weekly && !days.isEmpty())
        rule += ";BYDAY="_L1 + days;
    if (type == monthly && value(u"recurrency_last_day_of_month") == "true"_L1)
        rule += ";BYMONTHDAY=-1"_L1;
    const QString end = value(u"recurrency_end").trimmed();
    const QDate lastDay = QDate::fromString(end.first(std::min<qsizetype>(end.size(), 10)), Qt::ISODate);
    if (lastDay.isValid())
        rule += ";UNTIL="_L1 + lastDay.toString(u"yyyyMMdd"_s);
    else if (const int count = value(u"recurrency_count").toInt(); count > 0)
        rule += u";COUNT=%1"_s.arg(count);
    return RepeatValue{rule, false, end.isEmpty() || lastDay.isValid()};
}

// “3days”, “2wks”, “P1M” of Taskwarrior.
std::optional<QString> ruleOfDuration(const QString &words)
{
    static const base::NoDestructor<QRegularExpression> form(
        u"^(p?)(\\d{1,3}) ?(d|days?|w|wks?|weeks?|m|mo|mths?|months?|q|qtrs?|quarters?|y|yrs?|years?|hrs?|hours?)$"_s);
    const QRegularExpressionMatch match = form->match(words);
    const int number = match.captured(2).toInt();
    if (number == 0)
        return std::nullopt;
    const QChar unit = match.captured(3).at(0);
    const QString rule = unit == u'd'   ? u"FREQ=DAILY"_s
                         : unit == u'w' ? u"FREQ=WEEKLY"_s
                         : unit == u'y' ? u"FREQ=YEARLY"_s
                         : unit == u'h' ? u"FREQ=HOURLY"_s
                                        : u"FREQ=MONTHLY"_s;
    return withInterval(rule, unit == u'q' ? 3 * number : number);
}

std::optional<QString> ruleOfWord(const QString &word)
{
    static const base::NoDestructor<QHash<QString, QString>> rules(QHash<QString, QString>{
        {u""_s, u""_s},
        {u"0"_s, u""_s},
        {u"no"_s, u""_s},
        {u"none"_s, u""_s},
        {u"never"_s, u""_s},
        {u"false"_s, u""_s},
        {u"null"_s, u""_s},
        {u"{}"_s, u""_s},
        {u"once"_s, u""_s},
        {u"daily"_s, u"FREQ=DAILY"_s},
        {u"day"_s, u"FREQ=DAILY"_s},
        {u"täglich"_s, u"FREQ=DAILY"_s},
        {u"diario"_s, u"FREQ=DAILY"_s},
        {u"quotidien"_s, u"FREQ=DAILY"_s},
        {u"weekdays"_s, u"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"_s},
        {u"weekly"_s, u"FREQ=WEEKLY"_s},
        {u"week"_s, u"FREQ=WEEKLY"_s},
        {u"wöchentlich"_s, u"FREQ=WEEKLY"_s},
        {u"semanal"_s, u"FREQ=WEEKLY"_s},
        {u"hebdomadaire"_s, u"FREQ=WEEKLY"_s},
        {u"biweekly"_s, u"FREQ=WEEKLY;INTERVAL=2"_s},
        {u"fortnightly"_s, u"FREQ=WEEKLY;INTERVAL=2"_s},
        {u"monthly"_s, u"FREQ=MONTHLY"_s},
        {u"month"_s, u"FREQ=MONTHLY"_s},
        {u"monatlich"_s, u"FREQ=MONTHLY"_s},
        {u"mensual"_s, u"FREQ=MONTHLY"_s},
        {u"mensal"_s, u"FREQ=MONTHLY"_s},
        {u"mensuel"_s, u"FREQ=MONTHLY"_s},
        {u"bimonthly"_s, u"FREQ=MONTHLY;INTERVAL=2"_s},
        {u"quarterly"_s, u"FREQ=MONTHLY;INTERVAL=3"_s},
        {u"semiannual"_s, u"FREQ=MONTHLY;INTERVAL=6"_s},
        {u"yearly"_s, u"FREQ=YEARLY"_s},
        {u"annual"_s, u"FREQ=YEARLY"_s},
        {u"annually"_s, u"FREQ=YEARLY"_s},
        {u"biannual"_s, u"FREQ=YEARLY;INTERVAL=2"_s},
        {u"biyearly"_s, u"FREQ=YEARLY;INTERVAL=2"_s},
        {u"year"_s, u"FREQ=YEARLY"_s},
        {u"jährlich"_s, u"FREQ=YEARLY"_s},
        {u"anual"_s, u"FREQ=YEARLY"_s},
        {u"annuel"_s, u"FREQ=YEARLY"_s},
    });
    const auto found = rules->constFind(word);
    return found == rules->cend() ? std::nullopt : std::optional(*found);
}

std::optional<QString> ruleOfEvery(const QString &words)
{
    static const base::NoDestructor<QRegularExpression> every(
        u"^every (?:(\\d{1,3}|other) )?(day|week|month|year|weekday)s?$"_s);
    const QRegularExpressionMatch match = every->match(words);
    const QString number = match.captured(1);
    const int interval = number == "other"_L1 ? 2 : number.isEmpty() ? 1 : number.toInt();
    const QString unit = match.captured(2) == "weekday"_L1 ? u"weekdays"_s : match.captured(2);
    const auto rule = match.hasMatch() && interval > 0 ? ruleOfWord(unit) : std::nullopt;
    return rule ? std::optional(withInterval(*rule, interval)) : std::nullopt;
}

// “;FROM=COMPLETION” behind anything.
bool takeCompletion(QString &words)
{
    static constexpr auto mark = ";from=completion"_L1;
    if (!words.endsWith(mark))
        return false;
    words.chop(mark.size());
    return true;
}

} // namespace

std::optional<RepeatValue> readRepeat(const QString &text)
{
    if (auto rule = text.trimmed().startsWith(u'{') ? ruleOfPlanify(text) : ruleIn(text))
        return rule->rule.isEmpty() || isRule(rule->rule) ? rule : std::nullopt;
    QString words = text.simplified().toLower();
    const bool fromCompletion = takeCompletion(words);
    for (const auto read : {ruleOfWord, ruleOfEvery, ruleOfDuration}) {
        if (const auto rule = read(words))
            return RepeatValue{*rule, fromCompletion && !rule->isEmpty()};
    }
    return std::nullopt;
}

} // namespace tusk::importer
