// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/result.h"

#include <QString>

namespace tusk::app
{

// The address of a database as libpq writes it: postgresql://user:password@host:port/database?sslmode=..., or
// postgres://..., or key=value pairs. source is what the sentences call it, e.g. the name of the variable. No
// error repeats a part of the address, because any part may turn out to be the password. Error: InvalidInput.
[[nodiscard]] base::Result<base::ConnectionSettings> parseDatabaseUrl(const QString &url,
                                                                      const QString &source);

} // namespace tusk::app
