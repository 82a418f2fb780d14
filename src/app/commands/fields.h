// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/catalogue.h"
#include "app/failure.h"
#include "base/clock.h"
#include "data/repository/todovalues.h"
#include "domain/todo.h"

#include <QCommandLineParser>
#include <QStringList>

#include <optional>

namespace tusk::app
{

// What the commands that write fields of todos have in common.

[[nodiscard]] QString dateHelp();
[[nodiscard]] QString priorityHelp();
[[nodiscard]] QString notesHelp();

// --title, --notes, --due, --start, --priority: those that were typed, into the todo.
[[nodiscard]] std::optional<Failure> acceptFields(const QCommandLineParser &typed, const base::Clock &clock,
                                                  domain::Todo &todo);

[[nodiscard]] NameResolver::Unknown unknownNames(bool mayCreate);
// By name, each once; the tags of a todo stand in the order of their ids.
[[nodiscard]] std::optional<Failure> addTags(domain::Todo &todo, const QStringList &names,
                                             NameResolver &resolver, const QDateTime &now);

// The last open todos, in their order: what is put at the end comes after them.
[[nodiscard]] repository::PageRequest lastOpenTodos(const base::Day &today, int count);

} // namespace tusk::app
