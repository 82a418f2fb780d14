// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QMap>
#include <QObject>

#include <atomic>

namespace tusk::tests
{

// What stands in for KWallet on a bus of the test's: as much of it as QtKeychain calls, and its user.
class FakeWallet final : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.kde.KWallet")

public:
    enum class User { Opens, Refuses, Hesitates };

    explicit FakeWallet(const QString &busAddress);
    ~FakeWallet() override;
    Q_DISABLE_COPY_MOVE(FakeWallet)

    void setUser(User user) { m_user = user; }

public Q_SLOTS: // NOLINTBEGIN: the bus calls them by these names
    bool isEnabled() { return true; }
    QString networkWallet() { return QStringLiteral("kdewallet"); }
    int open(const QString &wallet, qlonglong window, const QString &program);
    int entryType(int handle, const QString &folder, const QString &key, const QString &program);
    QString readPassword(int handle, const QString &folder, const QString &key, const QString &program);
    int writePassword(int handle, const QString &folder, const QString &key, const QString &value,
                      const QString &program);
    int removeEntry(int handle, const QString &folder, const QString &key, const QString &program);
    // NOLINTEND

private:
    QDBusConnection m_connection;
    std::atomic<User> m_user = User::Opens; // the test sets it, the wallet has a thread of its own
    QMap<QString, QString> m_entries;
};

} // namespace tusk::tests
