// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/textreading.h"

#include "importer/texts.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace tusk::importer
{

base::Result<void> TextReading::damaged(const base::Error &error)
{
    if (!acceptsDamage || error.kind == base::ErrorKind::Cancelled)
        return error;
    losses.append(Text::tr("The file is damaged; what follows could not be read: %1.").arg(error.detail));
    return {};
}

QByteArray namesAsJson(const QStringList &names)
{
    if (names.isEmpty())
        return {};
    return QJsonDocument(QJsonArray::fromStringList(names)).toJson(QJsonDocument::Compact);
}

QByteArray TextIds::idOf(const QByteArray &text)
{
    const QByteArray digest = QCryptographicHash::hash(text, QCryptographicHash::Sha1).first(12);
    const int count = ++m_seen[digest];
    return count == 1 ? digest.toHex() : digest.toHex() + '-' + QByteArray::number(count);
}

} // namespace tusk::importer
