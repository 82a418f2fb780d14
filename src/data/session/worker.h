// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/inbox.h"
#include "data/session/connection.h"
#include "data/session/job.h"
#include "data/session/partingthread.h"

#include <functional>
#include <memory>
#include <optional>

namespace tusk::session
{

// A thread with one connection: opens it, carries out one job after another, notices at once when the
// connection ends while idle (poll() on the socket: no statement, no timer), and ends with the connection.
// Thread: made and used on the session's; what happens is told through the session's Inbox.
class Worker final
{
public:
    using Id = quint64;

    struct Event {
        enum class Kind {
            LoggingIn, // the server is there and has been asked to let us in
            LetIn,     // or not: it has answered that
            Opened,
            Finished, // a job; the worker is idle again
            Ended,    // the last one; the thread has let go of its connection and is about to end
        };
        Kind kind = Kind::Ended;
        base::Error reason = {}; // of Ended
        bool byServer = false;   // Ended: the server said goodbye in order; the network did not fail
        bool whileIdle = false;  // Ended: no job was out
        bool isStandby = false;  // Opened: the server says so
        // Ended: the job that was out and has been answered. One that the session has sent and that is not
        // named here never went to the server.
        JobPointer answered = {};
    };
    using Listener = std::function<void(Id, const Event &)>;

    Worker(Id id, base::ConnectionSettings settings, CertificateJudge judge, base::InboxAddress home,
           Listener listener);
    // As quit(), and waits a moment for the thread. One that something holds (the driver while connecting,
    // the system's resolver) is left to itself: it owns all it needs and ends when it is let go.
    ~Worker();
    Q_DISABLE_COPY_MOVE(Worker)

    [[nodiscard]] Id id() const;

    // To an idle worker only.
    void send(JobPointer job);
    // Stops the job, if it is the one that runs.
    void cancel(const JobPointer &job);
    // Stops whatever it does, gives the connection up and ends. Never waits.
    void quit();
    // As quit(), for a thread that something holds: the destructor will not wait for it.
    void abandon();

private:
    struct Shared;
    static Event live(Shared &shared);
    static std::optional<Event> carryOut(Shared &shared, Connection &connection, const JobPointer &job);
    static base::Error answer(Shared &shared, Connection &connection, Job &job);
    static std::optional<Event> idle(Shared &shared, Connection &connection);

    std::shared_ptr<Shared> m_shared;
    PartingThread m_thread;
};

} // namespace tusk::session
