// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "environments/libpqaddress.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace tusk::environments
{

// Whether this is a call of psql, with or without variables in front of it: PGPASSWORD=… psql -h …
[[nodiscard]] bool isPsqlCommand(const QString &text);

// Where the call would connect, if the shell's variables and libpq's files had no say. Errors as those of
// parseLibpqString.
[[nodiscard]] base::Result<ParsedAddress> parsePsqlCommand(const QString &text, const QString &source);

// The address in libpq's variables (PGHOST, …), of which there may be others among them.
[[nodiscard]] base::Result<ParsedAddress> parseLibpqVariables(const QMap<QString, QString> &variables,
                                                              const QString &source);

} // namespace tusk::environments
