// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/inbox.h"
#include "base/result.h"
#include "data/session/certificatejudge.h"
#include "data/session/retrypolicy.h"
#include "data/session/statement.h"
#include "data/session/ticket.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace tusk::session
{

class Connection;

enum class SessionState {
    Closed,     // not opened yet, or closed by us
    Connecting, // opening the first connection, or the first after a loss
    Waking,     // the same; the database is starting: it says so, or takes its time to let us in
    Connected,
    Offline, // lost or unreachable; the next try is planned
    Failed,  // trying again is pointless until the user changes something (password, rights)
};

// Whether requests may overtake each other.
enum class Ordering {
    Free,    // any idle connection takes it
    InOrder, // one after another, in the order of asking, also after one that failed: for actions
};

// The times of a session that no user sets. Tests shorten them.
struct SessionPace {
    RetryPolicy::Spans retry;
    // Added to connectTimeout before a thread that does not come back from connecting is abandoned.
    std::chrono::milliseconds openingMargin{1'500};
    // A connection over the network that the server ends after this long without a request is not opened
    // again before the next request or retryNow(): a serverless database has gone to sleep and must not be
    // woken by us.
    std::chrono::milliseconds quietTime{60'000};
    // After which a login counts as slow.
    std::chrono::milliseconds slowLogin{1'000};
    // For how long a database may say that it is waking up before it counts as unreachable.
    std::chrono::milliseconds waking{30'000};
};

// The one owner of connections and their threads. Requests go in as values, answers come back as values on
// the thread of the receiver's Inbox, or never if the receiver is gone. Requests wait while the session
// connects or is offline only if they say so; see Request::waitForConnection. Thread: lives on the thread
// that made it (the GUI thread); no function waits for the network.
class DatabaseSession final : public QObject
{
    Q_OBJECT

public:
    struct Request {
        Statement statement;
        Ordering ordering = Ordering::Free;
        // false: fails at once with NoConnection when not connected, so that stale views stay as they are and
        // ask again on reconnecting.
        bool waitForConnection = false;
        // Of silence, after which the server counts as frozen; none: ConnectionSettings::statementTimeout.
        std::optional<std::chrono::milliseconds> limit = {};
    };
    using RequestId = quint64; // grows by one with each request

    explicit DatabaseSession(base::ConnectionSettings settings, QObject *parent = nullptr);
    DatabaseSession(base::ConnectionSettings settings, SessionPace pace, QObject *parent = nullptr);
    DatabaseSession(base::ConnectionSettings settings, CertificateJudge judge);
    // Orderly and never long: running statements are interrupted, threads joined; a thread that a frozen peer
    // holds is abandoned, not waited for.
    ~DatabaseSession() override;

    void open();  // starts connecting; stateChanged tells the rest
    void close(); // answers every open request with Cancelled
    // On focus, network change or a click: ends the waiting between two tries, and lets one that is under way
    // be followed by another at once where it fails.
    void retryNow();
    // Also where that was refused for good: somebody says that it is mended.
    void listenAgain();

    [[nodiscard]] SessionState state() const;
    [[nodiscard]] const base::Error &lastError() const; // why Offline or Failed
    // Whether notified() never comes: not wanted, or refused. Who wants to know of changes has to ask.
    [[nodiscard]] bool isDeaf() const;
    // Whether the database said at the last login that it is a standby; before version 14 none says so, and
    // foundStandby() tells.
    [[nodiscard]] bool isStandby() const;
    // Why notified() does not come although it is wanted, where that lasts for longer than a moment;
    // listening(), foundPooler() or foundStandby() ends it.
    [[nodiscard]] const std::optional<base::Error> &listeningFailure() const;
    [[nodiscard]] const base::ConnectionSettings &settings() const;

    // Sends a statement. decode runs on the worker thread and turns the answer into a value (parsing is kept
    // off the GUI thread); done runs on the thread of inbox. Transient failures (40001, 40P01) are tried
    // again up to three times before done hears of them; a lost connection is reported, not retried: the
    // caller knows whether sending twice is safe.
    template <class T>
    RequestId request(Request request, std::function<base::Result<T>(const Answer &)> decode,
                      const base::Inbox &inbox, std::function<void(base::Result<T>)> done);

    // Runs a task that needs several statements with the connection to itself (migrations), on the direct
    // endpoint if asked. The task runs on a worker thread; done as above.
    template <class T>
    RequestId run(std::function<base::Result<T>(Connection &)> task, bool onDirectEndpoint,
                  const base::Inbox &inbox, std::function<void(base::Result<T>)> done);

    // Drops a request that has not been sent, interrupts it if it has (done then gets Cancelled).
    void cancel(RequestId id);

Q_SIGNALS:
    void stateChanged(tusk::session::SessionState state);
    // NOTIFY on channel "tusk": what the sender passed, mostly the id of an action.
    void notified(const QByteArray &payload);
    // The listening connection is (again) up: what was announced meanwhile was missed, catch up now.
    void listening();
    // There is another listeningFailure(), or none.
    void listeningFailed();
    // Once: a pooler is between, and no way past it is known, so nothing that others announce is heard.
    void foundPooler();
    // The same of a standby: it can be read, and refuses to write and to listen. Once, until it was promoted.
    void foundStandby();

private:
    // Both run on a worker thread, or on the session's if the request does not get that far.
    using RawDone = std::function<void(base::Result<Answer>, const TicketPointer &)>;
    using RawTask = std::function<void(base::Result<Connection *>, const TicketPointer &)>;
    RequestId enqueue(Request request, RawDone done);
    RequestId enqueueTask(bool onDirectEndpoint, RawTask task);
    static base::Error cancelled();

    // Hands the result over, unless another one was; what is revoked on the way arrives as Cancelled. Worker
    // and session may get here at once: only the one with the claim touches done.
    template <class T>
    static void deliver(const base::InboxAddress &address, const TicketPointer &ticket,
                        std::function<void(base::Result<T>)> &done, base::Result<T> result);

    DatabaseSession(base::ConnectionSettings settings, const SessionPace &pace, CertificateJudge judge,
                    QObject *parent);

    struct Private;
    std::unique_ptr<Private> d;
};

template <class T>
void DatabaseSession::deliver(const base::InboxAddress &address, const TicketPointer &ticket,
                              std::function<void(base::Result<T>)> &done, base::Result<T> result)
{
    if (!ticket->claim())
        return;
    address.post([ticket, whenDone = std::move(done), result = std::move(result)]() mutable {
        whenDone(ticket->isRevoked() ? base::Result<T>(cancelled()) : std::move(result));
    });
}

template <class T>
DatabaseSession::RequestId
DatabaseSession::request(Request request, std::function<base::Result<T>(const Answer &)> decode,
                         const base::Inbox &inbox, std::function<void(base::Result<T>)> done)
{
    RawDone whenAnswered = [decode = std::move(decode), address = inbox.address(), done = std::move(done)](
                               base::Result<Answer> answer, const TicketPointer &ticket) mutable {
        auto result = answer ? decode(*answer) : base::Result<T>(answer.error());
        deliver<T>(address, ticket, done, std::move(result));
    };
    return enqueue(std::move(request), std::move(whenAnswered));
}

template <class T>
DatabaseSession::RequestId DatabaseSession::run(std::function<base::Result<T>(Connection &)> task,
                                                bool onDirectEndpoint, const base::Inbox &inbox,
                                                std::function<void(base::Result<T>)> done)
{
    return enqueueTask(onDirectEndpoint, [task = std::move(task), address = inbox.address(),
                                          done = std::move(done)](base::Result<Connection *> connection,
                                                                  const TicketPointer &ticket) mutable {
        auto result = connection ? task(**connection) : base::Result<T>(connection.error());
        deliver<T>(address, ticket, done, std::move(result));
    });
}

} // namespace tusk::session
