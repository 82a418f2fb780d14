// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "data/migration/migration.h"

#include <QDir>
#include <QList>

namespace tusk::migration
{

// The migrations that a program brings, numbered from 1 without a gap. A plain value.
class MigrationCatalog final
{
public:
    // What was compiled in from the folder migrations/.
    [[nodiscard]] static base::Result<MigrationCatalog> compiledIn();
    // Every file of a folder must be one: NNNN_lower_case_name.sql. A misnamed file, a number given twice and
    // a gap are errors of kind Internal: the program was put together wrongly.
    [[nodiscard]] static base::Result<MigrationCatalog> read(const QDir &folder);
    // For tests: in any order.
    [[nodiscard]] static base::Result<MigrationCatalog> of(QList<Migration> migrations);

    [[nodiscard]] const QList<Migration> &migrations() const { return m_migrations; }
    [[nodiscard]] int newest() const { return static_cast<int>(m_migrations.size()); }

private:
    explicit MigrationCatalog(QList<Migration> migrations)
        : m_migrations(std::move(migrations))
    {
    }

    QList<Migration> m_migrations; // the one with number n at n - 1
};

} // namespace tusk::migration
