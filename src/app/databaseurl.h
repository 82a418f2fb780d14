// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/result.h"

#include <QString>
#include <QStringList>

namespace tusk::app
{

struct DatabaseUrl {
    base::ConnectionSettings settings;
    QStringList notices; // sentences: what of it was left out
};

// The address of a database, past all environments, in any form that environments::parseConnectionString()
// takes. What may have been meant otherwise is refused: nobody looks at it before it is used. source is what
// the sentences call it, e.g. the name of the variable. No error repeats a part of the address, because any
// part may turn out to be the password. Error: InvalidInput.
[[nodiscard]] base::Result<DatabaseUrl> parseDatabaseUrl(const QString &url, const QString &source);

} // namespace tusk::app
