// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/delayline.h"

#include <cerrno>
#include <sys/socket.h>

namespace tusk::tests
{

DelayLine::Event DelayLine::write(int socket, Time now)
{
    m_blocked = false;
    Time last = Time::min();
    while (!m_pieces.empty()) {
        Piece &first = m_pieces.front();
        // A piece that came with a shorter delay still waits for those before it.
        last = std::max(last, first.due);
        if (last > now)
            return Event::None;
        if (first.event != Event::None) {
            const Event event = first.event;
            m_pieces.pop_front();
            return event;
        }
        const ssize_t written = send(socket, first.bytes.constData() + m_written,
                                     static_cast<size_t>(first.bytes.size() - m_written), MSG_NOSIGNAL);
        if (written < 0) {
            m_blocked = errno == EAGAIN || errno == EWOULDBLOCK;
            return m_blocked || errno == EINTR ? Event::None : Event::Close;
        }
        m_written += written;
        if (m_written == first.bytes.size()) {
            m_pieces.pop_front();
            m_written = 0;
        }
    }
    return Event::None;
}

std::optional<DelayLine::Time> DelayLine::nextDue() const
{
    if (m_pieces.empty())
        return std::nullopt;
    return m_pieces.front().due;
}

} // namespace tusk::tests
