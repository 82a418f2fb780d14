// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/mergecommand.h"

#include "app/commandcontext.h"
#include "app/texts.h"
#include "domain/actions.h"
#include "domain/todorules.h"

namespace tusk::app
{

using namespace Qt::StringLiterals;
using domain::Todo;

CommandSyntax MergeCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.arguments = Text::tr("ID ID…");
    syntax.explanation =
        Text::tr("The first keeps its title; it gets the notes, tags and subtasks of all, the earliest "
                 "dates and the highest priority. It counts as completed only if all are. The others go "
                 "to the Trash.");
    syntax.examples = {u"tusk merge 018f2c3a 018f2c7b"_s};
    syntax.fewest = 2;
    return syntax;
}

std::optional<Failure> MergeCommand::accept(const QCommandLineParser &typed, const base::Clock &)
{
    m_ids = typed.positionalArguments();
    return checkIds(m_ids);
}

void MergeCommand::run(CommandContext &context)
{
    context.find(m_ids, [&context](const QList<Todo> &todos) {
        context.findSubtasks(
            todos, [&context, todos](const QList<Todo> &subtasks) { merge(context, todos, subtasks); });
    });
}

void MergeCommand::merge(CommandContext &context, const QList<Todo> &todos, const QList<Todo> &subtasks)
{
    if (todos.size() < 2)
        return context.fail(refusal(Text::tr("These ids all name the same todo; nothing was changed.")));
    const domain::Action action = domain::mergeTodos(todos, context.clock().now(), subtasks);
    const auto notes = domain::checkedNotes(action.todos.constFirst().after.notes);
    if (!notes)
        return context.fail(failureFrom(notes.error()));
    const qsizetype others = todos.size() - 1;
    context.confirm(
        {environments::Destructive::Trash, others,
         Text::tr("Merge %1 todos and move %2 of them to the Trash?").arg(todos.size()).arg(others),
         Text::tr("%1 todos would go to the Trash of an environment that asks before so many do.")
             .arg(others)},
        [&context, action, todos] { context.perform(action, todos); });
}

} // namespace tusk::app
