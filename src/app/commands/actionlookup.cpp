// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/commands/actionlookup.h"

#include "app/commandcontext.h"
#include "app/databaseaccess.h"
#include "app/texts.h"

#include <algorithm>

namespace tusk::app
{

using namespace Qt::StringLiterals;
using repository::ActionSummary;
using History = QList<ActionSummary>;

namespace
{

qsizetype sharedBeginning(const QString &one, const QString &other)
{
    return std::ranges::mismatch(one, other).in1 - one.begin();
}

QString digitsOf(QString id)
{
    return id.remove(u'-').toLower();
}

} // namespace

std::optional<Failure> checkActionId(const QString &typed)
{
    const auto failure = checkIds({typed});
    if (!failure)
        return std::nullopt;
    return usageFailure(
        Text::tr("“%1” is not the id of an action: “tusk history” shows them; the first %2 digits are "
                 "needed at least.")
            .arg(typed)
            .arg(fewestIdDigits));
}

void readHistory(CommandContext &context, std::function<void(History)> done, int most)
{
    context.access().persistently<History>(
        [&context, most](DatabaseAccess::Done<History> answered) {
            context.access().reader().history(most, context.access().inbox(), std::move(answered));
        },
        [&context, done = std::move(done)](const base::Result<History> &history) {
            if (history)
                done(*history);
            else
                context.fail(failureFrom(history.error()));
        });
}

std::variant<ActionSummary, Failure> findAction(const QString &typed, const History &history)
{
    const QString digits = digitsOf(typed);
    const auto called = [&digits, &history](auto idOf) {
        History found;
        std::ranges::copy_if(history, std::back_inserter(found), [&](const ActionSummary &action) {
            return digitsOf(idOf(action)).startsWith(digits);
        });
        return found;
    };
    History found = called([](const ActionSummary &action) { return action.id.toString(); });
    if (found.isEmpty()) // what an import and its report have told
        found = called([](const ActionSummary &action) {
            return action.import ? action.import->toString() : QString();
        });
    if (found.size() == 1)
        return found.constFirst();
    return found.isEmpty()
               ? refusal(Text::tr("The history knows no action with the id “%1”.").arg(typed))
               : refusal(Text::tr("The id “%1” fits several actions; please type more of it.").arg(typed));
}

QString labelForTerminal(const QString &label)
{
    return label.isEmpty() ? Text::tr("(deleted for good)") : printable(label);
}

QStringList shortActionIds(const History &history)
{
    constexpr qsizetype fewest = 8;
    QStringList sorted;
    for (const ActionSummary &action : history)
        sorted.append(action.id.toString());
    std::ranges::sort(sorted);
    QStringList result;
    for (const ActionSummary &action : history) {
        const QString id = action.id.toString();
        const qsizetype place = std::distance(sorted.begin(), std::ranges::lower_bound(sorted, id));
        qsizetype length = fewest;
        for (const qsizetype neighbour : {place - 1, place + 1}) {
            if (neighbour >= 0 && neighbour < sorted.size())
                length = std::max(length, sharedBeginning(id, sorted.at(neighbour)) + 1);
        }
        result.append(id.first(std::min(length, id.size())));
    }
    return result;
}

} // namespace tusk::app
