// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/taskthread.h"
#include "environments/profilestore.h"

namespace tusk::environments
{

// The profile store on a thread of its own. What was asked for is done before the destructor returns; who
// asked hears of it on the thread that made this object, unless that came first. Requests are served in
// order.
class ProfileKeeper final
{
public:
    using Done = std::function<void(const base::Result<StoredProfiles> &)>;

    explicit ProfileKeeper(const QString &path = ProfileStore::defaultPath());
    Q_DISABLE_COPY_MOVE(ProfileKeeper)

    void load(Done done);
    // The edit runs on the other thread: it owns what it needs.
    void change(ProfileStore::Edit edit, Done done);

private:
    ProfileStore m_store; // of the thread
    base::Inbox m_inbox;
    base::TaskThread m_thread; // last: it ends first
};

} // namespace tusk::environments
