// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/importreport.h"

#include <QByteArray>

#include <functional>

namespace tusk::importer
{

class ImportTransaction;

// Which import this is.
struct ImportRecord {
    QByteArray import; // ids as PostgreSQL prints them
    QByteArray action;
    QByteArray installation;
    QByteArray started; // as instants are written
    QByteArray source;  // SourceIdentity::text()
    QString kind;
    QString file;
    QString label; // for the history
    bool sourceIsKnown = false;
};

// How the staged rows compare with what is there.
struct StagedCounts {
    qint64 created = 0;
    qint64 same = 0;
    qint64 changed = 0; // candidates
    qint64 gone = 0;    // brought once, and deleted for good since
};
// rows: so many were sent, and each of them has to be one of these.
[[nodiscard]] base::Result<StagedCounts> compareStaged(ImportTransaction &transaction,
                                                       const ImportRecord &record, qint64 rows);

// Todos that earlier imports of the source have brought and that no staged row is about, without those in the
// Trash.
[[nodiscard]] base::Result<qint64> countMissing(ImportTransaction &transaction, const ImportRecord &record);

// One row in the log, which everything else of the transaction belongs to, and the row of the import.
[[nodiscard]] base::Result<void> announce(ImportTransaction &transaction, const ImportRecord &record);
[[nodiscard]] base::Result<void> addNames(ImportTransaction &transaction, const QList<NameBook::Entry> &lists,
                                          const QList<NameBook::Entry> &tags);

// Told now and then: so many todos are written, or read back. What it answers may be an end.
using TodosDone = std::function<base::Result<void>(qint64 todos)>;

struct NewTodos {
    qint64 count = 0;
    bool withTags = false;
    bool withParents = false; // some may be subtasks
    qint64 portion = 0;       // so many go with one statement, where nothing speaks against it
};
// Todos out of the staged rows that are new, within a portion in the order of their keys; not logged one by
// one.
[[nodiscard]] base::Result<void> addTodos(ImportTransaction &transaction, const ImportRecord &record,
                                          const NewTodos &todos, const TodosDone &done);
[[nodiscard]] base::Result<void> keepReport(ImportTransaction &transaction, const ImportRecord &record,
                                            const ImportReport &report);

} // namespace tusk::importer
