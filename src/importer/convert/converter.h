// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/convert/findings.h"
#include "importer/convert/namebook.h"
#include "importer/convert/todorow.h"
#include "importer/mapping/mapping.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QStringList>
#include <QTimeZone>
#include <QUuid>

namespace tusk::importer
{

class RowCursor;
struct SourceValue;

// What the user decides about the values of a file.
struct ConversionOptions {
    QTimeZone zone = QTimeZone::utc();        // of times without one
    QTimeZone displayZone = QTimeZone::utc(); // in which due times of the whole world are written down
    QString list = {};                        // for todos without one of their own; empty: the Inbox
    // Several owners: each becomes a list, and a tag of todos that have a list of their own.
    bool ownersAreLists = false;
    QHash<QByteArray, QString> ownerNames = {};
};

// Makes todos out of rows, one after another, by a mapping. Says every repair. Thread: one.
class Converter final
{
public:
    // The references must outlive this. source: the identity of the source, of which ids are made; start:
    // when the import began, for what has no time of its own. circle: ids of todos whose parents go round.
    Converter(const Mapping &mapping, const ConversionOptions &options, const QUuid &source,
              const QDateTime &start, NameBook &lists, NameBook &tags, Findings &findings,
              QSet<QByteArray> circle);
    Q_DISABLE_COPY_MOVE(Converter)

    // The row at which the cursor of selectOf(mapping) is.
    [[nodiscard]] TodoRow convert(const RowCursor &row);

    // The id of the todo that a row of the source becomes.
    [[nodiscard]] static QUuid todoId(const QUuid &source, const QByteArray &sourceId);
    // The same, but for ids that are to be kept.
    [[nodiscard]] QUuid todoId(const QByteArray &sourceId) const;
    // What a value of the column for the state means.
    [[nodiscard]] static StateValue stateOf(const Mapping &mapping, const SourceValue &stored);

private:
    [[nodiscard]] SourceValue value(const RowCursor &row, Target target) const;
    [[nodiscard]] QString text(const RowCursor &row, Target target);
    // unreadable: what is done then.
    [[nodiscard]] std::optional<TimeValue> time(const RowCursor &row, Target target, RepairKind unreadable);
    [[nodiscard]] std::optional<qint64> instant(const RowCursor &row, Target target, RepairKind unreadable);
    [[nodiscard]] std::optional<qint64> momentOf(const RowCursor &row, Target target, const TimeValue &read);
    void repair(RepairKind kind, Target target, const SourceValue &original);
    void repair(RepairKind kind, const QString &column, const SourceValue &original);
    [[nodiscard]] QString leftOut(const RowCursor &row);

    void identify(const RowCursor &row, TodoRow &todo);
    [[nodiscard]] QByteArray idForNone(const RowCursor &row);
    [[nodiscard]] bool makeUnique(QByteArray &id);
    void takeTexts(const RowCursor &row, TodoRow &todo);
    void takeState(const RowCursor &row, TodoRow &todo);
    void takeDeletion(const RowCursor &row, TodoRow &todo);
    void takePriority(const RowCursor &row, TodoRow &todo);
    void takeParent(const RowCursor &row, TodoRow &todo);
    void mend(const RowCursor &row, TodoRow &todo);
    void takeNames(const RowCursor &row);
    void settle(TodoRow &todo);
    [[nodiscard]] QString listOf(const RowCursor &row);
    [[nodiscard]] QString ownerOf(const RowCursor &row) const;
    [[nodiscard]] QString checkedName(const QString &name, Target target, const SourceValue &original);
    [[nodiscard]] std::optional<QByteArray> when(const RowCursor &row, Target target);
    void keepWords(Target target, const SourceValue &stored);
    [[nodiscard]] qint64 dayOfMoment(qint64 moment, Target target) const;
    [[nodiscard]] QStringList tagsOf(const RowCursor &row);
    void takeRepeat(const RowCursor &row, TodoRow &todo);
    [[nodiscard]] QByteArray positionOf(const RowCursor &row) const;
    [[nodiscard]] QByteArray nextPosition() const;

    const Mapping &m_mapping;
    const ConversionOptions &m_options;
    const QUuid m_source;
    const qint64 m_start; // milliseconds since 1970
    NameBook &m_lists;
    NameBook &m_tags;
    Findings &m_findings;
    const QSet<QByteArray> m_circle;
    QStringList m_unread;               // lines for the notes of the row at hand: what no field takes
    QList<Repair> m_repairs;            // of it
    QString m_list;                     // of it; empty: none
    QStringList m_tagNames;             // of it
    const RowCursor *m_row = nullptr;   // at hand
    QByteArray m_sourceId;              // of it
    QSet<quint64> m_ids;                // where they may repeat: all so far
    QHash<quint64, int> m_repeatedIds;  // how often these were there
    qint64 m_number = 0;                // of rows
    QHash<QByteArray, qint64> m_idless; // rows without an id, by owner
};

} // namespace tusk::importer
