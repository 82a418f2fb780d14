// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/actionsender.h"
#include "app/commands/env/envtask.h"
#include "app/databaseaccess.h"
#include "app/todolookup.h"
#include "data/repository/contentsreader.h"
#include "domain/copyplan.h"

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
    // An environment that takes part, and its database.
    struct Side {
        QString name;
        environments::EnvironmentProfile profile;
        std::unique_ptr<DatabaseAccess> access;
        std::unique_ptr<repository::ContentsReader> reader;
        repository::OpeningState state;
    };
    using Then = std::function<void()>;

    [[nodiscard]] std::optional<Failure> findSides(const environments::ProfileList &list);
    void reach(Side &side, const Then &then);
    void connect(Side &side, std::optional<base::ConnectionSettings> settings, const Then &then);
    void openSource();
    void readSource();
    void takeSource(const QList<domain::Todo> &todos);
    void openTarget();
    void plan(const QList<domain::Todo> &there);
    void copy();
    void print() const;
    // Lets go of both databases, and only then ends.
    void end(const std::optional<Failure> &failure = {});
    // Goes on with the value, or ends with the error.
    template <class T>
    [[nodiscard]] std::function<void(base::Result<T>)> orEnd(std::function<void(T)> then);

    Side m_from;
    Side m_to;
    QStringList m_lists; // names; none: all
    QStringList m_ids;
    bool m_onlyLook = false;
    CommandContext *m_context = nullptr; // while it runs
    EnvTools *m_tools = nullptr;
    domain::InstallationId m_installation;
    std::unique_ptr<TodoLookup> m_lookup;
    std::unique_ptr<ActionSender> m_sender;
    domain::Contents m_contents; // of the source
    domain::CopyPlan m_plan;
};

} // namespace tusk::app
