// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/showcommand.h"

#include "app/commandcontext.h"
#include "app/texts.h"

namespace tusk::app
{

using namespace Qt::StringLiterals;

CommandSyntax ShowCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.arguments = Text::tr("ID…");
    syntax.examples = {u"tusk show 018f2c3a"_s};
    syntax.fewest = 1;
    return syntax;
}

std::optional<Failure> ShowCommand::accept(const QCommandLineParser &typed, const base::Clock &)
{
    m_ids = typed.positionalArguments();
    return checkIds(m_ids);
}

void ShowCommand::run(CommandContext &context)
{
    context.find(m_ids, [&context](const QList<domain::Todo> &todos) {
        context.show(todos, context.json() ? TodoPrinter::Form::Json : TodoPrinter::Form::Details);
    });
}

} // namespace tusk::app
