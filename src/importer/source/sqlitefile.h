// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/source/rowcursor.h"
#include "importer/source/tableshape.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <stop_token>

struct sqlite3;

namespace tusk::importer
{

class Snapshot;

// The copy of a foreign database, opened for reading: whatever is in it is data, its triggers do not run and
// its schema reaches no function with side effects. Thread: one, which every call may block for the disk; a
// stop makes the call that runs end as Cancelled within milliseconds.
class SqliteFile final
{
public:
    enum class Damage {
        Refused,  // a damaged file is an error
        Accepted, // what is readable is read; see losses()
    };

    // snapshot must outlive this. Repairs the copy first where the program that wrote it was interrupted.
    [[nodiscard]] static base::Result<std::unique_ptr<SqliteFile>> open(const Snapshot &snapshot,
                                                                        Damage damage, std::stop_token stop);
    // One that was made of a text file; source: that file, as the user knows it.
    [[nodiscard]] static base::Result<std::unique_ptr<SqliteFile>>
    openTable(const QString &path, const QString &source, std::stop_token stop);
    ~SqliteFile();
    Q_DISABLE_COPY_MOVE(SqliteFile)

    [[nodiscard]] const QStringList &losses() const { return m_losses; } // sentences
    [[nodiscard]] const QString &source() const { return m_source; }

    // Tables and views that can be read, in the order of their making; not those of the library itself.
    [[nodiscard]] base::Result<QList<TableShape>> tables();
    // Of the last of these calls, the tables that need a module which is not there: a sentence each.
    [[nodiscard]] const QStringList &unreadTables() const { return m_unreadTables; }

    // Rows of a SELECT; values for its parameters, as texts.
    [[nodiscard]] base::Result<RowCursor> query(const QString &sql, const QList<QByteArray> &values = {});
    // The single number of a SELECT; 0 where it has no row.
    [[nodiscard]] base::Result<qint64> number(const QString &sql, const QList<QByteArray> &values = {});
    // For what is only of this connection, such as temporary tables.
    [[nodiscard]] base::Result<void> run(const QString &sql);

private:
    struct Closer {
        void operator()(sqlite3 *database) const;
    };

    SqliteFile(QString source, std::stop_token stop);
    [[nodiscard]] base::Result<void> openCopy(const QString &path);
    [[nodiscard]] base::Result<void> check();
    // How many values that break a rule of their table a check tells of, which ends after so many findings.
    // Error: it has found damage.
    [[nodiscard]] base::Result<qint64> brokenRules(int most);
    void confine();
    [[nodiscard]] base::Result<QList<ColumnShape>> columnsOf(const QString &table);
    [[nodiscard]] base::Result<QList<ReferenceShape>> referencesOf(const QString &table);
    void noteUnread(const QString &table, const base::Error &error);

    QString m_source;
    QStringList m_losses;
    QStringList m_unreadTables;
    std::stop_token m_stop;
    std::unique_ptr<sqlite3, Closer> m_database;
};

} // namespace tusk::importer
