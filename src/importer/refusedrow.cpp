// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/refusedrow.h"

#include "importer/convert/converter.h"
#include "importer/importjob.h"
#include "importer/write/refusedtodo.h"
#include "importer/write/sourceidentity.h"

namespace tusk::importer
{

namespace
{

bool isAboutStagedRow(const base::Error &error)
{
    const bool isOfTodos = error.statement == "import rows" || error.statement == "import todos";
    return isOfTodos && (error.copyLine > 0 || !error.rowId.isEmpty()) && isAboutRow(error);
}

} // namespace

base::Error namedInFile(const base::Error &error, ImportSource &source, const ImportRequest &request,
                        const SourceIdentity &identity, const std::stop_token &stop)
{
    if (!isAboutStagedRow(error))
        return error;
    NameBook lists;
    NameBook tags;
    Findings findings({});
    Converter converter(request.mapping, request.conversion, identity.id, identity.firstImport, lists, tags,
                        findings, {});
    auto rows = source.file().query(selectOf(request.mapping, request.owners));
    qint64 line = 0;
    while (rows && !stop.stop_requested()) {
        const auto more = rows->next();
        if (!more || !*more)
            break;
        const TodoRow row = converter.convert(*rows);
        line += row.broken ? 0 : 1;
        const bool isLine = error.copyLine > 0 && line == error.copyLine;
        if (isLine || row.id.toByteArray(QUuid::WithoutBraces) == error.rowId)
            return refusedTodo(error, QString::fromUtf8(row.fields[size_t(Field::Title)].value_or("")),
                               row.sourceId);
    }
    return error;
}

} // namespace tusk::importer
