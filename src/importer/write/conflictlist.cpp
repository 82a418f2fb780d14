// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/conflictlist.h"

#include "importer/texts.h"

#include <QFile>
#include <QJsonObject>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

QString conflictsFileBeside(const QString &repairsFile)
{
    return repairsFile.isEmpty() ? QString() : repairsFile + ".conflicts"_L1;
}

ConflictList::ConflictList(const QString &path)
    : m_lines(path)
{
    if (!path.isEmpty())
        QFile::remove(path); // of a trial
}

void ConflictList::add(const ImportConflict &conflict)
{
    if (m_lines.isWanted())
        m_lines.add(toJson(conflict));
}

base::Result<void> ConflictList::flush()
{
    return m_lines.flush(Text::tr("There is not enough room on the disk for the list of conflicts."));
}

} // namespace tusk::importer
