// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace tusk::domain
{

// A list of todos, as the sidebar shows it. Its name is unique among lists, without regard to case.
struct TodoList {
    ListId id;
    QString name;
    QString color;       // #rrggbb, lower case; empty: the theme's neutral colour
    QByteArray position; // domain/position.h
    std::optional<QDateTime> archivedAt;
    qint64 version = 0; // counted by the server; 0: never saved

    bool operator==(const TodoList &) const = default;
};

struct Tag {
    TagId id;
    QString name; // unique without regard to case
    QString color;
    QByteArray position;
    qint64 version = 0;

    bool operator==(const Tag &) const = default;
};

} // namespace tusk::domain
