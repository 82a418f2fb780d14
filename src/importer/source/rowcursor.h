// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/source/sourcevalue.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace tusk::importer
{

// Rows of a query, one after another: only one is in memory. Must not outlive its file.
class RowCursor final
{
public:
    // Takes the statement over.
    RowCursor(sqlite3_stmt *statement, QString source);

    // False: that was the last one. An end by an error is an error, never a short result.
    [[nodiscard]] base::Result<bool> next();

    // All of them: take(const RowCursor &), one after another.
    template <class Take>
    [[nodiscard]] base::Result<void> forEach(Take take)
    {
        while (true) {
            const auto more = next();
            if (!more)
                return more.error();
            if (!*more)
                return {};
            take(std::as_const(*this));
        }
    }

    [[nodiscard]] int columns() const;
    [[nodiscard]] QStringList names() const;
    // Of the row, until the next one.
    [[nodiscard]] SourceValue value(int column) const;

private:
    struct Finalizer {
        void operator()(sqlite3_stmt *statement) const;
    };

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    QString m_source;
    bool m_isAtEnd = false; // one step more would begin anew
};

} // namespace tusk::importer
