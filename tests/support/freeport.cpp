// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/freeport.h"

#include "support/failure.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

int freePort()
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    if (descriptor < 0 || bind(descriptor, generic, size) != 0 ||
        getsockname(descriptor, generic, &size) != 0)
        giveUp(u"no free port on 127.0.0.1"_s);
    close(descriptor);
    return ntohs(address.sin_port);
}

} // namespace tusk::tests
