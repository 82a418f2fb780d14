// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/env/envtask.h"

#include "app/texts.h"

namespace tusk::app
{

using environments::SecretAnswer;
using environments::SecretListener;
using environments::Unlocking;

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

void keepPassword(CommandContext &context, EnvTools &tools, const QUuid &environment, const QString &password,
                  std::function<void()> kept)
{
    SecretListener listener;
    listener.answered = [&context, kept = std::move(kept)](const SecretAnswer &answer) {
        if (answer)
            return kept();
        Failure failure{ExitCode::Refused, answer.error->toError()};
        failure.error.sentence =
            Text::tr("%1 Nothing was changed; with --secret the password can come from elsewhere.")
                .arg(failure.error.sentence);
        context.fail(failure);
    };
    listener.prompting = [&context] {
        context.terminal().note(Text::tr("Your keyring asks for its password…"));
    };
    tools.secrets.store().write(environment, password, Unlocking::MayAsk, tools.inbox, std::move(listener));
}

Failure noSuchEnvironment(const QString &name)
{
    return usageFailure(
        Text::tr("There is no environment “%1”; “tusk env list” shows which there are.").arg(name));
}

} // namespace tusk::app
