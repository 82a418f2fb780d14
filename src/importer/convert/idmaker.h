// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/mapping/mapping.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QUuid>

namespace tusk::importer
{

class RowAtHand;

// Gives every row of a source an id of its own, also where the file has none or the same one twice, and says
// which todo that is. Thread: one.
class IdMaker final
{
public:
    // The mapping must outlive this. source: its identity, of which ids are made.
    IdMaker(const Mapping &mapping, const QUuid &source);
    Q_DISABLE_COPY_MOVE(IdMaker)

    // The id of a row within its source; each row once, in the order of the file.
    [[nodiscard]] QByteArray take(RowAtHand &row);

    // The id of the todo that a row of a source becomes.
    [[nodiscard]] static QUuid todoId(const QUuid &source, const QByteArray &sourceId);
    // The same, but for ids that are to be kept.
    [[nodiscard]] QUuid todoId(const QByteArray &sourceId) const;
    // Whether a todo of that id has it in Tusk, too.
    [[nodiscard]] bool isKept(const QByteArray &id) const;
    // Of the row whose id is stored so.
    [[nodiscard]] QUuid todoOf(const QByteArray &stored) const;

private:
    [[nodiscard]] QByteArray idForNone(const RowAtHand &row);
    [[nodiscard]] bool makeUnique(QByteArray &id);

    const Mapping &m_mapping;
    const QUuid m_source;
    QSet<quint64> m_ids;                // where they may repeat: all so far
    QHash<quint64, int> m_repeatedIds;  // how often these were there
    QHash<QByteArray, qint64> m_idless; // rows without an id, by owner
};

} // namespace tusk::importer
