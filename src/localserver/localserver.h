// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/inbox.h"
#include "base/result.h"
#include "localserver/environment.h"
#include "localserver/serverstarter.h"

#include <QDateTime>
#include <QObject>

#include <functional>
#include <memory>

namespace tusk::localserver
{

// How the server that we use came to its end without us.
enum class ServerEnd {
    Unexpected, // it crashed or was killed: start() brings it back
    OnRequest,  // someone stopped it on purpose, as with "tusk server stop"
};

// The private server of a window: the blocking work is done on a thread of its own, which sleeps while there
// is none, and answers come back from the event loop of the thread on which this object lives. Dropped, never
// late: nothing is called after this object is gone. Requests are carried out one after the other.
class LocalServer final : public QObject
{
    Q_OBJECT

public:
    using Started = std::function<void(base::Result<base::ConnectionSettings>)>;
    using Released = std::function<void(base::Result<void>)>;
    using Dumped = std::function<void(base::Result<QString>)>;

    explicit LocalServer(Environment environment, QObject *parent = nullptr, ServerLimits limits = {});
    // Cancels what is under way and releases the server. That waits for the server's end if this is its last
    // user: call release() before, and wait for its answer, in order not to wait here.
    ~LocalServer() override;
    Q_DISABLE_COPY_MOVE(LocalServer)

    // Makes the server run and this process a user of it, see ServerControl::acquire().
    void start(Started answer);
    // No user any more; the last one stops the server.
    void release(Released answer);
    // Adds a dump named after this time to the folder of dumps; answers with its path.
    void dump(const QDateTime &now, Dumped answer);

    [[nodiscard]] ServerState state() const { return m_state; }

Q_SIGNALS:
    void stateChanged(tusk::localserver::ServerState state);
    // The server ended while we used it. State is Stopped by then.
    void ended(tusk::localserver::ServerEnd how);

private:
    class Worker;

    void setState(ServerState state);

    ServerState m_state = ServerState::Stopped;
    base::Inbox m_inbox;
    std::unique_ptr<Worker> m_worker;
};

} // namespace tusk::localserver
