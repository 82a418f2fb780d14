// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/unsentfolder.h"

#include "base/paths.h"
#include "data/repository/journalrecords.h"

#include <QDir>
#include <QFile>

namespace tusk::app
{

using namespace Qt::StringLiterals;

QString unsentFolder(const std::optional<base::ConnectionSettings> &settings)
{
    const QString folder = base::dataFolder() + "/unsent/"_L1;
    if (!settings)
        return folder + "local"_L1;
    const QString address = u"%1:%2/%3"_s.arg(settings->host).arg(settings->port).arg(settings->database);
    return folder + QString::fromLatin1(address.toUtf8().toPercentEncoding("-_.", "~"));
}

UnsentCount countUnsent(const QString &folder)
{
    UnsentCount count;
    const QDir files(folder);
    for (const QString &name : files.entryList({u"*.jsonl"_s}, QDir::Files)) {
        QFile file(files.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const repository::JournalContents contents = repository::readJournal(file.readAll());
        count.actions += contents.open.size();
        count.damaged += contents.damaged;
    }
    return count;
}

} // namespace tusk::app
