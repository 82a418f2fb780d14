// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"
#include "domain/action.h"
#include "domain/todo.h"

namespace tusk::app
{

class NameResolver;

// tusk edit ID…: changes the fields that are named, of one todo or of several alike.
class EditCommand final : public Command
{
public:
    [[nodiscard]] CommandSyntax syntax() const override;
    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const base::Clock &clock) override;
    void run(CommandContext &context) override;

private:
    [[nodiscard]] std::optional<Failure> acceptTitle(const QCommandLineParser &typed);
    [[nodiscard]] std::optional<Failure> acceptList(const QCommandLineParser &typed);
    void acceptTags(const QStringList &typed);
    void noteFields(const QCommandLineParser &typed);
    void edit(CommandContext &context, const QList<domain::Todo> &todos) const;
    [[nodiscard]] std::optional<Failure> change(domain::Todo &todo, NameResolver &names,
                                                const CommandContext &context) const;
    [[nodiscard]] static domain::Action actionFor(const QList<domain::TodoChange> &changes,
                                                  const QDateTime &now);

    QStringList m_ids;
    domain::Todo m_new; // what the named fields shall be
    domain::TodoFields m_fields;
    std::optional<QString> m_list; // none: stays; empty: the Inbox
    QStringList m_addedTags;
    QStringList m_removedTags;
    bool m_mayCreate = false;
};

} // namespace tusk::app
