// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/proxylink.h"

#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <utility>

namespace tusk::tests
{

using Mode = FrameReader::Mode;

ProxyLink::ProxyLink(Descriptor client, Descriptor server, ProxyRules &rules)
    : m_rules(rules)
    , m_client{std::move(client), FrameReader(Mode::Untyped)}
    , m_server{std::move(server), FrameReader(Mode::Typed)}
{
}

void ProxyLink::reset()
{
    resetAtClose(m_client.socket);
    obey(DelayLine::Event::Close);
}

void ProxyLink::readClient()
{
    if (!receive(m_client, m_server))
        return;
    m_waiting = true;
    for (Frame frame; !m_client.ended && m_client.reader.next(frame);) {
        if (m_started)
            takeFromClient(frame);
        else
            takeStart(frame);
    }
}

void ProxyLink::readServer()
{
    if (!receive(m_server, m_client))
        return;
    if (std::exchange(m_waiting, false))
        ++m_rules.roundTrips;
    for (Frame frame; !m_server.ended && m_server.reader.next(frame);) {
        if (m_started)
            takeFromServer(frame);
        else
            takeEncryptionAnswer(frame);
    }
}

void ProxyLink::write()
{
    const auto now = std::chrono::steady_clock::now();
    obey(m_server.outgoing.write(m_server.socket.number(), now));
    if (!m_closed && !m_frozen)
        obey(m_client.outgoing.write(m_client.socket.number(), now));
}

void ProxyLink::addSockets(std::vector<pollfd> &sockets) const
{
    for (const Side *side : {&m_client, &m_server}) {
        const int events = (side->ended ? 0 : POLLIN) | (side->outgoing.isBlocked() ? POLLOUT : 0);
        if (events != 0) // without any, poll() would still report a hang-up again and again
            sockets.push_back({side->socket.number(), static_cast<short>(events), 0});
    }
}

std::optional<DelayLine::Time> ProxyLink::nextDue() const
{
    std::optional<DelayLine::Time> next;
    for (const Side *side : {&m_client, &m_server}) {
        const auto due = side->outgoing.nextDue();
        if (due && !side->outgoing.isBlocked() && (!next || *due < *next))
            next = due;
    }
    return next;
}

DelayLine::Time ProxyLink::due() const
{
    return std::chrono::steady_clock::now() + m_rules.roundTrip / 2;
}

// False when nothing came. The end of the stream is passed on after what came before it.
bool ProxyLink::receive(Side &from, Side &to)
{
    if (from.ended)
        return false;
    std::array<char, 65536> buffer;
    const ssize_t size = recv(from.socket.number(), buffer.data(), buffer.size(), 0);
    if (size > 0) {
        from.reader.append(QByteArray(buffer.data(), size));
        return true;
    }
    if (size == 0 || (errno != EAGAIN && errno != EINTR)) {
        from.ended = true;
        to.outgoing.push(DelayLine::Event::Close, due());
    }
    return false;
}

void ProxyLink::takeStart(const Frame &frame)
{
    // Making a TCP connection costs a round trip too; the kernel here has done it in no time.
    const auto handshake =
        std::exchange(m_firstBytes, false) ? m_rules.roundTrip : std::chrono::nanoseconds(0);
    m_server.outgoing.push(frame.bytes, due() + handshake);
    switch (codeOfUntyped(frame)) {
    case sslRequestCode:
    case gssRequestCode:
        m_server.reader.setMode(Mode::Byte);
        break;
    case cancelRequestCode:
        break;
    default:
        m_started = true;
        m_client.reader.setMode(Mode::Typed);
    }
}

void ProxyLink::takeFromClient(const Frame &frame)
{
    m_request += frame.bytes;
    // Parse, Bind, Describe, Execute and Close wait for their Sync, so that a request can be dropped as a
    // whole.
    const bool waits = m_authenticated && QByteArrayView("PBDEC").contains(frame.type);
    if (waits)
        return;
    if (m_authenticated && (frame.type == 'S' || frame.type == 'Q'))
        endRequest();
    else
        m_server.outgoing.push(std::exchange(m_request, {}), due());
}

void ProxyLink::endRequest()
{
    const QByteArray request = std::exchange(m_request, {});
    const bool matches = request.contains(m_rules.dropContaining);
    if (matches && m_rules.drop == ProxyRules::Drop::Request) {
        dropAndClose();
        return;
    }
    m_server.outgoing.push(request, due());
    m_requests.push_back({matches && m_rules.drop == ProxyRules::Drop::Answer});
}

void ProxyLink::takeEncryptionAnswer(const Frame &frame)
{
    m_client.outgoing.push(frame.bytes, due());
    const bool encrypted = frame.bytes == "S" || frame.bytes == "G";
    m_server.reader.setMode(encrypted ? Mode::Opaque : Mode::Typed);
    if (encrypted) {
        m_client.reader.setMode(Mode::Opaque);
        m_started = true;
    }
}

void ProxyLink::takeFromServer(const Frame &frame)
{
    if (frame.type == 'Z')
        endAnswer(frame);
    else if (!m_requests.empty() && m_requests.front().dropAnswer)
        m_heldAnswer += frame.bytes;
    else
        m_client.outgoing.push(frame.bytes, due());
}

void ProxyLink::endAnswer(const Frame &readyForQuery)
{
    Request request;
    if (!m_requests.empty()) {
        request = m_requests.front();
        m_requests.pop_front();
    }
    const QByteArray held = std::exchange(m_heldAnswer, {});
    // Idle: the transaction has ended. Otherwise it goes on, and its end is yet to come.
    const bool ended = readyForQuery.bytes.endsWith('I');
    if (request.dropAnswer && ended && m_rules.drop == ProxyRules::Drop::Answer) {
        dropAndClose();
        return;
    }
    m_client.outgoing.push(held + readyForQuery.bytes, due());
    if (!std::exchange(m_authenticated, true) && m_rules.freezeAfterAuthentication)
        m_client.outgoing.push(DelayLine::Event::Freeze, due());
}

void ProxyLink::dropAndClose()
{
    m_rules.drop = ProxyRules::Drop::Nothing;
    ++m_rules.drops;
    m_client.ended = true;
    m_server.ended = true;
    m_client.outgoing.push(DelayLine::Event::Close, due());
}

void ProxyLink::obey(DelayLine::Event event)
{
    switch (event) {
    case DelayLine::Event::None:
        break;
    case DelayLine::Event::Close:
        m_client.socket.reset();
        m_server.socket.reset();
        m_closed = true;
        break;
    case DelayLine::Event::Freeze:
        m_frozen = true;
        break;
    }
}

} // namespace tusk::tests
