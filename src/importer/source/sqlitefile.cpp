// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/source/sqlitefile.h"

#include "importer/source/foreignorders.h"
#include "importer/source/foreignschema.h"
#include "importer/source/salvage.h"
#include "importer/source/snapshot.h"
#include "importer/source/sourcefailures.h"
#include "importer/source/textfunction.h"
#include "importer/text/calendarvalue.h"
#include "importer/texts.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <limits>
#include <sqlite3.h>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

constexpr int instructionsBetweenLooks = 20'000; // at the stop: some milliseconds

int isStopRequested(void *token)
{
    return static_cast<const std::stop_token *>(token)->stop_requested() ? 1 : 0;
}

// Whether a check of the file has found a value that breaks a rule of its table, which is no damage.
bool isBrokenRule(const QByteArray &finding)
{
    static constexpr std::array<QByteArrayView, 4> rules{"NULL value in", "non-", "TEXT value in",
                                                         "NUMERIC value in"};
    return std::ranges::any_of(rules, [&finding](QByteArrayView rule) { return finding.startsWith(rule); });
}

TableShape::Kind kindNamed(const QByteArray &type)
{
    if (type == "view")
        return TableShape::Kind::View;
    return type == "virtual" ? TableShape::Kind::Virtual : TableShape::Kind::Table;
}

} // namespace

void SqliteFile::Closer::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

SqliteFile::SqliteFile(QString source, std::stop_token stop)
    : m_source(std::move(source))
    , m_stop(std::move(stop))
{
}

SqliteFile::~SqliteFile() = default;

Result<std::unique_ptr<SqliteFile>> SqliteFile::open(const Snapshot &snapshot, Damage damage,
                                                     std::stop_token stop)
{
    std::unique_ptr<SqliteFile> file(new SqliteFile(snapshot.source(), std::move(stop)));
    const auto opened = snapshot.isCutOff() ? damagedFile(snapshot.source(), u"it ends before its end"_s)
                                            : file->openCopy(snapshot.file());
    if (opened)
        return file;
    if (damage == Damage::Refused || opened.error().kind == base::ErrorKind::Cancelled)
        return opened.error();
    file->m_database.reset();
    const QString rebuilt = snapshot.file() + ".rebuilt"_L1;
    const auto losses = salvage(snapshot.file(), rebuilt, snapshot.source(), file->m_stop);
    if (!losses)
        return losses.error();
    file->m_losses = *losses;
    if (const auto whole = file->openCopy(rebuilt); !whole)
        return whole.error();
    return file;
}

Result<std::unique_ptr<SqliteFile>> SqliteFile::openTable(const QString &path, const QString &source,
                                                          std::stop_token stop)
{
    std::unique_ptr<SqliteFile> file(new SqliteFile(source, std::move(stop)));
    const auto opened = file->openCopy(path);
    return opened ? Result<std::unique_ptr<SqliteFile>>(std::move(file)) : opened.error();
}

Result<void> SqliteFile::openCopy(const QString &path)
{
    sqlite3 *database = nullptr;
    // Writable, because the library repairs the copy with the log or journal beside it.
    const int code =
        sqlite3_open_v2(QFile::encodeName(path).constData(), &database,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    m_database.reset(database);
    if (code != SQLITE_OK)
        return failureOf(database, code, m_source);
    confine();
    // The first look at the schema is also what repairs the copy.
    if (const auto looked = number(u"SELECT count(*) FROM sqlite_schema"_s); !looked)
        return looked.error();
    return check();
}

void SqliteFile::confine()
{
    sqlite3 *database = m_database.get();
    confineForeignSchema(database);
    acceptForeignOrders(database);
    addCalendarFunction(database);
    addTextFunction(database);
    addDigestFunction(database);
    sqlite3_progress_handler(database, instructionsBetweenLooks, isStopRequested, &m_stop);
    // The rules of its tables are no matter of ours, and may ask for functions that only its program has.
    sqlite3_exec(database,
                 "PRAGMA ignore_check_constraints = on; PRAGMA temp_store = file; PRAGMA cache_size = -16000",
                 nullptr, nullptr, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

Result<qint64> SqliteFile::brokenRules(int most)
{
    auto findings = query(u"PRAGMA quick_check(%1)"_s.arg(most));
    if (!findings)
        return findings.error();
    for (qint64 count = 0; true; ++count) {
        const auto more = findings->next();
        if (!more)
            return more.error();
        const QByteArray finding = *more ? findings->value(0).toText() : QByteArray("ok");
        if (finding == "ok")
            return count;
        if (!isBrokenRule(finding))
            return damagedFile(m_source, QString::fromUtf8(finding));
    }
}

Result<void> SqliteFile::check()
{
    auto broken = brokenRules(1);
    // There it ended, and has not seen what is behind.
    if (broken && *broken > 0)
        broken = brokenRules(std::numeric_limits<int>::max());
    return broken ? Result<void>() : broken.error();
}

Result<QList<TableShape>> SqliteFile::tables()
{
    // Shadow tables belong to virtual ones.
    auto rows =
        query(u"SELECT l.name, l.type, l.wr FROM pragma_table_list AS l "
              "LEFT JOIN sqlite_schema AS s ON s.name = l.name AND s.type IN ('table', 'view') "
              "WHERE l.schema = 'main' AND l.type <> 'shadow' AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
              "ORDER BY s.rowid"_s);
    if (!rows)
        return rows.error();
    m_unreadTables.clear();
    QList<TableShape> tables;
    while (true) {
        const auto more = rows->next();
        if (!more)
            return more.error();
        if (!*more)
            return tables;
        TableShape table;
        table.name = QString::fromUtf8(rows->value(0).toText());
        table.kind = kindNamed(rows->value(1).toText());
        // Of a virtual table its module decides; where it has numbers, they say which row is which.
        table.hasRowId =
            rows->value(2).integer == 0 &&
            (table.kind == TableShape::Kind::Table || (table.kind == TableShape::Kind::Virtual &&
                                                       query(u"SELECT rowid FROM "_s + quoted(table.name))));
        // One that needs a missing module or function is left out; the others can still be read.
        const auto columns = columnsOf(table.name);
        const auto references = referencesOf(table.name);
        const auto readable = query(u"SELECT * FROM "_s + quoted(table.name));
        if (!readable)
            noteUnread(table.name, readable.error());
        if (columns && references && readable) {
            table.columns = *columns;
            table.references = *references;
            tables.append(table);
        }
    }
}

void SqliteFile::noteUnread(const QString &table, const base::Error &error)
{
    constexpr QLatin1StringView missing("no such module: ");
    if (error.detail.startsWith(missing))
        m_unreadTables.append(
            Text::tr("The table “%1” could not be read: it needs the module “%2”, which Tusk does not have.")
                .arg(table, error.detail.sliced(missing.size())));
}

Result<QList<ColumnShape>> SqliteFile::columnsOf(const QString &table)
{
    auto rows = query(u"SELECT name, type, pk, hidden FROM pragma_table_xinfo(?) WHERE hidden <> 1"_s,
                      {table.toUtf8()});
    if (!rows)
        return rows.error();
    QList<ColumnShape> columns;
    const auto read = rows->forEach([&columns](const RowCursor &row) {
        columns.append({QString::fromUtf8(row.value(0).toText()), QString::fromUtf8(row.value(1).toText()),
                        static_cast<int>(row.value(2).integer), row.value(3).integer >= 2});
    });
    if (!read)
        return read.error();
    return columns;
}

Result<QList<ReferenceShape>> SqliteFile::referencesOf(const QString &table)
{
    auto rows = query(
        u"SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?) AS f "
        "WHERE NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(?) AS o WHERE o.id = f.id AND o.seq > 0)"_s,
        {table.toUtf8(), table.toUtf8()});
    if (!rows)
        return rows.error();
    QList<ReferenceShape> references;
    const auto read = rows->forEach([&references](const RowCursor &row) {
        references.append({QString::fromUtf8(row.value(0).toText()), QString::fromUtf8(row.value(1).toText()),
                           QString::fromUtf8(row.value(2).toText())});
    });
    if (!read)
        return read.error();
    return references;
}

Result<RowCursor> SqliteFile::query(const QString &sql, const QList<QByteArray> &values)
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v2(m_database.get(), text.constData(), static_cast<int>(text.size()),
                                        &statement, nullptr);
    if (code != SQLITE_OK)
        return failureOf(m_database.get(), code, m_source);
    for (int i = 0; i < values.size(); ++i)
        sqlite3_bind_text(statement, i + 1, values.at(i).constData(), static_cast<int>(values.at(i).size()),
                          SQLITE_TRANSIENT);
    return RowCursor(statement, m_source);
}

Result<qint64> SqliteFile::number(const QString &sql, const QList<QByteArray> &values)
{
    auto rows = query(sql, values);
    if (!rows)
        return rows.error();
    const auto found = rows->next();
    if (!found)
        return found.error();
    return *found ? rows->value(0).integer : 0;
}

Result<void> SqliteFile::run(const QString &sql)
{
    auto rows = query(sql);
    if (!rows)
        return rows.error();
    const auto done = rows->next();
    return done ? Result<void>() : done.error();
}

} // namespace tusk::importer
