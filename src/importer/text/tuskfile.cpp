// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/tuskfile.h"

#include "base/nodestructor.h"
#include "importer/source/sourcefailures.h"
#include "importer/text/jsonstream.h"
#include "importer/text/todotable.h"
#include "importer/values/textvalue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

constexpr int newestVersion = 1;

const QStringList &todoColumns()
{
    static const base::NoDestructor<QStringList> columns(
        QStringList{u"id"_s, u"title"_s, u"notes"_s, u"list"_s, u"parent"_s, u"priority"_s, u"due"_s,
                    u"start"_s, u"repeat"_s, u"tags"_s, u"completed_at"_s, u"deleted_at"_s, u"created_at"_s,
                    u"updated_at"_s, u"position"_s});
    return *columns;
}

// Of lists and tags; the latter are never archived.
const QStringList &nameColumns()
{
    static const base::NoDestructor<QStringList> columns(QStringList{
        u"id"_s, u"name"_s, u"color"_s, u"position"_s, u"archived_at"_s, u"created_at"_s, u"updated_at"_s});
    return *columns;
}

QByteArray textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toUtf8();
    if (value.isDouble())
        return QByteArray::number(value.toInteger());
    return {};
}

// “2026-01-12 10:00:00 Europe/Berlin” out of three members.
QByteArray momentOf(const QJsonObject &todo, const QString &name)
{
    QByteArray moment = textOf(todo.value(name + "_date"_L1));
    const QByteArray time = textOf(todo.value(name + "_time"_L1));
    if (!moment.isEmpty() && !time.isEmpty())
        moment += ' ' + time + ' ' + textOf(todo.value(name + "_zone"_L1));
    return moment;
}

class JsonReader final
{
public:
    explicit JsonReader(TextReading &reading)
        : m_reading(reading)
        , m_todos(reading)
    {
    }

    Result<void> run()
    {
        if (auto made = makeTables(); !made)
            return made;
        JsonStream stream(m_reading.text, [this](const QByteArray &member, QByteArrayView value) {
            return take(member, value);
        });
        auto read = stream.run();
        // What is damaged can be told from what another version has written.
        if (!read && !m_isOtherVersion)
            return m_reading.damaged(read.error());
        return read;
    }

private:
    Result<void> makeTables()
    {
        if (auto made = m_todos.open(u"tusk"_s, todoColumns()); !made)
            return made;
        const auto lists = m_reading.tables.addTable(u"tusk_lists"_s, nameColumns());
        const auto tags = m_reading.tables.addTable(u"tusk_tags"_s, nameColumns());
        if (!lists || !tags)
            return lists ? tags.error() : lists.error();
        m_listTable = *lists;
        m_tagTable = *tags;
        return {};
    }

    Result<void> take(const QByteArray &member, QByteArrayView value)
    {
        if (member == "version")
            return checkVersion(value.toInt());
        const bool isTodo = member == "todos";
        if (!isTodo && member != "lists" && member != "tags")
            return {}; // a later version may say more
        QJsonParseError wrong = {};
        const QByteArray bytes = QByteArray::fromRawData(value.data(), value.size());
        const QJsonObject object = QJsonDocument::fromJson(bytes, &wrong).object();
        if (wrong.error != QJsonParseError::NoError)
            return damagedFile(m_reading.text.file(),
                               u"%1 in %2"_s.arg(wrong.errorString(), QString::fromLatin1(member)));
        return isTodo ? addTodo(object) : addName(member == "lists" ? m_listTable : m_tagTable, object);
    }

    Result<void> checkVersion(int version)
    {
        if (version <= newestVersion)
            return {};
        m_isOtherVersion = true;
        return newerFormat(m_reading.text.file(), u"version %1"_s.arg(version));
    }

    Result<void> addTodo(const QJsonObject &object)
    {
        TextTodo todo = m_todos.newTodo();
        for (const QString &column : todoColumns())
            todo.set(column, textOf(object.value(column)));
        todo.set(textcolumns::parent, textOf(object.value("parent_id"_L1)));
        todo.set(textcolumns::due, momentOf(object, u"due"_s));
        todo.set(textcolumns::start, momentOf(object, u"start"_s));
        if (const QJsonArray tags = object.value("tags"_L1).toArray(); !tags.isEmpty())
            todo.set(textcolumns::tags, QJsonDocument(tags).toJson(QJsonDocument::Compact));
        return m_todos.add(todo, todo.value(textcolumns::title));
    }

    Result<void> addName(qsizetype table, const QJsonObject &object)
    {
        TextRow row;
        for (const QString &column : nameColumns()) {
            const QByteArray value = textOf(object.value(column));
            row.append(value.isEmpty() ? std::nullopt : std::optional(value));
        }
        const auto added = m_reading.tables.addRow(table, row);
        return added ? Result<void>() : added.error();
    }

    TextReading &m_reading;
    TodoTable m_todos;
    qsizetype m_listTable = 0;
    qsizetype m_tagTable = 0;
    bool m_isOtherVersion = false;
};

} // namespace

bool isTuskJson(const QByteArray &sample)
{
    static const base::NoDestructor<QRegularExpression> mark(u"^\\s*\\{\\s*\"format\"\\s*:\\s*\"tusk\""_s);
    return QString::fromUtf8(sample.first(std::min<qsizetype>(sample.size(), 200))).contains(*mark);
}

Result<void> readTuskJson(TextReading &reading)
{
    return JsonReader(reading).run();
}

bool isTuskHeading(const CsvRecord &heading)
{
    const auto isOurs = [](const QByteArray &name) {
        return todoColumns().contains(QString::fromUtf8(name.trimmed()));
    };
    return heading.size() == todoColumns().size() && std::ranges::all_of(heading, isOurs);
}

Result<void> readTuskCsv(TextReading &reading, CsvReader &records, const CsvRecord &heading)
{
    TodoTable todos(reading);
    if (auto made = todos.open(u"tusk"_s, todoColumns()); !made)
        return made;
    while (true) {
        const auto record = records.next();
        if (!record)
            return reading.damaged(record.error());
        if (!*record)
            return {};
        TextTodo todo = todos.newTodo();
        for (qsizetype i = 0; i < std::min(heading.size(), (*record)->size()); ++i)
            todo.set(QString::fromUtf8(heading.at(i).trimmed()), (*record)->at(i));
        if (const QByteArray tags = todo.value(textcolumns::tags); !tags.isEmpty() && !tags.startsWith('['))
            todo.set(textcolumns::tags, namesAsJson(readNames(QString::fromUtf8(tags))));
        if (auto added = todos.add(todo, todo.value(textcolumns::title)); !added)
            return added;
    }
}

} // namespace tusk::importer
