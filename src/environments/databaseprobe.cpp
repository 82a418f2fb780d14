// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/databaseprobe.h"

#include "data/migration/migrationhistory.h"
#include "data/session/conversation.h"
#include "data/session/lookalike.h"
#include "data/session/patientconnect.h"
#include "environments/serverproduct.h"
#include "environments/steprecorder.h"
#include "environments/texts.h"

#include <QLocale>

#include <algorithm>
#include <vector>

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using std::chrono::steady_clock;

namespace
{

constexpr int latencyRounds = 5;

bool isTrue(const session::Answer &answer, int column)
{
    return answer.rows.value(0).value(column) == QByteArrayLiteral("t");
}

} // namespace

DatabaseProbe::DatabaseProbe(const base::ConnectionSettings &settings,
                             std::shared_ptr<session::Interruption> interruption, PGconn *connection,
                             StepRecorder &recorder)
    : m_settings(settings)
    , m_interruption(std::move(interruption))
    , m_connection(connection)
    , m_recorder(recorder)
{
}

void DatabaseProbe::run()
{
    using Step = bool (DatabaseProbe::*)();
    constexpr Step steps[] = {&DatabaseProbe::lookAtVersion, &DatabaseProbe::lookAtRoute,
                              &DatabaseProbe::measureLatency, &DatabaseProbe::lookAtRights,
                              &DatabaseProbe::lookAtSchema};
    for (const Step step : steps) {
        if (m_interruption->isRaised() || !(this->*step)())
            return;
    }
}

bool DatabaseProbe::lookAtVersion()
{
    const QString advice = Text::tr("Use a PostgreSQL for Tusk.");
    if (const auto lookalike = session::lookalikeError(m_connection))
        return m_recorder.fail(TestStep::Version, *lookalike, advice);
    const auto version = ask("version", "SELECT pg_catalog.version()");
    if (!version)
        return m_recorder.fail(TestStep::Version, version.error());
    const ServerProduct product = productOf(QString::fromUtf8(version->scalar()), m_settings.host);
    if (product.complaint.isEmpty())
        return m_recorder.pass(TestStep::Version, product.name);
    base::Error error;
    error.kind = base::ErrorKind::ServerError;
    error.sentence = product.complaint;
    error.detail = QString::fromUtf8(version->scalar());
    return m_recorder.fail(TestStep::Version, error, advice);
}

bool DatabaseProbe::lookAtRoute()
{
    // A pooler gives its client a number of its own, and each statement to whatever backend is free.
    const auto backend = ask("backend", "SELECT pg_catalog.pg_backend_pid()");
    if (!backend)
        return m_recorder.fail(TestStep::Route, backend.error());
    const bool knowsDirect = m_settings.direct() != m_settings;
    const bool isNamedDirect = !knowsDirect && !m_settings.directHost.isEmpty();
    m_isPooled = knowsDirect || isPoolerHost(m_settings.host) ||
                 (!isNamedDirect && backend->scalar().toInt() != PQbackendPID(m_connection));
    if (!m_isPooled)
        return m_recorder.pass(TestStep::Route, Text::tr("Straight to the server, without a pooler."));
    if (!knowsDirect)
        return m_recorder.doubt(
            TestStep::Route,
            Text::tr("Through a pooler, and the address of the server behind it is not known."),
            Text::tr("Name the address without pooler: Tusk makes its tables there and hears of "
                     "changes that are made elsewhere."));
    base::ConnectionSettings direct = m_settings.direct();
    direct.directHost.clear();
    direct.directPort = 0;
    session::ConnectWatch watch;
    const auto reached = session::connectPatiently(direct, *m_interruption,
                                                   steady_clock::now() + m_settings.connectTimeout, &watch);
    if (reached)
        return m_recorder.pass(TestStep::Route,
                               Text::tr("Through a pooler; the server behind it can be reached too."));
    return m_recorder.doubt(TestStep::Route,
                            Text::tr("Through a pooler, but not past it: %1").arg(reached.error().sentence),
                            watch.problem ? adviceFor(*watch.problem) : QString());
}

bool DatabaseProbe::measureLatency()
{
    std::vector<steady_clock::duration> rounds;
    for (int i = 0; i < latencyRounds; ++i) {
        const auto began = steady_clock::now();
        const auto answer = ask("latency", "");
        if (!answer)
            return m_recorder.fail(TestStep::Latency, answer.error());
        rounds.push_back(steady_clock::now() - began);
    }
    std::ranges::nth_element(rounds, rounds.begin() + latencyRounds / 2);
    const std::chrono::duration<double, std::milli> median = rounds.at(latencyRounds / 2);
    return m_recorder.pass(TestStep::Latency,
                           Text::tr("%1 ms there and back.").arg(QLocale().toString(median.count(), 'f', 1)));
}

bool DatabaseProbe::lookAtRights()
{
    const auto answer = ask(migration::stateStatement());
    if (!answer)
        return m_recorder.fail(TestStep::Rights, answer.error());
    m_state = *answer;
    const auto state = migration::toState(m_state);
    if (!state)
        return m_recorder.fail(TestStep::Rights, state.error());
    const auto more =
        ask("rights", "SELECT pg_catalog.pg_is_in_recovery() OR "
                      "pg_catalog.current_setting('transaction_read_only') = 'on', "
                      "pg_catalog.has_database_privilege(pg_catalog.current_database(), 'TEMP')");
    if (!more)
        return m_recorder.fail(TestStep::Rights, more.error());
    if (isTrue(*more, 0))
        return m_recorder.doubt(
            TestStep::Rights, Text::tr("This database can only be read."),
            Text::tr("Use the address of the primary server, or switch this environment to "
                     "read-only."));
    if (const auto allowed = migration::checkRights(*state); !allowed && !state->hasTable)
        return m_recorder.doubt(TestStep::Rights, allowed.error().sentence, {});
    QStringList missing;
    if (!isTrue(*more, 1))
        missing.append(Text::tr("make temporary tables"));
    if (!mayListen())
        missing.append(Text::tr("hear of changes that are made elsewhere"));
    if (!missing.isEmpty())
        return m_recorder.doubt(
            TestStep::Rights, Text::tr("This user may not %1.").arg(missing.join(u", "_s)),
            Text::tr("Tusk works, with less comfort; the owner of the database can give the right."));
    return m_recorder.pass(TestStep::Rights, Text::tr("This user may do all that Tusk needs."));
}

// Within a transaction that is rolled back, so that nothing of it stays with a pooler.
bool DatabaseProbe::mayListen() const
{
    session::Exchange exchange(m_connection, m_interruption, m_settings.statementTimeout, "listen",
                               m_settings.password);
    const auto done = session::converseByScript(m_connection, exchange, "BEGIN; LISTEN tusk; ROLLBACK");
    return exchange.settle() && done;
}

bool DatabaseProbe::lookAtSchema()
{
    const auto state = migration::toState(m_state);
    if (const auto usable = migration::checkState(*state); !usable)
        return m_recorder.fail(TestStep::Schema, usable.error());
    QList<migration::AppliedMigration> history;
    if (state->hasTable) {
        const auto rows = ask(migration::historyStatement());
        if (!rows)
            return m_recorder.fail(TestStep::Schema, rows.error());
        history = migration::toHistory(*rows);
    }
    const auto catalog = migration::MigrationCatalog::compiledIn();
    if (!catalog)
        return m_recorder.fail(TestStep::Schema, catalog.error());
    const auto plan = migration::planFor(*catalog, history);
    if (!plan)
        return m_recorder.fail(TestStep::Schema, plan.error());
    if (plan->pending.isEmpty())
        return m_recorder.pass(TestStep::Schema, Text::tr("The tables of Tusk are there and up to date."));
    if (plan->current == 0)
        return m_recorder.pass(TestStep::Schema,
                               Text::tr("There are no tables of Tusk yet; it will make them."));
    return m_recorder.pass(
        TestStep::Schema,
        Text::tr("The tables of Tusk are at version %1; they will be brought to version %2.")
            .arg(plan->current)
            .arg(plan->target));
}

base::Result<session::Answer> DatabaseProbe::ask(const char *name, const char *sql) const
{
    return ask({.name = name, .sql = sql, .values = {}});
}

base::Result<session::Answer> DatabaseProbe::ask(const session::Statement &statement) const
{
    session::Exchange exchange(m_connection, m_interruption, m_settings.statementTimeout, statement.name,
                               m_settings.password);
    auto answer = session::converse(m_connection, exchange, statement);
    static_cast<void>(exchange.settle());
    return answer;
}

} // namespace tusk::environments
