// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/result.h"
#include "data/repository/todovalues.h"

#include <functional>

namespace tusk::repository
{

// Reads todos. Every function is one statement and returns at once; done runs later on the thread of the
// inbox, or never if the inbox is gone. Errors: those of the session; of open also SchemaMissing (bring it up
// and ask again), SchemaNewer and SchemaDrift.
class TodoReader
{
public:
    template <class T>
    using Done = std::function<void(base::Result<T>)>;

    virtual ~TodoReader() = default;

    virtual void open(domain::InstallationId installation, const PageRequest &firstPage,
                      const base::Inbox &inbox, Done<OpeningState> done) = 0;
    virtual void page(const PageRequest &request, const base::Inbox &inbox, Done<TodoPage> done) = 0;
    // Whole todos, notes too, of ids that are there; those that are gone are left out.
    virtual void todos(const QList<domain::TodoId> &ids, const base::Inbox &inbox, Done<TodoPage> done) = 0;
    // Whole todos that are subtasks of these, completed and trashed ones too.
    virtual void subtasks(const QList<domain::TodoId> &parents, const base::Inbox &inbox,
                          Done<TodoPage> done) = 0;
    // Todos whose id begins with the hexadecimal digits (dashes do not count), at most limit.
    virtual void todosByPrefix(const QString &prefix, int limit, const base::Inbox &inbox,
                               Done<TodoPage> done) = 0;
    virtual void changesSince(const QByteArray &snapshot, const base::Inbox &inbox, Done<CatchUp> done) = 0;
    // The newest actions of anybody.
    virtual void history(int limit, const base::Inbox &inbox, Done<QList<ActionSummary>> done) = 0;
};

} // namespace tusk::repository
