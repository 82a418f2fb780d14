// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/commands/env/envtask.h"
#include "environments/connectiontest.h"
#include "environments/profilelist.h"

namespace tusk::app
{

// tusk env test: whether an environment can be connected to, step by step.
class EnvTestTask final : public EnvTask
{
public:
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const QStringList &words) override;
    void run(CommandContext &context, EnvTools &tools) override;

private:
    void choose(CommandContext &context, EnvTools &tools, const environments::ProfileList &list);
    void testPrivateServer(CommandContext &context);
    void testProfile(CommandContext &context, EnvTools &tools,
                     const environments::EnvironmentProfile &profile);
    void test(CommandContext &context, const base::ConnectionSettings &settings);

    QString m_name;                                // empty: the one in use
    std::optional<base::ConnectionSettings> m_url; // past all environments
    environments::ConnectionTest m_test;
};

} // namespace tusk::app
