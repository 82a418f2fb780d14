// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "environments/secretservice.h"
#include "environments/secretstore.h"
#include "environments/sessionbus.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace QKeychain
{
class Job;
}

namespace tusk::environments
{

// What is to be done with one entry of the keyring.
struct KeychainOrder {
    enum class Work { Read, Write, Remove };
    Work work = Work::Read;
    QString service;
    QString key;
    QString secret; // to write
    Unlocking unlocking = Unlocking::Never;
};

// One such order on its way: looks what state the keyring is in, unlocks it if need be, lets QtKeychain do
// the work, and looks again. A job of QtKeychain cannot be called off, so one that hangs is left to itself.
class KeychainRequest final : public QObject
{
    Q_OBJECT

public:
    explicit KeychainRequest(KeychainOrder order, QObject *parent = nullptr);
    ~KeychainRequest() override;
    Q_DISABLE_COPY_MOVE(KeychainRequest)

    // The bus has been opened, or could not be.
    void begin(std::unique_ptr<BusConnection> bus);
    void fail(const SecretError &error);
    // The answer is Cancelled. A prompt that is shown stays until the user closes it.
    void cancel();

Q_SIGNALS:
    void prompting();
    void finished(const tusk::environments::SecretAnswer &answer); // once
    void ended(); // after that, once: nothing is under way any more

private:
    void onKeeper(SecretService::Keeper keeper);
    void lookForEntries();
    void onEntries(const SecretService::Entries &entries);
    void lookAtCollection();
    void unlock(const QList<QDBusObjectPath> &what, std::function<void()> then);
    void work();
    [[nodiscard]] QKeychain::Job *makeJob() const;
    void onJobFinished(QKeychain::Job *job);
    void verify();
    void succeed(const QString &secret = {});
    void finish(const SecretAnswer &answer);
    void waitForUser();

    const KeychainOrder m_order;
    QTimer m_limit; // runs while nobody is asked
    std::unique_ptr<BusConnection> m_bus;
    std::unique_ptr<SecretService> m_service; // last: ends before the connection
    bool m_isWallet = false;
    bool m_finished = false;
};

} // namespace tusk::environments
