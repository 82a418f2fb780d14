// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <chrono>
#include <deque>
#include <optional>

namespace tusk::tests
{

// One direction of a proxied connection: what was read from one socket and waits to be written to the other.
// Every piece waits its time from its own arrival, so the delay costs no throughput, and order is kept.
class DelayLine final
{
public:
    using Time = std::chrono::steady_clock::time_point;

    // What happens once everything before it was written.
    enum class Event { None, Close, Freeze };

    void push(const QByteArray &bytes, Time due) { m_pieces.push_back({bytes, due, Event::None}); }
    void push(Event event, Time due) { m_pieces.push_back({{}, due, event}); }

    // Writes what is due; the event that was reached, if any. Close too when the socket is broken.
    Event write(int socket, Time now);
    [[nodiscard]] bool isBlocked() const { return m_blocked; } // the socket takes no more at the moment
    [[nodiscard]] std::optional<Time> nextDue() const;         // of the first piece

private:
    struct Piece {
        QByteArray bytes;
        Time due;
        Event event;
    };
    std::deque<Piece> m_pieces;
    qsizetype m_written = 0; // of the first piece
    bool m_blocked = false;
};

} // namespace tusk::tests
