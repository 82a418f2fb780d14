// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/lockedfile.h"
#include "base/result.h"
#include "environments/profilelist.h"

#include <QStringList>

#include <functional>

namespace tusk::environments
{

// What the file says, and what the user should know about it.
struct StoredProfiles {
    ProfileList list;
    QStringList notices; // sentences

    bool operator==(const StoredProfiles &) const = default;
};

// The file of the environments: JSON, without secrets, for its owner only. What a newer Tusk has written into
// it stays, what nobody can read is set aside. Several processes may use it at once; each change is made to
// what the file says at that moment, and is on disk, whole, when it returns. Errors: LocalFile or DiskFull,
// or those of the edit. Thread: blocks; a value, used by one thread at a time.
class ProfileStore final
{
public:
    // $XDG_CONFIG_HOME/tusk/environments.json
    [[nodiscard]] static QString defaultPath();

    explicit ProfileStore(QString path = defaultPath());

    // Without a file there is the private server only.
    [[nodiscard]] base::Result<StoredProfiles> load();

    // An edit that fails changes nothing. Waits for other processes; ten seconds at most.
    using Edit = std::function<base::Result<void>(ProfileList &)>;
    [[nodiscard]] base::Result<StoredProfiles> change(const Edit &edit);

private:
    [[nodiscard]] base::Result<base::LockedFile::Pointer> lock() const;
    [[nodiscard]] base::Result<StoredProfiles> changeLocked(base::LockedFile &file, const Edit &edit) const;

    QString m_path;
};

} // namespace tusk::environments
