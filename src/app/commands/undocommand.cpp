// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/undocommand.h"

#include "app/commandcontext.h"
#include "app/commands/actionlookup.h"
#include "app/texts.h"
#include "domain/actions.h"

namespace tusk::app
{

using namespace Qt::StringLiterals;
using domain::Action;
using domain::ActionKind;
using repository::ActionAnswer;
using repository::ActionSummary;

CommandSyntax UndoCommand::syntax() const
{
    CommandSyntax syntax;
    if (m_redo) {
        syntax.explanation = Text::tr("Takes the newest undo of this installation back.");
        syntax.most = 0;
        return syntax;
    }
    syntax.arguments = Text::tr("[ACTION]");
    syntax.explanation =
        Text::tr("Without ACTION: what this installation did last and has not taken back yet, in this "
                 "or an earlier run. ACTION is the beginning of an id in “tusk history”, or of the "
                 "one that “tusk import” has printed. What someone has changed since stays as it is.");
    syntax.examples = {u"tusk undo"_s, u"tusk undo 018f2c3a-77"_s};
    syntax.most = 1;
    return syntax;
}

std::optional<Failure> UndoCommand::accept(const QCommandLineParser &typed, const base::Clock &)
{
    m_action = typed.positionalArguments().value(0);
    return m_action.isEmpty() ? std::nullopt : checkActionId(m_action);
}

void UndoCommand::run(CommandContext &context)
{
    if (m_action.isEmpty())
        undoNewest(context);
    else
        undoNamed(context);
}

void UndoCommand::undoNewest(CommandContext &context) const
{
    const QList<ActionSummary> &steps = m_redo ? context.opening().redoable : context.opening().undoable;
    if (steps.isEmpty())
        context.fail(
            refusal(m_redo ? Text::tr("There is nothing to redo.") : Text::tr("There is nothing to undo.")));
    else
        undo(context, steps.constFirst(), m_redo);
}

void UndoCommand::undoNamed(CommandContext &context) const
{
    readHistory(context, [this, &context](const QList<ActionSummary> &history) {
        const auto found = findAction(m_action, history);
        if (const auto *failure = std::get_if<Failure>(&found))
            return context.fail(*failure);
        const auto &target = std::get<ActionSummary>(found);
        // Taking an undo back is a redo.
        undo(context, target, target.kind == domain::toString(ActionKind::Undo));
    });
}

void UndoCommand::undo(CommandContext &context, const ActionSummary &target, bool redo)
{
    const QDateTime now = context.clock().now();
    const bool isImport = target.kind == "import"_L1;
    const Action action = redo       ? domain::redoAction(target.id, target.label, now)
                          : isImport ? domain::undoLongAction(target.id, target.label, now)
                                     : domain::undoAction(target.id, target.label, now);
    const auto send = [&context, action] {
        context.send(action,
                     [&context, action](const ActionAnswer &answer) { report(context, action, answer); });
    };
    if (!isImport)
        return send();
    // Nothing brings it again but its file.
    context.confirm(
        {environments::Destructive::Purge, 0,
         Text::tr("Take “%1” back and delete for good what it brought?").arg(labelForTerminal(target.label)),
         Text::tr("What the import has brought would be deleted for good from an environment that "
                  "asks before that.")},
        send);
}

void UndoCommand::report(CommandContext &context, const Action &action, const ActionAnswer &answer)
{
    const auto shortfall = shortfallOf(action, answer);
    if (answer.refusal)
        return context.fail(*shortfall);
    if (!context.json()) {
        const QString label = labelForTerminal(action.label);
        context.terminal().line(action.kind == ActionKind::Redo ? Text::tr("Done again: %1").arg(label)
                                                                : Text::tr("Taken back: %1").arg(label));
    }
    context.showTouched(answer, shortfall);
}

} // namespace tusk::app
