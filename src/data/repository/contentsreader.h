// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/result.h"
#include "data/repository/todoreader.h"

#include <QList>

#include <functional>

namespace tusk::repository
{

// Reads more todos than fit into a page, whole ones, page by page. One question at a time. Thread: any with
// an event loop; the answer comes there, or never if this is gone first.
class ContentsReader final
{
public:
    using Done = std::function<void(const base::Result<QList<domain::Todo>> &)>;

    // reader must outlive this.
    explicit ContentsReader(TodoReader &reader);
    Q_DISABLE_COPY_MOVE(ContentsReader)

    // Called as they come, with how many have come so far.
    void tellProgress(std::function<void(qsizetype)> tell) { m_tell = std::move(tell); }

    // Those of these ids that are there.
    void readTodos(const QList<domain::TodoId> &ids, const Done &done);

private:
    void readNextIds();
    void tell() const;
    void answer(const base::Result<QList<domain::Todo>> &result);

    TodoReader &m_reader;
    QList<domain::TodoId> m_ids; // still to be read
    QList<domain::Todo> m_todos;
    std::function<void(qsizetype)> m_tell; // may be empty
    Done m_done;
    base::Inbox m_inbox;
};

} // namespace tusk::repository
