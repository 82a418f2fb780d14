// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/convert/converter.h"
#include "importer/importreport.h"
#include "importer/importsource.h"

#include <QDateTime>
#include <QString>
#include <QUuid>

#include <functional>
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
    qint64 portion = 60'000;  // todos that are written by one statement
    QString repairsFile = {}; // for all repairs, one JSON object a line; empty: only the first are kept
    QDateTime now;
};

struct ImportProgress {
    enum class Stage {
        Reading,   // the file, row by row, on its way to the server; of a new file only the beginning
        Writing,   // the server makes todos of them; of a new file while the rest is being read
        Comparing, // they are read back
    };
    Stage stage = Stage::Reading;
    qint64 done = 0;
    qint64 total = 0; // rows; 0: not known
};
// On the thread of the job, ten times a second at most.
using ProgressListener = std::function<void(const ImportProgress &)>;

// Imports a file in one transaction and proves it, on a connection of its own to the direct endpoint. Blocks
// for the disk and the server; not on the GUI thread. Ends as Cancelled soon after the stop is requested and,
// within a statement, when the connection is interrupted; then, as after any error, nothing was changed.
[[nodiscard]] base::Result<ImportReport> runImport(ImportSource &source, const ImportRequest &request,
                                                   session::Connection &connection,
                                                   const ProgressListener &progress,
                                                   const std::stop_token &stop);

} // namespace tusk::importer
