// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"
#include "domain/action.h"

namespace tusk::app
{

// tusk done, reopen, delete, restore ID…: one action on the todos that are named.
class TodoActionCommand final : public Command
{
public:
    using Make = domain::Action (*)(const QList<domain::Todo> &, const QDateTime &);

    // explanation and example are for the help.
    TodoActionCommand(Make make, QString explanation, QString example);

    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    void run(CommandContext &context) override;

private:
    Make m_make;
    QString m_explanation;
    QString m_example;
    QStringList m_ids;
};

[[nodiscard]] std::unique_ptr<Command> makeDoneCommand();
[[nodiscard]] std::unique_ptr<Command> makeReopenCommand();
[[nodiscard]] std::unique_ptr<Command> makeDeleteCommand();
[[nodiscard]] std::unique_ptr<Command> makeRestoreCommand();

} // namespace tusk::app
