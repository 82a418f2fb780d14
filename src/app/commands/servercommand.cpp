// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/servercommand.h"

#include "app/commandcontext.h"
#include "app/texts.h"

namespace tusk::app
{

using namespace Qt::StringLiterals;
using localserver::Cancellation;
using localserver::ServerControl;
using localserver::ServerStatus;

CommandSyntax ServerCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.arguments = Text::tr("start | stop | status");
    syntax.explanation = Text::tr("start: starts it and keeps it running, so that commands are quicker. "
                                  "stop: stops it although windows may "
                                  "use it; nothing is lost. status: says how it is.\n\nNone of these is "
                                  "needed: Tusk starts the server when it is "
                                  "needed, and stops it with its last user. With --json the keys are "
                                  "running, pid, version, cluster, socket, "
                                  "keep_running and users.");
    syntax.examples = {u"tusk server status"_s};
    syntax.fewest = 1;
    syntax.most = 1;
    return syntax;
}

std::optional<Failure> ServerCommand::accept(const QCommandLineParser &typed, const base::Clock &)
{
    const QString word = typed.positionalArguments().constFirst();
    if (word == "start"_L1)
        m_task = &ServerCommand::start;
    else if (word == "stop"_L1)
        m_task = &ServerCommand::stop;
    else if (word == "status"_L1)
        m_task = &ServerCommand::look;
    else
        return usageFailure(
            Text::tr("“%1” is nothing that a server can do: please say start, stop or status.").arg(word));
    return std::nullopt;
}

void ServerCommand::run(CommandContext &context)
{
    const auto environment = localserver::Environment::current();
    const auto location = localserver::locateCluster(environment);
    if (!location)
        return context.fail({ExitCode::NoConnection, location.error()});
    m_background.emplace();
    m_background->run<Report>(
        [task = m_task, environment, location = *location](const Cancellation &cancellation) {
            ServerControl control(environment, location);
            return task(control, cancellation);
        },
        [&context](const Report &report) {
            if (!report)
                return context.fail({ExitCode::NoConnection, report.error()});
            print(context, *report);
            context.finish();
        });
}

ServerCommand::Report ServerCommand::start(ServerControl &control, const Cancellation &cancellation)
{
    if (const auto acquired = control.acquire(cancellation); !acquired)
        return acquired.error();
    if (const auto kept = control.keepRunning(); !kept)
        return kept.error();
    if (const auto released = control.release(); !released)
        return released.error();
    return control.status();
}

ServerCommand::Report ServerCommand::stop(ServerControl &control, const Cancellation &)
{
    if (const auto stopped = control.stop(); !stopped)
        return stopped.error();
    return control.status();
}

ServerCommand::Report ServerCommand::look(ServerControl &control, const Cancellation &)
{
    return control.status();
}

void ServerCommand::print(CommandContext &context, const ServerStatus &status)
{
    Terminal &terminal = context.terminal();
    const auto orNull = [](const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    if (context.json()) {
        JsonLines json(terminal);
        json.add({{u"running"_s, status.running},
                  {u"pid"_s, status.running ? QJsonValue(status.pid) : QJsonValue()},
                  {u"version"_s, orNull(status.version.toString())},
                  {u"cluster"_s, status.clusterFolder},
                  {u"socket"_s, orNull(status.socketFolder)},
                  {u"keep_running"_s, status.keepRunning},
                  {u"users"_s, status.users}});
        json.end();
        return;
    }
    if (!status.running)
        return terminal.line(status.version.isNull()
                                 ? Text::tr("There is no private database yet; it is made when it is needed.")
                                 : Text::tr("The server is not running; it is started when it is needed."));
    terminal.line(Text::tr("The server is running, as process %1 of PostgreSQL %2.")
                      .arg(status.pid)
                      .arg(status.version.toString()));
    terminal.line(status.keepRunning ? Text::tr("It runs until “tusk server stop”.")
                                     : Text::tr("It stops with its last user."));
    terminal.line(Text::tr("Users now: %1").arg(status.users));
    terminal.line(Text::tr("Data:      %1").arg(status.clusterFolder));
    terminal.line(Text::tr("Socket:    %1").arg(status.socketFolder));
}

} // namespace tusk::app
