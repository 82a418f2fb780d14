// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/result.h"
#include "domain/copyplan.h"

#include <functional>

namespace tusk::session
{
class DatabaseSession;
}

namespace tusk::repository
{

// Reads what a selection means, with all lists and tags, as it was at one moment: within one transaction that
// only reads. Whole todos. Some that are named have their subtasks with them, down to the last, but for those
// in the Trash. One question at a time. Thread: any with an event loop; the answer comes there, or never if
// this is gone first.
class SnapshotReader final
{
public:
    using Done = std::function<void(const base::Result<domain::Contents> &)>;
    using Tell = std::function<void(qsizetype)>; // how many todos have come so far

    // session must outlive this.
    explicit SnapshotReader(session::DatabaseSession &session)
        : m_session(session)
    {
    }
    Q_DISABLE_COPY_MOVE(SnapshotReader)

    void read(const domain::CopySelection &what, const Tell &tell, const Done &done);

private:
    session::DatabaseSession &m_session;
    base::Inbox m_inbox;
};

} // namespace tusk::repository
