// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProcess>
#include <QString>

namespace tusk::tests
{

// A real gnome-keyring on a bus of the test's own, with its files below XDG_DATA_HOME. Its password is
// "test". It ends with the object, and with the test however that ends.
class KeyringDaemon final
{
public:
    enum class Begins { Unlocked, Locked };

    explicit KeyringDaemon(const QString &busAddress, Begins begins = Begins::Unlocked);
    ~KeyringDaemon();
    Q_DISABLE_COPY_MOVE(KeyringDaemon)

    void stop();
    void kill(); // as a crash: without a word to anybody

private:
    QProcess m_daemon;
};

} // namespace tusk::tests
