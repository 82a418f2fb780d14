// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <random>
#include <span>

namespace tusk::tests
{

struct RandomTodo {
    QString title; // of one line
    QString notes;
    bool isDone = false;
    qint64 created = 0; // milliseconds since 1970, whole seconds
    qint64 completed = 0;
    bool isDeleted = false;            // when it was created
    std::optional<qint64> dueDay = {}; // midnight
    qint64 dueTime = 0;                // of that day, whole minutes; 0: all day
    std::optional<qint64> startDay = {};
    QString repeat = {}; // a rule, only where it is due
    QString owner = {};  // one of two
    int priority = 0;    // 0 none to 3 high
    QStringList tags = {};
    QString list = {};     // empty: none
    qsizetype parent = -1; // a todo before it; -1: none
};
// Todos with titles that none of the others has.
[[nodiscard]] QList<RandomTodo> randomTodos(std::mt19937 &random, int count);

// What a shape can say of a todo beside its title.
enum Says : unsigned {
    SaysNotes = 1,
    SaysState = 2,
    SaysCompletedAt = 4,
    SaysCreatedAt = 8,
    SaysDue = 16,
    SaysPriority = 32,
    SaysTags = 64,
    SaysList = 128,
    SaysParent = 256,
    SaysDueTime = 512,
    SaysStart = 1024,
    SaysRepeat = 2048,
    SaysOwner = 4096, // each becomes a list
    SaysDeletedAt = 8192,
    SaysOpenRepeat = 16384, // of what is not done yet
};
inline constexpr unsigned saysAnyRepeat = SaysRepeat | SaysOpenRepeat;
inline constexpr unsigned saysUsual =
    SaysNotes | SaysState | SaysCompletedAt | SaysCreatedAt | SaysDue | SaysPriority | SaysTags;

// How one program writes todos down.
struct TodoShape {
    const char *name;
    unsigned says = saysUsual;
    // A table, and one row of it for each todo; null: write does it all.
    const char *table = nullptr;
    const char *insert = nullptr;
    QList<QByteArray> (*texts)(const RandomTodo &todo, int number) = nullptr;
    void (*write)(const QString &path, const QList<RandomTodo> &todos) = nullptr;
    const char *file = "todo.db";
    const char *beforeNotes = ""; // what stands before them when they are read, where there are any
};
[[nodiscard]] std::span<const TodoShape> todoShapes();

void writeTodos(const TodoShape &shape, const QString &path, const QList<RandomTodo> &todos);

} // namespace tusk::tests
