// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"
#include "app/todoprinter.h"
#include "domain/todofilter.h"

#include <optional>

namespace tusk::app
{

// tusk list: the todos of a place, page by page, so that a million of them need no more memory than a few.
class ListCommand final : public Command
{
public:
    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    [[nodiscard]] repository::PageRequest firstPage(const base::Day &today, bool json) const override;
    void run(CommandContext &context) override;

private:
    [[nodiscard]] std::optional<Failure> resolveNames(const Catalogue &catalogue);
    void ask(CommandContext &context);
    void take(CommandContext &context, const repository::TodoPage &page);
    void goOn(CommandContext &context, const repository::TodoPage &page);

    QList<domain::TodoFilter> m_filters; // one after the other
    QString m_list;                      // name; null: none was typed
    QString m_tag;
    repository::PageRequest m_request;
    std::optional<TodoPrinter> m_printer;
    bool m_found = false;
};

} // namespace tusk::app
