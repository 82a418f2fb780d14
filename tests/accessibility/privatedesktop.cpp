// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "accessibility/privatedesktop.h"

#include "support/failure.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QTest>

#include <atspi/atspi.h>
#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

constexpr int startLimit = 30'000; // milliseconds
constexpr auto launcher = "/usr/libexec/at-spi-bus-launcher"_L1;

void endWithTheTest()
{
    prctl(PR_SET_PDEATHSIG, SIGTERM);
}

// Whatever Debian or a desktop has set for the user's own session.
void forgetUsersDesktop()
{
    for (const char *variable : {"AT_SPI_BUS_ADDRESS", "NO_AT_BRIDGE", "WAYLAND_DISPLAY", "XAUTHORITY"})
        qunsetenv(variable);
}

QString accessibilityBusOf(const QDBusConnection &session)
{
    const QDBusMessage question = QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s,
                                                                 u"org.a11y.Bus"_s, u"GetAddress"_s);
    const QDBusMessage answer = session.call(question);
    return answer.type() == QDBusMessage::ReplyMessage ? answer.arguments().value(0).toString() : QString();
}

} // namespace

PrivateDesktop::PrivateDesktop()
{
    forgetUsersDesktop();
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address().toLocal8Bit());
    startScreen();
    startAccessibility();
}

PrivateDesktop::~PrivateDesktop()
{
    for (QProcess *program : {&m_accessibility, &m_screen}) {
        program->terminate();
        program->waitForFinished();
    }
}

void PrivateDesktop::startScreen()
{
    m_screen.setChildProcessModifier(endWithTheTest);
    m_screen.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1366x768x24"_s,
                               u"-nolisten"_s, u"tcp"_s, u"-noreset"_s});
    // It writes the number that it has found free when it can be used.
    while (!m_screen.canReadLine()) {
        if (!m_screen.waitForReadyRead(startLimit))
            giveUp("Xvfb did not start: "_L1 + m_screen.errorString() + u'\n' +
                   QString::fromLocal8Bit(m_screen.readAllStandardError()));
    }
    qputenv("DISPLAY", ':' + m_screen.readLine().trimmed());
}

void PrivateDesktop::startAccessibility()
{
    m_accessibility.setChildProcessModifier(endWithTheTest);
    m_accessibility.start(launcher, {u"--launch-immediately"_s});
    const auto session = QDBusConnection::connectToBus(m_bus.address(), u"desktop"_s);
    QString address;
    const bool started = QTest::qWaitFor(
        [&] {
            address = accessibilityBusOf(session);
            return !address.isEmpty() || m_accessibility.state() == QProcess::NotRunning;
        },
        startLimit);
    QDBusConnection::disconnectFromBus(u"desktop"_s);
    if (!started || address.isEmpty())
        giveUp(launcher + " did not start an accessibility bus: "_L1 + m_accessibility.errorString() + u'\n' +
               QString::fromLocal8Bit(m_accessibility.readAllStandardError()));
    qputenv("AT_SPI_BUS_ADDRESS", address.toLocal8Bit()); // for libatspi, which would ask the screen first
    if (atspi_init() != 0)
        giveUp("libatspi cannot connect to "_L1 + address);
    qunsetenv("AT_SPI_BUS_ADDRESS"); // others find it by themselves, as they do on a desktop
}

} // namespace tusk::tests
