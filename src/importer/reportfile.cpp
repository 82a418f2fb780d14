// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/reportfile.h"

#include "importer/reportpage.h"
#include "importer/texts.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

namespace
{

bool writeJson(const ImportReport &report, QFile &repairs, QIODevice &target)
{
    QJsonObject object = report.toJson();
    object.remove("first_repairs"_L1);
    QByteArray head = QJsonDocument(object).toJson();
    head.truncate(head.lastIndexOf('}'));
    bool isWritten = target.write(head.trimmed()) > 0 && target.write(",\n    \"all_repairs\": [") > 0;
    if (repairs.isOpen()) {
        for (bool isFirst = true; isWritten && !repairs.atEnd(); isFirst = false)
            isWritten = target.write((isFirst ? "\n" : ",\n") + repairs.readLine().trimmed()) > 0;
    }
    return isWritten && target.write("\n    ]\n}\n") > 0;
}

} // namespace

base::Result<void> checkReportFile(const QString &source, const QString &file)
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

base::Result<void> writeReport(const ImportReport &report, const QString &repairsFile, const QString &file)
{
    if (const auto checked = checkReportFile(report.file, file); !checked)
        return checked;
    const bool isPage =
        file.endsWith(".html"_L1, Qt::CaseInsensitive) || file.endsWith(".htm"_L1, Qt::CaseInsensitive);
    QSaveFile target(file);
    QFile repairs(repairsFile);
    if (!repairsFile.isEmpty() && repairs.exists() && !repairs.open(QIODevice::ReadOnly)) {
        // Without them it would be another report than was promised.
        target.cancelWriting();
    } else if (target.open(QIODevice::WriteOnly)) {
        const bool isWritten =
            isPage ? writeReportPage(report, repairs, target) : writeJson(report, repairs, target);
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
