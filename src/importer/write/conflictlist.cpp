// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/conflictlist.h"

#include "importer/texts.h"

#include <QJsonDocument>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

QString conflictsFileBeside(const QString &repairsFile)
{
    return repairsFile.isEmpty() ? QString() : repairsFile + ".conflicts"_L1;
}

ConflictList::ConflictList(const QString &path)
    : m_file(path)
{
    if (!path.isEmpty())
        QFile::remove(path); // of a trial
}

void ConflictList::add(const ImportConflict &conflict)
{
    if (m_file.fileName().isEmpty() || m_failed)
        return;
    if (!m_file.isOpen() && !m_file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        m_failed = true;
        return;
    }
    const QByteArray line = QJsonDocument(toJson(conflict)).toJson(QJsonDocument::Compact) + '\n';
    m_failed = m_file.write(line) != line.size();
}

base::Result<void> ConflictList::flush()
{
    if (!m_failed && (!m_file.isOpen() || m_file.flush()))
        return {};
    base::Error error;
    error.kind = base::ErrorKind::DiskFull;
    error.sentence = Text::tr("There is not enough room on the disk for the list of conflicts.");
    error.detail = m_file.errorString();
    return error;
}

} // namespace tusk::importer
