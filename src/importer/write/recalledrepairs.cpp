// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/write/recalledrepairs.h"

#include "importer/importreport.h"
#include "importer/write/importtransaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tusk::importer
{

using namespace Qt::StringLiterals;

base::Result<bool> recallRepairs(ImportTransaction &transaction, const QByteArray &source, bool wantsAll,
                                 ImportReport &report)
{
    const auto answer = transaction.execute(
        "import recall",
        "SELECT tusk.instant(finished_at), jsonb_build_object('repairs', "
        "report->'repairs', 'rows', report->'repaired_rows', 'first', report->'first_repairs') FROM "
        "tusk.import WHERE source_identity = $1 AND finished_at IS NOT NULL AND undone_at IS NULL ORDER BY "
        "finished_at DESC LIMIT 1",
        {source});
    if (!answer)
        return answer.error();
    if (answer->rows.isEmpty()) // undone in this moment
        return false;
    const auto &row = answer->rows.first();
    const QJsonObject stored = QJsonDocument::fromJson(row.at(1).value_or(QByteArray())).object();
    const QJsonObject counts = stored.value("repairs"_L1).toObject();
    if (wantsAll && !counts.isEmpty())
        return false;
    report.unchangedSince =
        QDateTime::fromString(QString::fromLatin1(row.at(0).value_or(QByteArray())), Qt::ISODateWithMs);
    report.repairedRows = stored.value("rows"_L1).toInteger();
    for (auto count = counts.begin(); count != counts.end(); ++count) {
        if (const auto kind = repairNamed(count.key()))
            report.repairs.insert(*kind, count.value().toInteger());
    }
    for (const QJsonValue first : stored.value("first"_L1).toArray()) {
        if (const auto repair = repairFrom(first.toObject()))
            report.firstRepairs.append(*repair);
    }
    return true;
}

} // namespace tusk::importer
