// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/values/readrepair.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tusk::importer
{

QByteArray asJson(const QList<ReadRepair> &repairs)
{
    QJsonArray json;
    for (const ReadRepair &each : repairs)
        json.append(QJsonArray{int(each.kind), each.column, QString::fromUtf8(each.original)});
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QList<ReadRepair> readRepairsFrom(const QByteArray &json)
{
    QList<ReadRepair> repairs;
    for (const auto &each : QJsonDocument::fromJson(json).array())
        repairs.append({ReadRepair::Kind(each[0].toInt()), each[1].toString(), each[2].toString().toUtf8()});
    return repairs;
}

} // namespace tusk::importer
