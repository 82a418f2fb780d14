// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "bigdatabase.h"
#include "domain/actions.h"
#include "gui/list/todolistview.h"
#include "models/opendatabase.h"
#include "models/workspace.h"
#include "openwindow.h"
#include "scenarios.h"

#include <QTest>

namespace tusk::bench
{

namespace
{

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
    fill(server, settings, 2'000);
    Counter counter(server, settings.database);
    const auto add = [&](const QString &what, double reach) {
        table.add({QStringLiteral("statements: ") + what,
                   QStringLiteral("statements"),
                   static_cast<double>(counter.take()),
                   {},
                   reach,
                   {}});
    };

    OpenWindow open(settings);
    models::Workspace &workspace = open.workspace();
    const auto perform = [&](const domain::Action &action, const char *what) {
        workspace.perform(action);
        waitFor([&workspace] { return workspace.pending().isEmpty(); }, what);
    };
    open.open();
    waitFor([&open] { return open.hasRows(); }, "rows");
    add(QStringLiteral("open to first rows"), 1);
    (void)open.timeToPainted(domain::TodoFilter::at(domain::TodoFilter::Place::Inbox));
    add(QStringLiteral("switch place"), 1);
    open.view().selectOnly(
        open.view().model()->index(0, models::TodoTableModel::Title)); // shown in the details
    const domain::Todo before = *open.model().todoAt(0);
    domain::Todo after = before;
    after.title = QStringLiteral("edited");
    perform(domain::editTodo(before, after, workspace.now()), "an edit");
    add(QStringLiteral("select and edit one"), 1);
    QList<domain::Todo> todos;
    for (int i = 0; i < 1'000; ++i)
        todos.append(open.model().newTodo(QStringLiteral("todo %1").arg(i)));
    perform(domain::createTodos(todos, workspace.now()), "1,000 new todos");
    (void)counter.take();
    perform(domain::completeTodos(todos, workspace.now()), "1,000 completed");
    add(QStringLiteral("complete 1,000"), 1);
    const int idle = setting.quick ? 5 : 300;
    const double seconds = milliseconds([idle] { QTest::qWait(idle * 1'000); }) / 1'000;
    add(QStringLiteral("idle %1 s").arg(seconds, 0, 'f', 0), 0);
}

} // namespace tusk::bench
