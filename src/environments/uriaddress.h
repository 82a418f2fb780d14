// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "environments/libpqaddress.h"

namespace tusk::environments
{

// How parameters are written and what they mean differs between the worlds that a URI comes from.
enum class UriDialect { Libpq, SqlAlchemy, Jdbc };

// The address in a URI, postgresql://… with or without the driver that SQLAlchemy names; for Jdbc without the
// jdbc: in front. Errors as those of parseLibpqString.
[[nodiscard]] base::Result<ParsedAddress> parseUri(const QString &uri, UriDialect dialect,
                                                   const QString &source);

} // namespace tusk::environments
