// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "localserver/environment.h"

#include <QList>
#include <QVersionNumber>

namespace tusk::localserver
{

// One installed PostgreSQL. Data is bound to the major version that made it: 15, or 9.6 before version 10.
struct ServerBinaries {
    QVersionNumber version; // major
    QString folder;         // absolute, holds initdb and postgres

    [[nodiscard]] QString program(QLatin1StringView name) const { return folder + u'/' + name; }

    bool operator==(const ServerBinaries &) const = default;
};

inline constexpr int oldestServerMajor = 13;

// All that are installed, newest first. Looks where the distributions put them, so that it does not depend on
// $PATH, and along $PATH. Blocks: asks programs found outside Debian's folders for their version.
[[nodiscard]] QList<ServerBinaries> findServerBinaries(const Environment &environment);

// For a new cluster. Error: none installed, or too old.
[[nodiscard]] base::Result<ServerBinaries> newestServerBinaries(const Environment &environment);

// The major version within a version as it stands in PG_VERSION or after "postgres (PostgreSQL)". Null if it
// is none.
[[nodiscard]] QVersionNumber majorVersion(QStringView text);

} // namespace tusk::localserver
