// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "migration/schematestcase.h"

namespace tusk::tests
{

using namespace Qt::StringLiterals;

void SchemaTestCase::initTestCase()
{
    m_schema = std::make_unique<SchemaServer>();
    m_settings = m_schema->freshDatabase();
    m_client = std::make_unique<TodoClient>(m_settings);
}

void SchemaTestCase::cleanupTestCase()
{
    m_client.reset();
    m_schema.reset();
}

void SchemaTestCase::prepare()
{
    if (m_client)
        m_client->sql().rows(u"TRUNCATE tusk.todo, tusk.list, tusk.tag, tusk.action, tusk.import CASCADE"_s);
}

bool SchemaTestCase::isSomebodyWaiting()
{
    return !m_schema->server()
                .psql(u"SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'"_s)
                .isEmpty();
}

void SchemaTestCase::analyze()
{
    m_schema->server().psql(u"ANALYZE"_s, m_settings.database);
}

void SchemaTestCase::createTodos(int count, const QJsonObject &fields)
{
    QJsonArray todos;
    for (int number = 1; number <= count; ++number)
        todos.append(insertTodo(number, fields));
    send(action(u"create"_s, todos));
}

} // namespace tusk::tests
