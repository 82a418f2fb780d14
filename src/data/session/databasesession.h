// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "base/inbox.h"
#include "base/result.h"
#include "data/session/statement.h"

#include <QObject>

#include <functional>
#include <memory>

namespace tusk::session
{

class Connection;

enum class SessionState {
    Closed,     // not opened yet, or closed by us
    Connecting, // opening the first connection, or the first after a loss
    Connected,
    Offline,    // lost or unreachable; the next try is planned
    Failed,     // trying again is pointless until the user changes something (password, rights)
};

// Whether requests may overtake each other.
enum class Ordering {
    Free,    // any idle connection takes it
    InOrder, // one after another, in the order of asking: for actions
};

// The one owner of connections and their threads. Requests go in as values, answers come back as values on the
// thread of the receiver's Inbox, or never if the receiver is gone. Requests wait while the session connects or
// is offline only if they say so; see Request::waitForConnection.
// Thread: lives on the thread that made it (the GUI thread); no function waits for the network.
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
    };
    using RequestId = quint64; // grows by one with each request

    explicit DatabaseSession(base::ConnectionSettings settings, QObject *parent = nullptr);
    // Orderly and never long: running statements are interrupted, threads joined; a thread that a frozen peer
    // holds is abandoned, not waited for.
    ~DatabaseSession() override;

    void open();      // starts connecting; stateChanged tells the rest
    void close();     // answers every open request with Cancelled
    void retryNow();  // ends the waiting between two tries: on focus, network change or a click

    [[nodiscard]] SessionState state() const;
    [[nodiscard]] const base::Error &lastError() const; // why Offline or Failed
    [[nodiscard]] const base::ConnectionSettings &settings() const;

    // Sends a statement. decode runs on the worker thread and turns the answer into a value (parsing is kept off
    // the GUI thread); done runs on the thread of inbox. Transient failures (40001, 40P01) are tried again up to
    // three times before done hears of them; a lost connection is reported, not retried: the caller knows whether
    // sending twice is safe.
    template <class T>
    RequestId request(Request request, std::function<base::Result<T>(const Answer &)> decode, const base::Inbox &inbox,
                      std::function<void(base::Result<T>)> done);

    // Runs a task that needs several statements with the connection to itself (migrations), on the direct endpoint
    // if asked. The task runs on a worker thread; done as above.
    template <class T>
    RequestId run(std::function<base::Result<T>(Connection &)> task, bool onDirectEndpoint, const base::Inbox &inbox,
                  std::function<void(base::Result<T>)> done);

    // Drops a request that has not been sent, interrupts it if it has (done then gets Cancelled).
    void cancel(RequestId id);

Q_SIGNALS:
    void stateChanged(tusk::session::SessionState state);
    // NOTIFY on channel "tusk": what the sender passed, mostly the id of an action.
    void notified(const QByteArray &payload);
    // The listening connection is (again) up: what was announced meanwhile was missed, catch up now.
    void listening();

private:
    using RawDone = std::function<void(base::Result<Answer>)>; // runs on the worker thread
    RequestId enqueue(Request request, RawDone done);
    using RawTask = std::function<void(base::Result<Connection *>)>; // runs on a worker thread
    RequestId enqueueTask(bool onDirectEndpoint, RawTask task);

    struct Private;
    std::unique_ptr<Private> d;
};

template <class T>
DatabaseSession::RequestId DatabaseSession::request(Request request,
                                                    std::function<base::Result<T>(const Answer &)> decode,
                                                    const base::Inbox &inbox,
                                                    std::function<void(base::Result<T>)> done)
{
    return enqueue(std::move(request), [decode = std::move(decode), address = inbox.address(),
                                        done = std::move(done)](base::Result<Answer> answer) {
        auto result = answer ? decode(*answer) : base::Result<T>(answer.error());
        address.post([done, result = std::move(result)]() mutable { done(std::move(result)); });
    });
}

template <class T>
DatabaseSession::RequestId DatabaseSession::run(std::function<base::Result<T>(Connection &)> task,
                                                bool onDirectEndpoint, const base::Inbox &inbox,
                                                std::function<void(base::Result<T>)> done)
{
    return enqueueTask(onDirectEndpoint, [task = std::move(task), address = inbox.address(),
                                          done = std::move(done)](base::Result<Connection *> connection) {
        auto result = connection ? task(**connection) : base::Result<T>(connection.error());
        address.post([done, result = std::move(result)]() mutable { done(std::move(result)); });
    });
}

} // namespace tusk::session
