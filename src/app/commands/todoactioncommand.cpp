// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/todoactioncommand.h"

#include "app/commandcontext.h"
#include "app/texts.h"
#include "domain/actions.h"

namespace tusk::app
{

using namespace Qt::StringLiterals;

TodoActionCommand::TodoActionCommand(Make make, QString explanation, QString example)
    : m_make(make)
    , m_explanation(std::move(explanation))
    , m_example(std::move(example))
{
}

CommandSyntax TodoActionCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.arguments = Text::tr("ID…");
    syntax.explanation = m_explanation;
    syntax.examples = {m_example};
    syntax.fewest = 1;
    return syntax;
}

std::optional<Failure> TodoActionCommand::accept(const QCommandLineParser &typed, const base::Clock &)
{
    m_ids = typed.positionalArguments();
    return checkIds(m_ids);
}

void TodoActionCommand::run(CommandContext &context)
{
    context.find(m_ids, [this, &context](const QList<domain::Todo> &todos) {
        const auto perform = [this, &context, todos] {
            context.perform(m_make(todos, context.clock().now()), todos);
        };
        if (m_make != &domain::trashTodos)
            return perform();
        context.confirm(
            {environments::Destructive::Trash, todos.size(),
             Text::tr("Move %1 todos to the Trash?").arg(todos.size()),
             Text::tr("These are %1 todos of an environment that asks before so many are deleted.")
                 .arg(todos.size())},
            perform);
    });
}

std::unique_ptr<Command> makeDoneCommand()
{
    return std::make_unique<TodoActionCommand>(domain::completeTodos,
                                               Text::tr("Those that are completed already stay as they are."),
                                               u"tusk done 018f2c3a 018f2c7b"_s);
}

std::unique_ptr<Command> makeReopenCommand()
{
    return std::make_unique<TodoActionCommand>(domain::reopenTodos,
                                               Text::tr("Those that are open already stay as they are."),
                                               u"tusk reopen 018f2c3a"_s);
}

std::unique_ptr<Command> makeDeleteCommand()
{
    return std::make_unique<TodoActionCommand>(
        domain::trashTodos, Text::tr("“tusk restore” brings them back; “tusk purge” deletes them for good."),
        u"tusk delete 018f2c3a"_s);
}

std::unique_ptr<Command> makeRestoreCommand()
{
    return std::make_unique<TodoActionCommand>(domain::restoreTodos,
                                               Text::tr("“tusk list --trash” shows what is in the Trash."),
                                               u"tusk restore 018f2c3a"_s);
}

} // namespace tusk::app
