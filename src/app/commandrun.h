// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/chosendatabase.h"
#include "app/command.h"
#include "app/commandcontext.h"
#include "app/databaseaccess.h"
#include "app/environmentsecrets.h"
#include "app/signalwatch.h"

#include <QObject>

#include <memory>
#include <optional>

namespace tusk::app
{

// One run of one command: opens the database for it, lets it work, leaves everything in order, and ends the
// event loop with the exit code. Ctrl+C ends it early, but no less orderly.
class CommandRun final : public QObject
{
    Q_OBJECT

public:
    struct Options {
        bool json = false;
        bool yes = false;
        ChosenDatabase database;
    };

    // terminal and clock must outlive the run.
    CommandRun(std::unique_ptr<Command> command, Options options, Terminal &terminal,
               const base::Clock &clock);

    // From within the event loop.
    void start();

private:
    void aim(); // at the database, with its password
    void proceed();
    void openDatabase();
    void bringUp(domain::InstallationId installation);
    [[nodiscard]] DatabaseAccess::Done<repository::OpeningState> opened(domain::InstallationId installation);
    // Why the database was not opened, with what can be done about it here.
    [[nodiscard]] Failure openingFailure(base::Error error) const;
    void interrupt(int signalNumber);
    void end(const std::optional<Failure> &failure);
    void leave(int exitCode);

    std::unique_ptr<Command> m_command;
    Terminal &m_terminal;
    const base::Clock &m_clock;
    const ChosenDatabase m_database;
    DatabaseAccess m_access;
    CommandContext m_context;
    SignalWatch m_signals;
    std::unique_ptr<EnvironmentSecrets> m_secrets; // where they are needed
    std::optional<int> m_interruption;             // the exit code that it stands for
    bool m_ended = false;
};

} // namespace tusk::app
