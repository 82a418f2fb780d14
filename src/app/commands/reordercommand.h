// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"
#include "domain/todo.h"

namespace tusk::app
{

// tusk reorder ID… --before ID | --after ID | --top | --bottom. The order is that of all open todos, of which
// every list shows a part, so the place found there is right in each list too.
class ReorderCommand final : public Command
{
public:
    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    void run(CommandContext &context) override;

private:
    enum class Target { Before, After, Top, Bottom };

    void findNeighbour(CommandContext &context, const QList<domain::Todo> &found);
    void reorder(CommandContext &context, const QList<domain::Todo> &candidates) const;
    [[nodiscard]] repository::PageRequest neighbourRequest(const base::Day &today) const;

    QStringList m_ids;
    Target m_target = Target::Top;
    QStringList m_anchorId; // of Before and After: one
    QList<domain::Todo> m_moved;
    domain::Todo m_anchor;
};

} // namespace tusk::app
