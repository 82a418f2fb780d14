// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"
#include "domain/action.h"

namespace tusk::app
{

// tusk undo [ACTION] and tusk redo: takes back what this installation did last, in this run or an earlier
// one, or any action of the history.
class UndoCommand final : public Command
{
public:
    explicit UndoCommand(bool redo)
        : m_redo(redo)
    {
    }

    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    void run(CommandContext &context) override;

private:
    void undoNewest(CommandContext &context) const;
    void undoNamed(CommandContext &context) const;
    static void undo(CommandContext &context, const repository::ActionSummary &target, bool redo);
    static void report(CommandContext &context, const domain::Action &action,
                       const repository::ActionAnswer &answer);

    bool m_redo;
    QString m_action; // as typed; empty: the newest
};

} // namespace tusk::app
