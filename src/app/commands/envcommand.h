// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"
#include "app/commands/env/envtask.h"

#include <memory>

namespace tusk::app
{

// tusk env: the environments, without the todos in them. What it does is in the task of each word.
class EnvCommand final : public Command
{
public:
    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] Needs needs() const override { return Needs::Nothing; }
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    void run(CommandContext &context) override;

private:
    std::unique_ptr<EnvTools> m_tools;
    std::unique_ptr<EnvTask> m_task; // before its tools
};

} // namespace tusk::app
