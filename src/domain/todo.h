// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/ids.h"

#include <QDate>
#include <QDateTime>
#include <QFlags>
#include <QList>
#include <QString>
#include <QTime>

#include <compare>
#include <optional>

namespace tusk::domain
{

// Stored as the number (0 to 3); the greater, the more urgent.
enum class Priority { None = 0, Low = 1, Medium = 2, High = 3 };

// A calendar date that never shifts with the zone, or, with a time, a local time in a named zone
// (RFC 5545 calls these DATE and DATE-TIME with TZID).
struct When {
    QDate date;
    std::optional<QTime> time; // to the minute
    QByteArray zone;           // IANA name, set exactly when there is a time

    bool operator==(const When &) const = default;
    // By date, then dates without a time after those with one, then time. Weak: the zone does not count.
    friend std::weak_ordering operator<=>(const When &left, const When &right);
};

// What an edit may change: the unit of merging. Two devices that change different fields both win; the same
// field is a conflict that the user settles.
enum class TodoField {
    Title = 1 << 0,
    Notes = 1 << 1,
    List = 1 << 2,
    Tags = 1 << 3, // merged as a set: additions and removals, never a conflict
    Priority = 1 << 4,
    Due = 1 << 5,
    Start = 1 << 6,
    Repeat = 1 << 7,
    Parent = 1 << 8,
    Position = 1 << 9,     // the last mover wins
    CompletedAt = 1 << 10, // compared as "is completed", the instant does not matter
    DeletedAt = 1 << 11,   // compared as "is in the Trash"
};
Q_DECLARE_FLAGS(TodoFields, TodoField)
Q_DECLARE_OPERATORS_FOR_FLAGS(TodoFields)

inline constexpr TodoFields allTodoFields{0xfff};

// A todo as a value. Rules: domain/todorules.h.
struct Todo {
    TodoId id;
    QString title;
    QString notes;              // Markdown; only its beginning where notesCut
    bool notesCut = false;      // lists carry the first 1,000 characters, the details pane asks for the rest
    std::optional<ListId> list; // none: the Inbox
    QList<TagId> tags;          // ascending by id
    Priority priority = Priority::None;
    std::optional<When> due;
    std::optional<When> start; // hidden before it
    QString repeatRule;        // RFC 5545 RRULE without the name; empty: does not repeat
    std::optional<TodoId> parent;
    QByteArray position;                  // domain/position.h
    std::optional<QDateTime> completedAt; // UTC, milliseconds
    std::optional<QDateTime> deletedAt;   // in the Trash since
    QDateTime createdAt;
    QDateTime updatedAt; // by the server's clock
    qint64 version = 0;  // counted by the server at every change of the row; 0: never saved

    bool operator==(const Todo &) const = default;
    [[nodiscard]] bool isOpen() const { return !completedAt && !deletedAt; }
};

// Ascending and each once: as Todo::tags are kept.
[[nodiscard]] QList<TagId> tagSet(QList<TagId> tags);

// Fields in which the two differ, in the sense of merging (see TodoField). Never Notes where only the
// beginning of one of them is known: what is cut off must not be taken for deleted.
[[nodiscard]] TodoFields differingFields(const Todo &left, const Todo &right);
// target with the named fields taken from source; notesCut goes with Notes.
[[nodiscard]] Todo patched(Todo target, const Todo &source, TodoFields fields);

} // namespace tusk::domain
