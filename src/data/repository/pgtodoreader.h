// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/migration/migrationcatalog.h"
#include "data/repository/todoreader.h"

namespace tusk::session
{
class DatabaseSession;
}

namespace tusk::repository
{

class PgTodoReader final : public TodoReader
{
public:
    // session must outlive the reader. schema: the migrations that a database must have been made by; without
    // them none is opened.
    PgTodoReader(session::DatabaseSession &session, base::Result<migration::MigrationCatalog> schema);

    void open(domain::InstallationId installation, const PageRequest &firstPage, const base::Inbox &inbox,
              Done<OpeningState> done) override;
    void page(const PageRequest &request, const base::Inbox &inbox, Done<TodoPage> done) override;
    void todos(const QList<domain::TodoId> &ids, const base::Inbox &inbox, Done<TodoPage> done) override;
    void subtasks(const QList<domain::TodoId> &parents, const base::Inbox &inbox,
                  Done<TodoPage> done) override;
    void todosByPrefix(const QString &prefix, int limit, const base::Inbox &inbox,
                       Done<TodoPage> done) override;
    void changesSince(const QByteArray &snapshot, const base::Inbox &inbox, Done<CatchUp> done) override;
    void history(int limit, const base::Inbox &inbox, Done<QList<ActionSummary>> done) override;

private:
    session::DatabaseSession &m_session;
    base::Result<migration::MigrationCatalog> m_schema;
};

} // namespace tusk::repository
