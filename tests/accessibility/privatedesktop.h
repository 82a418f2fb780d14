// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/privatebus.h"
#include "support/temporaryhome.h"

#include <QProcess>

namespace tusk::tests
{

// A desktop of the test's own: home, screen (1366x768), session bus and accessibility bus, named in the
// environment for what is started later. What does not start ends the test program with the reason. It is
// gone with the object, and with the test however that ends. One in a program: libatspi stays connected.
class PrivateDesktop final
{
public:
    PrivateDesktop();
    ~PrivateDesktop();
    Q_DISABLE_COPY_MOVE(PrivateDesktop)

private:
    void startScreen();
    void startAccessibility();

    TemporaryHome m_home;
    PrivateBus m_bus;
    QProcess m_screen;
    QProcess m_accessibility;
};

} // namespace tusk::tests
