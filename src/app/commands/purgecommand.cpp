// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/purgecommand.h"

#include "app/commandcontext.h"
#include "app/texts.h"
#include "domain/actionlabels.h"
#include "domain/actions.h"

#include <algorithm>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using domain::Todo;

CommandSyntax PurgeCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.arguments = Text::tr("ID…");
    syntax.explanation = Text::tr("This cannot be undone, and the history forgets the content too. Without "
                                  "--force the todos have to be in the Trash.");
    syntax.options = {{u"force"_s, Text::tr("Also what is not in the Trash.")}};
    syntax.examples = {u"tusk purge 018f2c3a"_s};
    syntax.fewest = 1;
    return syntax;
}

std::optional<Failure> PurgeCommand::accept(const QCommandLineParser &typed, const base::Clock &)
{
    m_ids = typed.positionalArguments();
    m_force = typed.isSet(u"force"_s);
    return checkIds(m_ids);
}

void PurgeCommand::run(CommandContext &context)
{
    context.find(m_ids, [this, &context](const QList<Todo> &todos) { purge(context, todos); });
}

void PurgeCommand::purge(CommandContext &context, const QList<Todo> &todos) const
{
    const auto kept = std::ranges::find_if(todos, [](const Todo &todo) { return !todo.deletedAt; });
    if (kept != todos.end() && !m_force) {
        context.fail(
            refusal(Text::tr("“%1” is not in the Trash: please delete it first, or use --force; nothing "
                             "was changed.")
                        .arg(domain::shortened(kept->title))));
        return;
    }
    context.confirm({environments::Destructive::Purge, todos.size(),
                     Text::tr("Delete %1 todo(s) for good?").arg(todos.size()),
                     Text::tr("They would be deleted for good from an environment that asks before that.")},
                    [&context, todos] { send(context, todos); });
}

void PurgeCommand::send(CommandContext &context, const QList<Todo> &todos)
{
    context.send(domain::purgeTodos(todos, context.clock().now()), [&context,
                                                                    todos](const repository::ActionAnswer &) {
        if (context.json()) // as they were: now there is nothing to show
            return context.show(todos, TodoPrinter::Form::Json);
        context.terminal().line(
            todos.size() == 1 ? Text::tr("Deleted for good: %1").arg(printable(todos.constFirst().title))
                              : Text::tr("Deleted for good: %1 todos").arg(todos.size()));
        context.finish();
    });
}

} // namespace tusk::app
