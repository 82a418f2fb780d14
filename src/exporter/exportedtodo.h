// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tusk::exporter
{

// A calendar date, or a local time in a zone.
struct ExportedMoment {
    QByteArray date; // “2026-01-12”; empty: none
    QByteArray time; // “10:00:00”
    QByteArray zone;

    bool operator==(const ExportedMoment &) const = default;
};

// A todo on its way into a file; texts in UTF-8, instants as “2026-01-12T10:00:00.000Z”, empty for none.
struct ExportedTodo {
    QByteArray id;
    QByteArray title;
    QByteArray notes;
    std::optional<QByteArray> list; // its name; none: the Inbox
    QByteArray parent;              // id
    int priority = 0;
    ExportedMoment due;
    ExportedMoment start;
    QByteArray repeat;
    QStringList tags; // names, in the order of the tags
    QByteArray position;
    QByteArray completedAt;
    QByteArray deletedAt;
    QByteArray createdAt;
    QByteArray updatedAt;
    int depth = 0; // 1: a subtask of the todo before it, and so on; where subtasks follow their parents

    bool operator==(const ExportedTodo &) const = default;
};

// A list or tag.
struct ExportedName {
    QByteArray id;
    QString name;
    QByteArray color; // #rrggbb; empty: none
    QByteArray position;
    QByteArray archivedAt; // of lists
    QByteArray createdAt;
    QByteArray updatedAt;

    bool operator==(const ExportedName &) const = default;
};

// What a file says before its todos.
struct ExportHeader {
    QList<ExportedName> lists;
    QList<ExportedName> tags;
    QList<QByteArray> zones; // of due and start times
    QString title;           // of the whole: the name of a list, or that of the program
    QByteArray exportedAt;
};

} // namespace tusk::exporter
