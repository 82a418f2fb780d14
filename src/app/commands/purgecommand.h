// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"
#include "domain/todo.h"

namespace tusk::app
{

// tusk purge ID…: deletes for good. The only command that cannot be undone, so it asks for the Trash first.
class PurgeCommand final : public Command
{
public:
    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    void run(CommandContext &context) override;

private:
    static void send(CommandContext &context, const QList<domain::Todo> &todos);
    void purge(CommandContext &context, const QList<domain::Todo> &todos) const;

    QStringList m_ids;
    bool m_force = false;
};

} // namespace tusk::app
