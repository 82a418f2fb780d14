// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "migration/schemaserver.h"

#include "support/failure.h"

namespace tusk::tests
{

base::Result<migration::MigrationReport> migrate(const base::ConnectionSettings &settings)
{
    const auto catalog = migration::MigrationCatalog::compiledIn();
    return catalog ? migrate(settings, *catalog) : catalog.error();
}

base::Result<migration::MigrationReport> migrate(const base::ConnectionSettings &settings,
                                                 const migration::MigrationCatalog &catalog,
                                                 const migration::MigrationHooks &hooks)
{
    session::Connection connection(settings);
    if (auto opened = connection.open(); !opened)
        return opened.error();
    return migration::MigrationRunner(connection, catalog).apply(hooks);
}

SchemaServer::SchemaServer(TestServerOptions options)
    : m_server(std::move(options))
{
    const base::ConnectionSettings settings = m_server.createDatabase();
    m_original = settings.database;
    if (const auto done = migrate(settings); !done)
        giveUp(done.error().sentence + u'\n' + done.error().detail);
}

base::ConnectionSettings SchemaServer::freshDatabase()
{
    return m_server.createDatabase({.copyOf = m_original});
}

} // namespace tusk::tests
