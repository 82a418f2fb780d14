// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/command.h"
#include "app/commandcontext.h"
#include "app/databaseaccess.h"
#include "app/signalwatch.h"
#include "base/connectionsettings.h"

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
        std::optional<base::ConnectionSettings> database; // none: the private server
    };

    // terminal and clock must outlive the run.
    CommandRun(std::unique_ptr<Command> command, Options options, Terminal &terminal,
               const base::Clock &clock);

    // From within the event loop.
    void start();

private:
    void openDatabase();
    void end(const std::optional<Failure> &failure);
    void leave(int exitCode);

    std::unique_ptr<Command> m_command;
    Terminal &m_terminal;
    const base::Clock &m_clock;
    DatabaseAccess m_access;
    CommandContext m_context;
    SignalWatch m_signals;
    bool m_ended = false;
};

} // namespace tusk::app
