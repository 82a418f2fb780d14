// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/searchcommand.h"

#include "app/commandcontext.h"
#include "app/texts.h"

namespace tusk::app
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int mostMatches = 500; // what the database looks at

} // namespace

CommandSyntax SearchCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.arguments = Text::tr("TEXT");
    syntax.explanation =
        Text::tr("Finds todos whose title or notes have words that begin with each of the words, or "
                 "whose title has the text anywhere within. Open ones come first, then completed "
                 "ones, then those in the Trash. Capital letters and accents do not count.");
    syntax.examples = {u"tusk search tomato"_s};
    syntax.fewest = 1;
    return syntax;
}

std::optional<Failure> SearchCommand::accept(const QCommandLineParser &typed, const base::Clock &)
{
    m_text = typed.positionalArguments().join(u' ').trimmed();
    if (m_text.isEmpty())
        return usageFailure(Text::tr("What is to be searched for? The text is blank."));
    return std::nullopt;
}

repository::PageRequest SearchCommand::firstPage(const base::Day &today, bool json) const
{
    repository::PageRequest request;
    request.filter = domain::TodoFilter::matching(m_text);
    request.today = today;
    request.limit = mostMatches;
    request.wholeNotes = json;
    return request;
}

void SearchCommand::run(CommandContext &context)
{
    const repository::OpeningState &opening = context.opening();
    if (!opening.findsSubstrings)
        context.terminal().note(Text::tr("This database finds beginnings of words only."));
    if (opening.firstPage.matches > mostMatches)
        context.terminal().note(
            Text::tr("More than %1 todos match; these are some of them.").arg(mostMatches));
    if (opening.firstPage.todos.isEmpty() && !context.json())
        context.terminal().line(Text::tr("Nothing matches “%1”.").arg(printable(m_text)));
    context.show(opening.firstPage.todos, context.form());
}

} // namespace tusk::app
