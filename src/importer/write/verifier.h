// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/convert/todorow.h"
#include "importer/write/applier.h"
#include "importer/write/staging.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace tusk::importer
{

class ImportTransaction;

// A todo that is not as it was imported.
struct EditedTodo {
    QString title;      // as it is now
    QStringList fields; // wordFor(Field)
};

// What became of the todos of an import since, or at once.
struct Verification {
    qint64 compared = 0;
    qint64 equal = 0;                // in every field
    qint64 missing = 0;              // deleted for good
    quint64 hashes = 0;              // as Staged::hashes, as the database kept them
    quint64 found = 0;               // the same, made of the todos as they were read back
    QMap<QString, qint64> differing; // fields, with the number of todos
    QList<EditedTodo> examples;      // the first that differ
};

// Which fields count.
enum class Compared {
    Everything, // as it was written: right after that
    Content,    // what people edit; positions and times of change are no edits
};

// Reads every todo that an import brought, with Content also what other imports of the same source did, and
// compares it with the hashes that were made of the file; one row in memory at a time.
[[nodiscard]] base::Result<Verification> verify(ImportTransaction &transaction, const QByteArray &import,
                                                Compared compared, const TodosDone &done = {});

// Of a source that was not known before, right after its import: all its todos, and what is kept of its rows.
// Both are equal to what was sent, or something is not as it was written.
struct ReadBack {
    Staged todos = {};
    Staged kept = {};
};
[[nodiscard]] base::Result<ReadBack> readBack(ImportTransaction &transaction, const QByteArray &import,
                                              const TodosDone &done = {});

// Of a source that was known before: whether the server has got every row that was sent. The sum of their
// hashes there.
[[nodiscard]] base::Result<quint64> verifyStaged(ImportTransaction &transaction, const Staged &staged);

// And what is known of its rows after the import.
struct KnownRows {
    qint64 current = 0;  // say what the file says
    quint64 created = 0; // as Staged::hashes, of the rows whose todos are new
};
[[nodiscard]] base::Result<KnownRows> knownRows(ImportTransaction &transaction, const ImportRecord &record);

// The database does not hold what the file does: the transaction must not be committed.
[[nodiscard]] base::Error notAsWritten(const QString &detail);
// Nor does it where somebody changed it in that moment, in which case another try helps.
[[nodiscard]] base::Error editedMeanwhile(const QString &detail);

} // namespace tusk::importer
