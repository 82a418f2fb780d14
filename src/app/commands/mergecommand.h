// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"
#include "domain/todo.h"

namespace tusk::app
{

// tusk merge ID ID…: the first takes over what the others hold, the others go to the Trash.
class MergeCommand final : public Command
{
public:
    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    void run(CommandContext &context) override;

private:
    static void merge(CommandContext &context, const QList<domain::Todo> &todos,
                      const QList<domain::Todo> &subtasks);

    QStringList m_ids;
};

} // namespace tusk::app
