// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/result.h"
#include "base/taskthread.h"
#include "environments/environmentprofile.h"
#include "environments/libpqfiles.h"
#include "environments/secretstore.h"

#include <QHash>

#include <optional>

namespace tusk::environments
{

// The password of an environment, from wherever its profile says. Passwords for this run only live in here.
// Nothing here waits; answers come on the thread that made this object, or never once it is gone.
class SecretResolver final
{
public:
    // An error has a sentence; of the keyring's, detail tells more.
    using Done = std::function<void(const base::Result<QString> &)>;

    // store must outlive this.
    explicit SecretResolver(SecretStore &store, LibpqFiles files = LibpqFiles::ofThisUser());
    Q_DISABLE_COPY_MOVE(SecretResolver)

    // prompting: the keyring asks the user now. Gives what can be cancelled, if anything.
    SecretRequest resolve(const EnvironmentProfile &profile, Done done, std::function<void()> prompting = {});

    void cancel(SecretRequest request); // the answer is an error, unless another one is under way already

    // Instead of what the environment of the process says: it has been taken out of there.
    void keepVariables(const QHash<QString, QString> &variables) { m_variables = variables; }

    void keepForThisRun(const QUuid &environment, const QString &password);
    [[nodiscard]] std::optional<QString> keptForThisRun(const QUuid &environment) const;
    void forget(const QUuid &environment); // what was kept for this run

private:
    SecretRequest readStore(const EnvironmentProfile &profile, Done done, std::function<void()> prompting);
    void findElsewhere(const EnvironmentProfile &profile, Done done);
    [[nodiscard]] base::Result<QString> fromVariable(const QString &name) const;
    void readMemory(const EnvironmentProfile &profile, Done done) const;
    void readFiles(const EnvironmentProfile &profile, Done done);
    void answer(const base::Result<QString> &result, Done done) const;

    SecretStore &m_store;
    const LibpqFiles m_files;
    QHash<QUuid, QString> m_forThisRun;
    QHash<QString, QString> m_variables;
    base::Inbox m_inbox;
    base::TaskThread m_thread; // last: it ends first
};

} // namespace tusk::environments
