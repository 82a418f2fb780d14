// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/inbox.h"
#include "base/result.h"
#include "data/repository/todovalues.h"
#include "data/session/certificatejudge.h"
#include "domain/todofilter.h"

#include <QObject>
#include <QUuid>

#include <functional>
#include <memory>
#include <optional>

namespace tusk::base
{
class Clock;
}

namespace tusk::session
{
class Connection;
class DatabaseSession;
} // namespace tusk::session

namespace tusk::models
{

class Workspace;

// The way from the window to one database: opens the session, brings the schema up, fills the workspace,
// keeps it fresh, and says how things stand. One link for each environment that is open. Thread: that of the
// GUI; nothing here waits.
class DatabaseLink final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Connecting,
        Waking,          // the same; the database takes its time, up to half a minute: stop()
        MigrationWanted, // the schema is missing or older, and the user wants to be asked: migrateNow()
        Migrating,       // the schema is brought up
        Opening,         // connected, the first rows are on their way
        Ready,
        Offline, // lost, unreachable, or neither brought up nor read yet; tries again by itself
        Failed,  // needs the user: see error()
        Closed,
    };

    struct Options {
        base::ConnectionSettings settings;
        QString unsentFolder; // of this environment: where unsent actions are kept
        domain::InstallationId installation;
        domain::TodoFilter firstPlace; // shown first
        QUuid environment;             // among those of the user; what is remembered of it goes by this
        QString name;                  // of the environment, for the window
        // Where the user says that the database is: which one was there is remembered with it, and another
        // one stops the link. Empty: nothing is remembered.
        QString address;
        std::function<bool()> asksBeforeMigrating; // called when there is something to bring up; empty: no
        session::CertificateJudge certificateJudge;
        // Called when the database is not reached: whether it is brought back by who has found it, which is
        // told by broughtBack(). byUser: somebody wants it now. Empty: never.
        std::function<bool(bool byUser)> bringBack;
        // Called on a worker thread before the first migration of a database that holds todos: makes a
        // backup.
        std::function<base::Result<void>()> backup;
    };

    // clock must outlive the link.
    DatabaseLink(Options options, const base::Clock &clock, QObject *parent = nullptr);
    ~DatabaseLink() override;

    void open();  // and again, after Failed
    void close(); // unsent actions stay on disk
    // On focus or a click: what has failed for good stays, what nobody tells of is read, and so is what took
    // too long.
    void retryNow();
    void networkChanged(); // the same, but what sleeps is not woken and what was stopped is not started
    void tryAgain();       // as retryNow(), and what has failed for good: somebody says that it is mended
    void broughtBack(const base::Result<void> &result); // see Options::bringBack
    void stop();       // gives up connecting, until open(): then Failed, by the user
    void migrateNow(); // in the state MigrationWanted; in any other nothing
    // Failed because another database is there than before: the user wants it. Then reopenWanted().
    void acceptDatabase();

    // Runs a task that reads or writes very many rows, on a worker thread, with a connection of its own to
    // the direct endpoint. done gets what the task returned, or why there was no connection. What the task
    // found besides, it hands over itself.
    using LongTask = std::function<base::Result<void>(session::Connection &)>;
    using LongTaskId = quint64;
    LongTaskId runLong(LongTask task, const base::Inbox &inbox, std::function<void(base::Result<void>)> done);
    void cancelLong(LongTaskId id); // interrupts the statement that runs; done then gets Cancelled

    [[nodiscard]] State state() const;
    // Of Offline, Failed and MigrationWanted; while it is tried again, why that was needed.
    [[nodiscard]] const base::Error &error() const;
    // The database takes no changes: it has said so when it was asked to listen, or at the login where it is
    // not asked that, and has saved none since then.
    [[nodiscard]] bool isStandby() const;
    // Why changes that are made elsewhere are not shown at once although they should be, as a sentence about
    // them; none: they are, or nothing is known.
    [[nodiscard]] std::optional<base::Error> listeningFailure() const;
    [[nodiscard]] Workspace &workspace() const;
    [[nodiscard]] const QUuid &environment() const;
    [[nodiscard]] const QString &name() const;
    [[nodiscard]] domain::InstallationId installation() const;
    // For long work that needs a connection of its own; it goes with the link.
    [[nodiscard]] session::DatabaseSession &session() const;

Q_SIGNALS:
    void stateChanged(tusk::models::DatabaseLink::State state);
    void standbyChanged();
    void listeningFailureChanged();
    // The workspace is open, and these are the rows of Options::firstPlace: they came with the same
    // statement.
    void firstRowsRead(const tusk::domain::TodoFilter &place, const tusk::repository::TodoPage &page);
    // Another database was accepted: a new link is needed, because this one may show todos of the former.
    void reopenWanted();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tusk::models
