// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"
#include "domain/todo.h"

namespace tusk::app
{

// tusk add TITLE: a new todo at the end.
class AddCommand final : public Command
{
public:
    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    [[nodiscard]] repository::PageRequest firstPage(const base::Day &today, bool json) const override;
    void run(CommandContext &context) override;

private:
    domain::Todo m_todo; // without what needs the database
    QString m_list;
    QStringList m_tags;
    bool m_mayCreate = false;
};

} // namespace tusk::app
