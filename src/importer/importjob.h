// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/convert/converter.h"
#include "importer/importprogress.h"
#include "importer/importreport.h"
#include "importer/importsource.h"

#include <QDateTime>
#include <QString>
#include <QUuid>

#include <stop_token>

namespace tusk::session
{
class Connection;
}

namespace tusk::importer
{

// What is to be imported, and how: all that the user decides.
struct ImportRequest {
    QUuid import; // ids made by the caller
    QUuid action;
    QUuid installation;
    Mapping mapping;
    QStringList owners = {}; // ids; empty: all
    ConversionOptions conversion = {};
    bool dryRun = false;
    qint64 portion = 60'000; // todos that are written by one statement
    // For all repairs, one JSON object a line, and beside it for all conflicts; empty: only the first are
    // kept.
    QString repairsFile = {};
    QDateTime now;
};

// Imports a file in one transaction and proves it, on a connection of its own to the direct endpoint. Blocks
// for the disk and the server; not on the GUI thread. Ends as Cancelled soon after the stop is requested and,
// within a statement, when the connection is interrupted; then, as after any error, nothing was changed.
[[nodiscard]] base::Result<ImportReport> runImport(ImportSource &source, const ImportRequest &request,
                                                   session::Connection &connection,
                                                   const ProgressListener &progress,
                                                   const std::stop_token &stop);

} // namespace tusk::importer
