// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/source/rowcursor.h"

#include "importer/source/sourcefailures.h"

#include <sqlite3.h>

namespace tusk::importer
{

void RowCursor::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

RowCursor::RowCursor(sqlite3_stmt *statement, QString source)
    : m_statement(statement)
    , m_source(std::move(source))
{
}

base::Result<bool> RowCursor::next()
{
    if (m_isAtEnd)
        return false;
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    m_isAtEnd = true;
    if (code == SQLITE_DONE)
        return false;
    return failureOf(sqlite3_db_handle(m_statement.get()), code, m_source);
}

int RowCursor::columns() const
{
    return sqlite3_column_count(m_statement.get());
}

QStringList RowCursor::names() const
{
    QStringList names;
    for (int column = 0; column < columns(); ++column)
        names.append(QString::fromUtf8(sqlite3_column_name(m_statement.get(), column)));
    return names;
}

SourceValue RowCursor::value(int column) const
{
    using Kind = SourceValue::Kind;
    sqlite3_stmt *row = m_statement.get();
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_INTEGER:
        return {.kind = Kind::Integer, .integer = sqlite3_column_int64(row, column)};
    case SQLITE_FLOAT:
        return {.kind = Kind::Real, .real = sqlite3_column_double(row, column)};
    case SQLITE_TEXT: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(row, column));
        return {.kind = Kind::Text, .bytes = {text, sqlite3_column_bytes(row, column)}};
    }
    case SQLITE_BLOB: {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(row, column));
        return {.kind = Kind::Blob, .bytes = {bytes, sqlite3_column_bytes(row, column)}};
    }
    default:
        return {};
    }
}

} // namespace tusk::importer
