// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/idmaker.h"

#include "importer/convert/rowathand.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace tusk::importer
{

namespace
{

bool isText(const QByteArray &bytes)
{
    return !bytes.contains('\0') && !QString::fromUtf8(bytes).contains(QChar::ReplacementCharacter);
}

// An id goes to the server as a text, and into an index, which takes no more than 2,700 bytes.
QByteArray keptId(const QByteArray &stored)
{
    constexpr qsizetype longest = 1000;
    if (stored.size() > longest)
        return "sha256:" + QCryptographicHash::hash(stored, QCryptographicHash::Sha256).toHex();
    return isText(stored) ? stored : stored.toHex();
}

} // namespace

IdMaker::IdMaker(const Mapping &mapping, const QUuid &source)
    : m_mapping(mapping)
    , m_source(source)
{
}

QUuid IdMaker::todoId(const QUuid &source, const QByteArray &sourceId)
{
    return QUuid::createUuidV5(source, sourceId);
}

QUuid IdMaker::todoId(const QByteArray &sourceId) const
{
    return isKept(sourceId) ? QUuid::fromString(QLatin1StringView(sourceId)) : todoId(m_source, sourceId);
}

// Written in another way it could be the same one twice.
bool IdMaker::isKept(const QByteArray &id) const
{
    const QUuid own = m_mapping.keepsIds ? QUuid::fromString(QLatin1StringView(id)) : QUuid();
    return !own.isNull() && own.toByteArray(QUuid::WithoutBraces) == id;
}

QUuid IdMaker::todoOf(const QByteArray &stored) const
{
    return todoId(keptId(stored));
}

QByteArray IdMaker::take(RowAtHand &row)
{
    const SourceValue stored = row.value(Target::Id);
    QByteArray id = keptId(stored.toText());
    const bool isNoText = !isText(stored.toText());
    const bool isMissing = id.isEmpty();
    if (isMissing)
        id = idForNone(row);
    const bool isRepeated = m_mapping.idsMayRepeat && !makeUnique(id);
    row.identify(id);
    if (isNoText)
        row.repair(RepairKind::InvalidText, Target::Id, stored);
    if (isMissing)
        row.repair(RepairKind::MissingId, Target::Id, {});
    if (isRepeated)
        row.repair(RepairKind::RepeatedId, Target::Id, stored);
    return id;
}

// The same whichever owners are imported.
QByteArray IdMaker::idForNone(const RowAtHand &row)
{
    if (!m_mapping.has(Target::Owner))
        return "row " + QByteArray::number(row.number());
    const QByteArray owner = keptId(row.value(Target::Owner).toText());
    return "row " + QByteArray::number(++m_idless[owner]) + " of " + owner;
}

// False: it was there before. The second row of an id is its second one the next time, too.
bool IdMaker::makeUnique(QByteArray &id)
{
    const auto keyOf = [](const QByteArray &each) { // a million texts would take more room
        const QByteArray digest = QCryptographicHash::hash(each, QCryptographicHash::Sha1);
        return qFromBigEndian<quint64>(digest.constData());
    };
    const QByteArray repeated = id;
    if (!m_ids.contains(keyOf(id))) {
        m_ids.insert(keyOf(id));
        return true;
    }
    int &number = m_repeatedIds[keyOf(repeated)];
    number = std::max(number, 1);
    do {
        id = repeated + '-' + QByteArray::number(++number);
    } while (m_ids.contains(keyOf(id)));
    m_ids.insert(keyOf(id));
    return false;
}

} // namespace tusk::importer
