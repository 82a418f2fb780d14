// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/sockets.h"

#include "support/failure.h"

#include <arpa/inet.h>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

sockaddr_in loopback(int port)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void setOption(int socket, int level, int option)
{
    const int on = 1;
    setsockopt(socket, level, option, &on, sizeof on);
}

Descriptor connectToFolder(const QString &folder, int port)
{
    const QByteArray path = u"%1/.s.PGSQL.%2"_s.arg(folder).arg(port).toUtf8();
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.constData(), sizeof address.sun_path - 1);
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (connect(socket.number(), reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        return {};
    return socket;
}

Descriptor connectToPort(const QString &host, int port)
{
    sockaddr_in address = loopback(port);
    if (inet_pton(AF_INET, host.toLatin1().constData(), &address.sin_addr) != 1)
        giveUp(u"not an IPv4 address: "_s + host);
    Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (connect(socket.number(), reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        return {};
    setOption(socket.number(), IPPROTO_TCP, TCP_NODELAY);
    return socket;
}

} // namespace

void Descriptor::reset()
{
    if (m_number >= 0)
        close(m_number);
    m_number = -1;
}

ReservedPort::ReservedPort()
    : m_placeholder(bind(0))
{
    sockaddr_in address = {};
    socklen_t size = sizeof address;
    getsockname(m_placeholder.number(), reinterpret_cast<sockaddr *>(&address), &size);
    m_number = ntohs(address.sin_port);
}

Descriptor ReservedPort::listen() const
{
    Descriptor listener = bind(m_number);
    if (::listen(listener.number(), 256) != 0)
        giveUp(u"cannot listen on port %1"_s.arg(m_number));
    return listener;
}

Descriptor ReservedPort::bind(int port) const
{
    Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    setOption(socket.number(), SOL_SOCKET, SO_REUSEADDR);
    const sockaddr_in address = loopback(port);
    if (::bind(socket.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        giveUp(u"cannot bind to port %1 of 127.0.0.1"_s.arg(port));
    return socket;
}

Descriptor acceptClient(const Descriptor &listener)
{
    Descriptor client(accept4(listener.number(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (client.isOpen())
        setOption(client.number(), IPPROTO_TCP, TCP_NODELAY);
    return client;
}

Descriptor connectTo(const QString &host, int port)
{
    Descriptor socket = host.startsWith(u'/') ? connectToFolder(host, port) : connectToPort(host, port);
    if (socket.isOpen())
        fcntl(socket.number(), F_SETFL, fcntl(socket.number(), F_GETFL) | O_NONBLOCK);
    return socket;
}

void resetAtClose(const Descriptor &socket)
{
    const linger noLinger{1, 0};
    setsockopt(socket.number(), SOL_SOCKET, SO_LINGER, &noLinger, sizeof noLinger);
}

} // namespace tusk::tests
