// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/convert/todorow.h"
#include "importer/write/sourceidentity.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tusk::importer
{

class ImportTransaction;
struct Mapping;

// How a file is read: earlier imports of the same bytes may have read it in another way.
struct FileReading {
    QByteArray digest; // as reports have it
    const Mapping &mapping;
    const QStringList &owners;
};

// A source and its kind as tusk.import has it.
struct SourceOfBytes {
    QString kind;
    SourceIdentity identity;
};

// How many imports there were of the same bytes.
[[nodiscard]] base::Result<qint64> importsOf(ImportTransaction &transaction, const QByteArray &digest);

// The newest source of the same bytes that has one of these rows: where the table and the column of the ids
// are the same, rows of the same id are the same, whatever becomes of their other columns.
[[nodiscard]] base::Result<std::optional<SourceOfBytes>>
sourceOf(ImportTransaction &transaction, const FileReading &reading, const QList<TodoRow> &rows);

// When the same todos were imported under other ids, by which nobody can know them again; none: never, or
// that was undone, or they are gone.
[[nodiscard]] base::Result<std::optional<QDateTime>> importedUnderOtherIds(ImportTransaction &transaction,
                                                                           const FileReading &reading);

} // namespace tusk::importer
