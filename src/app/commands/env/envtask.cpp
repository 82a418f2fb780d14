// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/env/envtask.h"

#include "app/texts.h"

#include <memory>

namespace tusk::app
{

using base::Result;
using environments::NewPassword;
using environments::PasswordChange;
using environments::ProfileList;
using environments::ProfileStore;
using environments::StoredProfiles;

std::optional<Failure> acceptName(const QStringList &words, QString &name)
{
    if (words.size() != 1)
        return usageFailure(Text::tr("Please give the name of one environment."));
    name = words.constFirst().trimmed();
    return std::nullopt;
}

void loadProfiles(CommandContext &context, EnvTools &tools,
                  std::function<void(const environments::ProfileList &)> loaded)
{
    tools.profiles.load([&context, loaded = std::move(loaded)](const auto &stored) {
        if (!stored)
            return context.fail(failureFrom(stored.error()));
        for (const QString &notice : stored->notices)
            context.terminal().note(notice);
        loaded(stored->list);
    });
}

void keepTogether(CommandContext &context, EnvTools &tools, const QList<NewPassword> &passwords,
                  const ProfileStore::Edit &edit, const std::function<void(const ProfileList &)> &kept)
{
    const auto list = std::make_shared<ProfileList>();
    PasswordChange change;
    change.passwords = passwords;
    change.alongside = [&tools, edit, list](const PasswordChange::Entries &entries,
                                            const PasswordChange::Written &written) {
        const auto former = std::make_shared<QList<QUuid>>();
        tools.profiles.change(environments::withEntries(edit, entries, former),
                              [list, written, former](const Result<StoredProfiles> &stored) {
                                  if (stored)
                                      *list = stored->list;
                                  written(stored ? Result<QList<QUuid>>(*former) : stored.error());
                              });
    };
    change.ended = [&context, list, kept](const Result<void> &ended, PasswordChange::Where where) {
        if (ended)
            return kept(*list);
        if (where == PasswordChange::Where::Alongside)
            return context.fail(failureFrom(ended.error()));
        Failure failure{ExitCode::Refused, ended.error()};
        failure.error.sentence =
            Text::tr("%1 Nothing was changed; with --secret the password can come from elsewhere.")
                .arg(failure.error.sentence);
        context.fail(failure);
    };
    change.prompting = [&context] {
        context.terminal().note(Text::tr("Your keyring asks for its password…"));
    };
    carryOut(std::move(change), tools.secrets.store(), tools.inbox);
}

} // namespace tusk::app
