// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/flatjson.h"

#include <QJsonDocument>

namespace tusk::tests
{

QJsonObject flat(const QJsonObject &object, const QString &prefix)
{
    QJsonObject result;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString path = prefix + member.key();
        if (!member.value().isObject()) {
            result.insert(path, member.value());
            continue;
        }
        const QJsonObject inner = flat(member.value().toObject(), path + u'.');
        for (auto part = inner.begin(); part != inner.end(); ++part)
            result.insert(part.key(), part.value());
    }
    return result;
}

QJsonObject changes(const QJsonObject &before, const QJsonObject &after)
{
    QJsonObject result;
    for (auto member = after.begin(); member != after.end(); ++member) {
        if (before.value(member.key()) != member.value())
            result.insert(member.key(), member.value());
    }
    for (const QString &path : before.keys()) {
        if (!after.contains(path))
            result.insert(path, QJsonValue::Null);
    }
    return result;
}

QByteArray textOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace tusk::tests
