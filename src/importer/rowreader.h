// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/convert/converter.h"
#include "importer/source/rowcursor.h"

#include <optional>
#include <stop_token>

namespace tusk::importer
{

class SqliteFile;
struct ImportRequest;
struct SourceIdentity;

// Reads the rows of a file as the todos that they become, one after another. One that no todo can be is said
// among the findings and passed over: the others come all the same. Thread: any, but one at a time.
class RowReader final
{
public:
    // The references must outlive this.
    RowReader(SqliteFile &file, const ImportRequest &request, const SourceIdentity &identity, NameBook &lists,
              NameBook &tags, Findings &findings, const std::stop_token &stop);
    Q_DISABLE_COPY_MOVE(RowReader)

    // Before the first row. Blocks for the disk.
    [[nodiscard]] base::Result<void> open();
    // None: that was the last one. Error: Cancelled, soon after the stop is requested.
    [[nodiscard]] base::Result<std::optional<TodoRow>> next();

    [[nodiscard]] qint64 rows() const { return m_count; } // so far, also those that were refused
    // Of a source that was not known before: those that their own program had deleted.
    [[nodiscard]] qint64 inTrash() const { return m_inTrash; }

private:
    void refuse(const TodoRow &row, Field broken);

    SqliteFile &m_file;
    const ImportRequest &m_request;
    const SourceIdentity &m_identity;
    NameBook &m_lists;
    NameBook &m_tags;
    Findings &m_findings;
    const std::stop_token &m_stop;
    std::optional<Converter> m_converter;
    std::optional<RowCursor> m_rows;
    qint64 m_count = 0;
    qint64 m_inTrash = 0;
};

} // namespace tusk::importer
