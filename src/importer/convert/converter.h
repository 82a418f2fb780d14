// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/convert/conversionoptions.h"
#include "importer/convert/findings.h"
#include "importer/convert/idmaker.h"
#include "importer/convert/namebook.h"
#include "importer/convert/namereader.h"
#include "importer/convert/rowathand.h"
#include "importer/convert/timereader.h"
#include "importer/convert/todorow.h"
#include "importer/mapping/mapping.h"

#include <QDateTime>
#include <QSet>
#include <QUuid>

namespace tusk::importer
{

class RowCursor;

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
    void takeTexts(TodoRow &todo);
    [[nodiscard]] QString leftOut();
    void takeState(TodoRow &todo);
    void takeArchiving(TodoRow &todo);
    void takeDeletion(TodoRow &todo);
    void takePriority(TodoRow &todo);
    void takeParent(TodoRow &todo);
    void takeRepeat(TodoRow &todo);
    void mend(TodoRow &todo);
    void settle(TodoRow &todo, const TodoNames &names);
    [[nodiscard]] QByteArray position() const;
    [[nodiscard]] QByteArray nextPosition() const;

    const Mapping &m_mapping;
    const ConversionOptions &m_options;
    const qint64 m_start; // milliseconds since 1970
    NameBook &m_lists;
    NameBook &m_tags;
    Findings &m_findings;
    const QSet<QByteArray> m_circle;
    RowAtHand m_row;
    IdMaker m_ids;
    TimeReader m_times; // of the row, as the names
    NameReader m_names;
};

} // namespace tusk::importer
