// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commandline.h"

#include "app/chosendatabase.h"
#include "app/commandrun.h"
#include "app/commandtable.h"
#include "app/helptext.h"
#include "app/texts.h"
#include "app/translations.h"
#include "base/paths.h"
#include "data/session/redaction.h"
#include "gui/settings/startofday.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>

namespace tusk::app
{

namespace
{

using namespace Qt::StringLiterals;

int told(Terminal &terminal, const Failure &failure)
{
    terminal.failure(failure.error);
    return static_cast<int>(failure.code);
}

int printed(Terminal &terminal, const QString &text)
{
    terminal.line(text);
    return terminal.flush() ? 0 : static_cast<int>(ExitCode::Refused);
}

// Where the name of the command is; -1 without one. Only --env takes the argument that follows it.
qsizetype commandIndex(const QStringList &arguments)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments.at(i) == "--env"_L1)
            ++i;
        else if (!arguments.at(i).startsWith(u'-'))
            return i;
    }
    return -1;
}

Failure withHint(const QString &complaint, const QString &command)
{
    const QString help = command.isEmpty() ? u"tusk --help"_s : u"tusk %1 --help"_s.arg(command);
    // What was typed at a wrong place may be an address with its password.
    const QString harmless = session::redacted(complaint, {});
    return usageFailure(Text::tr("%1 “%2” shows what is possible.").arg(harmless, help));
}

// “- [ ] Milk” would be told as five unknown options.
Failure notParsed(const QCommandLineParser &parser, const QStringList &arguments, const QString &command)
{
    const auto text = std::ranges::find_if(arguments, [](const QString &argument) {
        return argument.startsWith(u'-') && !argument.startsWith("--"_L1) && argument.contains(u' ');
    });
    return withHint(text == arguments.cend()
                        ? parser.errorText()
                        : Text::tr("“%1” begins with a dash: write -- before it.").arg(*text),
                    command);
}

Failure unknownCommand(const QString &name)
{
    return withHint(Text::tr("There is no command “%1”.").arg(name), {});
}

std::optional<Failure> checkCount(const QString &name, const CommandSyntax &syntax, const QStringList &typed)
{
    if (typed.size() < syntax.fewest)
        return withHint(Text::tr("Something is missing: tusk %1 %2.").arg(name, syntax.arguments), name);
    if (syntax.most >= 0 && typed.size() > syntax.most)
        return withHint(Text::tr("“%1” is one argument too many.").arg(typed.at(syntax.most)), name);
    return std::nullopt;
}

// Without a command: what --help and --version ask for.
int runWithoutCommand(Terminal &terminal, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(commonOptions());
    parser.addOption(QCommandLineOption(u"version"_s));
    if (!parser.parse(QStringList(u"tusk"_s) + arguments))
        return told(terminal, withHint(parser.errorText(), {}));
    if (parser.isSet(u"version"_s))
        return printed(terminal, u"tusk "_s + QStringLiteral(TUSK_VERSION));
    return printed(terminal, generalHelp());
}

int run(std::unique_ptr<Command> command, const QCommandLineParser &typed, Terminal &terminal)
{
    base::SystemClock clock;
    clock.setStartOfDay(gui::storedStartOfDay(base::configFolder()));
    ChosenDatabase database;
    if (command->needs() != Command::Needs::Nothing) {
        const auto chosen = chooseDatabase(typed.value(u"env"_s));
        if (const auto *failure = std::get_if<Failure>(&chosen))
            return told(terminal, *failure);
        database = std::get<ChosenDatabase>(chosen);
        for (const QString &notice : database.notices)
            terminal.note(notice);
    }
    if (const auto failure = command->accept(typed, clock))
        return told(terminal, *failure);
    CommandRun run(std::move(command), {typed.isSet(u"json"_s), typed.isSet(u"yes"_s), database}, terminal,
                   clock);
    QTimer::singleShot(0, &run, &CommandRun::start);
    return QCoreApplication::exec();
}

int runCommand(const CommandEntry &entry, const QStringList &arguments, Terminal &terminal)
{
    std::unique_ptr<Command> command = entry.make();
    const CommandSyntax syntax = command->syntax();
    QCommandLineParser parser;
    parser.addOptions(syntax.options + commonOptions());
    const QString name = entry.name;
    if (!parser.parse(QStringList(name) + arguments))
        return told(terminal, notParsed(parser, arguments, name));
    if (parser.isSet(u"help"_s))
        return printed(terminal, helpOf(entry, syntax));
    terminal.setVerbose(parser.isSet(u"verbose"_s));
    if (!terminal.isVerbose())
        QLoggingCategory::setFilterRules(u"tusk.*.info=false"_s);
    if (const auto failure =
            parser.isSet(u"env"_s) ? checkEnvironmentName(parser.value(u"env"_s)) : std::nullopt)
        return told(terminal, *failure);
    if (const auto failure = checkCount(name, syntax, parser.positionalArguments()))
        return told(terminal, *failure);
    return run(std::move(command), parser, terminal);
}

} // namespace

int runCommandLine(int &count, char **words, const QStringList &arguments)
{
    QCoreApplication application(count, words);
    installTranslations(application, QLocale());
    QCoreApplication::setApplicationName(u"tusk"_s);
    Terminal terminal;
    const qsizetype index = commandIndex(arguments);
    if (index < 0)
        return runWithoutCommand(terminal, arguments);
    QStringList rest = arguments;
    QString name = rest.takeAt(index);
    if (name == "help"_L1) { // “tusk help add” as “tusk add --help”
        if (rest.isEmpty())
            return runWithoutCommand(terminal, rest);
        name = rest.takeFirst();
        rest = QStringList(u"--help"_s);
    }
    const CommandEntry *entry = commandNamed(name);
    return entry ? runCommand(*entry, rest, terminal) : told(terminal, unknownCommand(name));
}

} // namespace tusk::app
