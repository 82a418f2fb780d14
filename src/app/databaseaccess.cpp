// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/databaseaccess.h"

#include "app/texts.h"
#include "data/session/connection.h"
#include "environments/certificate.h"

namespace tusk::app
{

using base::Error;
using base::ErrorKind;
using migration::MigrationReport;
using repository::OpeningState;
using session::SessionState;

namespace
{

// Beyond the session's own limit for one attempt, so that its reason is heard.
constexpr std::chrono::seconds margin{2};

QString sentenceOf(localserver::ServerState state)
{
    switch (state) {
        using enum localserver::ServerState;
    case Initialising:
        return Text::tr("Setting up the database for your todos…");
    case Recovering:
        return Text::tr("The database with your todos is putting itself in order…");
    case Stopped:
    case Starting:
    case Running:
        return {};
    }
    return {};
}

} // namespace

DatabaseAccess::DatabaseAccess(std::optional<base::ConnectionSettings> settings, const base::Clock &clock,
                               QObject *parent)
    : QObject(parent)
    , m_given(std::move(settings))
    , m_clock(clock)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { settle(m_session->lastError()); });
}

DatabaseAccess::~DatabaseAccess() = default;

void DatabaseAccess::reach(Reached done)
{
    if (m_given)
        connectTo(*m_given, std::move(done));
    else
        startServer(std::move(done));
}

void DatabaseAccess::rememberAs(const QString &folder, const QString &address)
{
    m_known = std::make_unique<repository::KnownDatabase>(folder, address);
}

void DatabaseAccess::open(domain::InstallationId installation, const repository::PageRequest &firstPage,
                          const Done<OpeningState> &done, OlderSchema older)
{
    const auto openBroughtUp = [this, installation, firstPage,
                                done](const base::Result<MigrationReport> &report) {
        if (!report)
            return done(report.error());
        tryOpening(installation, firstPage, [this, done](const base::Result<OpeningState> &state) {
            state ? meet(*state, done) : done(state.error());
        });
    };
    tryOpening(installation, firstPage,
               [this, done, older, openBroughtUp](const base::Result<OpeningState> &state) {
                   if (state)
                       return meet(*state, done);
                   if (state.error().kind != ErrorKind::SchemaMissing)
                       return done(state.error());
                   checkIdentity([this, done, older, openBroughtUp,
                                  missing = state.error()](const base::Result<void> &isOurs) {
                       if (!isOurs)
                           done(isOurs.error());
                       else if (older == OlderSchema::Left)
                           done(missing);
                       else
                           m_schema->bringUp(openBroughtUp);
                   });
               });
}

void DatabaseAccess::meet(const OpeningState &state, const Done<OpeningState> &done)
{
    const auto bind = [this, state, done] {
        m_writer->bind(state.database);
        done(state);
    };
    if (!m_known)
        return bind();
    m_known->meet(state.database, [bind, done](repository::KnownDatabase::Meeting met) {
        if (met == repository::KnownDatabase::Meeting::Same)
            bind();
        else
            done(repository::otherDatabaseError());
    });
}

void DatabaseAccess::checkIdentity(const Done<void> &done)
{
    if (!m_known)
        return done({});
    m_known->recall([this, done](const std::optional<domain::DatabaseId> &before) {
        if (!before)
            return done({});
        repository::readIdentity(*m_session, m_inbox, [before, done](const auto &found) {
            if (!found)
                done(found.error());
            else if (*found == before)
                done({});
            else
                done(repository::otherDatabaseError());
        });
    });
}

void DatabaseAccess::close(std::function<void()> closed)
{
    m_limit.stop();
    m_waiting = {};
    m_schema.reset();
    m_reader.reset();
    m_writer.reset();
    m_known.reset();
    m_session.reset();
    if (m_server && m_serverAnswered) {
        m_server->release([closed = std::move(closed)](const base::Result<void> &) { closed(); });
        return;
    }
    m_server.reset(); // where it is still starting, this cancels
    closed();
}

void DatabaseAccess::startServer(Reached done)
{
    m_server = std::make_unique<localserver::LocalServer>(localserver::Environment::current());
    connect(m_server.get(), &localserver::LocalServer::stateChanged, this,
            [this](localserver::ServerState state) {
                if (const QString sentence = sentenceOf(state); !sentence.isEmpty())
                    Q_EMIT progressed(sentence);
            });
    m_server->start([this, done = std::move(done)](const base::Result<base::ConnectionSettings> &started) {
        m_serverAnswered = true;
        if (started)
            connectTo(*started, done);
        else
            done(Failure{ExitCode::NoConnection, started.error()});
    });
}

void DatabaseAccess::connectTo(const base::ConnectionSettings &settings, Reached done)
{
    base::ConnectionSettings forOneCommand = settings;
    forOneCommand.listen = false;
    forOneCommand.poolSize = 1;
    m_session = std::make_unique<session::DatabaseSession>(forOneCommand, environments::certificateJudge());
    m_schema = std::make_unique<SchemaSetup>(*m_session, dumpOfPrivateServer());
    m_reader =
        std::make_unique<repository::PgTodoReader>(*m_session, migration::MigrationCatalog::compiledIn());
    m_writer = std::make_unique<repository::PgActionWriter>(*m_session);
    connect(m_session.get(), &session::DatabaseSession::stateChanged, this, &DatabaseAccess::onSessionState);
    m_session->open();
    whenConnected(Patience::ForWaking, [done = std::move(done)](const base::Result<void> &connected) {
        done(connected ? std::nullopt : std::optional(Failure{ExitCode::NoConnection, connected.error()}));
    });
}

SchemaSetup::Dump DatabaseAccess::dumpOfPrivateServer()
{
    if (!isPrivate())
        return {};
    return [this](Done<QString> done) { m_server->dump(m_clock.now(), std::move(done)); };
}

void DatabaseAccess::tryOpening(domain::InstallationId installation, const repository::PageRequest &firstPage,
                                Done<OpeningState> done)
{
    persistently<OpeningState>(
        [this, installation, firstPage](Done<OpeningState> answered) {
            m_reader->open(installation, firstPage, m_inbox, std::move(answered));
        },
        std::move(done));
}

void DatabaseAccess::whenConnected(Patience patience, Done<void> done)
{
    m_waiting = std::move(done);
    m_patience = patience;
    m_limit.start(m_session->settings().connectTimeout + margin);
    onSessionState(m_session->state());
}

void DatabaseAccess::onSessionState(SessionState state)
{
    switch (state) {
    case SessionState::Connected:
        settle({});
        break;
    case SessionState::Offline:
        // A reason with a code comes from a server that is there: it may be waking up.
        if (m_patience == Patience::ForWaking && m_session->lastError().sqlState.isEmpty())
            settle(m_session->lastError());
        else
            Q_EMIT progressed(m_session->lastError().sentence);
        break;
    case SessionState::Failed:
        settle(m_session->lastError());
        break;
    case SessionState::Waking:
        m_limit.start(session::wakingLimit + margin);
        Q_EMIT progressed(tr("The database is waking up…"));
        break;
    case SessionState::Connecting:
    case SessionState::Closed:
        break;
    }
}

void DatabaseAccess::settle(base::Result<void> result)
{
    if (!m_waiting)
        return;
    m_limit.stop();
    // Not from within a signal of the session: who asked may end it.
    m_inbox.address().post(
        [done = std::exchange(m_waiting, {}), result = std::move(result)] { done(result); });
}

bool DatabaseAccess::isWorthAsking(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::NoConnection:
    case ErrorKind::ConnectionLost:
    case ErrorKind::Timeout:
    case ErrorKind::Transient:
        return true;
    default:
        return false;
    }
}

} // namespace tusk::app
