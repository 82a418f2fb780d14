// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusObjectPath>
#include <QObject>
#include <QVariantMap>

namespace tusk::tests
{

// The window in which gnome-keyring asks for its password, and the user in front of it, on a bus of the
// test's.
class FakePrompter final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.keyring.internal.Prompter")

public:
    enum class User { Hesitates, TurnsDown };

    FakePrompter(const QString &busAddress, User user);
    ~FakePrompter() override;
    Q_DISABLE_COPY_MOVE(FakePrompter)

    [[nodiscard]] int openPrompts() const { return m_open; }

public Q_SLOTS: // NOLINTBEGIN: the bus calls them by these names
    void BeginPrompting(const QDBusObjectPath &callback);
    void PerformPrompt(const QDBusObjectPath &callback, const QString &type, const QVariantMap &properties,
                       const QString &exchange);
    void StopPrompting(const QDBusObjectPath &callback);
    // NOLINTEND

private:
    void answer(const QDBusObjectPath &callback, const QString &reply);

    QDBusConnection m_connection;
    User m_user;
    int m_open = 0;
};

} // namespace tusk::tests
