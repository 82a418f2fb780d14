// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/failure.h"
#include "base/clock.h"
#include "data/repository/todovalues.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tusk::app
{

class CommandContext;

// How a command is typed, for parsing and for its help.
struct CommandSyntax {
    QString arguments;   // as in the usage line: "ID…"
    QString explanation; // paragraphs
    QList<QCommandLineOption> options;
    QStringList examples;
    int fewest = 0; // arguments
    int most = -1;  // -1: any number
};

// One command of the command line: made, asked for its syntax, given what was typed, and run once. Thread:
// the main thread, none of which it may block for long.
class Command
{
public:
    enum class Needs {
        Nothing,  // of a database, whatever the environment is
        Access,   // the way to it; the command opens what it needs
        Database, // an open one, its schema the newest
    };

    Command() = default;
    virtual ~Command() = default;
    Q_DISABLE_COPY_MOVE(Command)

    [[nodiscard]] virtual CommandSyntax syntax() const = 0;
    [[nodiscard]] virtual Needs needs() const { return Needs::Database; }

    // Takes over what was typed, before anything else happens: what can be refused is refused here. Options
    // and the number of arguments fit the syntax.
    [[nodiscard]] virtual std::optional<Failure> accept(const QCommandLineParser &typed,
                                                        const base::Clock &clock) = 0;

    // What is read together with the opening of the database. The default is next to nothing.
    [[nodiscard]] virtual repository::PageRequest firstPage(const base::Day &today, bool json) const;

    // Begins; ends with finish() or fail() of the context, which outlives the command.
    virtual void run(CommandContext &context) = 0;

    // Ctrl+C, or the system asks the program to end. True: the command stops what it does and ends by itself,
    // as Cancelled or, where it is too late for that, with its result. False: it is ended as it is.
    virtual bool interrupt(CommandContext & /*context*/) { return false; }
};

} // namespace tusk::app
