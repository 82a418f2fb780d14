// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/listscommand.h"

#include "app/commandcontext.h"
#include "app/texts.h"
#include "app/textwidth.h"
#include "domain/todojson.h"

#include <algorithm>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using domain::TodoList;

CommandSyntax ListsCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.explanation =
        Text::tr("With the number of open todos in each, not counting those that start later. With "
                 "--json the keys are id, name, color, position, archived_at, version and open.");
    syntax.most = 0;
    return syntax;
}

std::optional<Failure> ListsCommand::accept(const QCommandLineParser &, const base::Clock &)
{
    return std::nullopt;
}

void ListsCommand::run(CommandContext &context)
{
    if (context.json())
        printJson(context);
    else
        printLines(context);
    context.finish();
}

void ListsCommand::printJson(CommandContext &context)
{
    JsonLines json(context.terminal());
    for (const TodoList &list : context.catalogue().lists()) {
        QJsonObject object = domain::toJson(list);
        object.insert("open"_L1, context.opening().counts.lists.value(list.id));
        json.add(object);
    }
    json.end();
}

void ListsCommand::printLines(CommandContext &context)
{
    const domain::PlaceCounts &counts = context.opening().counts;
    QList<std::pair<QString, qint64>> lines{{Text::tr("Inbox"), counts.inbox}};
    for (const TodoList &list : context.catalogue().lists()) {
        const QString name = printable(list.name);
        lines.append(
            {list.archivedAt ? Text::tr("%1 (archived)").arg(name) : name, counts.lists.value(list.id)});
    }
    int widest = 0;
    for (const auto &[name, count] : lines)
        widest = std::max(widest, columnsOf(name));
    for (const auto &[name, count] : lines)
        context.terminal().line(paddedTo(widest, name) + u"  "_s +
                                context.terminal().toned(QString::number(count), Tone::Quiet));
}

} // namespace tusk::app
