// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/nodestructor.h"
#include "exporter/todowriter.h"

#include <QRegularExpression>

namespace tusk::exporter
{

using namespace Qt::StringLiterals;

namespace
{

// Names are single words there.
QByteArray asWord(const QString &name)
{
    return name.simplified().replace(u' ', u'_').toUtf8();
}

// “rec:2w” where it can be said so; else the rule as it is.
QByteArray repeatText(const QByteArray &rule)
{
    static const base::NoDestructor<QRegularExpression> simple(
        u"^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=(\\d{1,3}))?$"_s);
    const QRegularExpressionMatch match = simple->match(QString::fromUtf8(rule));
    if (!match.hasMatch() || match.captured(2) == u'1')
        return "rrule:" + rule;
    const QByteArray number = match.captured(2).isEmpty() ? "1" : match.captured(2).toLatin1();
    return "rec:" + number + match.captured(1).at(0).toLower().toLatin1();
}

void addMoment(QList<QByteArray> &words, const QByteArray &key, const ExportedMoment &moment)
{
    if (moment.date.isEmpty())
        return;
    words.append(key + ':' + moment.date);
    if (moment.time.isEmpty())
        return;
    words.append(key + "_time:" + (moment.time.endsWith(":00") ? moment.time.first(5) : moment.time));
    words.append(key + "_zone:" + moment.zone);
}

// http://todotxt.org, with the additions that most of its programs know.
class TodoTxtWriter final : public TodoWriter
{
public:
    QByteArray begin(const ExportHeader &) override { return {}; }

    QByteArray add(const ExportedTodo &todo) override
    {
        constexpr char letters[] = {' ', 'C', 'B', 'A'};
        const bool isDone = !todo.completedAt.isEmpty();
        QList<QByteArray> words;
        if (isDone)
            words.append("x");
        else if (todo.priority > 0)
            words.append(QByteArray("(") + letters[todo.priority] + ')');
        if (isDone)
            words.append(todo.completedAt.first(10));
        words.append(todo.createdAt.first(10));
        words.append(QString::fromUtf8(todo.title).simplified().toUtf8());
        if (todo.list)
            words.append('+' + asWord(QString::fromUtf8(*todo.list)));
        for (const QString &tag : todo.tags)
            words.append('@' + asWord(tag));
        addMoment(words, "due", todo.due);
        addMoment(words, "t", todo.start);
        if (!todo.repeat.isEmpty())
            words.append(repeatText(todo.repeat));
        // The letter of a completed todo would stand where the day of completion is expected.
        if (isDone && todo.priority > 0)
            words.append(QByteArray("pri:") + letters[todo.priority]);
        words.append("id:" + todo.id);
        if (!todo.parent.isEmpty())
            words.append("p:" + todo.parent);
        return words.join(' ') + '\n';
    }

    QByteArray end() override { return {}; }
};

} // namespace

std::unique_ptr<TodoWriter> makeTodoTxtWriter()
{
    return std::make_unique<TodoTxtWriter>();
}

} // namespace tusk::exporter
