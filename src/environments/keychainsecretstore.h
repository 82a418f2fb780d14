// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/taskthread.h"
#include "data/session/wakeup.h"
#include "environments/keychainrequest.h"
#include "environments/secretstore.h"

#include <QObject>

#include <map>

namespace tusk::environments
{

// The keyring of the desktop session, through QtKeychain: one entry for each environment, of the service
// io.github.tusk_todo.Tusk, under the environment's uuid. Never a file of ours, whatever the keyring does.
// Thread: one with an event loop. The command line has one as well: its commands run inside of it.
class KeychainSecretStore final : public QObject, public SecretStore
{
    Q_OBJECT

public:
    explicit KeychainSecretStore(QObject *parent = nullptr);
    ~KeychainSecretStore() override;
    Q_DISABLE_COPY_MOVE(KeychainSecretStore)

    [[nodiscard]] static QString service();
    [[nodiscard]] static QString keyOf(const QUuid &environment);

    SecretRequest read(const QUuid &environment, Unlocking unlocking, const base::Inbox &inbox,
                       SecretListener listener) override;
    SecretRequest write(const QUuid &environment, const QString &secret, Unlocking unlocking,
                        const base::Inbox &inbox, SecretListener listener) override;
    SecretRequest remove(const QUuid &environment, Unlocking unlocking, const base::Inbox &inbox,
                         SecretListener listener) override;
    void cancel(SecretRequest request) override;

private:
    SecretRequest begin(KeychainOrder order, const base::Inbox &inbox, SecretListener listener);
    void openBus(SecretRequest request);

    std::map<SecretRequest, std::unique_ptr<KeychainRequest>> m_requests;
    quint64 m_newest = 0;
    session::WakeUp m_closing; // rings at the end, for the thread
    base::Inbox m_inbox;
    std::unique_ptr<base::TaskThread> m_opening; // of buses, which takes as long as it takes
};

} // namespace tusk::environments
