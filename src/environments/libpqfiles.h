// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "environments/environmentprofile.h"

namespace tusk::environments
{

// libpq's own files. Tusk reads them itself, and takes nothing from them but the password: to libpq they are
// also a place from which an address may come.
struct LibpqFiles {
    QString passwords; // host:port:database:user:password, a line each
    QString services;  // [name] and keyword=value

    [[nodiscard]] static LibpqFiles ofThisUser(); // ~/.pgpass, ~/.pg_service.conf
};

// The password for the profile: of the service that its secret names, if it names one, else of the first line
// that fits. Errors: NotFound, or InvalidInput where the service is for another database or where others may
// read the file of passwords. Blocks for the disk.
[[nodiscard]] base::Result<QString> passwordFromFiles(const EnvironmentProfile &profile,
                                                      const LibpqFiles &files);

} // namespace tusk::environments
