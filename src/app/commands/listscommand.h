// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"

namespace tusk::app
{

// tusk lists: the lists with how many open todos each has.
class ListsCommand final : public Command
{
public:
    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    void run(CommandContext &context) override;

private:
    static void printJson(CommandContext &context);
    static void printLines(CommandContext &context);
};

} // namespace tusk::app
