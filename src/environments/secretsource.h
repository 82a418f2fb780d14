// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QUuid>

namespace tusk::environments
{

// Where the password of an environment comes from: a part of its profile. It is no secret itself.
struct SecretSource {
    enum class Kind {
        None,       // the server asks for no password
        Keychain,   // the keyring of the desktop session, see secretEntry()
        ThisRun,    // typed, and forgotten when the program ends
        Variable,   // the environment variable of this name
        LibpqFiles, // ~/.pgpass, and the service of this name in ~/.pg_service.conf if there is a name
    };

    Kind kind = Kind::Keychain;
    QString name;
    // Of the keyring; null: the environment's own id. Each new password has a new one, so that the address in
    // the file and the password that it names are always from the same moment.
    QUuid entry = {};

    bool operator==(const SecretSource &) const = default;
};

} // namespace tusk::environments
