// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"

namespace tusk::app
{

// tusk history: the newest actions of anybody.
class HistoryCommand final : public Command
{
public:
    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    void run(CommandContext &context) override;

private:
    static void printJson(CommandContext &context, const QList<repository::ActionSummary> &history);
    static void printLines(CommandContext &context, const QList<repository::ActionSummary> &history);

    int m_limit = 50;
};

} // namespace tusk::app
