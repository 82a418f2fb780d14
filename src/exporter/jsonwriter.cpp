// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "exporter/todowriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace tusk::exporter
{

using namespace Qt::StringLiterals;

namespace
{

QJsonValue textOrNull(const QByteArray &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(QString::fromUtf8(text));
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject toJson(const ExportedName &entry, bool isList)
{
    QJsonObject object{{u"id"_s, textOrNull(entry.id)},
                       {u"name"_s, entry.name},
                       {u"color"_s, QString::fromLatin1(entry.color)},
                       {u"position"_s, textOrNull(entry.position)},
                       {u"created_at"_s, textOrNull(entry.createdAt)},
                       {u"updated_at"_s, textOrNull(entry.updatedAt)}};
    if (isList)
        object.insert(u"archived_at"_s, textOrNull(entry.archivedAt));
    return object;
}

// With the names that “tusk show --json” has.
QJsonObject toJson(const ExportedTodo &todo)
{
    return {{u"id"_s, textOrNull(todo.id)},
            {u"title"_s, QString::fromUtf8(todo.title)},
            {u"notes"_s, QString::fromUtf8(todo.notes)},
            {u"list"_s, todo.list ? QJsonValue(QString::fromUtf8(*todo.list)) : QJsonValue()},
            {u"parent_id"_s, textOrNull(todo.parent)},
            {u"priority"_s, todo.priority},
            {u"due_date"_s, textOrNull(todo.due.date)},
            {u"due_time"_s, textOrNull(todo.due.time)},
            {u"due_zone"_s, textOrNull(todo.due.zone)},
            {u"start_date"_s, textOrNull(todo.start.date)},
            {u"start_time"_s, textOrNull(todo.start.time)},
            {u"start_zone"_s, textOrNull(todo.start.zone)},
            {u"repeat"_s, textOrNull(todo.repeat)},
            {u"tags"_s, QJsonArray::fromStringList(todo.tags)},
            {u"position"_s, textOrNull(todo.position)},
            {u"completed_at"_s, textOrNull(todo.completedAt)},
            {u"deleted_at"_s, textOrNull(todo.deletedAt)},
            {u"created_at"_s, textOrNull(todo.createdAt)},
            {u"updated_at"_s, textOrNull(todo.updatedAt)}};
}

// One object, in which every list, tag and todo is a line.
class JsonWriter final : public TodoWriter
{
public:
    QByteArray begin(const ExportHeader &header) override
    {
        QByteArray bytes = R"({"format":"tusk","version":1,"exported_at":")" + header.exportedAt + "\",\n";
        bytes += "\"lists\":[" + names(header.lists, true) + "],\n";
        bytes += "\"tags\":[" + names(header.tags, false) + "],\n";
        return bytes + "\"todos\":[";
    }

    QByteArray add(const ExportedTodo &todo) override
    {
        return (std::exchange(m_isFirst, false) ? "\n" : ",\n") + compact(toJson(todo));
    }

    QByteArray end() override { return m_isFirst ? "]}\n" : "\n]}\n"; }

private:
    static QByteArray names(const QList<ExportedName> &entries, bool areLists)
    {
        QByteArray bytes;
        for (const ExportedName &entry : entries)
            bytes += (bytes.isEmpty() ? "\n" : ",\n") + compact(toJson(entry, areLists));
        return bytes.isEmpty() ? bytes : bytes + '\n';
    }

    bool m_isFirst = true;
};

} // namespace

std::unique_ptr<TodoWriter> makeJsonWriter()
{
    return std::make_unique<JsonWriter>();
}

} // namespace tusk::exporter
