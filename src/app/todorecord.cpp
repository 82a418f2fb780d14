// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/todorecord.h"

#include "domain/todojson.h"

#include <QJsonArray>

namespace tusk::app
{

using namespace Qt::StringLiterals;

QJsonObject todoRecord(const domain::Todo &todo, const Catalogue &catalogue)
{
    static constexpr QLatin1StringView sameAsInside[] = {
        "id"_L1,       "title"_L1,        "notes"_L1,      "list_id"_L1,    "priority"_L1,
        "due_date"_L1, "due_time"_L1,     "due_zone"_L1,   "start_date"_L1, "parent_id"_L1,
        "position"_L1, "completed_at"_L1, "deleted_at"_L1, "created_at"_L1, "updated_at"_L1};
    const QJsonObject inside = domain::toJson(todo);
    QJsonObject record;
    for (const QLatin1StringView key : sameAsInside)
        record.insert(key, inside.value(key));
    record.insert("list"_L1, todo.list ? QJsonValue(catalogue.listName(*todo.list)) : QJsonValue());
    record.insert("tags"_L1, QJsonArray::fromStringList(catalogue.tagNames(todo.tags)));
    record.insert("repeat"_L1, todo.repeatRule.isEmpty() ? QJsonValue() : QJsonValue(todo.repeatRule));
    return record;
}

} // namespace tusk::app
