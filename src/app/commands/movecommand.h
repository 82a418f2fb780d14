// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"
#include "domain/todo.h"

namespace tusk::app
{

// tusk move ID… --list LIST or --inbox.
class MoveCommand final : public Command
{
public:
    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    void run(CommandContext &context) override;

private:
    void move(CommandContext &context, const QList<domain::Todo> &todos) const;

    QStringList m_ids;
    std::optional<QString> m_list; // none: the Inbox
    bool m_mayCreate = false;
};

} // namespace tusk::app
