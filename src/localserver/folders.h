// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "localserver/account.h"
#include "localserver/filedescriptor.h"

#include <QByteArray>
#include <QString>

#include <sys/types.h>

namespace tusk::localserver
{

// Folders and files that root makes for another account. Everything here works when the folder belongs to an
// account that root need not trust: links are never followed, files never written through an existing name.

// Makes the folder with exactly this mode, and its missing parents likewise. An existing one is left as it
// is.
[[nodiscard]] base::Result<void> makeFolder(const QString &folder, mode_t mode);

// Makes a folder of mode 0700 that belongs to the account. An existing one is used only if it is a real
// folder of that account; if it is open to others it is closed first.
[[nodiscard]] base::Result<void> makePrivateFolder(const QString &folder, const Account &owner);

// Opens a folder for the calls that take a name below it.
[[nodiscard]] FileDescriptor openFolder(const QString &folder);

// Replaces a file by one of mode 0600 that belongs to the account, whole or not at all. Its folder must not
// be a link; the caller syncs it.
[[nodiscard]] base::Result<void> replaceFile(const QString &path, const QByteArray &content,
                                             const Account &owner);

// Writes the folder's list of names to the disk.
void syncFolder(const QString &folder);

[[nodiscard]] bool isFull(const QString &folder); // less than a megabyte left for ordinary accounts

} // namespace tusk::localserver
