// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/mutebus.h"

#include "support/failure.h"

#include <QFile>

#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

MuteBus::MuteBus()
    : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(m_folder.filePath(u"bus"_s));
    std::strncpy(name.sun_path, path.constData(), sizeof(name.sun_path) - 1);
    if (::bind(m_socket, reinterpret_cast<const sockaddr *>(&name), sizeof(name)) != 0 ||
        ::listen(m_socket, 8) != 0)
        giveUp("cannot listen at "_L1 + m_folder.path());
}

MuteBus::~MuteBus()
{
    ::close(m_socket);
}

QString MuteBus::address() const
{
    return "unix:path="_L1 + m_folder.filePath(u"bus"_s);
}

} // namespace tusk::tests
