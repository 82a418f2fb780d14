// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/hostaddresses.h"

#include "data/session/wakeup.h"

#include <array>
#include <cerrno>
#include <memory>
#include <netdb.h>
#include <sys/socket.h>

namespace tusk::environments
{

using session::ConnectProblem;

namespace
{

struct FreeAddresses {
    void operator()(addrinfo *addresses) const { freeaddrinfo(addresses); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

struct Found {
    Addresses addresses;
    int error = 0;
};

Found find(const QString &host, const QByteArray &port)
{
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    const int error = getaddrinfo(host.toUtf8().constData(), port.constData(), &wanted, &found);
    return {Addresses(error == 0 ? found : nullptr), error};
}

bool isConnected(int socket, const addrinfo &address, const session::WakeUp &bell, session::Deadline deadline)
{
    if (connect(socket, address.ai_addr, address.ai_addrlen) == 0)
        return true;
    if (errno != EINPROGRESS || !session::waitFor(socket, session::Interest::Write, bell, deadline).writable)
        return false;
    int error = 0;
    socklen_t size = sizeof error;
    return getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
}

} // namespace

HostAddresses lookUp(const QString &host)
{
    const Found found = find(host, {});
    HostAddresses result;
    if (found.error != 0) {
        result.problem =
            found.error == EAI_AGAIN ? ConnectProblem::NameServerSilent : ConnectProblem::UnknownHost;
        result.detail = QString::fromLocal8Bit(gai_strerror(found.error));
    }
    for (const addrinfo *each = found.addresses.get(); each; each = each->ai_next) {
        std::array<char, NI_MAXHOST> number{};
        getnameinfo(each->ai_addr, each->ai_addrlen, number.data(), number.size(), nullptr, 0,
                    NI_NUMERICHOST);
        result.addresses.append(QString::fromLatin1(number.data()));
    }
    return result;
}

OwnedSocket connectTo(const QString &host, int port, const session::WakeUp &bell, session::Deadline deadline)
{
    const Found found = find(host, QByteArray::number(port));
    for (const addrinfo *each = found.addresses.get(); each; each = each->ai_next) {
        OwnedSocket candidate(
            socket(each->ai_family, each->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, each->ai_protocol));
        if (candidate.isOpen() && isConnected(candidate.number(), *each, bell, deadline))
            return candidate;
    }
    return OwnedSocket();
}

} // namespace tusk::environments
