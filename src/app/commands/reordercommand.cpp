// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/reordercommand.h"

#include "app/commandcontext.h"
#include "app/commands/fields.h"
#include "app/databaseaccess.h"
#include "app/texts.h"
#include "domain/actions.h"

#include <algorithm>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using domain::Todo;
using domain::TodoFilter;
using repository::TodoPage;

namespace
{

constexpr int rowsAround = 100;

QList<Todo> reversed(QList<Todo> todos)
{
    std::ranges::reverse(todos);
    return todos;
}

} // namespace

CommandSyntax ReorderCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.arguments = Text::tr("ID… --before ID | --after ID | --top | --bottom");
    syntax.explanation = Text::tr("They come to stand together, in the order in which they are named.");
    syntax.options = {
        {u"before"_s, Text::tr("Above this todo."), Text::tr("ID")},
        {u"after"_s, Text::tr("Below this todo."), Text::tr("ID")},
        {u"top"_s, Text::tr("Above all others.")},
        {u"bottom"_s, Text::tr("Below all others.")},
    };
    syntax.examples = {u"tusk reorder 018f2c3a 018f2c7b --before 018f2d00"_s,
                       u"tusk reorder 018f2c3a --top"_s};
    syntax.fewest = 1;
    return syntax;
}

std::optional<Failure> ReorderCommand::accept(const QCommandLineParser &typed, const base::Clock &)
{
    static const std::pair<QString, Target> targets[] = {{u"before"_s, Target::Before},
                                                         {u"after"_s, Target::After},
                                                         {u"top"_s, Target::Top},
                                                         {u"bottom"_s, Target::Bottom}};
    int named = 0;
    for (const auto &[option, target] : targets) {
        if (!typed.isSet(option))
            continue;
        ++named;
        m_target = target;
        if (const QString id = typed.value(option); !id.isNull())
            m_anchorId = QStringList(id);
    }
    if (named != 1)
        return usageFailure(Text::tr("Where to? Please name one of --before, --after, --top and --bottom."));
    m_ids = typed.positionalArguments();
    return checkIds(m_ids + m_anchorId);
}

void ReorderCommand::run(CommandContext &context)
{
    context.find(m_ids, [this, &context](const QList<Todo> &todos) {
        m_moved = todos;
        if (m_anchorId.isEmpty())
            return findNeighbour(context, {});
        context.find(m_anchorId,
                     [this, &context](const QList<Todo> &found) { findNeighbour(context, found); });
    });
}

void ReorderCommand::findNeighbour(CommandContext &context, const QList<Todo> &found)
{
    if (!found.isEmpty()) {
        m_anchor = found.constFirst();
        if (std::ranges::find(m_moved, m_anchor.id, &Todo::id) != m_moved.end())
            return context.fail(refusal(Text::tr("A todo cannot be put above or below itself; nothing was "
                                                 "changed.")));
    }
    context.access().persistently<TodoPage>(
        [this, &context](DatabaseAccess::Done<TodoPage> done) {
            context.access().reader().page(neighbourRequest(context.clock().day()), context.access().inbox(),
                                           std::move(done));
        },
        [this, &context](const base::Result<TodoPage> &page) {
            if (page)
                reorder(context, page->todos);
            else
                context.fail(failureFrom(page.error()));
        });
}

// So many that at least one of them is not among those that move, and some more in case that positions there
// have grown too long.
repository::PageRequest ReorderCommand::neighbourRequest(const base::Day &today) const
{
    const int count = static_cast<int>(m_moved.size()) + rowsAround;
    repository::PageRequest request = lastOpenTodos(today, count);
    switch (m_target) {
    case Target::Before:
        request.before = m_anchor;
        break;
    case Target::After:
        request.before.reset();
        request.after = m_anchor;
        break;
    case Target::Top:
        request.before.reset();
        break;
    case Target::Bottom:
        break;
    }
    return request;
}

// candidates: in their order, those next to the place that is meant.
void ReorderCommand::reorder(CommandContext &context, const QList<Todo> &candidates) const
{
    QList<Todo> around;
    for (const Todo &todo : candidates) {
        if (std::ranges::find(m_moved, todo.id, &Todo::id) == m_moved.end())
            around.append(todo);
    }
    domain::RowsAround rows;
    switch (m_target) {
    case Target::Before:
        rows.above = reversed(around);
        rows.below = {m_anchor};
        break;
    case Target::After:
        rows.above = {m_anchor};
        rows.below = around;
        break;
    case Target::Top:
        rows.below = around;
        break;
    case Target::Bottom:
        rows.above = reversed(around);
        break;
    }
    context.perform(domain::reorderTodos(m_moved, rows, context.clock().now()), m_moved);
}

} // namespace tusk::app
