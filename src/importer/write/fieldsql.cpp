// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/fieldsql.h"

#include <array>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array<QLatin1StringView, fieldCount> words{
    "title"_L1,      "notes"_L1, "list_id"_L1,    "parent_id"_L1,    "priority"_L1,
    "due"_L1,        "start"_L1, "repeat"_L1,     "completed_at"_L1, "deleted_at"_L1,
    "created_at"_L1, "tags"_L1,  "updated_at"_L1, "position"_L1};

QByteArray fieldsAs(const QByteArray &type, const QByteArray &tags)
{
    return "t.title, t.notes, t.list_id" + type + ", t.parent_id" + type + ", t.priority" + type +
           ", t.due_date || coalesce(' ' || t.due_time || ' ' || t.due_zone, ''), "
           "t.start_date || coalesce(' ' || t.start_time || ' ' || t.start_zone, ''), t.repeat, "
           "t.completed_at" +
           type + ", t.deleted_at" + type + ", t.created_at" + type + ", coalesce(" + tags +
           ", ''), t.updated_at" + type + ", t.\"position\"";
}

} // namespace

QString wordFor(Field field)
{
    return words[size_t(field)];
}

QByteArray fieldSelection(const QByteArray &tags)
{
    return fieldsAs("::text", tags);
}

QByteArray fieldOutput(const QByteArray &tags)
{
    return fieldsAs("", tags);
}

FieldTexts fieldsFrom(const QList<std::optional<QByteArray>> &row, qsizetype first)
{
    FieldTexts fields;
    for (qsizetype i = 0; i < fieldCount; ++i)
        fields[size_t(i)] = row.at(first + i);
    return fields;
}

} // namespace tusk::importer
