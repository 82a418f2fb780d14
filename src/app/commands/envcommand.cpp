// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/envcommand.h"

#include "app/chosendatabase.h"
#include "app/commands/env/envcopytask.h"
#include "app/commands/env/envedittask.h"
#include "app/commands/env/envimporttask.h"
#include "app/commands/env/envlisttask.h"
#include "app/commands/env/envremovetask.h"
#include "app/commands/env/envtesttask.h"
#include "app/commands/env/envusetask.h"
#include "app/texts.h"

#include <algorithm>

namespace tusk::app
{

using namespace Qt::StringLiterals;

namespace
{

template <class T>
std::unique_ptr<EnvTask> make()
{
    return std::make_unique<T>();
}

template <EnvEditTask::What what>
std::unique_ptr<EnvTask> makeEdit()
{
    return std::make_unique<EnvEditTask>(what);
}

struct Word {
    QLatin1StringView word;
    std::unique_ptr<EnvTask> (*make)();
    // The options that go with it.
    QList<QCommandLineOption> (*options)();
};

QList<QCommandLineOption> none()
{
    return {};
}

QList<QCommandLineOption> addressOptions()
{
    return EnvEditTask::options() + environmentFieldOptions();
}

QList<QCommandLineOption> importOptions()
{
    return EnvImportTask::options() + QList{EnvEditTask::keepPasswordOption()} + environmentFieldOptions();
}

QList<QCommandLineOption> copyOptions()
{
    return EnvCopyTask::options() + EnvImportTask::options();
}

constexpr Word words[] = {
    {"list"_L1, make<EnvListTask>, none},
    {"add"_L1, makeEdit<EnvEditTask::What::Add>, addressOptions},
    {"edit"_L1, makeEdit<EnvEditTask::What::Edit>, addressOptions},
    {"remove"_L1, make<EnvRemoveTask>, none},
    {"use"_L1, make<EnvUseTask>, none},
    {"test"_L1, make<EnvTestTask>, none},
    {"import-dotenv"_L1, make<EnvImportTask>, importOptions},
    {"copy"_L1, make<EnvCopyTask>, copyOptions},
};

// Where people try to put a secret. They are known only to be refused with the reason.
QList<QCommandLineOption> secretOptions()
{
    QList<QCommandLineOption> options{{u"url"_s, {}, u"URL"_s}, {u"password"_s, {}, u"PASSWORD"_s}};
    for (QCommandLineOption &option : options)
        option.setFlags(QCommandLineOption::HiddenFromHelp);
    return options;
}

// Every program on the computer sees the arguments of every other one.
std::optional<Failure> refuseSecrets(const QCommandLineParser &typed,
                                     const QList<QCommandLineOption> &options)
{
    QStringList values = typed.positionalArguments();
    for (const QCommandLineOption &option : options)
        values += typed.values(option.names().constFirst());
    const QStringList hosts = typed.values(u"host"_s) + typed.values(u"direct-host"_s);
    const bool hasUser = std::ranges::any_of(hosts, [](const QString &host) { return host.contains(u'@'); });
    if (!typed.isSet(u"url"_s) && !typed.isSet(u"password"_s) && !hasUser &&
        std::ranges::none_of(values, mayHoldPassword))
        return std::nullopt;
    return usageFailure(
        Text::tr("A connection string or a password is not taken from the command line, where every "
                 "program can see it; please give it on standard input, with --url-stdin or "
                 "--password-stdin."));
}

std::optional<Failure> refuseOtherOptions(const QCommandLineParser &typed, const Word &word)
{
    const QList<QCommandLineOption> allowed = word.options();
    for (const QCommandLineOption &option :
         EnvCopyTask::options() + EnvImportTask::options() + addressOptions()) {
        const QString name = option.names().constFirst();
        const bool isAllowed = std::ranges::any_of(
            allowed, [&name](const QCommandLineOption &other) { return other.names().contains(name); });
        if (typed.isSet(name) && !isAllowed)
            return usageFailure(Text::tr("--%1 does not go with “%2”.").arg(name, word.word));
    }
    return std::nullopt;
}

} // namespace

CommandSyntax EnvCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.arguments = Text::tr("list|add|edit|remove|use|test|import-dotenv|copy [NAME]");
    syntax.explanation = Text::tr(
        "An environment is a database with todos: the private one of this computer, which is always there "
        "as “local”, or any PostgreSQL. list: shows them. add, edit: sets one up; its connection string "
        "comes from standard input, in any form: postgresql://…, jdbc:postgresql://…, key=value, a call of "
        "psql, a line DATABASE_URL=…. remove: forgets one and its password; the todos stay in its "
        "database. use: the window starts with it, and commands without --env work there. test: connects "
        "step by step and says what does not work; with --json the keys are step, outcome, finding, "
        "advice, milliseconds, and of a failure detail and sqlstate. import-dotenv: takes them from .env "
        "files. copy: todos of one into another, with their lists and tags, as one step that can be "
        "undone; ids stay, so that a second copy brings the first one up to date, and what is there beside "
        "them stays. With --json the keys are from, to, added, changed, same, in_trash, copied.\n\n"
        "Passwords are kept in the keyring of the desktop, or where --secret says, never in a file of "
        "Tusk's. With --json the keys are those of environments.json, and current and private.");
    syntax.options = EnvEditTask::options() + EnvImportTask::options() + EnvCopyTask::options() +
                     environmentFieldOptions() + secretOptions();
    syntax.examples = {u"wl-paste | tusk env add work --url-stdin --kind production"_s,
                       u"tusk env edit work --pool-size 4 --read-only on"_s,
                       u"tusk env import-dotenv .env.staging --dry-run"_s,
                       u"tusk env copy local work --list Garden --dry-run"_s, u"tusk list --env work"_s};
    syntax.fewest = 1;
    return syntax;
}

std::optional<Failure> EnvCommand::accept(const QCommandLineParser &typed, const base::Clock &)
{
    if (auto failure = refuseSecrets(typed, syntax().options))
        return failure;
    const QStringList arguments = typed.positionalArguments();
    const auto *word = std::ranges::find(words, arguments.constFirst(), &Word::word);
    if (word == std::end(words))
        return usageFailure(
            Text::tr("“%1” is nothing that can be done with environments; “tusk env --help” shows "
                     "what is possible.")
                .arg(arguments.constFirst()));
    if (auto failure = refuseOtherOptions(typed, *word))
        return failure;
    m_task = word->make();
    return m_task->accept(typed, arguments.sliced(1));
}

void EnvCommand::run(CommandContext &context)
{
    m_tools = std::make_unique<EnvTools>();
    m_task->run(context, *m_tools);
}

} // namespace tusk::app
