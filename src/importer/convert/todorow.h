// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>
#include <QUuid>

#include <array>
#include <optional>

namespace tusk::importer
{

// The fields of a todo in the order in which they go to the server, come back from it and are compared.
enum class Field {
    Title,
    Notes,
    List,
    Parent,
    Priority,
    Due,
    Start,
    Repeat,
    CompletedAt,
    DeletedAt,
    CreatedAt,
    Tags,
    UpdatedAt, // from here on not what the todo is about: changes of them are no edits
    Position,
};
inline constexpr int fieldCount = int(Field::Position) + 1;
inline constexpr int contentFieldCount = int(Field::UpdatedAt);

// The name of a field in actions and reports.
[[nodiscard]] QString wordFor(Field field);

// Every field as the one text that stands for its value, in UTF-8, as PostgreSQL would print it: instants as
// “2026-01-12 10:00:00.12+00”, due and start as “2026-01-12” or “2026-01-12 10:00:00 Europe/Berlin”, tags as
// ids in their order, parted by commas. None: NULL.
using FieldTexts = std::array<std::optional<QByteArray>, fieldCount>;

// A row of the file, as the todo that it becomes.
struct TodoRow {
    QByteArray sourceId; // in the file; unique there
    QUuid id;            // of the todo: always the same for the same row of the same source
    FieldTexts fields;
    std::optional<Field> broken = {}; // with it the database would refuse the todo
};

} // namespace tusk::importer
