// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"

namespace tusk::app
{

// tusk migrate: brings the schema of the database up, as every command does by itself, or says what would be
// done.
class MigrateCommand final : public Command
{
public:
    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] Needs needs() const override { return Needs::Access; }
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    void run(CommandContext &context) override;

private:
    static void showPlan(CommandContext &context);
    static void apply(CommandContext &context);
    static void bringUp(CommandContext &context);

    bool m_dryRun = false;
};

} // namespace tusk::app
