// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace tusk::domain
{

// What a line of todo.txt says of a todo. The export writes such lines; the import asks by them what the file
// would say of a todo that is here. Empty texts say nothing.
struct TodoTxtLine {
    // A calendar date, or a local time in a zone.
    struct Moment {
        QByteArray date = {}; // “2026-01-12”
        QByteArray time = {}; // “10:00:00”
        QByteArray zone = {};
    };

    QByteArray id;
    QString title;
    std::optional<QString> list = {};
    QStringList tags = {};
    int priority = 0; // to 3, high
    Moment due = {};
    Moment start = {};
    QByteArray repeat = {};
    QByteArray parent = {};      // id
    QByteArray completedOn = {}; // “2026-01-12”
    QByteArray createdOn = {};
    QByteArray updatedAt = {}; // “2026-01-12T10:00:00.000Z”
};

// http://todotxt.org, with the additions that most of its programs know. In UTF-8, without the line end.
[[nodiscard]] QByteArray todoTxtText(const TodoTxtLine &line);

} // namespace tusk::domain
