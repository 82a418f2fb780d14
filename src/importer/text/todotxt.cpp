// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/todotxt.h"

#include "base/nodestructor.h"
#include "importer/text/linereader.h"
#include "importer/text/todotable.h"
#include "importer/values/timetext.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

bool isDate(const QString &word)
{
    static const base::NoDestructor<QRegularExpression> form(u"^\\d{4}-\\d{2}-\\d{2}$"_s);
    return word.contains(*form) && readIsoText(word.toLatin1()).isTime();
}

bool isClock(const QString &word)
{
    static const base::NoDestructor<QRegularExpression> form(u"^\\d{2}:\\d{2}(:\\d{2})?$"_s);
    return word.contains(*form) && readIsoText(QByteArray("2000-01-01 " + word.toLatin1())).isTime();
}

// As an export writes when a todo was changed; whatever else somebody calls so is a word of the title.
bool isInstant(const QString &word)
{
    static const base::NoDestructor<QRegularExpression> form(
        u"^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"_s);
    return word.contains(*form) && readIsoText(word.toLatin1()).isTime();
}

// “(B)” of the beginning of a line, or “B”, as 3 (A) to 1 (C and what follows).
QByteArray priorityOf(QChar letter)
{
    return letter == u'A' ? "3"_ba : letter == u'B' ? "2"_ba : "1"_ba;
}

// “1w”, “+2m”: a rule of RFC 5545; empty where it is none.
QByteArray repeatOf(const QString &word)
{
    static const base::NoDestructor<QRegularExpression> form(u"^\\+?(\\d{1,3})([dwmyb])$"_s);
    const QRegularExpressionMatch match = form->match(word);
    const int number = match.captured(1).toInt();
    if (number == 0)
        return {};
    const QString unit = match.captured(2);
    if (unit == u'b')
        return number == 1 ? "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"_ba : QByteArray();
    const QByteArray frequency = unit == u'd'   ? "DAILY"_ba
                                 : unit == u'w' ? "WEEKLY"_ba
                                 : unit == u'm' ? "MONTHLY"_ba
                                                : "YEARLY"_ba;
    return "FREQ=" + frequency + (number == 1 ? QByteArray() : ";INTERVAL=" + QByteArray::number(number));
}

// One line under way.
class Line final
{
public:
    Line(const QString &line, TextTodo todo)
        : m_words(line.split(u' ', Qt::SkipEmptyParts))
        , m_todo(std::move(todo))
    {
    }

    TextTodo parse()
    {
        takeBeginning();
        // Of what is said twice the last counts: programs append their own words, whatever stands in a title.
        QSet<qsizetype> taken;
        for (qsizetype i = m_words.size() - 1; i >= 0; --i) {
            if (takeExtra(m_words.at(i)))
                taken.insert(i);
        }
        QStringList title;
        for (qsizetype i = 0; i < m_words.size(); ++i) {
            const QString &word = m_words.at(i);
            if (!takeName(word) && (!taken.contains(i) || saysNothing(word)))
                title.append(word);
        }
        // A line of nothing but names is called like the first of them.
        m_todo.set(textcolumns::title,
                   title.isEmpty() ? m_words.join(u' ').toUtf8() : title.join(u' ').toUtf8());
        m_todo.set(textcolumns::tags, namesAsJson(m_tags));
        setMoment(textcolumns::due, m_due);
        setMoment(textcolumns::start, m_start);
        return m_todo;
    }

private:
    struct Moment {
        QString date;
        QString time;
        QString zone;
    };

    void takeBeginning()
    {
        const bool isDone = m_words.value(0) == u'x';
        m_todo.set(textcolumns::completed, isDone ? "1"_ba : "0"_ba);
        if (isDone)
            m_words.removeFirst();
        static const base::NoDestructor<QRegularExpression> letter(u"^\\([A-Z]\\)$"_s);
        if (m_words.value(0).contains(*letter))
            m_todo.set(textcolumns::priority, priorityOf(m_words.takeFirst().at(1)));
        if (!isDate(m_words.value(0)))
            return;
        // Of a completed one first the day when it was done.
        if (isDone) {
            m_todo.set(textcolumns::completedAt, m_words.takeFirst().toLatin1());
            if (!isDate(m_words.value(0)))
                return;
        }
        m_todo.set(textcolumns::createdAt, m_words.takeFirst().toLatin1());
    }

    bool takeName(const QString &word)
    {
        if (word.size() < 2 || (!word.startsWith(u'+') && !word.startsWith(u'@')))
            return false;
        const QString name = word.sliced(1);
        if (word.startsWith(u'+') && m_todo.value(textcolumns::list).isEmpty())
            m_todo.set(textcolumns::list, name.toUtf8());
        else
            m_tags.append(name);
        return true;
    }

    bool takeExtra(const QString &word)
    {
        const QString key = word.section(u':', 0, 0);
        const QString value = word.section(u':', 1);
        if (key.size() == word.size() || value.isEmpty())
            return false;
        if (key == "due"_L1 || key == "t"_L1)
            return takeIf(isDate(value), key == u't' ? m_start.date : m_due.date, value);
        if (key == "due_time"_L1 || key == "t_time"_L1)
            return takeIf(isClock(value), key == "t_time"_L1 ? m_start.time : m_due.time, value);
        if (key == "due_zone"_L1 || key == "t_zone"_L1)
            return takeIf(true, key == "t_zone"_L1 ? m_start.zone : m_due.zone, value);
        if (key == "rec"_L1)
            return setIf(textcolumns::repeat, repeatOf(value));
        if (key == "rrule"_L1)
            return setIf(textcolumns::repeat, value.toUtf8());
        if (key == "pri"_L1 && value.size() == 1 && value.at(0).isUpper())
            return setIf(textcolumns::priority, priorityOf(value.at(0)));
        if (key == "id"_L1)
            return setIf(textcolumns::id, value.toUtf8());
        if (key == "updated"_L1)
            return isInstant(value) && setIf(textcolumns::updatedAt, value.toLatin1());
        return key == "p"_L1 && setIf(textcolumns::parent, value.toUtf8());
    }

    // The hour of no day.
    [[nodiscard]] bool saysNothing(const QString &word) const
    {
        return (word.startsWith("due_"_L1) && m_due.date.isEmpty()) ||
               (word.startsWith("t_"_L1) && m_start.date.isEmpty());
    }

    // What is no good value, or said for the second time, stays in the title.
    static bool takeIf(bool isGood, QString &field, const QString &value)
    {
        if (!isGood || !field.isEmpty())
            return false;
        field = value;
        return true;
    }
    bool setIf(QStringView column, const QByteArray &value)
    {
        if (value.isEmpty() || !m_todo.value(column).isEmpty())
            return false;
        m_todo.set(column, value);
        return true;
    }

    void setMoment(QStringView column, const Moment &moment)
    {
        QString text = moment.date;
        if (!text.isEmpty() && !moment.time.isEmpty())
            text += u' ' + moment.time + (moment.zone.isEmpty() ? QString() : u' ' + moment.zone);
        m_todo.set(column, text.toUtf8());
    }

    QStringList m_words;
    TextTodo m_todo;
    QStringList m_tags;
    Moment m_due;
    Moment m_start;
};

} // namespace

const QStringList &todoTxtColumns()
{
    static const base::NoDestructor<QStringList> columns(
        QStringList{u"id"_s, u"title"_s, u"completed"_s, u"completed_at"_s, u"created_at"_s, u"updated_at"_s,
                    u"priority"_s, u"due"_s, u"start"_s, u"repeat"_s, u"list"_s, u"parent"_s, u"tags"_s});
    return *columns;
}

TextTodo todoOfLine(const QString &line)
{
    return Line(line.simplified(), TextTodo(todoTxtColumns())).parse();
}

Result<void> readTodoTxt(TextReading &reading)
{
    TodoTable todos(reading);
    if (auto made = todos.open(u"todotxt"_s, todoTxtColumns()); !made)
        return made;
    LineReader lines(reading.text);
    while (true) {
        const auto line = lines.next();
        if (!line)
            return reading.damaged(line.error());
        if (!*line)
            return {};
        const QString text = reading.decoded(**line).simplified();
        if (text.isEmpty())
            continue;
        const TextTodo todo = todoOfLine(text);
        // A todo that was completed meanwhile is the same one.
        auto added = todos.add(todo, todo.value(textcolumns::title) + '\x1f' + todo.value(textcolumns::list));
        if (!added)
            return added;
    }
}

bool looksLikeTodoTxt(const QByteArray &sample)
{
    static const base::NoDestructor<QRegularExpression> mark(
        u"^(x \\d{4}-|x \\(|\\([A-Z]\\) |\\d{4}-\\d{2}-\\d{2} )|(^| )([+@]\\p{L}|due:\\d{4}-|rec:\\+?\\d)"_s);
    constexpr qsizetype most = 100;
    qsizetype marked = 0;
    qsizetype looked = 0;
    for (const QString &line : QString::fromUtf8(sample).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty())
            continue;
        marked += line.contains(*mark) ? 1 : 0;
        if (++looked == most)
            break;
    }
    return marked > 0 && marked * 3 >= looked;
}

} // namespace tusk::importer
