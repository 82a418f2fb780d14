// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/privatebus.h"

#include "support/failure.h"

#include <QFile>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

constexpr int startLimit = 20'000; // milliseconds

constexpr auto configuration =
    R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>%1</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)"_L1;

} // namespace

PrivateBus::PrivateBus()
{
    const QString file = m_folder.filePath(u"bus.conf"_s);
    QFile config(file);
    if (!config.open(QIODevice::WriteOnly) ||
        config.write(QString(configuration).arg(address()).toUtf8()) < 0)
        giveUp("cannot write "_L1 + file);
    config.close();
    m_daemon.setProgram(u"dbus-daemon"_s);
    m_daemon.setArguments({"--config-file="_L1 + file, u"--nofork"_s, u"--print-address"_s});
    m_daemon.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_daemon.start();
    // It prints its address when it listens.
    if (!m_daemon.waitForReadyRead(startLimit))
        giveUp(u"dbus-daemon did not start: "_s + m_daemon.errorString());
}

PrivateBus::~PrivateBus()
{
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

QString PrivateBus::address() const
{
    return "unix:path="_L1 + m_folder.filePath(u"bus"_s);
}

} // namespace tusk::tests
