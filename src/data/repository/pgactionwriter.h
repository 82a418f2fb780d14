// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/repository/actionwriter.h"
#include "data/session/databasesession.h"

#include <QJsonObject>

#include <chrono>

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
    // From now on the server may take that long for an action; 0: what the settings say.
    void allowSilence(std::chrono::milliseconds limit) { m_silence = limit; }

    void apply(const domain::Action &action, domain::InstallationId installation, const base::Inbox &inbox,
               Done done) override;
    void emptyTrash(const QString &label, domain::InstallationId installation, const base::Inbox &inbox,
                    std::function<void(base::Result<bool>)> done) override;

private:
    [[nodiscard]] session::DatabaseSession::Request
    requestOf(const QByteArray &name, const QByteArray &function, const QJsonObject &argument) const;

    session::DatabaseSession &m_session;
    domain::DatabaseId m_database; // null: not known yet
    std::chrono::milliseconds m_silence{0};
};

} // namespace tusk::repository
