// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "environments/addresswarning.h"

#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace tusk::environments
{

// A URI taken apart where people meant it to be: an unescaped @ or / in a password moves the borders that
// libpq would see, and a part of the password would be asked of a name server.
struct UriParts {
    QString scheme; // in lower case; with the driver that SQLAlchemy appends: postgresql+asyncpg
    bool hasCredentials = false;
    QString user;                                  // decoded
    std::optional<QString> password;               // decoded
    QString hosts;                                 // as written, with the ports
    QString path;                                  // as written, without the slash
    QList<std::pair<QString, QString>> parameters; // as written
};

// text begins with scheme://. Every escape in the result is a whole one.
[[nodiscard]] UriParts uriPartsOf(const QString &text, AddressWarnings &warnings);

} // namespace tusk::environments
