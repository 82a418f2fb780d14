// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/repository/actionwriter.h"
#include "data/session/databasesession.h"

#include <QJsonObject>

#include <chrono>
#include <memory>

namespace tusk::repository
{

class PgActionWriter final : public ActionWriter
{
public:
    // session must outlive the writer.
    explicit PgActionWriter(session::DatabaseSession &session);

    // From now on nothing is written to any database but this one, whichever the connection leads to: then
    // the error is OtherDatabase.
    void bind(domain::DatabaseId database) { m_database = database; }
    void apply(const domain::Action &action, domain::InstallationId installation, const base::Inbox &inbox,
               Done done) override;
    void emptyTrash(const QString &label, domain::InstallationId installation, const base::Inbox &inbox,
                    std::function<void(base::Result<bool>)> done) override;

private:
    [[nodiscard]] session::DatabaseSession::Request
    requestOf(const QByteArray &name, const QByteArray &function, const QJsonObject &argument) const;

    // An action for which the database needed longer than it was given; it gets more the next time.
    struct Slow {
        domain::ActionId action;
        std::chrono::milliseconds limit{0};
    };

    [[nodiscard]] std::chrono::milliseconds patienceWith(const domain::Action &action) const;

    session::DatabaseSession &m_session;
    domain::DatabaseId m_database; // null: not known yet
    std::shared_ptr<Slow> m_slow = std::make_shared<Slow>();
};

} // namespace tusk::repository
