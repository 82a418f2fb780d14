// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace tusk::migration
{

// One step from an older schema to a newer one: a numbered file of SQL that the server parses as a whole and
// runs within one transaction.
struct Migration {
    int number = 0;      // 1, 2, 3, ...
    QString name;        // "schema" of 0001_schema.sql
    QByteArray sql;      // UTF-8, lines end in LF
    QByteArray checksum; // SHA-256 of sql in hexadecimal

    bool operator==(const Migration &) const = default;
    [[nodiscard]] QString fileName() const; // 0001_schema.sql
};

// With line ends made LF before the checksum is taken, so that a checkout with CRLF is the same migration.
[[nodiscard]] Migration makeMigration(int number, const QString &name, QByteArray sql);

// The SQL as a server of this version (150020 is 15.20) takes it. PostgreSQL 13 knows function bodies as
// texts only, so there "RETURN …;" at the beginning of a line becomes such a text. The file, and its
// checksum, stay the same for all: a database may be moved to a newer server.
[[nodiscard]] QByteArray sqlFor(const Migration &migration, int serverVersion);

// A row of tusk.migration.
struct AppliedMigration {
    int number = 0;
    QString name;
    QByteArray checksum;

    bool operator==(const AppliedMigration &) const = default;
};

// What there is to do.
struct MigrationPlan {
    int current = 0;     // version of the database; 0: it has no Tusk schema
    int target = 0;      // version that this program brings
    QStringList pending; // file names, in the order in which they will be applied

    bool operator==(const MigrationPlan &) const = default;
};

} // namespace tusk::migration
