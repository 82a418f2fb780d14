// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/reportfile.h"

#include "importer/reportpage.h"
#include "importer/texts.h"
#include "importer/write/conflictlist.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

// Of lines with an object each.
bool writeArray(const QByteArray &name, QFile &lines, QIODevice &target)
{
    bool isWritten = target.write(",\n    \"" + name + "\": [") > 0;
    for (bool isFirst = true; isWritten && lines.isOpen() && !lines.atEnd(); isFirst = false)
        isWritten = target.write((isFirst ? "\n" : ",\n") + lines.readLine().trimmed()) > 0;
    return isWritten && target.write("\n    ]") > 0;
}

bool writeJson(const ImportReport &report, QFile &repairs, QFile &conflicts, QIODevice &target)
{
    QJsonObject object = report.toJson();
    object.remove("first_repairs"_L1);
    if (conflicts.isOpen())
        object.remove("conflicts"_L1);
    QByteArray head = QJsonDocument(object).toJson();
    head.truncate(head.lastIndexOf('}'));
    return target.write(head.trimmed()) > 0 &&
           (!conflicts.isOpen() || writeArray("conflicts", conflicts, target)) &&
           writeArray("all_repairs", repairs, target) && target.write("\n}\n") > 0;
}

bool canBeRead(QFile &file, bool isThere)
{
    return !isThere || file.open(QIODevice::ReadOnly);
}

base::Result<void> isNotTheSource(const QString &source, const QString &file)
{
    const QString target = QFileInfo(file).canonicalFilePath();
    for (const auto ending : {""_L1, "-wal"_L1, "-journal"_L1, "-shm"_L1}) {
        if (target.isEmpty() || target != QFileInfo(source + ending).canonicalFilePath())
            continue;
        base::Error error;
        error.kind = base::ErrorKind::InvalidInput;
        error.sentence =
            Text::tr("The report cannot be written to “%1”: that is the file that is imported.").arg(file);
        return error;
    }
    return {};
}

} // namespace

base::Result<void> checkReportFile(const QString &source, const QString &file)
{
    if (auto checked = isNotTheSource(source, file); !checked)
        return checked;
    QSaveFile target(file); // leaves what is there
    if (target.open(QIODevice::WriteOnly)) {
        target.cancelWriting();
        return {};
    }
    base::Error error;
    error.kind = base::ErrorKind::LocalFile;
    error.sentence = Text::tr("The report cannot be written to “%1”, so nothing was imported.").arg(file);
    error.detail = target.errorString();
    return error;
}

base::Result<void> writeReport(const ImportReport &report, const QString &repairsFile, const QString &file)
{
    if (auto checked = isNotTheSource(report.file, file); !checked)
        return checked;
    const bool isPage =
        file.endsWith(".html"_L1, Qt::CaseInsensitive) || file.endsWith(".htm"_L1, Qt::CaseInsensitive);
    QSaveFile target(file);
    QFile repairs(repairsFile);
    QFile conflicts(conflictsFileBeside(repairsFile));
    if (!canBeRead(repairs, !repairsFile.isEmpty() && repairs.exists()) ||
        !canBeRead(conflicts, report.listsAllConflicts)) {
        // Without them it would be another report than was promised.
        target.cancelWriting();
    } else if (target.open(QIODevice::WriteOnly)) {
        const bool isWritten = isPage ? writeReportPage(report, repairs, conflicts, target)
                                      : writeJson(report, repairs, conflicts, target);
        if (isWritten && target.commit())
            return {};
    }
    base::Error error;
    error.kind = base::ErrorKind::LocalFile;
    error.sentence =
        report.isDryRun
            ? Text::tr("The report could not be written to “%1”.").arg(file)
            : Text::tr("The import is done, but its report could not be written to “%1”.").arg(file);
    error.detail = target.errorString();
    return error;
}

} // namespace tusk::importer
