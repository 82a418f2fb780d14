// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/ticktick.h"

#include "importer/text/todotable.h"
#include "importer/texts.h"
#include "importer/values/textvalue.h"
#include "importer/values/timetext.h"
#include "importer/values/zonename.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

// The values of a record by the names of their columns.
class Record final
{
public:
    Record(const CsvRecord &heading, const CsvRecord &values)
        : m_heading(heading)
        , m_values(values)
    {
    }

    [[nodiscard]] QByteArray value(QByteArrayView name) const
    {
        for (qsizetype i = 0; i < std::min(m_heading.size(), m_values.size()); ++i) {
            if (m_heading.at(i).trimmed().compare(name, Qt::CaseInsensitive) == 0)
                return m_values.at(i);
        }
        return {};
    }
    [[nodiscard]] bool isSet(QByteArrayView name) const
    {
        const QByteArray word = value(name).trimmed().toLower();
        return word == "true" || word == "y" || word == "1";
    }

private:
    const CsvRecord &m_heading;
    const CsvRecord &m_values;
};

// They are written in UTC; the day of an all-day todo and the hour of the others are those of its zone.
QByteArray momentOf(const Record &record, QByteArrayView name)
{
    QByteArray text = record.value(name).trimmed();
    const TimeValue time = readIsoText(text);
    const QByteArray zoneName = zoneNamed(record.value("Timezone").trimmed());
    if (time.kind != TimeValue::Kind::Instant || zoneName.isEmpty())
        return text;
    const QDateTime local =
        QDateTime::fromMSecsSinceEpoch(time.milliseconds, Qt::UTC).toTimeZone(QTimeZone(zoneName));
    const bool isAllDay = record.isSet("Is All Day");
    return isAllDay ? local.date().toString(Qt::ISODate).toLatin1()
                    : local.toString(u"yyyy-MM-dd HH:mm:ss"_s).toLatin1() + ' ' + zoneName;
}

// “▫Milk▪Bread” becomes a list with boxes.
QByteArray notesOf(TextReading &reading, const Record &record)
{
    if (!record.isSet("Is Check list"))
        return record.value("Content");
    QString text = reading.decoded(record.value("Content"));
    text.replace(u'▫', "\n- [ ] "_L1).replace(u'▪', "\n- [x] "_L1);
    return text.trimmed().toUtf8();
}

// None, low, medium, high.
QByteArray priorityOf(const QByteArray &number)
{
    const int value = number.trimmed().toInt();
    return value >= 5 ? "3" : value >= 3 ? "2" : value >= 1 ? "1" : "0";
}

// 0: open; 1 and 2: completed, and completed long ago; -1: given up.
QByteArray stateOf(const QByteArray &number)
{
    const int value = number.trimmed().toInt();
    return value < 0 ? "cancelled" : value > 0 ? "1" : "0";
}

// A folder of lists is said before the list, so that two lists of one name stay apart.
QByteArray listOf(const Record &record)
{
    const QByteArray list = record.value("List Name").trimmed();
    const QByteArray folder = record.value("Folder Name").trimmed();
    if (list.compare("inbox", Qt::CaseInsensitive) == 0)
        return {};
    return folder.isEmpty() || list.isEmpty() ? list : folder + " / " + list;
}

} // namespace

bool isTickTickHeading(const CsvRecord &record)
{
    const auto has = [&record](QByteArrayView name) {
        return std::ranges::any_of(record, [name](const QByteArray &each) { return each.trimmed() == name; });
    };
    return has("List Name") && has("Title") && has("Status") && has("Content");
}

Result<void> readTickTick(TextReading &reading, CsvReader &records, const CsvRecord &heading)
{
    TodoTable todos(reading);
    auto made = todos.open(u"ticktick"_s, {u"id"_s, u"title"_s, u"notes"_s, u"completed"_s, u"completed_at"_s,
                                           u"created_at"_s, u"priority"_s, u"due"_s, u"start"_s, u"repeat"_s,
                                           u"list"_s, u"parent"_s, u"tags"_s, u"position"_s});
    if (!made)
        return made;
    reading.remarks.append(Text::tr("Reminders and columns of boards of TickTick are not taken over."));
    while (true) {
        const auto read = records.next();
        if (!read)
            return reading.damaged(read.error());
        if (!*read)
            return {};
        const Record record(heading, **read);
        TextTodo todo = todos.newTodo();
        todo.set(textcolumns::id, record.value("taskId").trimmed());
        todo.set(textcolumns::title, record.value("Title"));
        todo.set(textcolumns::notes, notesOf(reading, record));
        todo.set(textcolumns::completed, stateOf(record.value("Status")));
        todo.set(textcolumns::completedAt, record.value("Completed Time").trimmed());
        todo.set(textcolumns::createdAt, record.value("Created Time").trimmed());
        todo.set(textcolumns::priority, priorityOf(record.value("Priority")));
        const QByteArray due = momentOf(record, "Due Date");
        const QByteArray start = momentOf(record, "Start Date");
        todo.set(textcolumns::due, due.isEmpty() ? start : due);
        // Most have the same day in both, which is no reason to hide them until then.
        if (start != due && !due.isEmpty())
            todo.set(textcolumns::start, start);
        todo.set(textcolumns::repeat, record.value("Repeat"));
        todo.set(textcolumns::list, listOf(record));
        todo.set(textcolumns::parent, record.value("parentId").trimmed());
        todo.set(textcolumns::tags, namesAsJson(readNames(reading.decoded(record.value("Tags")))));
        todo.set(textcolumns::position, record.value("Order").trimmed());
        if (auto added = todos.add(todo, todo.value(textcolumns::title)); !added)
            return added;
    }
}

} // namespace tusk::importer
