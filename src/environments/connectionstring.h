// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "environments/libpqaddress.h"

namespace tusk::environments
{

// The address in whatever people copy from consoles, manuals and files: postgresql://…, postgres://…, with
// the driver that SQLAlchemy names, jdbc:postgresql://…, key=value pairs, a call of psql, a line
// DATABASE_URL=…; with quotation marks, blanks and line breaks around. source is what the sentences call it,
// such as “The connection string”. No error repeats a part of the text, because any part may turn out to be
// the password. Error: InvalidInput.
[[nodiscard]] base::Result<ParsedAddress> parseConnectionString(const QString &text, const QString &source);

// Where the text was copied from a place that shows no password. Who fills a form with it knows what to do.
void leaveOutHiddenPassword(ParsedAddress &parsed);

// The same text without its password, for showing; of what cannot be parsed nothing is left.
[[nodiscard]] QString redactedConnectionString(const QString &text);

} // namespace tusk::environments
