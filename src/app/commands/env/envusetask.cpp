// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/env/envusetask.h"

#include "app/chosendatabase.h"
#include "app/commands/env/envprinting.h"

namespace tusk::app
{

using environments::EnvironmentProfile;
using environments::ProfileList;
using environments::StoredProfiles;

std::optional<Failure> EnvUseTask::accept(const QCommandLineParser &, const QStringList &words)
{
    return acceptName(words, m_name);
}

void EnvUseTask::run(CommandContext &context, EnvTools &tools)
{
    const auto use = [name = m_name](ProfileList &list) -> base::Result<void> {
        const EnvironmentProfile *found = list.findNamed(name);
        return found ? list.setCurrent(found->id) : noSuchEnvironment(name).error;
    };
    tools.profiles.change(use, [this, &context](const base::Result<StoredProfiles> &stored) {
        if (!stored)
            return context.fail(stored.error() == noSuchEnvironment(m_name).error
                                    ? noSuchEnvironment(m_name)
                                    : failureFrom(stored.error()));
        printEnvironments(context, stored->list, {stored->list.current()});
        context.finish();
    });
}

} // namespace tusk::app
