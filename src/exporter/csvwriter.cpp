// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "exporter/todowriter.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tusk::exporter
{

namespace
{

QByteArray quoted(const QByteArray &value)
{
    const auto needsQuotes = [](char byte) {
        return byte == ',' || byte == '"' || byte == '\n' || byte == '\r' || byte == ';' || byte == '\t';
    };
    const bool isPadded = value.startsWith(' ') || value.endsWith(' ');
    if (!isPadded && std::ranges::none_of(value, needsQuotes))
        return value;
    return '"' + QByteArray(value).replace("\"", "\"\"") + '"';
}

// “home, errands”; names that would not come back so stand in a JSON array.
QByteArray tagsText(const QStringList &tags)
{
    const auto isPlain = [](const QString &name) {
        const auto isLetter = [](QChar c) {
            return c.isLetterOrNumber() || c == u' ' || c == u'-' || c == u'_' || c == u'.' || c == u'/';
        };
        return name == name.simplified() && std::ranges::all_of(name, isLetter);
    };
    if (std::ranges::all_of(tags, isPlain))
        return tags.join(QLatin1StringView(", ")).toUtf8();
    return QJsonDocument(QJsonArray::fromStringList(tags)).toJson(QJsonDocument::Compact);
}

// RFC 4180, in UTF-8.
class CsvWriter final : public TodoWriter
{
public:
    QByteArray begin(const ExportHeader &) override
    {
        return "id,title,notes,list,parent,priority,due,start,repeat,tags,completed_at,deleted_at,created_at,"
               "updated_at,position\r\n";
    }

    QByteArray add(const ExportedTodo &todo) override
    {
        QByteArray line;
        for (const QByteArray &value :
             {todo.id, todo.title, todo.notes, todo.list.value_or(QByteArray()), todo.parent,
              QByteArray::number(todo.priority), textOf(todo.due), textOf(todo.start), todo.repeat,
              tagsText(todo.tags), todo.completedAt, todo.deletedAt, todo.createdAt, todo.updatedAt,
              todo.position})
            line += (line.isEmpty() ? "" : ",") + quoted(value);
        return line + "\r\n";
    }

    QByteArray end() override { return {}; }
};

} // namespace

std::unique_ptr<TodoWriter> makeCsvWriter()
{
    return std::make_unique<CsvWriter>();
}

} // namespace tusk::exporter
