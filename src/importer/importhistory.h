// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/write/verifier.h"

#include <QDateTime>
#include <QString>
#include <QUuid>

namespace tusk::session
{
class Connection;
}

namespace tusk::importer
{

// An import of some time ago, and what became of its todos.
struct ImportState {
    QUuid import;
    QString file;
    QDateTime finished;
    bool isUndone = false;
    Verification verification;
};

// import: the beginning of its id; empty: the newest one. Blocks for the server, on a worker thread. Errors:
// there is no such import, or several fit.
[[nodiscard]] base::Result<ImportState> verifyImport(session::Connection &connection, const QString &import);

} // namespace tusk::importer
