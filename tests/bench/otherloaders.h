// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/opendatabase.h"

#include <optional>

// What others need to bring the rows of a file into PostgreSQL.
namespace tusk::bench
{

// A database with Tusk's schema that is gone, with its place on the disk, when this is.
class PassingDatabase final
{
public:
    explicit PassingDatabase(tests::TestServer &server);
    ~PassingDatabase();
    Q_DISABLE_COPY_MOVE(PassingDatabase)

    [[nodiscard]] const base::ConnectionSettings &settings() const { return m_settings; } // by TCP
    [[nodiscard]] base::ConnectionSettings onSocket() const { return m_server.onSocket(m_settings); }

private:
    tests::TestServer &m_server;
    base::ConnectionSettings m_settings;
};

// What psql needs for the least that an import has to do: the rows into a temporary table, todos out of them
// in the order of their keys, and the table that knows them again. Neither read back nor compared. source: a
// database into which they were imported.
[[nodiscard]] double timeOfPsql(tests::TestServer &server, const base::ConnectionSettings &source,
                                const QString &folder);

// pgloader, into a table that is called and has columns like that of the old file, and besides what a todo
// has: the other columns, constraints and indexes. It compares nothing.
enum class PgLoader {
    IndexesKept,
    IndexesDropped, // and made again at the end
    BTreesOnly,     // without what finds words
};
[[nodiscard]] bool hasPgLoader();
// Milliseconds; none: not every row arrived.
[[nodiscard]] std::optional<double> timeOfPgLoader(tests::TestServer &server, const QString &file,
                                                   qint64 todos, PgLoader how);

} // namespace tusk::bench
