// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/rowreader.h"

#include "domain/todorules.h"
#include "importer/convert/circles.h"
#include "importer/importjob.h"
#include "importer/mapping/lookuptables.h"
#include "importer/source/sourcefailures.h"
#include "importer/write/sourceidentity.h"

#include <utility>

namespace tusk::importer
{

using base::Result;

RowReader::RowReader(SqliteFile &file, const ImportRequest &request, const SourceIdentity &identity,
                     NameBook &lists, NameBook &tags, Findings &findings, const std::stop_token &stop)
    : m_file(file)
    , m_request(request)
    , m_identity(identity)
    , m_lists(lists)
    , m_tags(tags)
    , m_findings(findings)
    , m_stop(stop)
{
}

Result<void> RowReader::open()
{
    const auto circle = idsInCircles(m_file, m_request.mapping, m_request.owners);
    if (!circle)
        return circle.error();
    m_converter.emplace(m_request.mapping, m_request.conversion, m_identity.id, m_identity.firstImport,
                        m_lists, m_tags, m_findings, *circle);
    auto rows = queryTodos(m_file, m_request.mapping, m_request.owners);
    if (!rows)
        return rows.error();
    m_rows.emplace(std::move(*rows));
    return {};
}

Result<std::optional<TodoRow>> RowReader::next()
{
    while (true) {
        if (m_stop.stop_requested())
            return readingCancelled();
        const auto more = m_rows->next();
        if (!more)
            return more.error();
        if (!*more)
            return std::optional<TodoRow>();
        ++m_count;
        TodoRow row = m_converter->convert(*m_rows);
        if (row.broken) {
            refuse(row, *row.broken);
            continue;
        }
        m_inTrash += !m_identity.isKnown && row.fields[size_t(Field::DeletedAt)] ? 1 : 0;
        return std::optional(std::move(row));
    }
}

void RowReader::refuse(const TodoRow &row, Field broken)
{
    const auto text = [&row](Field field) { return row.fields[size_t(field)].value_or(QByteArray()); };
    const QString title = QString::fromUtf8(text(Field::Title));
    m_findings.add({RepairKind::Refused, row.sourceId, fieldText(wordFor(broken)), text(broken),
                    excerptsOf(title, {}, domain::maxTitleLength).one});
}

} // namespace tusk::importer
