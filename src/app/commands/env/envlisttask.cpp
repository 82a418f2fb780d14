// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/env/envlisttask.h"

#include "app/commands/env/envprinting.h"
#include "app/texts.h"

namespace tusk::app
{

using environments::ProfileList;

std::optional<Failure> EnvListTask::accept(const QCommandLineParser &, const QStringList &words)
{
    if (!words.isEmpty())
        return usageFailure(Text::tr("“list” takes no name."));
    return std::nullopt;
}

void EnvListTask::run(CommandContext &context, EnvTools &tools)
{
    loadProfiles(context, tools, [&context](const ProfileList &list) {
        printEnvironments(context, list, list.profiles());
        context.finish();
    });
}

} // namespace tusk::app
