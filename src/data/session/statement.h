// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace tusk::session
{

// One SQL statement with its values. It goes to the server as it is, by PQexecParams' protocol (an unnamed
// statement, one round trip): never SQL PREPARE, which breaks behind a transaction pooler.
struct Statement {
    QByteArray name;                         // for logs and errors; the text and the values appear in neither
    QByteArray sql;                          // $1, $2, ... for the values
    QList<std::optional<QByteArray>> values; // text format, UTF-8; none: NULL

    bool operator==(const Statement &) const = default;
};

// What the server answered, copied out of libpq, so that it may cross threads.
struct Answer {
    QList<QList<std::optional<QByteArray>>> rows; // text format, UTF-8

    // The single value of an answer of one row and one column; empty where there is none.
    [[nodiscard]] QByteArray scalar() const
    {
        return rows.size() == 1 && rows.front().size() == 1 ? rows.front().front().value_or(QByteArray())
                                                            : QByteArray();
    }
};

} // namespace tusk::session
