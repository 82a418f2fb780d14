// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/migration/migrationrunner.h"
#include "support/testserver.h"

namespace tusk::tests
{

// Milliseconds for what happens at once unless the machine is busy with other tests.
inline constexpr int patience = 30'000;

// Opens a connection and applies the migrations of a catalog, the compiled-in ones if none is given.
[[nodiscard]] base::Result<migration::MigrationReport> migrate(const base::ConnectionSettings &settings);
[[nodiscard]] base::Result<migration::MigrationReport> migrate(const base::ConnectionSettings &settings,
                                                               const migration::MigrationCatalog &catalog,
                                                               const migration::MigrationHooks &hooks = {});

// PostgreSQL with databases that have the schema of the program: made once by its migrations, then copied.
class SchemaServer final
{
public:
    explicit SchemaServer(TestServerOptions options = {});
    Q_DISABLE_COPY_MOVE(SchemaServer)

    [[nodiscard]] base::ConnectionSettings freshDatabase();
    [[nodiscard]] TestServer &server() { return m_server; }

private:
    TestServer m_server;
    QString m_original;
};

} // namespace tusk::tests
