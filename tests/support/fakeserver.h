// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "support/sockets.h"
#include "support/wireframes.h"

#include <QByteArray>

#include <atomic>
#include <chrono>
#include <thread>

namespace tusk::tests
{

// Listens like a PostgreSQL server and speaks just enough of its protocol to fail in the ways that a real
// one, or the proxy of a hosted one, does on some days. Without TLS, but for failing at it. On a thread of
// its own.
class FakeServer final
{
public:
    struct Failure {
        enum class When { AtStart, AtFirstStatement };
        // Instead of a message: speaks no TLS after having agreed to it, or cuts the login when it has the
        // first answer to its question for the password.
        enum class Breaks { Never, AtEncryption, AtLogin };

        QByteArray sqlState = {}; // empty: the field is left out, as poolers do
        QByteArray message = {};
        QByteArray severity = "FATAL";
        When when = When::AtStart;
        std::chrono::milliseconds delay{0}; // before the answer
        QByteArray parameter = {};          // name=value, reported at the login beside the usual ones
        Breaks breaks = Breaks::Never;
    };

    FakeServer();                         // a black hole: accepts, never answers
    explicit FakeServer(Failure failure); // answers every client with this
    ~FakeServer();
    Q_DISABLE_COPY_MOVE(FakeServer)

    [[nodiscard]] base::ConnectionSettings settings() const;
    [[nodiscard]] int connections() const { return m_connections; } // accepted, ever
    [[nodiscard]] int statements() const { return m_statements; }   // received, ever

private:
    struct Client;
    void serve();
    void answer(Client &client);
    void answerStart(Client &client, const Frame &frame) const;
    void answerRequest(Client &client, const Frame &frame);
    void answerStatement(Client &client, const Frame &frame);

    Failure m_failure; // without a message, and where it does not break: silence
    ReservedPort m_port;
    Descriptor m_listener;
    std::atomic<int> m_connections = 0;
    std::atomic<int> m_statements = 0;
    Descriptor m_quitReader; // at its end: stop
    Descriptor m_quitWriter;
    std::thread m_thread;
};

} // namespace tusk::tests
