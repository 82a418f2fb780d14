// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "bigdatabase.h"
#include "domain/actions.h"
#include "gui/list/todolistview.h"
#include "models/opendatabase.h"
#include "models/workspace.h"
#include "openwindow.h"
#include "plainmodel.h"
#include "scenarios.h"

#include <QTest>

#include <algorithm>

namespace tusk::bench
{

namespace
{

using namespace Qt::StringLiterals;

class Counter final
{
public:
    Counter(tests::TestServer &server, QString database)
        : m_server(server)
        , m_database(std::move(database))
    {
    }

    struct Taken {
        int counted;
        int listening; // LISTEN, and the question for what was missed before it
    };
    // Since the last call.
    [[nodiscard]] Taken take()
    {
        Taken all{};
        for (const tests::LoggedStatement &statement : m_server.countedStatements(0)) {
            if (statement.database != m_database)
                continue;
            const bool ofListening = statement.text.startsWith(QStringLiteral("LISTEN")) ||
                                     statement.text.contains(QStringLiteral("changes_since"));
            ++(ofListening ? all.listening : all.counted);
        }
        const Taken before = std::exchange(m_taken, all);
        return {all.counted - before.counted, all.listening - before.listening};
    }

private:
    tests::TestServer &m_server;
    QString m_database;
    Taken m_taken{};
};

// The same with a QSqlTableModel; its own five at open are not counted either.
struct PlainCounts {
    int open;
    int switching;
    int edit;
    int completion; // of 1,000 todos
};

PlainCounts plainCounts(tests::TestServer &server)
{
    constexpr int completed = 1'000;
    const base::ConnectionSettings settings = tests::createTuskDatabase(server);
    fill(server, settings, 2'000);
    Counter counter(server, settings.database);
    PlainCounts counts{};
    PlainModel plain(settings);
    plain.open();
    counts.open = counter.take().counted;
    plain.show(QStringLiteral("list_id IS NULL AND completed_at IS NULL"));
    counts.switching = counter.take().counted;
    plain.edit(0, QStringLiteral("edited"));
    counts.edit = counter.take().counted;
    plain.show(QStringLiteral("completed_at IS NULL"));
    (void)counter.take();
    QSqlTableModel &model = plain.model();
    model.setEditStrategy(QSqlTableModel::OnManualSubmit);
    const int column = model.fieldIndex(QStringLiteral("completed_at"));
    for (int row = 0; row < std::min(completed, model.rowCount()); ++row)
        model.setData(model.index(row, column), QDateTime::currentDateTimeUtc());
    model.submitAll();
    counts.completion = counter.take().counted;
    return counts;
}

} // namespace

void countStatements(BenchTable &table, const Setting &setting)
{
    tests::TestServerOptions options;
    options.logStatements = true;
    tests::TestServer server(options);
    const base::ConnectionSettings settings = tests::createTuskDatabase(server);
    fill(server, settings, 2'000);
    const PlainCounts plain = plainCounts(server);
    Counter counter(server, settings.database);
    int listening = 0;
    const auto addFigure = [&table](const QString &what, int statements, std::optional<double> other,
                                    double reach, const QString &note) {
        table.add({QStringLiteral("statements: ") + what, QStringLiteral("statements"),
                   static_cast<double>(statements), other, reach, note});
    };
    const auto add = [&](const QString &what, std::optional<double> other, double reach) {
        const Counter::Taken taken = counter.take();
        listening += taken.listening;
        addFigure(what, taken.counted, other, reach, other ? u"other: a QSqlTableModel"_s : QString());
    };

    OpenWindow open(settings);
    models::Workspace &workspace = open.workspace();
    const auto perform = [&](const domain::Action &action, const char *what) {
        workspace.perform(action);
        waitFor([&workspace] { return workspace.pending().isEmpty(); }, what);
    };
    open.open();
    waitFor([&open] { return open.hasRows(); }, "rows");
    add(QStringLiteral("open to first rows"), plain.open, 1);
    (void)open.timeToPainted(domain::TodoFilter::at(domain::TodoFilter::Place::Inbox));
    add(QStringLiteral("switch place"), plain.switching, 1);
    open.view().selectOnly(
        open.view().model()->index(0, models::TodoTableModel::Title)); // shown in the details
    const domain::Todo before = *open.model().todoAt(0);
    domain::Todo after = before;
    after.title = QStringLiteral("edited");
    perform(domain::editTodo(before, after, workspace.now()), "an edit");
    add(QStringLiteral("select and edit one"), plain.edit, 1);
    QList<domain::Todo> todos;
    for (int i = 0; i < 1'000; ++i)
        todos.append(open.model().newTodo(QStringLiteral("todo %1").arg(i)));
    perform(domain::createTodos(todos, workspace.now()), "1,000 new todos");
    listening += counter.take().listening;
    perform(domain::completeTodos(todos, workspace.now()), "1,000 completed");
    add(QStringLiteral("complete 1,000"), plain.completion, 1);
    const int idle = setting.quick ? 5 : 300;
    const double seconds = milliseconds([idle] { QTest::qWait(idle * 1'000); }) / 1'000;
    add(QStringLiteral("idle %1 s").arg(seconds, 0, 'f', 0), {}, 0);
    addFigure(QStringLiteral("of the listening connection, in all of this"), listening, {}, 2,
              QStringLiteral("LISTEN, and what was announced before it"));
}

} // namespace tusk::bench
