// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/values/repeatwords.h"

#include "base/nodestructor.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

// Of several lines, as iCalendar has them, the one that is the rule; what it begins with is not told by all.
QString ruleIn(const QString &text)
{
    for (const QString &each : text.split(u'\n')) {
        QString line = each.trimmed().toUpper();
        if (line.startsWith("RRULE:"_L1) || line.startsWith("RRULE;"_L1))
            line.remove(0, 6);
        QStringList parts = line.split(u';', Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < parts.size(); ++i) {
            if (parts.at(i).startsWith("FREQ="_L1) && !line.contains(u' ')) {
                parts.move(i, 0);
                return parts.join(u';');
            }
        }
    }
    return {};
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
        {u"quarterly"_s, u"FREQ=MONTHLY;INTERVAL=3"_s},
        {u"yearly"_s, u"FREQ=YEARLY"_s},
        {u"annually"_s, u"FREQ=YEARLY"_s},
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
    auto rule = match.hasMatch() && interval > 0
                    ? ruleOfWord(match.captured(2) == "weekday"_L1 ? u"weekdays"_s : match.captured(2))
                    : std::nullopt;
    if (rule && interval > 1)
        rule->append(u";INTERVAL=%1"_s.arg(interval));
    return rule;
}

} // namespace

std::optional<QString> readRepeat(const QString &text)
{
    if (const QString rule = ruleIn(text); !rule.isEmpty())
        return rule;
    const QString words = text.simplified().toLower();
    const auto rule = ruleOfWord(words);
    return rule ? rule : ruleOfEvery(words);
}

} // namespace tusk::importer
