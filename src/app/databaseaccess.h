// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/failure.h"
#include "app/schemasetup.h"
#include "base/clock.h"
#include "base/connectionsettings.h"
#include "base/inbox.h"
#include "base/result.h"
#include "data/repository/knowndatabase.h"
#include "data/repository/pgactionwriter.h"
#include "data/repository/pgtodoreader.h"
#include "data/session/databasesession.h"
#include "localserver/localserver.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace tusk::app
{

// The way of one command to its database: starts the private server where that is the database, connects,
// brings the schema up, and at the end leaves the server as it was. Nothing here waits; what is asked for is
// answered by a call, not before the function returns to the event loop. One question at a time.
class DatabaseAccess final : public QObject
{
    Q_OBJECT

public:
    template <class T>
    using Done = std::function<void(base::Result<T>)>;
    using Reached = std::function<void(std::optional<Failure>)>;

    // settings: of the database; none: the private server of this user.
    // clock must outlive this.
    DatabaseAccess(std::optional<base::ConnectionSettings> settings, const base::Clock &clock,
                   QObject *parent = nullptr);
    ~DatabaseAccess() override;
    Q_DISABLE_COPY_MOVE(DatabaseAccess)

    // Before anything else: another database than the constructor was given.
    void aimAt(const base::ConnectionSettings &settings) { m_given = settings; }
    // Before anything else: which database was met is remembered as that of an environment
    // (repository::KnownDatabase), and another one is not opened.
    void rememberAs(const QString &folder, const QString &address);

    [[nodiscard]] bool isPrivate() const { return !m_given; }
    [[nodiscard]] const std::optional<base::ConnectionSettings> &given() const { return m_given; }

    // Connects, and waits for a database that has to wake up first; no longer than connectTimeout.
    void reach(Reached done);
    enum class OlderSchema {
        BroughtUp,
        Left, // the error is SchemaMissing
    };
    // After reach(): reads what a command needs to begin with, and nothing is written to another database
    // than that one from then on. older: what becomes of a missing or older schema.
    void open(domain::InstallationId installation, const repository::PageRequest &firstPage,
              const Done<repository::OpeningState> &done, OlderSchema older = OlderSchema::BroughtUp);
    // Ends the connection and lets go of the server; the last user stops it. At any time, once.
    void close(std::function<void()> closed);

    // After reach():
    [[nodiscard]] SchemaSetup &schema() { return *m_schema; }
    [[nodiscard]] session::DatabaseSession &session() { return *m_session; }
    [[nodiscard]] repository::TodoReader &reader() { return *m_reader; }
    [[nodiscard]] repository::ActionWriter &writer() { return *m_writer; }
    [[nodiscard]] const base::Inbox &inbox() const { return m_inbox; }

    // Asks, and asks again, up to a few times, where the connection was lost before the answer came: every
    // request of ours is safe to send twice. ask is given the function to call with the answer.
    template <class T>
    void persistently(std::function<void(Done<T>)> ask, Done<T> done, int attempts = 4);

Q_SIGNALS:
    // Something that takes a while has begun; a sentence for whoever waits.
    void progressed(const QString &sentence);

private:
    // Which failures to connect are worth another try.
    enum class Patience {
        ForWaking,    // the server is there and says that it is not ready
        ForReturning, // any that may pass: the connection was there before
    };

    void startServer(Reached done);
    void connectTo(const base::ConnectionSettings &settings, Reached done);
    [[nodiscard]] SchemaSetup::Dump dumpOfPrivateServer();
    void tryOpening(domain::InstallationId installation, const repository::PageRequest &firstPage,
                    Done<repository::OpeningState> done);
    void meet(const repository::OpeningState &state, const Done<repository::OpeningState> &done);
    // Before a schema is brought up.
    void checkIdentity(const Done<void> &done);
    void whenConnected(Patience patience, Done<void> done);
    void onSessionState(session::SessionState state);
    void settle(base::Result<void> result);
    [[nodiscard]] static bool isWorthAsking(const base::Error &error);

    std::optional<base::ConnectionSettings> m_given;
    const base::Clock &m_clock;
    base::Inbox m_inbox;
    std::unique_ptr<localserver::LocalServer> m_server;
    bool m_serverAnswered = false;
    std::unique_ptr<session::DatabaseSession> m_session;
    std::unique_ptr<SchemaSetup> m_schema;
    std::unique_ptr<repository::PgTodoReader> m_reader;
    std::unique_ptr<repository::PgActionWriter> m_writer;
    std::unique_ptr<repository::KnownDatabase> m_known; // none: nothing is remembered
    Done<void> m_waiting;                               // for the session to be connected
    Patience m_patience = Patience::ForWaking;
    QTimer m_limit;
};

template <class T>
void DatabaseAccess::persistently(std::function<void(Done<T>)> ask, Done<T> done, int attempts)
{
    ask([this, ask, done, attempts](base::Result<T> result) {
        if (result || attempts <= 1 || !isWorthAsking(result.error())) {
            done(std::move(result));
            return;
        }
        whenConnected(Patience::ForReturning,
                      [this, ask, done, attempts](const base::Result<void> &connected) {
                          if (connected)
                              persistently<T>(ask, done, attempts - 1);
                          else
                              done(connected.error());
                      });
    });
}

} // namespace tusk::app
