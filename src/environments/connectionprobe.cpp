// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/connectionprobe.h"

#include "data/migration/migrationhistory.h"
#include "data/session/conninfo.h"
#include "data/session/conversation.h"
#include "environments/certificate.h"
#include "environments/hostaddresses.h"
#include "environments/serverproduct.h"
#include "environments/texts.h"

#include <QLocale>

#include <algorithm>
#include <random>

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using session::ConnectProblem;
using session::ConnectStage;
using std::chrono::steady_clock;

namespace
{

// Neon holds a login back while it starts a suspended database.
constexpr auto wakingLimit = 30s;
constexpr std::chrono::milliseconds wakingPauses[] = {500ms, 2s, 5s};
constexpr int latencyRounds = 5;

base::Error errorOf(ConnectProblem problem, const QString &detail)
{
    const session::ConnectFailure &failure = session::connectFailure(problem);
    base::Error error;
    error.kind = failure.kind;
    error.sentence = failure.translatedSentence();
    error.detail = detail;
    error.connectionUsable = false;
    return error;
}

QString adviceFor(ConnectProblem problem)
{
    return session::connectFailure(problem).translatedAdvice();
}

bool isWaking(const session::ConnectWatch &watch)
{
    return watch.problem == ConnectProblem::DatabaseWaking || watch.problem == ConnectProblem::ServerStarting;
}

bool isAboutTheCertificate(const session::ConnectWatch &watch)
{
    return watch.problem == ConnectProblem::CertificateInvalid ||
           watch.problem == ConnectProblem::CertificateOfOtherServer;
}

TestStep stepOf(ConnectStage stage)
{
    switch (stage) {
    case ConnectStage::Reaching:
        return TestStep::Connect;
    case ConnectStage::Encrypting:
        return TestStep::Encrypt;
    case ConnectStage::LoggingIn:
        return TestStep::LogIn;
    }
    return TestStep::Connect;
}

QString sentenceOf(const Certificate &certificate)
{
    return Text::tr("its certificate is for %1, issued by %2, valid until %3")
        .arg(certificate.subject, certificate.issuer,
             QLocale().toString(certificate.validUntil.date(), QLocale::ShortFormat));
}

bool isTrue(const session::Answer &answer, int column)
{
    return answer.rows.value(0).value(column) == QByteArrayLiteral("t");
}

} // namespace

ConnectionProbe::ConnectionProbe(base::ConnectionSettings settings,
                                 std::shared_ptr<session::Interruption> interruption, ProbeListener listener)
    : m_settings(std::move(settings))
    , m_interruption(std::move(interruption))
    , m_listener(std::move(listener))
    , m_wakingEnds(steady_clock::now() + wakingLimit)
{
}

void ConnectionProbe::run()
{
    constexpr Step steps[] = {&ConnectionProbe::resolve,        &ConnectionProbe::connect,
                              &ConnectionProbe::lookAtVersion,  &ConnectionProbe::lookAtRoute,
                              &ConnectionProbe::measureLatency, &ConnectionProbe::lookAtRights,
                              &ConnectionProbe::lookAtSchema};
    m_began = steady_clock::now();
    for (const Step step : steps) {
        if (m_interruption->isRaised() || !(this->*step)())
            return;
    }
}

bool ConnectionProbe::resolve()
{
    if (m_settings.isLocalSocket())
        return pass(TestStep::Resolve, Text::tr("The server is on this computer."));
    const HostAddresses found = lookUp(m_settings.host);
    if (found.problem)
        return fail(TestStep::Resolve, errorOf(*found.problem, found.detail), adviceFor(*found.problem));
    if (found.addresses.contains(m_settings.host))
        return pass(TestStep::Resolve, Text::tr("%1 is an address in numbers.").arg(m_settings.host));
    return pass(TestStep::Resolve,
                Text::tr("%1 has the address %2.").arg(m_settings.host, found.addresses.join(u", "_s)));
}

bool ConnectionProbe::connect()
{
    for (int attempt = 0;; ++attempt) {
        session::ConnectWatch watch;
        auto connection = connectOnce(watch);
        if (connection) {
            m_connection = std::move(*connection);
            reportConnected();
            return true;
        }
        if (!isWaking(watch) || !waitForWaking(attempt))
            return failConnecting(watch, connection.error());
    }
}

base::Result<session::ConnectionHandle> ConnectionProbe::connectOnce(session::ConnectWatch &watch)
{
    watch.deadlineOnceEncrypted = m_wakingEnds;
    watch.reached = [this](ConnectStage stage) {
        if (stage == ConnectStage::LoggingIn && m_listener.loggingIn)
            m_listener.loggingIn();
    };
    return session::connectPatiently(m_settings, *m_interruption,
                                     steady_clock::now() + m_settings.connectTimeout, &watch);
}

// False: it has lasted long enough, or is not wanted any more.
bool ConnectionProbe::waitForWaking(int attempt)
{
    m_listener.waking();
    const auto pause = wakingPauses[std::min<size_t>(size_t(attempt), std::size(wakingPauses) - 1)];
    // Not everybody at once.
    std::uniform_int_distribution<std::chrono::milliseconds::rep> anywhere(pause.count() / 2, pause.count());
    std::minstd_rand random(std::random_device{}());
    const auto until = steady_clock::now() + std::chrono::milliseconds(anywhere(random));
    if (until > m_wakingEnds)
        return false;
    session::waitFor(-1, session::Interest::Read, m_interruption->bell(), until);
    return !m_interruption->isRaised();
}

bool ConnectionProbe::failConnecting(const session::ConnectWatch &watch, const base::Error &error)
{
    if (error.kind == base::ErrorKind::Cancelled)
        return false;
    if (watch.stage != ConnectStage::Reaching)
        pass(TestStep::Connect, Text::tr("Somebody answers at port %1.").arg(m_settings.port));
    if (isAboutTheCertificate(watch))
        return judge(error);
    return fail(stepOf(watch.stage), error, watch.problem ? adviceFor(*watch.problem) : QString());
}

// libpq says that the certificate is bad, but not in what way.
bool ConnectionProbe::judge(const base::Error &error)
{
    const auto verdict =
        judgeCertificate(m_settings, m_interruption->bell(), steady_clock::now() + m_settings.connectTimeout);
    if (!verdict)
        return fail(TestStep::Encrypt, error, adviceFor(ConnectProblem::CertificateInvalid));
    base::Error told = errorOf(verdict->problem, error.detail + u'\n' + sentenceOf(verdict->certificate));
    return fail(TestStep::Encrypt, told, adviceFor(verdict->problem));
}

void ConnectionProbe::reportConnected()
{
    pass(TestStep::Connect, m_settings.isLocalSocket()
                                ? Text::tr("Somebody answers in %1.").arg(m_settings.host)
                                : Text::tr("Somebody answers at port %1.").arg(m_settings.port));
    report(encryption());
    pass(TestStep::LogIn, Text::tr("The user “%1” is let in.").arg(session::userOf(m_settings)));
}

StepReport ConnectionProbe::encryption() const
{
    StepReport result;
    result.step = TestStep::Encrypt;
    if (!PQsslInUse(m_connection.get())) {
        result.finding = Text::tr("The connection is not encrypted.");
        if (m_settings.isLocalSocket())
            return result; // it does not leave this computer
        result.outcome = StepOutcome::Doubtful;
        result.advice = Text::tr("Ask for encryption if the way to the server can be listened to.");
        return result;
    }
    const QString how = QString::fromLatin1(PQsslAttribute(m_connection.get(), "protocol")) + ", "_L1 +
                        QString::fromLatin1(PQsslAttribute(m_connection.get(), "cipher"));
    const auto certificate = certificateOf(m_connection.get());
    result.finding = certificate ? Text::tr("Encrypted (%1); %2.").arg(how, sentenceOf(*certificate))
                                 : Text::tr("Encrypted (%1).").arg(how);
    if (!m_settings.sslMode.startsWith("verify-"_L1))
        result.advice = Text::tr("Nobody has checked whose certificate that is; “verify-full” does.");
    return result;
}

bool ConnectionProbe::lookAtVersion()
{
    const auto version = ask("version", "SELECT pg_catalog.version()");
    if (!version)
        return fail(TestStep::Version, version.error(), {});
    const ServerProduct product = productOf(QString::fromUtf8(version->scalar()), m_settings.host);
    if (product.complaint.isEmpty())
        return pass(TestStep::Version, product.name);
    base::Error error;
    error.kind = base::ErrorKind::ServerError;
    error.sentence = product.complaint;
    error.detail = QString::fromUtf8(version->scalar());
    return fail(TestStep::Version, error, Text::tr("Use a PostgreSQL for Tusk."));
}

bool ConnectionProbe::lookAtRoute()
{
    // A pooler gives its client a number of its own, and each statement to whatever backend is free.
    const auto backend = ask("backend", "SELECT pg_catalog.pg_backend_pid()");
    if (!backend)
        return fail(TestStep::Route, backend.error(), {});
    const bool knowsDirect = m_settings.direct() != m_settings;
    m_isPooled = knowsDirect || isPoolerHost(m_settings.host) ||
                 backend->scalar().toInt() != PQbackendPID(m_connection.get());
    if (!m_isPooled)
        return pass(TestStep::Route, Text::tr("Straight to the server, without a pooler."));
    if (!knowsDirect)
        return doubt(TestStep::Route,
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
        return pass(TestStep::Route, Text::tr("Through a pooler; the server behind it can be reached too."));
    return doubt(TestStep::Route,
                 Text::tr("Through a pooler, but not past it: %1").arg(reached.error().sentence),
                 watch.problem ? adviceFor(*watch.problem) : QString());
}

bool ConnectionProbe::measureLatency()
{
    std::vector<steady_clock::duration> rounds;
    for (int i = 0; i < latencyRounds; ++i) {
        const auto began = steady_clock::now();
        const auto answer = ask("latency", "");
        if (!answer)
            return fail(TestStep::Latency, answer.error(), {});
        rounds.push_back(steady_clock::now() - began);
    }
    std::ranges::nth_element(rounds, rounds.begin() + latencyRounds / 2);
    const std::chrono::duration<double, std::milli> median = rounds.at(latencyRounds / 2);
    return pass(TestStep::Latency,
                Text::tr("%1 ms there and back.").arg(QLocale().toString(median.count(), 'f', 1)));
}

bool ConnectionProbe::lookAtRights()
{
    const auto answer = ask(migration::stateStatement());
    if (!answer)
        return fail(TestStep::Rights, answer.error(), {});
    m_state = *answer;
    const auto state = migration::toState(m_state);
    if (!state)
        return fail(TestStep::Rights, state.error(), {});
    const auto more =
        ask("rights", "SELECT pg_catalog.pg_is_in_recovery() OR "
                      "pg_catalog.current_setting('transaction_read_only') = 'on', "
                      "pg_catalog.has_database_privilege(pg_catalog.current_database(), 'TEMP')");
    if (!more)
        return fail(TestStep::Rights, more.error(), {});
    if (isTrue(*more, 0))
        return doubt(TestStep::Rights, Text::tr("This database can only be read."),
                     Text::tr("Use the address of the primary server, or switch this environment to "
                              "read-only."));
    if (const auto allowed = migration::checkRights(*state); !allowed && !state->hasTable)
        return doubt(TestStep::Rights, allowed.error().sentence, {});
    QStringList missing;
    if (!isTrue(*more, 1))
        missing.append(Text::tr("make temporary tables"));
    if (!mayListen())
        missing.append(Text::tr("hear of changes that are made elsewhere"));
    if (!missing.isEmpty())
        return doubt(
            TestStep::Rights, Text::tr("This user may not %1.").arg(missing.join(u", "_s)),
            Text::tr("Tusk works, with less comfort; the owner of the database can give the right."));
    return pass(TestStep::Rights, Text::tr("This user may do all that Tusk needs."));
}

// Within a transaction that is rolled back, so that nothing of it stays with a pooler.
bool ConnectionProbe::mayListen() const
{
    session::Exchange exchange(m_connection.get(), m_interruption, m_settings.statementTimeout, "listen",
                               m_settings.password);
    const auto done = session::converseByScript(m_connection.get(), exchange, "BEGIN; LISTEN tusk; ROLLBACK");
    return exchange.settle() && done;
}

bool ConnectionProbe::lookAtSchema()
{
    const auto state = migration::toState(m_state);
    if (const auto usable = migration::checkState(*state); !usable)
        return fail(TestStep::Schema, usable.error(), {});
    QList<migration::AppliedMigration> history;
    if (state->hasTable) {
        const auto rows = ask(migration::historyStatement());
        if (!rows)
            return fail(TestStep::Schema, rows.error(), {});
        history = migration::toHistory(*rows);
    }
    const auto catalog = migration::MigrationCatalog::compiledIn();
    if (!catalog)
        return fail(TestStep::Schema, catalog.error(), {});
    const auto plan = migration::planFor(*catalog, history);
    if (!plan)
        return fail(TestStep::Schema, plan.error(), {});
    if (plan->pending.isEmpty())
        return pass(TestStep::Schema, Text::tr("The tables of Tusk are there and up to date."));
    if (plan->current == 0)
        return pass(TestStep::Schema, Text::tr("There are no tables of Tusk yet; it will make them."));
    return pass(TestStep::Schema,
                Text::tr("The tables of Tusk are at version %1; they will be brought to version %2.")
                    .arg(plan->current)
                    .arg(plan->target));
}

base::Result<session::Answer> ConnectionProbe::ask(const char *name, const char *sql) const
{
    return ask({.name = name, .sql = sql, .values = {}});
}

base::Result<session::Answer> ConnectionProbe::ask(const session::Statement &statement) const
{
    session::Exchange exchange(m_connection.get(), m_interruption, m_settings.statementTimeout,
                               statement.name, m_settings.password);
    auto answer = session::converse(m_connection.get(), exchange, statement);
    static_cast<void>(exchange.settle());
    return answer;
}

bool ConnectionProbe::pass(TestStep step, const QString &finding)
{
    report({.step = step, .outcome = StepOutcome::Passed, .finding = finding, .advice = {}, .error = {}});
    return true;
}

bool ConnectionProbe::doubt(TestStep step, const QString &finding, const QString &advice)
{
    report(
        {.step = step, .outcome = StepOutcome::Doubtful, .finding = finding, .advice = advice, .error = {}});
    return true;
}

bool ConnectionProbe::fail(TestStep step, const base::Error &error, const QString &advice)
{
    report({.step = step,
            .outcome = StepOutcome::Failed,
            .finding = error.sentence,
            .advice = advice,
            .error = error});
    return false;
}

void ConnectionProbe::report(StepReport report)
{
    const auto now = steady_clock::now();
    report.took = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_began);
    m_began = now;
    m_listener.stepEnded(report);
}

} // namespace tusk::environments
