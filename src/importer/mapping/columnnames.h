// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/mapping/mapping.h"

#include <QString>

namespace tusk::importer
{

// What the names in a foreign file say, in English, German, Spanish, Portuguese, French, Italian, Dutch and
// Polish, without regard to case, accents, signs and the prefix of their table.

// Lower case, only letters and digits.
[[nodiscard]] QString lettersOf(const QString &name);
// Without the prefix, too: “task_dueDate” becomes “duedate” in a table “task”.
[[nodiscard]] QString plainName(const QString &name, const QString &table = {});
// Tables and columns of Core Data are in capitals behind a Z: “ZTITLE” in “ZTASK”.
[[nodiscard]] bool isOfCoreData(const QString &name);

// 0: nothing; the greater, the surer. A name that is off by a letter counts less.
[[nodiscard]] int nameScore(const QString &plain, Target target);
// How much a table is called like one of todos.
[[nodiscard]] int tableScore(const QString &table);
// Belongs to a framework, not to the user: migrations, sessions, accounts of administrators.
[[nodiscard]] bool isInfrastructure(const QString &table);
// A flag of that plain name is set while the todo is open: “isactive”; also where it is off by a letter.
[[nodiscard]] bool saysOpen(const QString &plain);
// A column of that name says how much of a todo is done: “% Complete”.
[[nodiscard]] bool saysShare(const QString &column);
// Where no name is known, the greater, the likelier is a title in it: “Card URL” and “Card ID” hold none,
// “Card Name” does.
[[nodiscard]] int rankAsTitle(const QString &column);
// Passwords, tokens and the like, which are never read.
[[nodiscard]] bool isSecret(const QString &column);

} // namespace tusk::importer
