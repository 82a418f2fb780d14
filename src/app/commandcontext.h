// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/actionsender.h"
#include "app/catalogue.h"
#include "app/failure.h"
#include "app/terminal.h"
#include "app/todolookup.h"
#include "app/todoprinter.h"
#include "base/clock.h"
#include "data/repository/todovalues.h"
#include "environments/destructive.h"
#include "environments/environmentprofile.h"

#include <functional>
#include <memory>
#include <optional>

namespace tusk::app
{

class DatabaseAccess;
class TerminalQuestion;

// What the user has said beforehand, and where.
struct Beforehand {
    bool json = false;
    bool yes = false;                                            // to what would be asked
    std::optional<environments::EnvironmentProfile> environment; // none: past all of them
};

// Something that an environment may want to be asked before.
struct DestructiveStep {
    environments::Destructive what = environments::Destructive::Migration;
    qsizetype todos = 0;
    QString question; // for the terminal
    QString refusal;  // where nobody can be asked; without the hint at --yes
};

[[nodiscard]] DestructiveStep migrationOf(const environments::EnvironmentProfile &environment);

// What a running command has at hand, and how it ends: with finish() or fail(), once. Functions that take a
// continuation call it only where all went well; else they end the command with the reason.
class CommandContext final
{
public:
    using Finished = std::function<void(std::optional<Failure>)>;

    // The references must outlive the context.
    CommandContext(Terminal &terminal, const base::Clock &clock, Beforehand said, DatabaseAccess &access,
                   Finished finished);
    ~CommandContext();
    Q_DISABLE_COPY_MOVE(CommandContext)

    [[nodiscard]] Terminal &terminal() { return m_terminal; }
    [[nodiscard]] const base::Clock &clock() const { return m_clock; }
    [[nodiscard]] bool json() const { return m_said.json; }
    [[nodiscard]] const Beforehand &says() const { return m_said; }
    [[nodiscard]] DatabaseAccess &access() { return m_access; }

    // Goes on at once where the environment does not ask before this; else after a yes, said beforehand or
    // on the terminal. Without it otherwise is called, where there is one.
    using Otherwise = std::function<void(const Failure &)>;
    void confirm(const DestructiveStep &step, std::function<void()> then);
    void confirm(const environments::EnvironmentProfile &environment, const DestructiveStep &step,
                 std::function<void()> then, Otherwise otherwise = {});

    // --- for commands that need the database
    void opened(domain::InstallationId installation, repository::OpeningState state);
    [[nodiscard]] const repository::OpeningState &opening() const { return m_opening; }
    [[nodiscard]] domain::InstallationId installation() const { return m_installation; }
    [[nodiscard]] const Catalogue &catalogue() const { return m_catalogue; }

    // The todos that these ids name, whole.
    void find(const QStringList &ids, std::function<void(QList<domain::Todo>)> found);
    // Their subtasks, whole.
    void findSubtasks(const QList<domain::Todo> &todos, std::function<void(QList<domain::Todo>)> found);
    // The answer may fall short of what was wished: shortfallOf().
    void send(const domain::Action &action, std::function<void(repository::ActionAnswer)> sent);

    // Sends the action, unless there is nothing to do, prints the todos as they are then, and ends.
    void perform(const domain::Action &action, const QList<domain::Todo> &todos);
    // Prints the todos that an action has touched, as they are then, and ends.
    void showTouched(const repository::ActionAnswer &answer, const std::optional<Failure> &shortfall);
    // Prints and ends: in the form of the user, or with all details.
    void show(const QList<domain::Todo> &todos, TodoPrinter::Form form,
              std::optional<Failure> shortfall = {});
    [[nodiscard]] TodoPrinter::Form form() const;

    // --- how it ends
    void finish() { m_finished(std::nullopt); }
    void fail(const Failure &failure) { m_finished(failure); }

private:
    void showAgain(const QList<domain::TodoId> &ids, const repository::ActionAnswer &answer,
                   const std::optional<Failure> &shortfall);

    Terminal &m_terminal;
    const base::Clock &m_clock;
    const Beforehand m_said;
    DatabaseAccess &m_access;
    Finished m_finished;
    domain::InstallationId m_installation;
    repository::OpeningState m_opening;
    Catalogue m_catalogue;
    TodoLookup m_lookup;
    std::optional<ActionSender> m_sender;
    std::optional<TodoPrinter> m_printer;
    std::unique_ptr<TerminalQuestion> m_question;
};

} // namespace tusk::app
