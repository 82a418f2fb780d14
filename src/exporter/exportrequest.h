// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/ids.h"
#include "domain/todofilter.h"
#include "exporter/exportformat.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace tusk::exporter
{

// Which todos.
struct ExportSelection {
    enum class What {
        Everything,
        Lists, // and the Inbox, where that is wanted
        Place, // what the window shows there
    };
    What what = What::Everything;
    QList<domain::ListId> lists = {};
    bool withInbox = false;
    domain::TodoFilter place = {};
    base::Day today = {};    // of the place
    bool withClosed = false; // of Everything and Lists also completed ones and those in the Trash

    bool operator==(const ExportSelection &) const = default;
};

struct ExportRequest {
    ExportFormat format = ExportFormat::Json;
    ExportSelection selection = {};
    QString file = {};      // empty: standard output
    QString title = {};     // of the whole, for people; empty: the name of the program
    bool mayReplace = true; // a file of that name
    QDateTime now = {};
};

struct ExportReport {
    QString file; // as in the request
    ExportFormat format = ExportFormat::Json;
    qint64 todos = 0;
    qint64 bytes = 0;

    bool operator==(const ExportReport &) const = default;
};

struct ExportProgress {
    qint64 done = 0;
    qint64 total = 0; // todos

    bool operator==(const ExportProgress &) const = default;
};

} // namespace tusk::exporter
