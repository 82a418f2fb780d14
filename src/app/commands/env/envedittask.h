// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/commands/env/envfields.h"
#include "app/commands/env/envtask.h"
#include "environments/connectionaddress.h"

#include <optional>

namespace tusk::app
{

// tusk env add, tusk env edit: an environment from an address, a password and fields.
class EnvEditTask final : public EnvTask
{
public:
    enum class What { Add, Edit };

    explicit EnvEditTask(What what)
        : m_what(what)
    {
    }

    // --url-stdin, --password-stdin, --keep-password, --accept-database, --name, --position.
    [[nodiscard]] static QList<QCommandLineOption> options();
    [[nodiscard]] static QCommandLineOption keepPasswordOption();

    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const QStringList &words) override;
    void run(CommandContext &context, EnvTools &tools) override;

private:
    [[nodiscard]] std::optional<Failure> acceptInput(const QCommandLineParser &typed);
    [[nodiscard]] std::optional<Failure> acceptUrl(const QString &text);
    [[nodiscard]] std::optional<Failure> makeProfile(const environments::ProfileList &list);
    [[nodiscard]] environments::EnvironmentProfile newProfile() const;
    void chooseSecretSource();
    [[nodiscard]] std::optional<Failure> refuseOtherServer(const environments::ProfileList &list) const;
    // Runs on another thread.
    [[nodiscard]] environments::ProfileStore::Edit edit() const;
    void begin(CommandContext &context, EnvTools &tools, const environments::ProfileList &list);
    void keep(CommandContext &context, EnvTools &tools,
              const QList<environments::NewPassword> &passwords) const;

    const What m_what;
    QString m_name;
    QString m_newName;
    std::optional<qsizetype> m_position;
    TypedFields m_fields;
    std::optional<environments::ConnectionAddress> m_address;
    QStringList m_notices;
    QString m_password;
    bool m_keepsPassword = false;               // although the server is another one
    bool m_acceptsDatabase = false;             // although it is another one than before
    environments::EnvironmentProfile m_profile; // as it will be
};

} // namespace tusk::app
