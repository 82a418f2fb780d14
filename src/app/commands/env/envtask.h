// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/commandcontext.h"
#include "app/environmentsecrets.h"
#include "app/failure.h"
#include "environments/passwordchange.h"
#include "environments/profilekeeper.h"

#include <QCommandLineParser>
#include <QStringList>

#include <functional>
#include <optional>

namespace tusk::app
{

// What the words behind “tusk env” work with. Made when they run.
struct EnvTools {
    environments::ProfileKeeper profiles;
    EnvironmentSecrets secrets;
    base::Inbox inbox; // for the store of secrets
};

// One of the words behind “tusk env”, such as add: given what was typed, and run once.
class EnvTask
{
public:
    EnvTask() = default;
    virtual ~EnvTask() = default;
    Q_DISABLE_COPY_MOVE(EnvTask)

    // words: what stands behind the word.
    [[nodiscard]] virtual std::optional<Failure> accept(const QCommandLineParser &typed,
                                                        const QStringList &words) = 0;
    // Ends with finish() or fail() of the context. Context and tools outlive the task.
    virtual void run(CommandContext &context, EnvTools &tools) = 0;
};

// The one name behind the word.
[[nodiscard]] std::optional<Failure> acceptName(const QStringList &words, QString &name);

// Reads the environments, tells what the user should know of them, and goes on; else ends the command.
void loadProfiles(CommandContext &context, EnvTools &tools,
                  std::function<void(const environments::ProfileList &)> loaded);

// Writes passwords to the keyring and changes the file of the environments, both or neither; goes on only
// where that worked, else ends the command with the reason.
void keepTogether(CommandContext &context, EnvTools &tools, const QList<environments::NewPassword> &passwords,
                  const environments::ProfileStore::Edit &edit,
                  const std::function<void(const environments::ProfileList &)> &kept);

} // namespace tusk::app
