// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/env/envremovetask.h"

#include "app/chosendatabase.h"
#include "app/commands/env/envprinting.h"
#include "app/texts.h"
#include "app/unsentfolder.h"

namespace tusk::app
{

using environments::EnvironmentProfile;
using environments::ProfileList;
using environments::StoredProfiles;

std::optional<Failure> EnvRemoveTask::accept(const QCommandLineParser &, const QStringList &words)
{
    return acceptName(words, m_name);
}

void EnvRemoveTask::run(CommandContext &context, EnvTools &tools)
{
    loadProfiles(context, tools, [this, &context, &tools](const ProfileList &list) {
        const EnvironmentProfile *found = list.findNamed(m_name);
        if (!found)
            return context.fail(noSuchEnvironment(m_name));
        m_removed = *found;
        if (const auto failure = refuseUnsent(context.says().yes))
            return context.fail(*failure);
        remove(context, tools);
    });
}

// What its database has not confirmed would never get there.
std::optional<Failure> EnvRemoveTask::refuseUnsent(bool isAgreed) const
{
    const UnsentCount unsent = countUnsent(unsentFolder(m_removed));
    const qsizetype changes = unsent.actions + unsent.damaged;
    if (changes == 0 || isAgreed)
        return std::nullopt;
    return refusal(
        Text::tr("Nothing was removed: changes of “%1” that wait on this computer for its database: "
                 "%2. Open it in the window, so that they are sent, or say --yes.")
            .arg(m_removed.name, QString::number(changes)));
}

void EnvRemoveTask::remove(CommandContext &context, EnvTools &tools) const
{
    const auto edit = [id = m_removed.id](ProfileList &list) { return list.remove(id); };
    tools.profiles.change(edit, [this, &context, &tools](const base::Result<StoredProfiles> &changed) {
        if (!changed)
            return context.fail(failureFrom(changed.error()));
        printEnvironments(context, changed->list, {m_removed});
        removePassword(context, tools);
    });
}

void EnvRemoveTask::removePassword(CommandContext &context, EnvTools &tools) const
{
    if (!environments::isInKeyring(m_removed))
        return context.finish();
    environments::SecretListener listener;
    listener.answered = [&context](const environments::SecretAnswer &answer) {
        if (answer)
            return context.finish();
        Failure failure{ExitCode::Refused, answer.error->toError()};
        failure.error.sentence =
            Text::tr("The environment is removed, but its password is still in the keyring: %1")
                .arg(failure.error.sentence);
        context.fail(failure);
    };
    tools.secrets.store().remove(environments::secretEntry(m_removed), environments::Unlocking::MayAsk,
                                 tools.inbox, std::move(listener));
}

} // namespace tusk::app
