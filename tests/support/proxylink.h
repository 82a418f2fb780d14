// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/delayline.h"
#include "support/sockets.h"
#include "support/wireframes.h"

#include <QByteArray>

#include <chrono>
#include <deque>
#include <optional>
#include <poll.h>
#include <vector>

namespace tusk::tests
{

// What every connection through a proxy obeys and adds to. Belongs to the thread of the proxy.
struct ProxyRules {
    enum class Drop { Nothing, Request, Answer };

    std::chrono::nanoseconds roundTrip{0};
    bool freezeAfterAuthentication = false;
    Drop drop = Drop::Nothing; // once
    QByteArray dropContaining; // only of a request that contains this

    int roundTrips = 0;
    int drops = 0;
};

// One client of the proxy with its connection to the server. Understands as much of the protocol as it takes
// to know when a request ends and when an answer ends the transaction.
class ProxyLink final
{
public:
    ProxyLink(Descriptor client, Descriptor server, ProxyRules &rules);

    [[nodiscard]] bool isClosed() const { return m_closed; }
    [[nodiscard]] bool isFrozen() const { return m_frozen; }
    void thaw() { m_frozen = false; }
    void reset(); // RST to both sides, as a broken network does at last

    void readClient();
    void readServer();
    void write(); // what is due, to both sides

    // What to wait for before the next turn: sockets, and a time when something is due.
    void addSockets(std::vector<pollfd> &sockets) const;
    [[nodiscard]] std::optional<DelayLine::Time> nextDue() const;

private:
    // A Sync or Query whose ReadyForQuery has not come yet.
    struct Request {
        bool dropAnswer = false;
    };

    // One end, what is read from it and what waits to be written to it.
    struct Side {
        Descriptor socket;
        FrameReader reader;
        DelayLine outgoing = {};
        bool ended = false; // nothing more is read
    };

    [[nodiscard]] DelayLine::Time due() const;
    bool receive(Side &from, Side &to);
    void takeStart(const Frame &frame);
    void takeFromClient(const Frame &frame);
    void endRequest();
    void takeEncryptionAnswer(const Frame &frame);
    void takeFromServer(const Frame &frame);
    void endAnswer(const Frame &readyForQuery);
    void dropAndClose();
    void obey(DelayLine::Event event);

    ProxyRules &m_rules;
    Side m_client;
    Side m_server;
    QByteArray m_request;           // of the client, held back until its Sync or Query has come
    QByteArray m_heldAnswer;        // of a request whose answer may have to be dropped
    std::deque<Request> m_requests; // sent, unanswered
    bool m_started = false;         // the client has sent its start packet
    bool m_authenticated = false;   // the first ReadyForQuery has passed
    bool m_waiting = false;         // the client has sent something and got no answer yet
    bool m_firstBytes = true;
    bool m_frozen = false;
    bool m_closed = false;
};

} // namespace tusk::tests
