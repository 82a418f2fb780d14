// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/session/connectfailures.h"

#include <QString>

#include <optional>

namespace tusk::session
{

// What the error of a proxy in front of PostgreSQL means, by its text; none: it is none of theirs. They have
// no SQLSTATE of their own (Neon puts all of them under XX000, PgBouncer under 08P01), but their texts are
// not translated either.
[[nodiscard]] std::optional<ConnectProblem> problemInPoolerText(const QString &text);

// The same for what libpq itself says, without a code, where the system's language is English. In other
// languages the stage has to do.
[[nodiscard]] std::optional<ConnectProblem> problemInLibpqText(const QString &text);

} // namespace tusk::session
