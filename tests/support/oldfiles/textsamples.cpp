// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/oldfiles/textsamples.h"

namespace tusk::tests
{

namespace
{

QByteArray quoted(const QByteArray &value)
{
    return '"' + QByteArray(value).replace("\"", "\"\"") + '"';
}

// Todoist quotes only what needs it.
QByteArray quotedIfNeeded(const QByteArray &value)
{
    return value.contains(',') || value.contains('"') || value.contains('\n') ? quoted(value) : value;
}

QByteArray flag(bool is)
{
    return is ? "true" : "false";
}

} // namespace

QByteArray todoistFile(const QList<TodoistRow> &rows)
{
    QByteArray file =
        "\xef\xbb\xbfTYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,"
        "TIMEZONE,DURATION,DURATION_UNIT\n";
    for (const TodoistRow &row : rows) {
        const bool isTask = row.type == "task";
        file += row.type + ',' + quotedIfNeeded(row.content) + ',' + quotedIfNeeded(row.description) + ',' +
                (isTask ? QByteArray::number(row.priority) : QByteArray()) + ',' +
                (isTask ? QByteArray::number(row.indent) : QByteArray()) + ",ana (123),," +
                quotedIfNeeded(row.date) + ",en," + row.zone + ",,\n";
        if (isTask)
            file += ",,,,,,,,,,,\n";
    }
    return file;
}

QByteArray tickTickFile(const QList<TickTickRow> &rows)
{
    QByteArray file =
        "\xef\xbb\xbf\"Date: 2026-11-20+0000\"\n\"Version: 7.1\"\n\"Status: \n0 Normal\n1 "
        "Completed\n2 Archived\"\n"
        "\"Folder Name\",\"List Name\",\"Title\",\"Kind\",\"Tags\",\"Content\",\"Is Check list\","
        "\"Start Date\",\"Due Date\",\"Reminder\",\"Repeat\",\"Priority\",\"Status\",\"Created "
        "Time\",\"Completed Time\",\"Order\",\"Timezone\",\"Is All Day\",\"Is Floating\",\"Column "
        "Name\",\"Column Order\",\"View Mode\",\"taskId\",\"parentId\"\n";
    for (const TickTickRow &row : rows) {
        QList<QByteArray> values{row.folder,
                                 row.list,
                                 row.title,
                                 row.isChecklist ? "CHECKLIST" : "TEXT",
                                 row.tags,
                                 row.content,
                                 row.isChecklist ? "Y" : "N",
                                 row.start,
                                 row.due,
                                 "",
                                 row.repeat,
                                 QByteArray::number(row.priority),
                                 QByteArray::number(row.status),
                                 row.created,
                                 row.completed,
                                 QByteArray::number(row.order),
                                 row.zone,
                                 flag(row.isAllDay),
                                 "false",
                                 "",
                                 "",
                                 "list",
                                 row.id,
                                 row.parent};
        for (QByteArray &value : values)
            value = quoted(value);
        file += values.join(',') + '\n';
    }
    return file;
}

QByteArray calendarFile(const QList<QByteArray> &todos, const QByteArray &header)
{
    QByteArray file =
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Ximian//NONSGML Evolution Calendar//EN\n" + header;
    for (const QByteArray &todo : todos)
        file += "BEGIN:VTODO\n" + todo + "END:VTODO\n";
    file += "END:VCALENDAR\n";
    return file.replace('\n', "\r\n");
}

} // namespace tusk::tests
