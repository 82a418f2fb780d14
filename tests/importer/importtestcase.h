// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/importing.h"
#include "migration/schemaserver.h"
#include "support/sqlclient.h"
#include "support/testcase.h"

#include <QTemporaryDir>

#include <memory>

namespace tusk::tests
{

// Base of the tests that import: a database of its own and an empty folder for each test.
class ImportTestCase : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<SchemaServer>(); }
    void cleanupTestCase()
    {
        m_client.reset();
        m_server.reset();
    }

protected:
    void prepare() override
    {
        m_folder = std::make_unique<QTemporaryDir>();
        useEmptyDatabase();
    }
    // Another one from now on; the files stay.
    void useEmptyDatabase()
    {
        m_client.reset();
        m_settings = m_server->freshDatabase();
        m_client = std::make_unique<SqlClient>(m_settings);
        m_importing = std::make_unique<Importing>(m_settings);
    }

    [[nodiscard]] QString path(const QString &name = QStringLiteral("todo.db")) const
    {
        return m_folder->filePath(name);
    }
    [[nodiscard]] Importing &importing() { return *m_importing; }
    [[nodiscard]] const base::ConnectionSettings &settings() const { return m_settings; }
    [[nodiscard]] SchemaServer &server() { return *m_server; }
    QList<QStringList> rows(const QString &sql) { return m_client->rows(sql); }
    QString value(const QString &sql) { return m_client->rows(sql).value(0).value(0); }
    // Everything that an import could touch, as one text.
    QString everything()
    {
        return value(QStringLiteral(
            "SELECT md5(coalesce((SELECT string_agg(t::text, '|' ORDER BY id) FROM tusk.todo t), '') || "
            "coalesce((SELECT string_agg(l::text, '|' ORDER BY id) FROM tusk.list l), '') || "
            "coalesce((SELECT string_agg(g::text, '|' ORDER BY id) FROM tusk.tag g), '') || "
            "(SELECT count(*) FROM tusk.todo_search) || ' ' || (SELECT count(*) FROM tusk.todo_tag) || ' ' "
            "|| "
            "(SELECT count(*) FROM tusk.import) || ' ' || (SELECT count(*) FROM tusk.import_row) || ' ' || "
            "(SELECT count(*) FROM tusk.action) || ' ' || (SELECT count(*) FROM tusk.change))"));
    }

private:
    std::unique_ptr<SchemaServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    base::ConnectionSettings m_settings;
    std::unique_ptr<SqlClient> m_client;
    std::unique_ptr<Importing> m_importing;
};

} // namespace tusk::tests
