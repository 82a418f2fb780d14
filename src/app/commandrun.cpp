// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commandrun.h"

#include "app/installation.h"
#include "app/texts.h"
#include "app/unsentfolder.h"
#include "base/paths.h"

#include <QCoreApplication>

namespace tusk::app
{

namespace
{

constexpr int killedBySignal = 128; // plus its number: what a shell says of a program that a signal ended

} // namespace

CommandRun::CommandRun(std::unique_ptr<Command> command, Options options, Terminal &terminal,
                       const base::Clock &clock)
    : m_command(std::move(command))
    , m_terminal(terminal)
    , m_clock(clock)
    , m_database(std::move(options.database))
    , m_access(m_database.url, clock)
    , m_context(
          terminal, clock,
          {options.json, options.yes, m_database.url ? std::nullopt : std::optional(m_database.environment)},
          m_access, [this](const std::optional<Failure> &failure) { end(failure); })
{
    if (!m_database.url)
        m_access.rememberAs(m_database.unsentFolder(), rememberedAddress(m_database.environment));
    connect(&m_access, &DatabaseAccess::progressed, this,
            [this](const QString &sentence) { m_terminal.progress(sentence); });
    connect(&m_signals, &SignalWatch::interrupted, this, &CommandRun::interrupt);
}

void CommandRun::start()
{
    if (m_command->needs() == Command::Needs::Nothing)
        m_command->run(m_context);
    else if (m_database.url || m_database.isPrivate())
        proceed();
    else
        aim();
}

void CommandRun::aim()
{
    m_secrets = std::make_unique<EnvironmentSecrets>();
    m_secrets->resolver().resolve(
        m_database.environment,
        [this](const base::Result<QString> &password) {
            if (!password)
                return end(Failure{ExitCode::NoConnection, password.error()});
            m_access.aimAt(environments::connectionSettings(m_database.environment, *password));
            proceed();
        },
        [this] { m_terminal.note(Text::tr("Your keyring asks for its password…")); });
}

void CommandRun::proceed()
{
    if (m_command->needs() == Command::Needs::Access) {
        m_command->run(m_context);
        return;
    }
    m_access.reach([this](const std::optional<Failure> &failure) {
        if (failure)
            end(failure);
        else
            openDatabase();
    });
}

void CommandRun::openDatabase()
{
    const base::Result<domain::InstallationId> installation = installationId(base::stateFolder());
    if (!installation) {
        end(failureFrom(installation.error()));
        return;
    }
    // An older schema only after a question, where the environment asks.
    m_access.open(
        *installation, m_command->firstPage(m_clock.day(), m_context.json()),
        [this, id = *installation](const base::Result<repository::OpeningState> &state) {
            if (!state && state.error().kind == base::ErrorKind::SchemaMissing)
                bringUp(id);
            else
                opened(id)(state);
        },
        DatabaseAccess::OlderSchema::Left);
}

void CommandRun::bringUp(domain::InstallationId installation)
{
    const auto open = [this, installation] {
        m_access.open(installation, m_command->firstPage(m_clock.day(), m_context.json()),
                      opened(installation));
    };
    if (m_access.session().settings().readOnly) // which is refused, whatever the answer would be
        return open();
    m_context.confirm(migrationOf(m_database.environment), open);
}

DatabaseAccess::Done<repository::OpeningState> CommandRun::opened(domain::InstallationId installation)
{
    return [this, installation](const base::Result<repository::OpeningState> &state) {
        if (!state)
            return end(openingFailure(state.error()));
        m_context.opened(installation, *state);
        m_command->run(m_context);
    };
}

Failure CommandRun::openingFailure(base::Error error) const
{
    if (error.kind == base::ErrorKind::OtherDatabase)
        error.sentence = Text::tr("%1 If it is the one that you want now: tusk env edit %2 --accept-database")
                             .arg(error.sentence, m_database.environment.name);
    return failureFrom(error);
}

// What somebody waits for has to be told, too, when it is given up.
void CommandRun::interrupt(int signalNumber)
{
    m_interruption = killedBySignal + signalNumber;
    if (!m_command->interrupt(m_context))
        leave(*m_interruption);
}

void CommandRun::end(const std::optional<Failure> &failure)
{
    if (m_ended) // an answer that comes too late
        return;
    if (failure)
        m_terminal.failure(failure->error);
    const int exitCode = static_cast<int>(failure ? failure->code : ExitCode::Done);
    const bool wasStopped = failure && failure->error.kind == base::ErrorKind::Cancelled;
    leave(wasStopped ? m_interruption.value_or(exitCode) : exitCode);
}

void CommandRun::leave(int exitCode)
{
    if (std::exchange(m_ended, true))
        return;
    if (!m_terminal.flush() && exitCode == 0) {
        m_terminal.note(Text::tr("The output could not be written."));
        exitCode = static_cast<int>(ExitCode::Refused);
    }
    // From the event loop: whoever called may belong to what is closed.
    m_access.inbox().address().post(
        [this, exitCode] { m_access.close([exitCode] { QCoreApplication::exit(exitCode); }); });
}

} // namespace tusk::app
