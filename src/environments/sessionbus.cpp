// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/sessionbus.h"

#include "data/session/wakeup.h"
#include "environments/ownedsocket.h"

#include <QFileInfo>
#include <QUuid>

#include <array>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace tusk::environments
{

using namespace Qt::StringLiterals;

namespace
{

struct UnixAddress {
    sockaddr_un place{};
    socklen_t size = 0;
};

QString entry(const QString &address, QLatin1StringView key)
{
    const QString first = address.section(u';', 0, 0);
    if (!first.startsWith("unix:"_L1))
        return {};
    for (const QString &part : first.sliced(5).split(u',')) {
        if (part.startsWith(key + u'='))
            return QString::fromUtf8(QByteArray::fromPercentEncoding(part.sliced(key.size() + 1).toUtf8()));
    }
    return {};
}

// None: it is of another kind, which cannot be greeted.
std::optional<UnixAddress> unixAddress(const QString &address)
{
    const QByteArray path = entry(address, "path"_L1).toLocal8Bit();
    const QByteArray abstract = entry(address, "abstract"_L1).toLocal8Bit();
    const QByteArray name = abstract.isEmpty() ? path : '\0' + abstract;
    UnixAddress result;
    if (name.isEmpty() || static_cast<size_t>(name.size()) >= sizeof result.place.sun_path)
        return std::nullopt;
    result.place.sun_family = AF_UNIX;
    std::memcpy(result.place.sun_path, name.constData(), static_cast<size_t>(name.size()));
    result.size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + static_cast<size_t>(name.size()));
    return result;
}

// The beginning of every conversation with a bus: a zero byte, then who we are.
QByteArray greeting()
{
    return '\0' + QByteArray("AUTH EXTERNAL ") + QByteArray::number(geteuid()).toHex() + "\r\n";
}

} // namespace

QString sessionBusAddress()
{
    QString address = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    if (!address.isEmpty())
        return address;
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString socket = folder + "/bus"_L1;
    return !folder.isEmpty() && QFileInfo::exists(socket) ? "unix:path="_L1 + socket : QString();
}

std::optional<SecretError> greetBus(const QString &address, const session::WakeUp &bell,
                                    session::Deadline deadline)
{
    if (address.isEmpty())
        return secretError(SecretProblem::NoBus, u"DBUS_SESSION_BUS_ADDRESS is not set"_s);
    const auto place = unixAddress(address);
    if (!place)
        return std::nullopt;
    const OwnedSocket socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (connect(socket.number(), reinterpret_cast<const sockaddr *>(&place->place), place->size) != 0) {
        const bool full = errno == EAGAIN; // so many wait already that nobody can be listening
        return secretError(full ? SecretProblem::Unanswered : SecretProblem::NoBus,
                           address + ": "_L1 + qt_error_string(errno));
    }
    const QByteArray words = greeting();
    if (send(socket.number(), words.constData(), static_cast<size_t>(words.size()), MSG_NOSIGNAL) < 0)
        return secretError(SecretProblem::NoBus, address + ": "_L1 + qt_error_string(errno));
    const session::Readiness ready =
        session::waitFor(socket.number(), session::Interest::Read, bell, deadline);
    if (!ready.readable)
        return secretError(SecretProblem::Unanswered, address + " does not answer"_L1);
    std::array<char, 2> answer{};
    const ssize_t size = recv(socket.number(), answer.data(), answer.size(), 0);
    if (size == 2 && answer == std::array{'O', 'K'})
        return std::nullopt;
    return secretError(SecretProblem::NoBus, address + " does not let this user in"_L1);
}

BusConnection::BusConnection(const QString &address)
    : m_connection(QDBusConnection::connectToBus(address, "tusk-secrets-"_L1 +
                                                              QUuid::createUuid().toString(QUuid::Id128)))
{
}

BusConnection::~BusConnection()
{
    QDBusConnection::disconnectFromBus(m_connection.name());
}

} // namespace tusk::environments
