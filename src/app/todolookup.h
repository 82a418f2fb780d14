// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/failure.h"
#include "domain/todo.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <optional>
#include <variant>

namespace tusk::app
{

class DatabaseAccess;

// Digits of the beginning of an id that are enough where no other todo shares them.
inline constexpr int fewestIdDigits = 6;

// Whether these can be ids of todos, or beginnings of ids: hexadecimal digits and dashes.
[[nodiscard]] std::optional<Failure> checkIds(const QStringList &typed);

// Finds the todos that ids or beginnings of ids name, whole, in the order of typing, each once. Or the reason
// why one of them names none, or several.
class TodoLookup final
{
public:
    using Found = std::function<void(std::variant<QList<domain::Todo>, Failure>)>;

    // access must outlive the lookup, and the lookup the answer.
    explicit TodoLookup(DatabaseAccess &access)
        : m_access(access)
    {
    }

    // One at a time. typed has passed checkIds().
    void find(const QStringList &typed, Found found);

private:
    void findNext();
    [[nodiscard]] std::optional<Failure> take(const QString &typed, const QList<domain::Todo> &todos);

    DatabaseAccess &m_access;
    QStringList m_left;
    QList<domain::Todo> m_todos;
    Found m_found;
};

} // namespace tusk::app
