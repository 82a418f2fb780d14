// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>

namespace tusk::tests
{

// The network between a client and a server, under the control of a test: listens on a port of 127.0.0.1 and
// passes on what comes, later, in part, or not at all. Runs on a thread of its own; every function returns
// when what it asks for is in force. With delay 0 it adds about 0.05 ms. TLS passes through, but then answers
// cannot be dropped. Thread: one thread at a time.
class Proxy final
{
public:
    explicit Proxy(const base::ConnectionSettings &server);
    ~Proxy();
    Q_DISABLE_COPY_MOVE(Proxy)

    // The server's settings, aimed at the proxy; and the same for other databases of that server.
    [[nodiscard]] base::ConnectionSettings settings() const { return aimedHere(m_server); }
    [[nodiscard]] base::ConnectionSettings aimedHere(base::ConnectionSettings settings) const;

    // Half of it each way for every piece from its own arrival, so throughput stays; the TCP handshake, which
    // the proxy's kernel does at once, is charged to the first bytes. Holds for what arrives from now on.
    void setRoundTrip(std::chrono::microseconds time);

    enum class NewConnections { Accepted, Refused };
    void cut(NewConnections afterwards = NewConnections::Accepted); // resets every connection
    void refuse(); // new connections: "connection refused"; those that exist stay
    void accept(); // the opposite of refuse()
    // New connections go to another server; settings() stay as they are.
    void leadTo(const base::ConnectionSettings &server);
    void freeze(); // connected but silent: nothing passes, new connections wait for their first answer
    void thaw();   // what was held back passes; also ends freezeAfterAuthentication()
    void freezeAfterAuthentication(); // each new connection falls silent when it is ready for its first query

    // Once: the next answer that ends a transaction (ReadyForQuery, idle) is swallowed and the connection
    // closed, so the client cannot know that the server has committed. Only of a request that contains the
    // text.
    void dropAnswerOfCommit(const QByteArray &requestContaining = {});
    // Once: the next request, up to its Sync or Query, never reaches the server and the connection is closed.
    void dropRequest(const QByteArray &containing = {});
    [[nodiscard]] int drops() const; // how many of the above have happened

    [[nodiscard]] int connections() const; // accepted, ever
    [[nodiscard]] int openConnections() const;
    // Something sent by the client, then something sent by the server; start and authentication included.
    [[nodiscard]] int roundTrips() const;

private:
    class Loop;
    base::ConnectionSettings m_server;
    std::unique_ptr<Loop> m_loop;
};

} // namespace tusk::tests
