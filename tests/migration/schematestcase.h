// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "migration/schemaserver.h"
#include "migration/todoclient.h"
#include "support/testcase.h"

#include <memory>

namespace tusk::tests
{

// Base of the tests of what the database does by itself: one database with the schema for the whole class,
// emptied before each test, and a client of it.
class SchemaTestCase : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

protected:
    void prepare() override;

    [[nodiscard]] TodoClient &client() { return *m_client; }
    [[nodiscard]] SchemaServer &schema() { return *m_schema; }
    [[nodiscard]] const base::ConnectionSettings &settings() const { return m_settings; }

    // Shorter.
    QJsonObject send(const QJsonObject &action) { return client().send(action); }
    QString value(const QString &sql) { return client().value(sql); }
    QJsonObject todo(int number) { return client().todo(number); }
    // Whether a session waits for a lock that another one holds.
    [[nodiscard]] bool isSomebodyWaiting();
    // Lets the planner know how many rows there are now.
    void analyze();
    // One action that creates the todos from 1 to count, with these fields.
    void createTodos(int count, const QJsonObject &fields = {});

private:
    std::unique_ptr<SchemaServer> m_schema;
    std::unique_ptr<TodoClient> m_client;
    base::ConnectionSettings m_settings;
};

} // namespace tusk::tests
