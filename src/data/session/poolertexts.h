// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <QString>

namespace tusk::session
{

// An error of a proxy in front of PostgreSQL. These have no SQLSTATE of their own (Neon puts all of them
// under XX000, PgBouncer under 08P01), but their texts are not translated either.
struct PoolerText {
    const char *text;     // what the message contains
    base::ErrorKind kind; // Transient: slowly again; NoConnection: soon again; others: not by itself
    const char *sentence; // untranslated, context "Session"
};

// Null if the text is none of theirs.
[[nodiscard]] const PoolerText *findPoolerText(const QString &text);

} // namespace tusk::session
