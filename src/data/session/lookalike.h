// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <libpq-fe.h>

#include <QString>

#include <optional>

namespace tusk::session
{

// Servers that speak PostgreSQL's protocol without being one, and lack what Tusk's tables need: triggers,
// functions, LISTEN. They are told apart without a statement, by what they report at the login.

// Of a connection that has just been made; none: it is a PostgreSQL, as far as can be told.
[[nodiscard]] std::optional<base::Error> lookalikeError(const PGconn *connection);

// Of an answer of the function version(): the sentence; empty: it is a PostgreSQL.
[[nodiscard]] QString lookalikeSentence(const QString &version);

} // namespace tusk::session
