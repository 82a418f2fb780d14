// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/convert/todorow.h"
#include "importer/write/sourceidentity.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

namespace tusk::importer
{

class ImportSource;
class ImportTransaction;
struct ImportRequest;

// The source that a file is, and what had to be done for it to be one.
struct FoundIdentity {
    SourceIdentity identity = {};
    QString kind = {};        // of the source, as tusk.import has it
    bool hasJoined = false;   // other sources are part of it now: a change, even where the file brings none
    QStringList remarks = {}; // sentences: what became of those, and what was imported twice
};

// Finds out which source a file is: by its first rows or, where these tell nothing, by those of each owner;
// or by its bytes, where these were read in another way.
// Sources that turn out to be parts of the file become one with it, within the transaction, which must not be
// committed after an error. Blocks for the disk and the server. Thread: that of the connection.
class IdentityFinder final
{
public:
    // The references must outlive this. digest: of the bytes, as reports have it.
    IdentityFinder(ImportSource &source, const ImportRequest &request, QByteArray digest,
                   ImportTransaction &transaction);
    Q_DISABLE_COPY_MOVE(IdentityFinder)

    // Once; the transaction has begun.
    [[nodiscard]] base::Result<FoundIdentity> find();

private:
    [[nodiscard]] base::Result<void> findByRows();
    [[nodiscard]] base::Result<void> findByBytes();
    [[nodiscard]] base::Result<SourceIdentity> identifyByParties();
    [[nodiscard]] base::Result<SourceIdentity> identifyBy(const QList<QStringList> &parties);
    [[nodiscard]] base::Result<QList<QStringList>> parties();
    [[nodiscard]] base::Result<QList<TodoRow>> readSamples(const QStringList &owners);
    [[nodiscard]] base::Result<void> joinOthers();
    [[nodiscard]] base::Result<void> join(const QUuid &other);

    ImportSource &m_source;
    const ImportRequest &m_request;
    const QByteArray m_digest;
    ImportTransaction &m_transaction;
    FoundIdentity m_found;
};

} // namespace tusk::importer
