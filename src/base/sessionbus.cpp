// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/sessionbus.h"

#include <QByteArray>
#include <QDeadlineTimer>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <optional>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace tusk::base
{

namespace
{

using namespace Qt::StringLiterals;

struct UnixName {
    sockaddr_un name{};
    socklen_t length = 0;
};

// The name of a socket; with an abstract one a zero stands before it.
std::optional<UnixName> nameOf(const QByteArray &path, bool isAbstract)
{
    UnixName result;
    result.name.sun_family = AF_UNIX;
    const qsizetype start = isAbstract ? 1 : 0;
    if (path.isEmpty() || start + path.size() >= qsizetype(sizeof result.name.sun_path))
        return std::nullopt;
    std::memcpy(result.name.sun_path + start, path.constData(), size_t(path.size()));
    result.length = socklen_t(offsetof(sockaddr_un, sun_path) + size_t(start + path.size()));
    return result;
}

// Of the first address that is a socket here.
std::optional<UnixName> socketIn(const QString &address)
{
    for (const QString &one : address.split(u';')) {
        if (!one.startsWith("unix:"_L1))
            continue;
        for (const QString &pair : one.sliced(5).split(u',')) {
            const QByteArray value = QByteArray::fromPercentEncoding(pair.section(u'=', 1).toUtf8());
            if (pair.startsWith("path="_L1) || pair.startsWith("abstract="_L1))
                return nameOf(value, pair.startsWith(u'a'));
        }
    }
    return std::nullopt;
}

bool greets(int socket, const UnixName &name, QDeadlineTimer deadline)
{
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&name.name), name.length) != 0)
        return false;
    const QByteArray user = QByteArray::number(::geteuid()).toHex();
    const QByteArray greeting = QByteArray(1, '\0') + "AUTH EXTERNAL " + user + "\r\n";
    if (::send(socket, greeting.constData(), size_t(greeting.size()), MSG_NOSIGNAL) != greeting.size())
        return false;
    pollfd answer{socket, POLLIN, 0};
    int ready = 0;
    do {
        ready = ::poll(&answer, 1, int(deadline.remainingTime()));
    } while (ready < 0 && errno == EINTR);
    char first = 0;
    return ready > 0 && ::recv(socket, &first, 1, MSG_DONTWAIT) == 1;
}

} // namespace

bool busAnswers(const QString &address, std::chrono::milliseconds patience)
{
    const std::optional<UnixName> name = socketIn(address);
    if (!name)
        return true;
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socket < 0)
        return false;
    const bool answers = greets(socket, *name, QDeadlineTimer(patience));
    ::close(socket);
    return answers;
}

} // namespace tusk::base
