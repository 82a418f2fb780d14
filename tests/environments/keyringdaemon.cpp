// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/keyringdaemon.h"

#include "support/failure.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDeadlineTimer>
#include <QProcessEnvironment>
#include <QThread>
#include <QUuid>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

constexpr int limit = 20'000; // milliseconds

// Waits for the daemon to take its name.
bool comesOnBus(const QString &address, const QProcess &daemon)
{
    const QString name = QUuid::createUuid().toString();
    bool there = false;
    {
        const QDBusConnection bus = QDBusConnection::connectToBus(address, name);
        const QDeadlineTimer patience(limit);
        while (!there && !patience.hasExpired() && daemon.state() == QProcess::Running) {
            QThread::msleep(5);
            there = bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s);
        }
    }
    QDBusConnection::disconnectFromBus(name);
    return there;
}

} // namespace

KeyringDaemon::KeyringDaemon(const QString &busAddress, Begins begins)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, busAddress);
    m_daemon.setProcessEnvironment(environment);
    m_daemon.setProcessChannelMode(QProcess::MergedChannels);
    m_daemon.setProgram(u"gnome-keyring-daemon"_s);
    QStringList arguments{u"--components=secrets"_s, u"--foreground"_s};
    if (begins == Begins::Unlocked)
        arguments.append(u"--unlock"_s);
    m_daemon.setArguments(arguments);
    m_daemon.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_daemon.start();
    if (!m_daemon.waitForStarted(limit))
        giveUp(u"gnome-keyring-daemon did not start: "_s + m_daemon.errorString());
    m_daemon.write("test\n");
    m_daemon.waitForBytesWritten(limit);
    m_daemon.closeWriteChannel();
    if (!comesOnBus(busAddress, m_daemon))
        giveUp(u"gnome-keyring-daemon is not on the bus: "_s +
               QString::fromUtf8(m_daemon.readAllStandardOutput()));
}

KeyringDaemon::~KeyringDaemon()
{
    stop();
}

void KeyringDaemon::stop()
{
    m_daemon.terminate();
    if (!m_daemon.waitForFinished(limit))
        m_daemon.kill();
}

void KeyringDaemon::kill()
{
    m_daemon.kill();
    m_daemon.waitForFinished(limit);
}

} // namespace tusk::tests
