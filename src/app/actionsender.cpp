// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/actionsender.h"

#include "app/databaseaccess.h"
#include "app/texts.h"
#include "domain/actionlabels.h"

#include <algorithm>

namespace tusk::app
{

namespace
{

using domain::Action;
using domain::Todo;
using domain::TodoChange;
using repository::ActionAnswer;
using repository::UndoRefusal;

// Where the server has said that it took too long, it has changed nothing.
bool leavesDoubt(const base::Error &error)
{
    return error.kind == base::ErrorKind::ConnectionLost ||
           (error.kind == base::ErrorKind::Timeout && !error.connectionUsable);
}

// doubtful: one of the attempts may have arrived, whatever became of the last.
Failure notAnswered(base::Error error, bool doubtful)
{
    if (doubtful) {
        error.sentence =
            Text::tr("%1 Whether the change was saved is not known; “tusk history” tells, once the "
                     "database can be reached again.")
                .arg(error.sentence);
    }
    return failureFrom(error);
}

QString titleOf(const Action &action, domain::TodoId id)
{
    const auto found = std::ranges::find(action.todos, id, &TodoChange::id);
    return found != action.todos.end() ? domain::shortened(found->before.title) : id.toString();
}

QString sentenceOf(UndoRefusal refusal, bool isRedo)
{
    switch (refusal) {
    case UndoRefusal::NothingToUndo:
        return isRedo ? Text::tr("There is nothing to redo.") : Text::tr("There is nothing to undo.");
    case UndoRefusal::UnknownAction:
        return Text::tr("The history does not know this action.");
    case UndoRefusal::AlreadyUndone:
        return Text::tr("This action has been taken back already.");
    case UndoRefusal::DeletedForGood:
        return Text::tr("What was deleted for good cannot be brought back.");
    }
    return {};
}

} // namespace

void ActionSender::send(const Action &action, Sent sent)
{
    const auto doubtful = std::make_shared<bool>(false);
    m_access.persistently<ActionAnswer>(
        [this, action, doubtful](const DatabaseAccess::Done<ActionAnswer> &done) {
            m_access.writer().apply(action, m_installation, m_access.inbox(),
                                    [done, doubtful](base::Result<ActionAnswer> answer) {
                                        *doubtful = *doubtful || (!answer && leavesDoubt(answer.error()));
                                        done(std::move(answer));
                                    });
        },
        [sent = std::move(sent), doubtful](const base::Result<ActionAnswer> &answer) {
            if (answer)
                sent(*answer);
            else
                sent(notAnswered(answer.error(), *doubtful));
        });
}

std::optional<Failure> shortfallOf(const Action &action, const ActionAnswer &answer)
{
    if (answer.refusal)
        return refusal(sentenceOf(*answer.refusal, action.kind == domain::ActionKind::Redo));
    if (!answer.conflicts.isEmpty())
        return refusal(
            Text::tr("“%1” was changed by someone else at the same moment; what they wrote was kept.")
                .arg(titleOf(action, domain::TodoId(answer.conflicts.constFirst().id))));
    if (!answer.gone.isEmpty())
        return refusal(Text::tr("“%1” was deleted for good by someone else at the same moment.")
                           .arg(titleOf(action, answer.gone.constFirst())));
    if (repository::lostTheirList(action, answer))
        return refusal(
            Text::tr("The list was deleted by someone else at the same moment; the todos are in the "
                     "Inbox."));
    return std::nullopt;
}

} // namespace tusk::app
