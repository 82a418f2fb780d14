// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"

namespace tusk::app
{

// tusk search TEXT: in titles and notes of open, completed and trashed todos.
class SearchCommand final : public Command
{
public:
    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    [[nodiscard]] repository::PageRequest firstPage(const base::Day &today, bool json) const override;
    void run(CommandContext &context) override;

private:
    QString m_text;
};

} // namespace tusk::app
