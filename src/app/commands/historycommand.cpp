// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/historycommand.h"

#include "app/commandcontext.h"
#include "app/commands/actionlookup.h"
#include "app/texts.h"
#include "app/textwidth.h"

namespace tusk::app
{

using namespace Qt::StringLiterals;
using repository::ActionSummary;
using History = QList<ActionSummary>;

namespace
{

constexpr int mostActions = 10'000;

template <class Id>
QJsonValue idOrNull(const std::optional<Id> &id)
{
    return id ? QJsonValue(id->toString()) : QJsonValue();
}

QJsonObject recordOf(const ActionSummary &action)
{
    return {{u"id"_s, action.id.toString()},
            {u"kind"_s, action.kind},
            {u"label"_s, action.label},
            {u"installation"_s, idOrNull(action.installation)},
            {u"target"_s, idOrNull(action.target)},
            {u"applied_at"_s, action.appliedAt.toUTC().toString(Qt::ISODateWithMs)},
            {u"undone"_s, action.undone}};
}

QString textOf(const ActionSummary &action)
{
    if (!action.installation)
        return Text::tr("Changed by another program");
    const QString label = labelForTerminal(action.label);
    if (action.kind == "undo"_L1)
        return Text::tr("Undo: %1").arg(label);
    return action.kind == "redo"_L1 ? Text::tr("Redo: %1").arg(label) : label;
}

} // namespace

CommandSyntax HistoryCommand::syntax() const
{
    CommandSyntax syntax;
    syntax.arguments = Text::tr("[--limit NUMBER]");
    syntax.explanation =
        Text::tr("The newest first. “tusk undo ACTION” takes one of them back. With --json the keys "
                 "are id, kind, label, installation, target, applied_at and undone.");
    syntax.options = {{u"limit"_s, Text::tr("How many, 1 to %1; without, %2.").arg(mostActions).arg(m_limit),
                       Text::tr("NUMBER")}};
    syntax.most = 0;
    return syntax;
}

std::optional<Failure> HistoryCommand::accept(const QCommandLineParser &typed, const base::Clock &)
{
    if (!typed.isSet(u"limit"_s))
        return std::nullopt;
    bool ok = false;
    m_limit = typed.value(u"limit"_s).toInt(&ok);
    if (ok && m_limit >= 1 && m_limit <= mostActions)
        return std::nullopt;
    return usageFailure(Text::tr("“%1” after --limit is no number from 1 to %2.")
                            .arg(typed.value(u"limit"_s))
                            .arg(mostActions));
}

void HistoryCommand::run(CommandContext &context)
{
    readHistory(
        context,
        [&context](const History &history) {
            if (context.json())
                printJson(context, history);
            else
                printLines(context, history);
            context.finish();
        },
        m_limit);
}

void HistoryCommand::printJson(CommandContext &context, const History &history)
{
    JsonLines json(context.terminal());
    for (const ActionSummary &action : history)
        json.add(recordOf(action));
    json.end();
}

void HistoryCommand::printLines(CommandContext &context, const History &history)
{
    Terminal &terminal = context.terminal();
    if (history.isEmpty())
        terminal.line(Text::tr("Nothing has been done yet."));
    const QStringList ids = shortActionIds(history);
    qsizetype widest = 0;
    for (const QString &id : ids)
        widest = std::max(widest, id.size());
    for (qsizetype i = 0; i < history.size(); ++i) {
        const ActionSummary &action = history.at(i);
        const QString state = action.undone ? Text::tr(" (taken back)") : QString();
        terminal.line(terminal.toned(ids.at(i).leftJustified(widest), Tone::Quiet) + u"  "_s +
                      action.appliedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss") + u"  "_s +
                      textOf(action) + terminal.toned(state, Tone::Quiet));
    }
}

} // namespace tusk::app
