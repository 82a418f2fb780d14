// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "base/inbox.h"
#include "base/result.h"
#include "base/taskthread.h"
#include "domain/ids.h"

#include <QString>

#include <functional>
#include <optional>

namespace tusk::session
{
class DatabaseSession;
}

namespace tusk::repository
{

// Which database an environment had the last time, on disk. Another one behind the same address (restored
// from elsewhere, made anew, empty) is not taken for it: whoever meets it stops and asks. Where the address
// itself was changed, the user means another one; what was behind the former is still known there.
//
// Thread: any with an event loop; nothing waits. Answers come there, or never if this is gone first.
class KnownDatabase final
{
public:
    // folder: of the environment, as of its unsent actions. address: where the user says that the database
    // is; empty: nothing is remembered, and every database is the right one.
    KnownDatabase(QString folder, QString address);
    Q_DISABLE_COPY_MOVE(KnownDatabase)

    using Recalled = std::function<void(std::optional<domain::DatabaseId>)>;
    void recall(const Recalled &done); // none: it was never met

    // Of the one that was found; remembered at the first time.
    enum class Meeting { Same, Another };
    using Met = std::function<void(Meeting)>;
    void meet(domain::DatabaseId found, const Met &done);

    // The user wants the one that is there.
    void forget(const std::function<void()> &done);
    static void forget(const QString &folder, const QString &address); // blocks for the disk

private:
    [[nodiscard]] QString path() const;

    const QString m_folder;
    const QString m_address;
    base::Inbox m_inbox;
    base::TaskThread m_thread; // last: it ends first
};

// Which database this is, also where its schema is older than this program. None: it has no tables of Tusk.
void readIdentity(session::DatabaseSession &session, const base::Inbox &inbox,
                  std::function<void(const base::Result<std::optional<domain::DatabaseId>> &)> done);

// What is said of another database than before.
[[nodiscard]] base::Error otherDatabaseError();

} // namespace tusk::repository
