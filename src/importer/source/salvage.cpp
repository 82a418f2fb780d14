// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/source/salvage.h"

#include "importer/source/sourcefailures.h"
#include "importer/source/tableshape.h"
#include "importer/texts.h"

#include <QFile>
#include <QList>

#include <cerrno>
#include <limits>
#include <memory>
#include <optional>
#include <sqlite3.h>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

struct Closer {
    void operator()(sqlite3 *database) const { sqlite3_close_v2(database); }
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Closer>;
using Query = std::unique_ptr<sqlite3_stmt, Closer>;

Database open(const QString &path, int flags)
{
    sqlite3 *database = nullptr;
    sqlite3_open_v2(QFile::encodeName(path).constData(), &database, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Database owned(database);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    return owned;
}

Query prepare(sqlite3 *database, const QString &sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(database, sql.toUtf8().constData(), -1, &statement, nullptr);
    return Query(statement);
}

bool run(sqlite3 *database, const QString &sql)
{
    return sqlite3_exec(database, sql.toUtf8().constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

struct Table {
    QString name;
    QString sql;
};

// One table, from the damaged file to the rebuilt one.
class TableSalvage final
{
public:
    TableSalvage(sqlite3 *from, sqlite3 *to, const Table &table, const std::stop_token &stop)
        : m_from(from)
        , m_to(to)
        , m_table(table)
        , m_stop(stop)
    {
    }

    // What was lost.
    QStringList run()
    {
        const Query probe = prepare(m_from, u"SELECT rowid FROM %1 LIMIT 1"_s.arg(quoted(m_table.name)));
        m_hasRowId = probe != nullptr;
        std::optional<qint64> from = std::numeric_limits<qint64>::min();
        while (from && !m_stop.stop_requested()) {
            if (copyFrom(*from))
                break;
            if (!m_hasRowId) {
                m_losses.append(
                    Text::tr("Of the table “%1” only the beginning could be read.").arg(m_table.name));
                break;
            }
            from = nextReadable();
            noteGap(from);
        }
        return m_losses;
    }

private:
    Query rowsFrom(qint64 rowId)
    {
        Query rows =
            prepare(m_from, m_hasRowId ? u"SELECT rowid, * FROM %1 WHERE rowid >= ? ORDER BY rowid"_s.arg(
                                             quoted(m_table.name))
                                       : u"SELECT 0, * FROM %1"_s.arg(quoted(m_table.name)));
        if (rows && m_hasRowId)
            sqlite3_bind_int64(rows.get(), 1, rowId);
        return rows;
    }

    // True: to the end of the table. False: there was damage behind m_last.
    bool copyFrom(qint64 rowId)
    {
        const Query rows = rowsFrom(rowId);
        if (!rows)
            return false;
        int code = SQLITE_ROW;
        while (!m_stop.stop_requested() && (code = sqlite3_step(rows.get())) == SQLITE_ROW) {
            m_last = sqlite3_column_int64(rows.get(), 0);
            insert(rows.get());
        }
        return code == SQLITE_DONE;
    }

    void insert(sqlite3_stmt *row)
    {
        const int columns = sqlite3_column_count(row) - 1;
        if (!m_insert) {
            QStringList places(columns, u"?"_s);
            m_insert = prepare(m_to, u"INSERT OR IGNORE INTO %1 VALUES (%2)"_s.arg(quoted(m_table.name),
                                                                                   places.join(u", "_s)));
        }
        if (!m_insert)
            return;
        for (int column = 0; column < columns; ++column)
            sqlite3_bind_value(m_insert.get(), column + 1, sqlite3_column_value(row, column + 1));
        sqlite3_step(m_insert.get());
        sqlite3_reset(m_insert.get());
    }

    [[nodiscard]] std::optional<qint64> firstFrom(qint64 rowId)
    {
        const Query rows = rowsFrom(rowId);
        return rows && sqlite3_step(rows.get()) == SQLITE_ROW
                   ? std::optional(sqlite3_column_int64(rows.get(), 0))
                   : std::nullopt;
    }

    // The first row behind the damage: ever longer jumps, then back in ever shorter ones.
    std::optional<qint64> nextReadable()
    {
        const qint64 start = m_last.value_or(0);
        qint64 unreadable = start;
        constexpr qint64 longestJump = qint64(1) << 40U;
        for (qint64 jump = 1; jump <= longestJump; jump *= 2) {
            if (start > std::numeric_limits<qint64>::max() - jump)
                break;
            if (!firstFrom(start + jump)) {
                unreadable = start + jump;
                continue;
            }
            qint64 readable = start + jump;
            while (readable - unreadable > 1) {
                const qint64 middle = unreadable + (readable - unreadable) / 2;
                (firstFrom(middle) ? readable : unreadable) = middle;
            }
            return firstFrom(readable);
        }
        return std::nullopt;
    }

    void noteGap(std::optional<qint64> next)
    {
        const QString before = m_last ? QString::number(*m_last) : u"1"_s;
        m_losses.append(next ? Text::tr("Of the table “%1” the rows between %2 and %3 could not be read.")
                                   .arg(m_table.name, before, QString::number(*next))
                             : Text::tr("Of the table “%1” the rows behind %2 could not be read.")
                                   .arg(m_table.name, before));
    }

    sqlite3 *m_from;
    sqlite3 *m_to;
    const Table &m_table;
    const std::stop_token &m_stop;
    bool m_hasRowId = true;
    std::optional<qint64> m_last;
    Query m_insert;
    QStringList m_losses;
};

QList<Table> tablesOf(sqlite3 *database)
{
    QList<Table> tables;
    const Query rows = prepare(database, u"SELECT name, sql FROM sqlite_schema WHERE type = 'table' "
                                         "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND sql IS NOT NULL"_s);
    const auto text = [&rows](int column) {
        return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(rows.get(), column)));
    };
    while (rows && sqlite3_step(rows.get()) == SQLITE_ROW)
        tables.append({text(0), text(1)});
    return tables;
}

} // namespace

Result<QStringList> salvage(const QString &damaged, const QString &rebuilt, const QString &source,
                            const std::stop_token &stop)
{
    const Database from = open(damaged, SQLITE_OPEN_READWRITE);
    // Lets a file be opened that is shorter than it says.
    run(from.get(), u"PRAGMA writable_schema = on"_s);
    const QList<Table> tables = tablesOf(from.get());
    if (tables.isEmpty())
        return damagedFile(source, u"no table can be read"_s);
    const Database to = open(rebuilt, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    // Rules that the damage broke would drop more rows.
    run(to.get(), u"PRAGMA synchronous = off; PRAGMA ignore_check_constraints = on; BEGIN"_s);
    QStringList losses;
    for (const Table &table : tables) {
        if (!run(to.get(), table.sql))
            continue;
        losses += TableSalvage(from.get(), to.get(), table, stop).run();
    }
    if (stop.stop_requested())
        return readingCancelled();
    if (!run(to.get(), u"COMMIT"_s))
        return noCopy(source, ENOSPC);
    return losses;
}

} // namespace tusk::importer
