// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/mapping/recognizer.h"
#include "importer/source/snapshot.h"
#include "importer/source/sqlitefile.h"
#include "importer/sourceowner.h"
#include "importer/text/textfile.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <stop_token>

namespace tusk::importer
{

// A foreign file that is ready to be imported: copied, opened and recognised. Thread: any, but one at a time.
class ImportSource final
{
public:
    using Damage = SqliteFile::Damage;

    // Blocks for the disk; not on the GUI thread. folder: for private copies.
    [[nodiscard]] static base::Result<std::unique_ptr<ImportSource>>
    open(const QString &path, const QString &folder, Damage damage, const std::stop_token &stop);
    Q_DISABLE_COPY_MOVE(ImportSource)

    // A copy beside the file, as FILE.bak or with a number; its path. Blocks for the disk.
    [[nodiscard]] base::Result<QString> keepBackup();

    [[nodiscard]] const Snapshot &snapshot() const { return m_snapshot; }
    [[nodiscard]] SqliteFile &file() { return *m_file; }
    // Sentences: what of a damaged file could not be read.
    [[nodiscard]] QStringList losses() const { return m_text.losses + m_file->losses(); }
    [[nodiscard]] const Recognition &recognition() const { return m_recognition; }
    [[nodiscard]] const QList<SourceOwner> &owners() const { return m_owners; } // of the best mapping
    // Of another one; none where it knows no owners. Blocks for the disk.
    [[nodiscard]] base::Result<QList<SourceOwner>> ownersOf(const Mapping &mapping);
    // All but those whose todos are asked for, as who chose some people may have forgotten the others; none
    // where nobody was chosen. Blocks for the disk.
    [[nodiscard]] base::Result<QList<SourceOwner>> ownersBeside(const QStringList &chosen,
                                                                const Mapping &mapping);

private:
    explicit ImportSource(Snapshot snapshot);

    [[nodiscard]] base::Result<void> openFile(Damage damage, const std::stop_token &stop);
    void describeText();
    [[nodiscard]] base::Result<void> settleCsv();
    [[nodiscard]] QStringList remarksOnCompanions() const;
    [[nodiscard]] base::Error withCompanions(base::Error error) const;
    [[nodiscard]] base::Result<QList<SourceOwner>> readOwners(const Mapping &mapping);

    Snapshot m_snapshot;
    TextFile m_text; // where the file is one
    std::unique_ptr<SqliteFile> m_file;
    Recognition m_recognition;
    QList<SourceOwner> m_owners;
};

} // namespace tusk::importer
