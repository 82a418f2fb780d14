// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/todotxtline.h"

#include "base/nodestructor.h"

#include <QList>
#include <QRegularExpression>

namespace tusk::domain
{

using namespace Qt::StringLiterals;

namespace
{

constexpr char letters[] = {' ', 'C', 'B', 'A'};

// Names are single words there.
QByteArray asWord(const QString &name)
{
    return name.simplified().replace(u' ', u'_').toUtf8();
}

// “rec:2w” where it can be said so; else the rule as it is.
QByteArray ruleText(const QByteArray &rule)
{
    static const base::NoDestructor<QRegularExpression> simple(
        u"^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=(\\d{1,3}))?$"_s);
    const QRegularExpressionMatch match = simple->match(QString::fromUtf8(rule));
    if (!match.hasMatch() || match.captured(2) == u'1')
        return "rrule:" + rule;
    const QByteArray number = match.captured(2).isEmpty() ? "1" : match.captured(2).toLatin1();
    return "rec:" + number + match.captured(1).at(0).toLower().toLatin1();
}

void addMoment(QList<QByteArray> &words, const QByteArray &key, const TodoTxtLine::Moment &moment)
{
    if (moment.date.isEmpty())
        return;
    words.append(key + ':' + moment.date);
    if (moment.time.isEmpty())
        return;
    words.append(key + "_time:" + (moment.time.endsWith(":00") ? moment.time.first(5) : moment.time));
    words.append(key + "_zone:" + moment.zone);
}

void addValue(QList<QByteArray> &words, const QByteArray &key, const QByteArray &value)
{
    if (!value.isEmpty())
        words.append(key + ':' + value);
}

} // namespace

QByteArray todoTxtText(const TodoTxtLine &line)
{
    const bool isDone = !line.completedOn.isEmpty();
    QList<QByteArray> words;
    if (isDone)
        words.append("x");
    else if (line.priority > 0)
        words.append(QByteArray("(") + letters[line.priority] + ')');
    if (isDone)
        words.append(line.completedOn);
    words.append(line.createdOn);
    words.append(line.title.simplified().toUtf8());
    if (line.list)
        words.append('+' + asWord(*line.list));
    for (const QString &tag : line.tags)
        words.append('@' + asWord(tag));
    addMoment(words, "due", line.due);
    addMoment(words, "t", line.start);
    if (!line.repeat.isEmpty())
        words.append(ruleText(line.repeat));
    // The letter of a completed todo would stand where the day of completion is expected.
    if (isDone && line.priority > 0)
        words.append(QByteArray("pri:") + letters[line.priority]);
    addValue(words, "id", line.id);
    addValue(words, "p", line.parent);
    addValue(words, "updated", line.updatedAt);
    return words.join(' ');
}

} // namespace tusk::domain
