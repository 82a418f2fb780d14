// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/tablemaker.h"

#include "importer/source/sourcefailures.h"
#include "importer/source/tableshape.h"

#include <QFile>

#include <cerrno>
#include <sqlite3.h>
#include <utility>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

void TableMaker::Closer::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

void TableMaker::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

TableMaker::TableMaker(QString file)
    : m_file(std::move(file))
{
}

TableMaker::~TableMaker() = default;

Result<std::unique_ptr<TableMaker>> TableMaker::create(const QString &path, const QString &file)
{
    QFile::remove(path);
    std::unique_ptr<TableMaker> maker(new TableMaker(file));
    sqlite3 *database = nullptr;
    const int code = sqlite3_open_v2(
        QFile::encodeName(path).constData(), &database,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    maker->m_database.reset(database);
    if (code != SQLITE_OK)
        return noCopy(file, EACCES);
    // What is cut off by a crash is thrown away with its folder.
    for (const QString &step : {u"PRAGMA journal_mode = off"_s, u"PRAGMA synchronous = off"_s, u"BEGIN"_s}) {
        if (const auto done = maker->run(step); !done)
            return done.error();
    }
    return maker;
}

Result<qsizetype> TableMaker::addTable(const QString &name, const QStringList &columns, const QString &key)
{
    QStringList definitions;
    for (const QString &column : columns) // of no type: texts stay texts
        definitions.append(quoted(column) + (column == key ? " PRIMARY KEY NOT NULL"_L1 : ""_L1));
    const auto made = run(u"CREATE TABLE %1 (%2)"_s.arg(quoted(name), definitions.join(u", "_s)));
    if (!made)
        return made.error();
    const auto statement = prepare(name, int(columns.size()));
    if (!statement)
        return statement.error();
    m_tables.emplace_back(*statement);
    m_names.append(name);
    return qsizetype(m_tables.size()) - 1;
}

Result<void> TableMaker::addColumn(qsizetype table, const QString &column)
{
    auto &statement = m_tables.at(size_t(table));
    const int columns = sqlite3_bind_parameter_count(statement.get()) + 1;
    statement.reset(); // with one value too few from now on
    const QString &name = m_names.at(table);
    auto added = run(u"ALTER TABLE %1 ADD COLUMN %2"_s.arg(quoted(name), quoted(column)));
    if (!added)
        return added;
    const auto wider = prepare(name, columns);
    if (!wider)
        return wider.error();
    statement.reset(*wider);
    return {};
}

Result<void> TableMaker::beginAnew()
{
    m_tables.clear(); // a table with a statement cannot go
    for (const QString &name : std::exchange(m_names, {})) {
        if (auto gone = run(u"DROP TABLE "_s + quoted(name)); !gone)
            return gone;
    }
    return {};
}

Result<TableMaker::Added> TableMaker::addRow(qsizetype table, const TextRow &row)
{
    sqlite3_stmt *statement = m_tables.at(size_t(table)).get();
    for (int i = 0; i < row.size(); ++i) {
        const auto &value = row.at(i);
        if (value) // an empty text is not NULL: it needs an address
            sqlite3_bind_text(statement, i + 1, value->isEmpty() ? "" : value->constData(),
                              static_cast<int>(value->size()), SQLITE_STATIC);
        else
            sqlite3_bind_null(statement, i + 1);
    }
    const int code = sqlite3_step(statement);
    sqlite3_reset(statement);
    if (code == SQLITE_DONE)
        return Added::New;
    if ((code & 0xff) == SQLITE_CONSTRAINT)
        return Added::Repeated;
    return failureOf(m_database.get(), code, m_file);
}

Result<void> TableMaker::finish()
{
    m_tables.clear();
    auto done = run(u"COMMIT"_s);
    m_database.reset();
    return done;
}

Result<sqlite3_stmt *> TableMaker::prepare(const QString &table, int columns)
{
    const QString places = QStringList(columns, u"?"_s).join(u", "_s);
    const QByteArray sql = u"INSERT INTO %1 VALUES (%2)"_s.arg(quoted(table), places).toUtf8();
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v2(m_database.get(), sql.constData(), static_cast<int>(sql.size()),
                                        &statement, nullptr);
    if (code != SQLITE_OK)
        return failureOf(m_database.get(), code, m_file);
    return statement;
}

Result<void> TableMaker::run(const QString &sql)
{
    const int code = sqlite3_exec(m_database.get(), sql.toUtf8().constData(), nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Result<void>() : failureOf(m_database.get(), code, m_file);
}

} // namespace tusk::importer
