// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/serverfolder.h"

#include <QString>

namespace tusk::tests
{

// Folder with the programs of the newest installed PostgreSQL, or $TUSK_TEST_POSTGRES_BIN.
[[nodiscard]] QString postgresPrograms();

// A stopped cluster with the superuser postgres and the role tusk (password "tusk"), made by initdb once per
// machine, storage and version and never changed afterwards: tests copy it. Safe to call from many programs
// at once and after a call that was killed half-way.
[[nodiscard]] QString clusterTemplate(const QString &programs, Storage storage);

} // namespace tusk::tests
