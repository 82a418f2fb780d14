// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importsource.h"

#include "importer/mapping/textids.h"
#include "importer/texts.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

ImportSource::ImportSource(Snapshot snapshot)
    : m_snapshot(std::move(snapshot))
{
}

Result<std::unique_ptr<ImportSource>> ImportSource::open(const QString &path, const QString &folder,
                                                         SqliteFile::Damage damage,
                                                         const std::stop_token &stop)
{
    auto snapshot = Snapshot::take(path, folder, stop);
    if (!snapshot)
        return snapshot.error();
    std::unique_ptr<ImportSource> source(new ImportSource(std::move(snapshot).value()));
    if (const auto opened = source->openFile(damage, stop); !opened)
        return opened.error();
    auto recognition = recognise(*source->m_file);
    if (!recognition)
        return source->withCompanions(recognition.error());
    source->m_recognition = *recognition;
    source->describeText();
    if (const auto settled = source->settleCsv(); !settled)
        return settled.error();
    auto owners = source->readOwners(source->m_recognition.best());
    if (!owners)
        return owners.error();
    source->m_owners = *owners;
    return source;
}

Result<void> ImportSource::openFile(Damage damage, const std::stop_token &stop)
{
    if (!m_snapshot.isDatabase()) {
        auto text = readTextFile(m_snapshot, damage == Damage::Accepted, stop);
        if (!text)
            return text.error();
        m_text = std::move(text).value();
    }
    auto file = m_snapshot.isDatabase() ? SqliteFile::open(m_snapshot, damage, stop)
                                        : SqliteFile::openTable(m_text.table, m_snapshot.source(), stop);
    if (!file)
        return file.error();
    m_file = std::move(file).value();
    return {};
}

// What only its reader knows.
void ImportSource::describeText()
{
    for (ScoredMapping &each : m_recognition.mappings) {
        each.mapping.isText = !m_snapshot.isDatabase();
        each.mapping.remarks += m_text.remarks + m_file->unreadTables() + remarksOnCompanions();
        if (m_text.isPlainCsv) {
            each.mapping.kind = u"csv"_s;
            each.mapping.program = Text::tr("a program that writes CSV");
        }
    }
}

Result<void> ImportSource::settleCsv()
{
    if (!m_text.isPlainCsv)
        return {};
    for (ScoredMapping &each : m_recognition.mappings) {
        each.mapping.parentsByTitle = true; // as Asana and people write them
        if (auto known = knowRowsByText(*m_file, each.mapping); !known)
            return known;
    }
    return {};
}

// What lies beside a database, or may be missing there; beside the file itself, not beside a link to it.
QStringList ImportSource::remarksOnCompanions() const
{
    const QString name = QFileInfo(QFileInfo(m_snapshot.source()).canonicalFilePath()).fileName();
    const QString log = name + "-wal"_L1;
    const QString journal = name + "-journal"_L1;
    QStringList remarks;
    if (m_snapshot.hasLog())
        remarks.append(Text::tr("What was in “%1” was read as well.").arg(log));
    if (m_snapshot.lacksLog())
        remarks.append(Text::tr("If you copied this file while its program was running, copy “%1” too: the "
                                "newest changes may be in there.")
                           .arg(log));
    if (m_snapshot.hasOpenChange())
        remarks.append(Text::tr("Its program had begun a change and not finished it; as “%1” says how it was "
                                "before, that change was left out.")
                           .arg(journal));
    if (m_snapshot.lacksJournal())
        remarks.append(Text::tr("This file was copied while its program was just writing: copy it again "
                                "together with “%1”, or while the program is closed.")
                           .arg(journal));
    return remarks;
}

// Where nothing was found, it may be in what lies beside the file, or does not.
base::Error ImportSource::withCompanions(base::Error error) const
{
    if (error.kind == base::ErrorKind::NotFound)
        error.sentence = (QStringList(error.sentence) + remarksOnCompanions()).join(u' ');
    return error;
}

Result<QString> ImportSource::keepBackup()
{
    // The copy was repaired: what was in its log has to be in the one file.
    const auto whole =
        m_snapshot.isDatabase() ? m_file->run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s) : Result<void>();
    if (!whole)
        return whole.error();
    QString backup = m_snapshot.source() + ".bak"_L1;
    for (int number = 2; QFile::exists(backup); ++number)
        backup = m_snapshot.source() + ".bak-"_L1 + QString::number(number);
    if (QFile::copy(m_snapshot.file(), backup))
        return backup;
    base::Error error;
    error.kind = base::ErrorKind::LocalFile;
    error.sentence = Text::tr("The copy “%1” could not be made, so nothing was imported.").arg(backup);
    return error;
}

Result<QList<SourceOwner>> ImportSource::ownersOf(const Mapping &mapping)
{
    const Mapping &best = m_recognition.best();
    const bool isBest = mapping.from == best.from && mapping.filter == best.filter &&
                        mapping.owners == best.owners &&
                        mapping.columns.value(Target::Owner) == best.columns.value(Target::Owner);
    return isBest ? m_owners : readOwners(mapping);
}

Result<QList<SourceOwner>> ImportSource::ownersBeside(const QStringList &chosen, const Mapping &mapping)
{
    if (chosen.isEmpty())
        return QList<SourceOwner>();
    auto owners = ownersOf(mapping);
    if (!owners)
        return owners.error();
    owners->removeIf(
        [&chosen](const SourceOwner &owner) { return chosen.contains(QString::fromUtf8(owner.id)); });
    return owners;
}

Result<QList<SourceOwner>> ImportSource::readOwners(const Mapping &mapping)
{
    QList<SourceOwner> owners;
    if (!mapping.has(Target::Owner))
        return owners;
    QHash<QByteArray, QString> names;
    QHash<QByteArray, QString> emails;
    if (!mapping.owners.isEmpty()) {
        auto rows = m_file->query(mapping.owners);
        if (!rows)
            return rows.error();
        const auto read = rows->forEach([&names, &emails](const RowCursor &row) {
            const QByteArray id = row.value(0).toText();
            names.insert(id, QString::fromUtf8(row.value(1).toText()));
            emails.insert(id, QString::fromUtf8(row.value(2).toText()));
        });
        if (!read)
            return read.error();
    }
    auto rows = m_file->query(ownersIn(mapping));
    if (!rows)
        return rows.error();
    const auto read = rows->forEach([&owners, &names, &emails](const RowCursor &row) {
        const QByteArray id = row.value(0).toText();
        SourceOwner owner{id, names.value(id).trimmed(), emails.value(id), row.value(1).integer};
        if (owner.name.isEmpty())
            owner.name = owner.email.isEmpty() ? QString::fromUtf8(id) : owner.email;
        owners.append(owner);
    });
    if (!read)
        return read.error();
    tellApart(owners);
    return owners;
}

} // namespace tusk::importer
