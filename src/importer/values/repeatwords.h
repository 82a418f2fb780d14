// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>

namespace tusk::importer
{

// What a program says of repeating.
struct RepeatValue {
    QString rule;                // of RFC 5545, without its name; empty: it does not repeat
    bool fromCompletion = false; // counted from the day when it was done, which no rule can say
    bool isWhole = true;         // the rule says everything else

    bool operator==(const RepeatValue &) const = default;
};

// Rules, “weekly”, “every 2 weeks” and such words in some languages, “3days” and “P2W” of Taskwarrior, what
// Planify has in JSON. “;FROM=COMPLETION” is what Tasks.org writes behind a rule. None: it repeats, or may,
// but this is no such text.
[[nodiscard]] std::optional<RepeatValue> readRepeat(const QString &text);

} // namespace tusk::importer
