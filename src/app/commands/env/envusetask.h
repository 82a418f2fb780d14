// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/commands/env/envtask.h"

namespace tusk::app
{

// tusk env use: with which environment the window starts, and commands without --env work.
class EnvUseTask final : public EnvTask
{
public:
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const QStringList &words) override;
    void run(CommandContext &context, EnvTools &tools) override;

private:
    QString m_name;
};

} // namespace tusk::app
