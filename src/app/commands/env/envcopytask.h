// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/commands/env/envtask.h"
#include "app/copy/todocopy.h"
#include "app/todolookup.h"

#include <functional>
#include <memory>
#include <optional>

namespace tusk::app
{

// tusk env copy: todos of one environment into another, as one action.
class EnvCopyTask final : public EnvTask
{
public:
    // --list, --todo
    [[nodiscard]] static QList<QCommandLineOption> options();

    [[nodiscard]] std::optional<Failure> accept(const QCommandLineParser &typed,
                                                const QStringList &words) override;
    void run(CommandContext &context, EnvTools &tools) override;

private:
    using Ended = std::function<void(const CopyEnd &)>;

    void begin(const environments::ProfileList &list);
    // The way to its database, with the password.
    void findEnd(const environments::EnvironmentProfile &profile, const Ended &found);
    void start(const CopyEnd &from, const CopyEnd &to);
    void choose(DatabaseAccess &source, const repository::OpeningState &state,
                const TodoCopy::Chosen &chosen);
    void takePlan(const domain::CopyPlan &plan);
    void print(const domain::CopyPlan &plan) const;
    // Lets go of both databases, and only then ends.
    void end(const std::optional<Failure> &failure = {});

    QString m_from; // names
    QString m_to;
    QStringList m_lists; // names; none: all
    QStringList m_ids;
    bool m_onlyLook = false;
    CommandContext *m_context = nullptr; // while it runs
    EnvTools *m_tools = nullptr;
    domain::InstallationId m_installation;
    environments::EnvironmentProfile m_target;
    domain::CopyPlan m_plan;
    std::unique_ptr<TodoCopy> m_copy;
    std::unique_ptr<TodoLookup> m_lookup;
};

} // namespace tusk::app
