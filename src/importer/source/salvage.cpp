// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/source/salvage.h"

#include "importer/source/foreignorders.h"
#include "importer/source/foreignschema.h"
#include "importer/source/sourcefailures.h"
#include "importer/source/tableshape.h"
#include "importer/texts.h"

#include <QFile>
#include <QList>
#include <QLocale>

#include <algorithm>
#include <cerrno>
#include <iterator>
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

constexpr int mostGaps = 1'000;        // in a table
constexpr qint64 mostRows = 5'000'000; // of a table whose rows have no number that ascends

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
    confineForeignSchema(database);
    acceptForeignOrders(database);
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

// What is written there in the file can be anything, and several statements: only one that makes something is
// run.
bool make(sqlite3 *database, const Table &table)
{
    if (!table.sql.startsWith("CREATE "_L1, Qt::CaseInsensitive))
        return false;
    const Query maker = prepare(database, table.sql);
    return maker && sqlite3_step(maker.get()) == SQLITE_DONE;
}

QStringList columnsOf(sqlite3 *database, const Table &table)
{
    QStringList columns;
    const Query rows = prepare(database, u"SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0"_s);
    const QByteArray name = table.name.toUtf8();
    sqlite3_bind_text(rows.get(), 1, name.constData(), int(name.size()), SQLITE_STATIC);
    while (sqlite3_step(rows.get()) == SQLITE_ROW)
        columns.append(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(rows.get(), 0))));
    return columns;
}

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
        const QStringList columns = columnsOf(m_from, m_table);
        std::ranges::transform(columns, std::back_inserter(m_columns), quoted);
        m_rowId = rowIdBeside(columns);
        m_hasRowId =
            !m_rowId.isEmpty() &&
            prepare(m_from, u"SELECT %1 FROM %2 LIMIT 1"_s.arg(m_rowId, quoted(m_table.name))) != nullptr;
        std::optional<qint64> from = std::numeric_limits<qint64>::min();
        for (int gap = 0; from && !copyFrom(*from) && !m_stop.stop_requested(); ++gap) {
            if (!m_hasRowId) {
                m_losses.append(
                    Text::tr("Of the table “%1” only the beginning could be read.").arg(m_table.name));
                break;
            }
            // What is broken everywhere gives one row here and one there, for ever.
            from = gap < mostGaps ? nextReadable() : std::nullopt;
            noteGap(from);
        }
        if (m_refused > 0)
            m_losses.append(
                Text::tr("Of the table “%1” some rows break its own rules and could not be taken: %2.")
                    .arg(m_table.name, QLocale().toString(m_refused)));
        return m_losses;
    }

private:
    Query rowsFrom(qint64 rowId)
    {
        const QString sql =
            m_hasRowId ? u"SELECT %3, %1 FROM %2 WHERE %3 >= ? ORDER BY %3"_s : u"SELECT 0, %1 FROM %2"_s;
        const QString columns = m_columns.join(u", "_s);
        const QString table = quoted(m_table.name);
        Query rows = prepare(m_from, m_hasRowId ? sql.arg(columns, table, m_rowId) : sql.arg(columns, table));
        if (rows && m_hasRowId)
            sqlite3_bind_int64(rows.get(), 1, rowId);
        return rows;
    }

    // True: to the end of the table. False: there was damage behind m_last. Pages that point back to
    // themselves show by rows that do not ascend.
    bool copyFrom(qint64 rowId)
    {
        const Query rows = rowsFrom(rowId);
        if (!rows)
            return false;
        qint64 expected = rowId;
        m_last = std::max(m_last.value_or(rowId), rowId);
        for (qint64 count = 0; (m_hasRowId || count < mostRows) && !m_stop.stop_requested(); ++count) {
            const int code = sqlite3_step(rows.get());
            if (code == SQLITE_DONE)
                return true;
            const qint64 found = sqlite3_column_int64(rows.get(), 0);
            if (code != SQLITE_ROW || (m_hasRowId && found < expected))
                return false;
            m_last = found;
            insert(rows.get());
            if (found == std::numeric_limits<qint64>::max())
                return true;
            expected = m_hasRowId ? found + 1 : 0;
        }
        return false;
    }

    void insert(sqlite3_stmt *row)
    {
        const int first = m_hasRowId ? 0 : 1; // the number is kept: it may be all that a row is known by
        if (!m_insert) {
            const QStringList names = (m_hasRowId ? QStringList(m_rowId) : QStringList()) + m_columns;
            const QStringList places(names.size(), u"?"_s);
            m_insert = prepare(m_to, u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(
                                         quoted(m_table.name), names.join(u", "_s), places.join(u", "_s)));
        }
        if (!m_insert) {
            ++m_refused;
            return;
        }
        for (int column = first; column < sqlite3_column_count(row); ++column)
            sqlite3_bind_value(m_insert.get(), column - first + 1, sqlite3_column_value(row, column));
        const bool isKept = sqlite3_step(m_insert.get()) == SQLITE_DONE && sqlite3_changes(m_to) > 0;
        m_refused += isKept ? 0 : 1;
        sqlite3_reset(m_insert.get());
    }

    [[nodiscard]] std::optional<qint64> firstFrom(qint64 rowId)
    {
        const Query rows = rowsFrom(rowId);
        if (!rows || sqlite3_step(rows.get()) != SQLITE_ROW)
            return std::nullopt;
        const qint64 found = sqlite3_column_int64(rows.get(), 0);
        return found >= rowId ? std::optional(found) : std::nullopt;
    }

    // The first row behind the damage: ever longer jumps, then back in ever shorter ones.
    std::optional<qint64> nextReadable()
    {
        const qint64 start = std::max<qint64>(m_last.value_or(0), 0);
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
        const qint64 last = std::max<qint64>(m_last.value_or(0), 0);
        const QString before = QString::number(last);
        if (next)
            m_losses.append(Text::tr("Of the table “%1” the rows between %2 and %3 could not be read.")
                                .arg(m_table.name, before, QString::number(*next)));
        else if (last > 0)
            m_losses.append(Text::tr("Of the table “%1” the rows behind %2 could not be read.")
                                .arg(m_table.name, before));
        else
            m_losses.append(Text::tr("Of the table “%1” no row could be read.").arg(m_table.name));
    }

    sqlite3 *m_from;
    sqlite3 *m_to;
    const Table &m_table;
    const std::stop_token &m_stop;
    QString m_rowId;
    bool m_hasRowId = true;
    QStringList m_columns; // quoted; those that are stored
    std::optional<qint64> m_last;
    Query m_insert;
    qint64 m_refused = 0; // readable rows, such as the second one of a key
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
        return ruinedFile(source, u"no table can be read"_s);
    const Database to = open(rebuilt, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    // Rules that the damage broke would drop more rows.
    run(to.get(), u"PRAGMA synchronous = off; PRAGMA ignore_check_constraints = on; BEGIN"_s);
    QStringList losses;
    for (const Table &table : tables) {
        if (!make(to.get(), table)) {
            // What belongs to a virtual table was made together with it.
            if (!prepare(to.get(), u"SELECT 1 FROM "_s + quoted(table.name)))
                losses.append(Text::tr("The table “%1” could not be rebuilt, so nothing of it was taken.")
                                  .arg(table.name));
            continue;
        }
        losses += TableSalvage(from.get(), to.get(), table, stop).run();
    }
    if (stop.stop_requested())
        return readingCancelled();
    if (!run(to.get(), u"COMMIT"_s))
        return noCopy(source, ENOSPC);
    return losses;
}

} // namespace tusk::importer
