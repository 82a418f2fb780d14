// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/window/singleinstance.h"

#include "base/paths.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace tusk::app
{

namespace
{

using namespace std::chrono_literals;

constexpr auto patience = 5s; // the first may be busy with its own start
constexpr qint64 longestCall = 4096;

QString pathFor(const QString &key)
{
    const QByteArray digest =
        QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return base::runtimeFolder() + QLatin1StringView("/window-") + QString::fromLatin1(digest);
}

} // namespace

SingleInstance::SingleInstance(const QString &key, QObject *parent)
    : QObject(parent)
    , m_path(pathFor(key))
    , m_lock(m_path + QLatin1StringView(".lock"))
{
    // Held for as long as the window is open; a crash is recognised by the process that is gone.
    m_lock.setStaleLockTime(0);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::takeCalls);
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::claim()
{
    const QString folder = base::runtimeFolder();
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!m_lock.tryLock(0))
        return false;
    QLocalServer::removeServer(m_path); // of a window that crashed
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.listen(m_path);
    return true;
}

void SingleInstance::raiseFirst(const QByteArray &token, const QUuid &environment)
{
    auto *socket = new QLocalSocket(this);
    const auto tell = [this, socket](bool heard) {
        socket->disconnect(this); // said once
        socket->deleteLater();
        Q_EMIT done(heard);
    };
    // The system takes the call also for a window that is stopped: what counts is that it answers.
    connect(socket, &QLocalSocket::readyRead, this, [tell] { tell(true); });
    const QByteArray call = environment.toByteArray(QUuid::WithoutBraces) + ' ' + token + '\n';
    connect(socket, &QLocalSocket::connected, this, [socket, call] { socket->write(call); });
    connect(socket, &QLocalSocket::errorOccurred, this, [tell] { tell(false); });
    QTimer::singleShot(patience, socket, [tell] { tell(false); });
    socket->connectToServer(m_path);
}

void SingleInstance::takeCalls()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { answer(*socket); });
    }
}

void SingleInstance::answer(QLocalSocket &socket)
{
    if (!socket.canReadLine()) {
        if (socket.bytesAvailable() > longestCall)
            socket.abort();
        return;
    }
    const QByteArray line = socket.readLine(longestCall);
    if (!line.endsWith('\n')) {
        socket.abort();
        return;
    }
    socket.disconnect(this); // one call, one answer
    socket.write("!");
    socket.disconnectFromServer();             // once that is written
    const qsizetype space = line.indexOf(' '); // a token may have some, too
    Q_EMIT raiseRequested(
        line.mid(space + 1).trimmed(),
        QUuid::fromString(QLatin1StringView(line.constData(), std::max<qsizetype>(space, 0))));
}

} // namespace tusk::app
