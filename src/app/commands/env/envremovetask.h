// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/commands/env/envtask.h"

namespace tusk::app
{

// tusk env remove: an environment and its password. The todos stay in its database.
class EnvRemoveTask final : public EnvTask
{
public:
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const QStringList &words) override;
    void run(CommandContext &context, EnvTools &tools) override;

private:
    [[nodiscard]] std::optional<Failure> refuseUnsent(bool isAgreed) const;
    void remove(CommandContext &context, EnvTools &tools) const;
    void removePassword(CommandContext &context, EnvTools &tools) const;

    QString m_name;
    environments::EnvironmentProfile m_removed;
};

} // namespace tusk::app
