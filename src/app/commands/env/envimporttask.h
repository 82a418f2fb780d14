// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/commands/env/envfields.h"
#include "app/commands/env/envtask.h"
#include "environments/dotenvimport.h"

namespace tusk::app
{

// tusk env import-dotenv: environments out of .env files.
class EnvImportTask final : public EnvTask
{
public:
    // --dry-run
    [[nodiscard]] static QList<QCommandLineOption> options();

    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const QStringList &words) override;
    void run(CommandContext &context, EnvTools &tools) override;

private:
    void choosePlaces(environments::ProfileList list);
    [[nodiscard]] std::optional<Failure> refuseOtherServers(const environments::ProfileList &before) const;
    void keep(CommandContext &context, EnvTools &tools);
    void print(CommandContext &context) const;
    void end(CommandContext &context) const;

    QList<environments::EnvFile> m_files;
    environments::ImportPreview m_preview;
    TypedFields m_fields;
    bool m_onlyLook = false;
    bool m_keepsPassword = false;
};

} // namespace tusk::app
