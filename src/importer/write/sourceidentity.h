// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/convert/namebook.h"
#include "importer/convert/todorow.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

namespace tusk::importer
{

class ImportTransaction;

// Which source a file is: the same one when it is imported again, wherever it lies then and whatever was
// added to it.
struct SourceIdentity {
    QUuid id;
    bool isKnown = false;     // something of it was imported before
    QDateTime firstImport;    // for values that the file does not have; now, when it is not known
    QList<QUuid> others = {}; // that fit, too: parts of the file were taken for another one

    // As tusk.import and tusk.import_row have it.
    [[nodiscard]] QByteArray text(const QString &kind) const
    {
        return (kind + u':' + id.toString(QUuid::WithoutBraces)).toUtf8();
    }
};

// Among which sources a file is looked for.
struct SourceTraits {
    QString kind = {};  // as tusk.import has it
    QString table = {}; // of the todos; empty: whatever it was
    QString path = {};  // of the file now
};

// Finds the source by rows of it that are in the database: at least half of those with the same id have the
// same title, or the same time of creation where that tells one from another, and they are a quarter of a
// party of the samples; of fewer than five with the same id more than half, unless the file lies where it lay
// and has no times that tell; or, where much was added to the file or taken back here, nine in ten of them
// and at least five have the same title, or all have both the title and the time. In doubt it is another
// source: todos that are there twice can be undone, overwritten ones would not be noticed. samples: its first
// rows, or those of each owner apart, for these may be all that was imported before.
[[nodiscard]] base::Result<SourceIdentity> identify(ImportTransaction &transaction,
                                                    const SourceTraits &traits,
                                                    const QList<QList<TodoRow>> &samples,
                                                    const QDateTime &now);
// How many sources of that kind something was imported of.
[[nodiscard]] base::Result<qint64> sourcesOfKind(ImportTransaction &transaction, const QString &kind);

// SQL: which todos the imports of a source brought and are still there, as a text that another set of todos
// does not have. source: an SQL expression.
[[nodiscard]] QByteArray todosOfSource(const QByteArray &source);

// Whether the newest import of a source that was not undone was of just these bytes, brought everything whole
// and without a conflict, none was undone since, and all its todos are still there.
[[nodiscard]] base::Result<bool> wasImported(ImportTransaction &transaction, const QByteArray &source,
                                             const QByteArray &fingerprint, qint64 rows);

// What lists and tags are called in the database, and what the same source called them before, should they
// have been renamed or deleted since.
[[nodiscard]] base::Result<void> learnNames(ImportTransaction &transaction, const QByteArray &source,
                                            NameBook &lists, NameBook &tags);

} // namespace tusk::importer
