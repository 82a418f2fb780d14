// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "domain/actions.h"
#include "models/opendatabase.h"
#include "scenarios.h"

#include <QTest>

namespace tusk::bench
{

namespace
{

using tests::Device;

class Counter final
{
public:
    Counter(tests::TestServer &server, QString database)
        : m_server(server)
        , m_database(std::move(database))
        , m_mark(server.logMark())
    {
    }

    // Since the last call. Of the listening connection: LISTEN, and the question for what was missed before
    // it.
    [[nodiscard]] int take()
    {
        int statements = 0;
        for (const tests::LoggedStatement &statement : m_server.countedStatements(0)) {
            if (statement.database == m_database && !statement.text.startsWith(QStringLiteral("LISTEN")) &&
                !statement.text.contains(QStringLiteral("changes_since")))
                ++statements;
        }
        return statements - std::exchange(m_taken, statements);
    }

private:
    tests::TestServer &m_server;
    QString m_database;
    qint64 m_mark;
    int m_taken = 0;
};

} // namespace

void countStatements(BenchTable &table, const Setting &setting)
{
    tests::TestServerOptions options;
    options.logStatements = true;
    tests::TestServer server(options);
    const base::ConnectionSettings settings = tests::createTuskDatabase(server);
    Counter counter(server, settings.database);
    const auto add = [&](const QString &what, double reach) {
        table.add({QStringLiteral("statements: ") + what,
                   QStringLiteral("statements"),
                   static_cast<double>(counter.take()),
                   {},
                   reach,
                   {}});
    };

    Device device(settings);
    models::Workspace &workspace = device.workspace();
    add(QStringLiteral("open to first rows"), 1);
    (void)device.show(domain::TodoFilter::at(domain::TodoFilter::Place::Completed));
    add(QStringLiteral("switch place"), 1);
    QList<domain::Todo> todos;
    for (int i = 0; i < 1'000; ++i)
        todos.append(device.model().newTodo(QStringLiteral("todo %1").arg(i)));
    workspace.perform(domain::createTodos(todos, workspace.now()));
    waitFor([&] { return device.isSaved(); }, "1,000 new todos");
    (void)counter.take();
    domain::Todo edited = todos.first();
    edited.title = QStringLiteral("edited");
    workspace.perform(domain::editTodo(todos.first(), edited, workspace.now()));
    waitFor([&] { return device.isSaved(); }, "an edit");
    add(QStringLiteral("edit one"), 1);
    workspace.perform(domain::completeTodos(todos, workspace.now()));
    waitFor([&] { return device.isSaved(); }, "1,000 completed");
    add(QStringLiteral("complete 1,000"), 1);
    const int idle = setting.quick ? 5 : 300;
    const double seconds = milliseconds([idle] { QTest::qWait(idle * 1'000); }) / 1'000;
    add(QStringLiteral("idle %1 s").arg(seconds, 0, 'f', 0), 0);
}

} // namespace tusk::bench
