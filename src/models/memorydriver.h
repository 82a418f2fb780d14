// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/memorytable.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlResult>

#include <memory>

class QSqlQuery;

namespace tusk::models
{

// A facade of a database driver: it answers QSqlTableModel's questions about one table from memory, at once,
// so that the model can be used on the GUI thread while the real connections live elsewhere. It carries out
// nothing: every SELECT shows the rows of the moment as they are, anything else is refused.
class MemoryDriver final : public QSqlDriver
{
    Q_OBJECT

public:
    explicit MemoryDriver(std::shared_ptr<const MemoryTable> table);
    ~MemoryDriver() override;
    Q_DISABLE_COPY_MOVE(MemoryDriver)

    [[nodiscard]] bool hasFeature(DriverFeature feature) const override;
    bool open(const QString &database, const QString &user, const QString &password, const QString &host,
              int port, const QString &options) override;
    void close() override;
    [[nodiscard]] QSqlResult *createResult() const override;

    [[nodiscard]] QStringList tables(QSql::TableType type) const override;
    [[nodiscard]] QSqlRecord record(const QString &tableName) const override;
    [[nodiscard]] QSqlIndex primaryIndex(const QString &tableName) const override;
    [[nodiscard]] QString escapeIdentifier(const QString &identifier, IdentifierType type) const override;

private:
    [[nodiscard]] bool isOurTable(const QString &tableName) const;

    std::shared_ptr<const MemoryTable> m_table;
};

// The rows as they were when the statement ran.
class MemoryResult final : public QSqlResult
{
public:
    MemoryResult(const MemoryDriver *driver, std::shared_ptr<const MemoryTable> table);
    ~MemoryResult() override;

    // Gives a query of a MemoryDriver the values of a newer snapshot that has the same rows in the same
    // order, as if it had been run again. The position stays.
    static void exchangeRows(const QSqlQuery &query, std::shared_ptr<const MemorySnapshot> rows);

protected:
    QVariant data(int column) override;
    bool isNull(int column) override;
    bool reset(const QString &statement) override;
    bool fetch(int row) override;
    bool fetchFirst() override;
    bool fetchLast() override;
    int size() override;
    int numRowsAffected() override;
    [[nodiscard]] QSqlRecord record() const override;

private:
    std::shared_ptr<const MemoryTable> m_table;
    std::shared_ptr<const MemorySnapshot> m_rows;
};

// An open connection over its own driver. It is not in Qt's list of connection names: a QSqlTableModel keeps
// its handle until the very end of its destruction, so a name could not be removed without "connection is
// still in use". The driver goes with the last handle.
[[nodiscard]] QSqlDatabase openMemoryDatabase(std::shared_ptr<const MemoryTable> table);

} // namespace tusk::models
