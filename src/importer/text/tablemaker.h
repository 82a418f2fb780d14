// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace tusk::importer
{

// A row of a text file; none: nothing is said there.
using TextRow = QList<std::optional<QByteArray>>;

// Makes a private database out of a text file, so that all that reads, maps and checks databases serves text
// files too. Every value is a text. Thread: one, which it blocks for the disk.
class TableMaker final
{
public:
    enum class Added { New, Repeated }; // Repeated: the key was there before, so it was not added

    // Anew at path; file: as the user knows it.
    [[nodiscard]] static base::Result<std::unique_ptr<TableMaker>> create(const QString &path,
                                                                          const QString &file);
    ~TableMaker();
    Q_DISABLE_COPY_MOVE(TableMaker)

    // The number of the table. key: one of the columns, or empty.
    [[nodiscard]] base::Result<qsizetype> addTable(const QString &name, const QStringList &columns,
                                                   const QString &key = {});
    // One more at the end, with nothing in the rows so far.
    [[nodiscard]] base::Result<void> addColumn(qsizetype table, const QString &column);
    // All tables that were made go, with their rows.
    [[nodiscard]] base::Result<void> beginAnew();
    // As many values as there are columns.
    [[nodiscard]] base::Result<Added> addRow(qsizetype table, const TextRow &row);
    // Everything is on the disk.
    [[nodiscard]] base::Result<void> finish();

private:
    struct Closer {
        void operator()(sqlite3 *database) const;
    };
    struct Finalizer {
        void operator()(sqlite3_stmt *statement) const;
    };

    explicit TableMaker(QString file);
    [[nodiscard]] base::Result<void> run(const QString &sql);
    // The statement that adds a row.
    [[nodiscard]] base::Result<sqlite3_stmt *> prepare(const QString &table, int columns);

    QString m_file;
    std::unique_ptr<sqlite3, Closer> m_database;
    QStringList m_names;
    std::vector<std::unique_ptr<sqlite3_stmt, Finalizer>> m_tables; // the statements that add to them
};

} // namespace tusk::importer
