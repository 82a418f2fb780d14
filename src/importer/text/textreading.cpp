// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/textreading.h"

#include "importer/source/sourcevalue.h"
#include "importer/texts.h"
#include "importer/values/textvalue.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

namespace tusk::importer
{

base::Result<void> TextReading::damaged(const base::Error &error)
{
    if (!acceptsDamage || error.kind == base::ErrorKind::Cancelled)
        return error;
    losses.append(Text::tr("The file is damaged; what follows could not be read: %1.").arg(error.detail));
    return {};
}

QString TextReading::decoded(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return {};
    const TextValue read = readText({.kind = SourceValue::Kind::Text, .bytes = bytes});
    hasOldTexts = hasOldTexts || read.wasInvalid;
    return read.wasInvalid ? read.text : QString::fromUtf8(bytes);
}

void TextReading::noteRepeatedId(const QByteArray &id)
{
    constexpr qsizetype most = 20; // in a sentence
    if (++repeatedIds <= most)
        firstRepeatedIds.append(QString::fromUtf8(id.left(100)));
}

void TextReading::remarkOnTexts()
{
    if (hasOldTexts)
        remarks.append(Text::tr("Some texts are not in UTF-8; they were read as Windows-1252."));
    if (repeatedIds == 0)
        return;
    const QString more = repeatedIds > firstRepeatedIds.size() ? QStringLiteral(", …") : QString();
    // By itself, for the tool that collects what is to be translated.
    const char *sentence =
        QT_TRANSLATE_N_NOOP("Import", "%Ln todos had the id of another one and got their own; it was: %1.");
    remarks.append(QCoreApplication::translate("Import", sentence, nullptr, int(repeatedIds))
                       .arg(firstRepeatedIds.join(QStringLiteral(", ")) + more));
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
    const int count = ++m_seen[qFromBigEndian<quint64>(digest.constData())];
    return count == 1 ? digest.toHex() : digest.toHex() + '-' + QByteArray::number(count);
}

} // namespace tusk::importer
