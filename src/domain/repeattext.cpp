// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/repeattext.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace tusk::domain
{

namespace
{

using namespace Qt::StringLiterals;

using Parts = QHash<QString, QString>; // names and values, in capitals

QString repeatWords(const char *source, int number = -1)
{
    return QCoreApplication::translate("RepeatText", source, nullptr, number);
}

Parts partsOf(const QString &rule)
{
    Parts parts;
    for (const QString &part : rule.toUpper().split(u';', Qt::SkipEmptyParts))
        parts.insert(part.section(u'=', 0, 0).trimmed(), part.section(u'=', 1).trimmed());
    return parts;
}

QString frequency(const QString &name, int interval)
{
    if (name == "DAILY"_L1)
        return interval == 1 ? repeatWords(QT_TRANSLATE_NOOP("RepeatText", "every day"))
                             : repeatWords(QT_TRANSLATE_N_NOOP("RepeatText", "every %n days"), interval);
    if (name == "WEEKLY"_L1)
        return interval == 1 ? repeatWords(QT_TRANSLATE_NOOP("RepeatText", "every week"))
                             : repeatWords(QT_TRANSLATE_N_NOOP("RepeatText", "every %n weeks"), interval);
    if (name == "MONTHLY"_L1)
        return interval == 1 ? repeatWords(QT_TRANSLATE_NOOP("RepeatText", "every month"))
                             : repeatWords(QT_TRANSLATE_N_NOOP("RepeatText", "every %n months"), interval);
    if (name == "YEARLY"_L1)
        return interval == 1 ? repeatWords(QT_TRANSLATE_NOOP("RepeatText", "every year"))
                             : repeatWords(QT_TRANSLATE_N_NOOP("RepeatText", "every %n years"), interval);
    return {};
}

// 1 to 7, of MO to SU; none where there is a number before it (the second Tuesday) or something else.
std::optional<int> dayNumber(const QString &name)
{
    static constexpr QStringView names[] = {u"MO", u"TU", u"WE", u"TH", u"FR", u"SA", u"SU"};
    const auto found = std::ranges::find(names, name);
    return found == std::end(names) ? std::nullopt : std::optional(int(found - names) + 1);
}

// "Mon and Thu"; empty where there is more to it than days of the week.
QString daysText(const QString &days, const QLocale &locale)
{
    QStringList result;
    for (const QString &day : days.split(u',')) {
        const std::optional<int> number = dayNumber(day.trimmed());
        if (!number)
            return {};
        result.append(locale.standaloneDayName(*number, QLocale::ShortFormat));
    }
    return locale.createSeparatedList(result);
}

QString untilText(const QString &until, const QLocale &locale)
{
    const QDate date = QDate::fromString(until.left(8), u"yyyyMMdd"_s);
    return date.isValid() ? repeatWords(QT_TRANSLATE_NOOP("RepeatText", ", until %1"))
                                .arg(locale.toString(date, QLocale::ShortFormat))
                          : QString();
}

} // namespace

QString repeatText(const QString &rule, const QLocale &locale)
{
    if (rule.trimmed().isEmpty())
        return {};
    Parts parts = partsOf(rule);
    const QString name = parts.take(u"FREQ"_s);
    const int interval = std::max(1, parts.take(u"INTERVAL"_s).toInt());
    const QString days = parts.take(u"BYDAY"_s);
    QString result = frequency(name, interval);
    if (result.isEmpty())
        return repeatWords(QT_TRANSLATE_NOOP("RepeatText", "by a rule of its own"));
    if (name == "WEEKLY"_L1 && interval == 1 && days == "MO,TU,WE,TH,FR"_L1)
        result = repeatWords(QT_TRANSLATE_NOOP("RepeatText", "weekdays"));
    else if (name == "WEEKLY"_L1 && !daysText(days, locale).isEmpty())
        result = repeatWords(QT_TRANSLATE_NOOP("RepeatText", "%1 on %2")).arg(result, daysText(days, locale));
    else if (!days.isEmpty())
        parts.insert(u"BYDAY"_s, days);
    if (const QString monthDay = parts.value(u"BYMONTHDAY"_s); monthDay.toInt() > 0 && name == "MONTHLY"_L1) {
        result = repeatWords(QT_TRANSLATE_NOOP("RepeatText", "%1 on day %2")).arg(result, monthDay);
        parts.remove(u"BYMONTHDAY"_s);
    }
    if (const int count = parts.take(u"COUNT"_s).toInt(); count > 0)
        result += repeatWords(QT_TRANSLATE_N_NOOP("RepeatText", ", %n times"), count);
    result += untilText(parts.take(u"UNTIL"_s), locale);
    parts.remove(u"WKST"_s);
    return parts.isEmpty() ? result : result + u" …"_s;
}

} // namespace tusk::domain
