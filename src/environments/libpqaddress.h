// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "environments/addresswarning.h"
#include "environments/connectionaddress.h"

#include <QMap>
#include <QString>

namespace tusk::environments
{

struct ParsedAddress {
    ConnectionAddress address;
    AddressWarnings warnings;

    bool operator==(const ParsedAddress &) const = default;
};

// The parameters of libpq, and no others: what is written here is asked of libpq itself.
[[nodiscard]] bool isLibpqKeyword(const QString &keyword);
// The keyword that each variable of libpq's stands for: PGHOST, host.
[[nodiscard]] QMap<QString, QString> libpqVariables();

// The address in a string as libpq takes it: a URI or key=value pairs. source is what the sentences call it.
// No error repeats a part of the string, because any part may turn out to be the password. Error:
// InvalidInput.
[[nodiscard]] base::Result<ParsedAddress> parseLibpqString(const QString &text, const QString &source);

// The error of a string that is no address; it has no part of it.
[[nodiscard]] base::Error notAnAddress(const QString &source);

} // namespace tusk::environments
