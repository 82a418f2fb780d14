// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/result.h"
#include "domain/copyplan.h"

#include <functional>

namespace tusk::session
{
class Connection;
class DatabaseSession;
} // namespace tusk::session

namespace tusk::repository
{

// Reads what a selection means, with all lists and tags, as it was at one moment: within one transaction that
// only reads. Whole todos. Some that are named have their subtasks with them, down to the last, but for those
// in the Trash. Or what a selection of another database would meet: todos by their ids, with their parents up
// to the last, those in the Trash too. One question at a time. Thread: any with an event loop; the answer
// comes there, or never if this is gone first.
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
    void readThere(const QList<domain::TodoId> &ids, const Tell &tell, const Done &done);

private:
    using Read = std::function<base::Result<domain::Contents>(session::Connection &, const Tell &)>;
    void run(const Read &read, const Tell &tell, const Done &done);

    session::DatabaseSession &m_session;
    base::Inbox m_inbox;
};

} // namespace tusk::repository
