// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "environments/secretstore.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QObject>

#include <functional>

namespace tusk::environments
{

// Asks the keyring of the desktop session, over its bus, what QtKeychain does not tell: whether it is there,
// whether it is locked, whether an entry exists. Unlocks it too, which the user may turn down and the program
// may call off; within QtKeychain neither would be noticed. Never touches a secret. Nothing here waits; then
// is called later, unless this has ended or failed() was emitted.
class SecretService final : public QObject
{
    Q_OBJECT

public:
    explicit SecretService(const QDBusConnection &bus, QObject *parent = nullptr);
    ~SecretService() override;
    Q_DISABLE_COPY_MOVE(SecretService)

    // What keeps secrets in this session, as QtKeychain chooses it.
    enum class Keeper { None, SecretService, Wallet };
    void findKeeper(std::function<void(Keeper)> then);

    struct Entries {
        QList<QDBusObjectPath> unlocked;
        QList<QDBusObjectPath> locked;
        [[nodiscard]] bool isEmpty() const { return unlocked.isEmpty() && locked.isEmpty(); }
    };
    // As QtKeychain names them.
    void findEntries(const QString &service, const QString &key, std::function<void(Entries)> then);

    enum class Lock { None, Locked, Unlocked }; // None: nobody has made a default collection
    void findDefaultCollection(std::function<void(Lock, QDBusObjectPath)> then);

    enum class Unlocked { Yes, TurnedDown, NobodyToAsk, KeyringGone };
    // prompting: when the user is asked.
    void unlock(const QList<QDBusObjectPath> &what, std::function<void()> prompting,
                std::function<void(Unlocked)> then);

    // Whether the user is being asked. That cannot be called off: gnome-keyring 42 crashes when it is told to
    // dismiss its prompt. Whoever does not want the answer any more lets the prompt stand.
    [[nodiscard]] bool isPrompting() const { return m_isPrompting; }

Q_SIGNALS:
    void failed(const tusk::environments::SecretError &error);

private Q_SLOTS:
    void onPromptCompleted(bool dismissed, const QDBusMessage &message);

private:
    using Arguments = std::function<void(const QList<QVariant> &)>;
    void ask(const QDBusMessage &question, Arguments then);
    void askNames(const QString &method, std::function<void(QStringList)> then);
    void prompt(const QDBusObjectPath &path);

    QDBusConnection m_bus;
    bool m_isPrompting = false;
    std::function<void(Unlocked)> m_unlocked;
    QStringList m_names; // on the bus, or to be had there
};

} // namespace tusk::environments
