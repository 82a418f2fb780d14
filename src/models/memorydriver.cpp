// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/memorydriver.h"

#include <QSqlError>
#include <QSqlQuery>

namespace tusk::models
{

namespace
{

// Opens the constructor that takes a driver without registering a name.
class UnnamedDatabase final : public QSqlDatabase
{
public:
    explicit UnnamedDatabase(QSqlDriver *driver)
        : QSqlDatabase(driver)
    {
    }
};

} // namespace

MemoryDriver::MemoryDriver(std::shared_ptr<const MemoryTable> table)
    : m_table(std::move(table))
{
}

MemoryDriver::~MemoryDriver() = default;

bool MemoryDriver::hasFeature(DriverFeature feature) const
{
    // QuerySize: the model then takes all rows at once instead of 255 at a time. No PreparedQueries: whatever
    // is prepared on this connection stays in Qt.
    return feature == QuerySize || feature == Unicode || feature == BLOB;
}

bool MemoryDriver::open(const QString &, const QString &, const QString &, const QString &, int,
                        const QString &)
{
    setOpenError(false);
    setOpen(true);
    return true;
}

void MemoryDriver::close()
{
    setOpen(false);
}

QSqlResult *MemoryDriver::createResult() const
{
    return new MemoryResult(this, m_table);
}

QStringList MemoryDriver::tables(QSql::TableType type) const
{
    return type == QSql::Tables || type == QSql::AllTables ? QStringList{m_table->name} : QStringList{};
}

QSqlRecord MemoryDriver::record(const QString &tableName) const
{
    return isOurTable(tableName) ? m_table->columns : QSqlRecord();
}

QSqlIndex MemoryDriver::primaryIndex(const QString &tableName) const
{
    return isOurTable(tableName) ? m_table->primaryKey : QSqlIndex();
}

QString MemoryDriver::escapeIdentifier(const QString &identifier, IdentifierType type) const
{
    if (identifier.isEmpty() || isIdentifierEscaped(identifier, type))
        return identifier;
    QString escaped = identifier;
    escaped.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + escaped + QLatin1Char('"');
}

bool MemoryDriver::isOurTable(const QString &tableName) const
{
    return stripDelimiters(tableName, TableName) == m_table->name;
}

MemoryResult::MemoryResult(const MemoryDriver *driver, std::shared_ptr<const MemoryTable> table)
    : QSqlResult(driver)
    , m_table(std::move(table))
{
}

MemoryResult::~MemoryResult() = default;

void MemoryResult::exchangeRows(const QSqlQuery &query, std::shared_ptr<const MemorySnapshot> rows)
{
    // A query shows its result as constant, because only a statement may change it. This stands for one.
    auto *result = dynamic_cast<MemoryResult *>(const_cast<QSqlResult *>(query.result()));
    Q_ASSERT(result && result->m_rows && result->m_rows->rowCount() == rows->rowCount());
    result->m_rows = std::move(rows);
}

QVariant MemoryResult::data(int column)
{
    if (column < 0 || column >= m_table->columns.count())
        return {};
    return m_rows->value(at(), column);
}

bool MemoryResult::isNull(int column)
{
    return data(column).isNull();
}

bool MemoryResult::reset(const QString &statement)
{
    setAt(QSql::BeforeFirstRow);
    if (!statement.trimmed().startsWith(QLatin1String("SELECT"), Qt::CaseInsensitive)) {
        setActive(false);
        setLastError(QSqlError(QStringLiteral("Only SELECT is answered from memory"), statement,
                               QSqlError::StatementError));
        return false;
    }
    m_rows = m_table->rows;
    setSelect(true);
    setActive(true);
    return true;
}

bool MemoryResult::fetch(int row)
{
    if (!isActive() || row < 0 || row >= size())
        return false;
    setAt(row);
    return true;
}

bool MemoryResult::fetchFirst()
{
    return fetch(0);
}

bool MemoryResult::fetchLast()
{
    return fetch(size() - 1);
}

int MemoryResult::size()
{
    return m_rows ? m_rows->rowCount() : 0;
}

int MemoryResult::numRowsAffected()
{
    return 0;
}

QSqlRecord MemoryResult::record() const
{
    return isActive() ? m_table->columns : QSqlRecord();
}

QSqlDatabase openMemoryDatabase(std::shared_ptr<const MemoryTable> table)
{
    // The database handle owns the driver.
    UnnamedDatabase database(new MemoryDriver(std::move(table)));
    database.open();
    return database;
}

} // namespace tusk::models
