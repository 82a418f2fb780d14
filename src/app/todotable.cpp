// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/todotable.h"

#include "app/texts.h"
#include "app/textwidth.h"

#include <QLocale>

#include <algorithm>
#include <numeric>

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
    const auto widthsOf = [&rows] {
        QList<int> widths;
        for (const Row &row : rows) {
            widths.resize(row.size());
            for (qsizetype i = 0; i < row.size(); ++i)
                widths[i] = std::max(widths.at(i), columnsOf(row.at(i).text));
        }
        return widths;
    };
    shortenTitles(rows, widthsOf());
    const QList<int> widths = widthsOf();

    QStringList lines;
    for (const Row &row : rows) {
        QString line;
        int blanks = 0; // before the next cell; none at the end of a line
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (widths.at(i) == 0)
                continue;
            const Cell &cell = row.at(i);
            if (!cell.text.isEmpty()) {
                line += QString(blanks, u' ') + m_terminal.toned(cell.text, cell.tone);
                blanks = 0;
            }
            blanks += widths.at(i) - columnsOf(cell.text) + gap;
        }
        lines.append(line);
    }
    return lines;
}

QStringList TodoTable::details(const Todo &todo) const
{
    QList<std::pair<QString, QString>> fields{
        {Text::tr("Id"), todo.id.toString()},
        {Text::tr("State"), stateOf(todo)},
        {Text::tr("List"), todo.list ? m_catalogue.listName(*todo.list) : Text::tr("Inbox")}};
    const auto add = [&fields](const QString &name, const QString &value) {
        if (!value.isEmpty())
            fields.append({name, value});
    };
    add(Text::tr("Tags"), m_catalogue.tagNames(todo.tags).join(u", "_s));
    add(Text::tr("Priority"), todo.priority != Priority::None ? wordOf(todo.priority) : QString());
    add(Text::tr("Due"), todo.due
                             ? QString(textOf(*todo.due) + u' ' + QString::fromUtf8(todo.due->zone)).trimmed()
                             : QString());
    add(Text::tr("Start"), todo.start ? textOf(*todo.start) : QString());
    add(Text::tr("Repeat"), todo.repeatRule);
    add(Text::tr("Part of"), todo.parent ? todo.parent->toString() : QString());
    add(Text::tr("Created"), localText(todo.createdAt));
    add(Text::tr("Changed"), localText(todo.updatedAt));

    int widest = 0;
    for (const auto &[name, value] : fields)
        widest = std::max(widest, columnsOf(name));
    QStringList lines{m_terminal.toned(printable(todo.title), Tone::Accent)};
    for (const auto &[name, value] : fields)
        lines.append(u"  "_s + m_terminal.toned(paddedTo(widest + gap, name), Tone::Quiet) +
                     printable(value));
    if (!todo.notes.isEmpty())
        lines << QString() << printable(todo.notes, Breaks::Kept);
    return lines;
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
void TodoTable::shortenTitles(QList<Row> &rows, const QList<int> &widths) const
{
    constexpr int narrowest = 20;
    if (m_terminal.width() == 0 || rows.isEmpty())
        return;
    const auto used = std::ranges::count_if(widths, [](int width) { return width > 0; });
    const int all = std::accumulate(widths.begin(), widths.end(), 0) + gap * (static_cast<int>(used) - 1);
    const int possible = std::max(narrowest, m_terminal.width() - (all - widths.at(titleColumn)));
    for (Row &row : rows)
        row[titleColumn].text = shortenedTo(possible, row.at(titleColumn).text);
}

} // namespace tusk::app
