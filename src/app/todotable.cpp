// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/todotable.h"

#include "app/texts.h"
#include "app/textwidth.h"

#include <algorithm>
#include <utility>

namespace tusk::app
{

namespace
{

using namespace Qt::StringLiterals;
using domain::Priority;
using domain::Todo;
using domain::When;

constexpr int titleColumn = 3;
constexpr int gap = 2; // blanks between columns

QString markOf(const Todo &todo)
{
    if (todo.deletedAt)
        return u"[-]"_s;
    return todo.completedAt ? u"[x]"_s : u"[ ]"_s;
}

QString textOf(const When &when)
{
    QString text = when.date.toString(Qt::ISODate);
    if (when.time)
        text += u' ' + when.time->toString(u"HH:mm");
    return text;
}

QString textWithZone(const When &when)
{
    return when.time ? QString(textOf(when) + u' ' + QString::fromUtf8(when.zone)) : textOf(when);
}

QString localText(const QDateTime &instant)
{
    return instant.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss");
}

QString wordOf(Priority priority)
{
    switch (priority) {
    case Priority::None:
        return Text::tr("none");
    case Priority::Low:
        return Text::tr("low");
    case Priority::Medium:
        return Text::tr("medium");
    case Priority::High:
        return Text::tr("high");
    }
    return {};
}

QString stateOf(const Todo &todo)
{
    if (todo.deletedAt)
        return Text::tr("in the Trash since %1").arg(localText(*todo.deletedAt));
    if (todo.completedAt)
        return Text::tr("completed %1").arg(localText(*todo.completedAt));
    return Text::tr("open");
}

QString tagText(const QStringList &names)
{
    QStringList parts;
    for (const QString &name : names)
        parts.append(u'@' + name);
    return parts.join(u' ');
}

} // namespace

QStringList TodoTable::lines(const QList<Todo> &todos, const QHash<domain::TodoId, QString> &shortIds) const
{
    QList<Row> rows;
    for (const Todo &todo : todos)
        rows.append(rowOf(todo, shortIds.value(todo.id, todo.id.toString())));
    shortenTitles(rows);
    const QList<int> widths = widthsOf(rows);
    QStringList lines;
    for (const Row &row : rows)
        lines.append(lineOf(row, widths));
    return lines;
}

QStringList TodoTable::details(const Todo &todo) const
{
    const auto fields = fieldsOf(todo);
    int widest = 0;
    for (const auto &[name, value] : fields)
        widest = std::max(widest, columnsOf(name));
    QStringList lines{m_terminal.toned(printable(todo.title), Tone::Accent)};
    for (const auto &[name, value] : fields) {
        if (!value.isEmpty())
            lines.append(u"  "_s + m_terminal.toned(paddedTo(widest + gap, name), Tone::Quiet) +
                         printable(value));
    }
    if (!todo.notes.isEmpty())
        lines << QString() << printable(todo.notes, Breaks::Kept);
    return lines;
}

QList<std::pair<QString, QString>> TodoTable::fieldsOf(const Todo &todo) const
{
    return {
        {Text::tr("Id"), todo.id.toString()},
        {Text::tr("State"), stateOf(todo)},
        {Text::tr("List"), todo.list ? m_catalogue.listName(*todo.list) : Text::tr("Inbox")},
        {Text::tr("Tags"), m_catalogue.tagNames(todo.tags).join(u", "_s)},
        {Text::tr("Priority"), todo.priority != Priority::None ? wordOf(todo.priority) : QString()},
        {Text::tr("Due"), todo.due ? textWithZone(*todo.due) : QString()},
        {Text::tr("Start"), todo.start ? textWithZone(*todo.start) : QString()},
        {Text::tr("Repeat"), todo.repeatRule},
        {Text::tr("Part of"), todo.parent ? todo.parent->toString() : QString()},
        {Text::tr("Created"), localText(todo.createdAt)},
        {Text::tr("Changed"), localText(todo.updatedAt)},
    };
}

TodoTable::Row TodoTable::rowOf(const Todo &todo, const QString &shortId) const
{
    const bool isOver = !todo.isOpen();
    return {
        {shortId, Tone::Quiet},
        {markOf(todo), isOver ? Tone::Quiet : Tone::Plain},
        {QString(static_cast<int>(todo.priority), u'!'),
         todo.priority == Priority::High ? Tone::Warning : Tone::Plain},
        {printable(todo.title), isOver ? Tone::Quiet : Tone::Plain},
        dueCell(todo),
        {todo.list ? QString(u'#' + printable(m_catalogue.listName(*todo.list))) : QString(), Tone::Quiet},
        {printable(tagText(m_catalogue.tagNames(todo.tags))), Tone::Quiet}};
}

TodoTable::Cell TodoTable::dueCell(const Todo &todo) const
{
    if (!todo.due)
        return {};
    const bool isLate = todo.isOpen() && todo.due->date < m_today;
    const bool isToday = todo.isOpen() && todo.due->date == m_today;
    return {textOf(*todo.due), isLate ? Tone::Warning : isToday ? Tone::Good : Tone::Plain};
}

// So that the other columns have their place on the terminal; where even that is little, the line wraps.
void TodoTable::shortenTitles(QList<Row> &rows) const
{
    constexpr int narrowest = 20;
    if (m_terminal.width() == 0 || rows.isEmpty())
        return;
    const QList<int> widths = widthsOf(rows);
    int others = 0;
    for (qsizetype i = 0; i < widths.size(); ++i)
        others += i != titleColumn && widths.at(i) > 0 ? widths.at(i) + gap : 0;
    for (Row &row : rows)
        row[titleColumn].text =
            shortenedTo(std::max(narrowest, m_terminal.width() - others), row.at(titleColumn).text);
}

QList<int> TodoTable::widthsOf(const QList<Row> &rows)
{
    QList<int> widths;
    for (const Row &row : rows) {
        widths.resize(row.size());
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), columnsOf(row.at(i).text));
    }
    return widths;
}

// Columns that are empty in every row take no place; no blanks at the end.
QString TodoTable::lineOf(const Row &row, const QList<int> &widths) const
{
    QString line;
    int blanks = 0; // before the next cell that holds something
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (widths.at(i) == 0)
            continue;
        const Cell &cell = row.at(i);
        if (!cell.text.isEmpty())
            line += QString(std::exchange(blanks, 0), u' ') + m_terminal.toned(cell.text, cell.tone);
        blanks += widths.at(i) - columnsOf(cell.text) + gap;
    }
    return line;
}

} // namespace tusk::app
