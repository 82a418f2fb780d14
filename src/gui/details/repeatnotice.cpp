// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/repeatnotice.h"

#include "domain/actionlabels.h"
#include "domain/actions.h"
#include "domain/repeattext.h"
#include "models/workspace.h"

#include <QLocale>

#include <algorithm>
#include <iterator>
#include <utility>

namespace tusk::gui
{

namespace
{

constexpr qsizetype mostAskedAbout = 3;

domain::TodoChange openAgain(const domain::Todo &completed, const domain::When &due)
{
    domain::Todo next = completed;
    next.completedAt.reset();
    next.due = due;
    return {domain::ChangeOperation::Update, completed, next,
            domain::TodoField::CompletedAt | domain::TodoField::Due};
}

} // namespace

RepeatNotice::RepeatNotice(models::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&m_workspace, &models::Workspace::performed, this, &RepeatNotice::look);
    connect(&m_workspace, &models::Workspace::historyChanged, this, &RepeatNotice::lookForUndone);
}

void RepeatNotice::look(const domain::Action &action)
{
    if (action.kind == domain::ActionKind::Complete)
        lookForRepeating(action);
    else if (action.kind == domain::ActionKind::Reopen)
        lookForReopened(action);
}

void RepeatNotice::lookForRepeating(const domain::Action &completion)
{
    QList<domain::TodoChange> repeating;
    std::ranges::copy_if(completion.todos, std::back_inserter(repeating),
                         [](const domain::TodoChange &change) { return !change.after.repeatRule.isEmpty(); });
    if (repeating.size() > mostAskedAbout) {
        const QString sentence =
            tr("%Ln of the completed todos repeat. Their next dates are not made by themselves yet.", nullptr,
               int(repeating.size()));
        note(completion.id, repeating, sentence);
        Q_EMIT manyCompleted(repeating, sentence);
        return;
    }
    for (const domain::TodoChange &change : std::as_const(repeating)) {
        const QString sentence = tr("“%1” repeats %2. Its next date is not made by itself yet.")
                                     .arg(domain::shortened(change.after.title),
                                          domain::repeatText(change.after.repeatRule, QLocale()));
        note(completion.id, {change}, sentence);
        Q_EMIT completed(change, sentence);
    }
}

void RepeatNotice::lookForReopened(const domain::Action &reopening)
{
    for (Notice &notice : m_notices) {
        for (const domain::TodoChange &change : reopening.todos)
            notice.todos.remove(change.after.id);
    }
    takeBack([](const Notice &notice) { return notice.todos.isEmpty(); });
}

// Undone, or refused by the database.
void RepeatNotice::lookForUndone()
{
    const models::UndoHistory &history = m_workspace.history();
    takeBack([&history](const Notice &notice) { return !history.canTakeBack(notice.completion); });
}

void RepeatNotice::note(domain::ActionId completion, const QList<domain::TodoChange> &todos,
                        const QString &sentence)
{
    Notice notice{completion, {}, sentence};
    for (const domain::TodoChange &change : todos)
        notice.todos.insert(change.after.id);
    m_notices.append(notice);
}

void RepeatNotice::takeBack(const std::function<bool(const Notice &)> &isOver)
{
    QStringList sentences;
    for (const Notice &notice : std::as_const(m_notices)) {
        if (isOver(notice))
            sentences.append(notice.sentence);
    }
    m_notices.removeIf(isOver);
    for (const QString &sentence : std::as_const(sentences))
        Q_EMIT takenBack(sentence);
}

void RepeatNotice::repeatOn(const domain::Todo &completed, const domain::When &due)
{
    m_workspace.perform(domain::editTodos({openAgain(completed, due)},
                                          tr("Repeat “%1”").arg(domain::shortened(completed.title)),
                                          m_workspace.now()));
}

void RepeatNotice::repeatOn(const QList<domain::TodoChange> &completions, const domain::When &due)
{
    const auto isStillCompleted = [this](domain::TodoId id) {
        return std::ranges::any_of(m_notices,
                                   [id](const Notice &notice) { return notice.todos.contains(id); });
    };
    QList<domain::TodoChange> changes;
    for (const domain::TodoChange &completion : completions) {
        if (isStillCompleted(completion.after.id))
            changes.append(openAgain(completion.after, due));
    }
    if (!changes.isEmpty())
        m_workspace.perform(domain::editTodos(
            changes, tr("Repeat %n todos", nullptr, static_cast<int>(changes.size())), m_workspace.now()));
}

} // namespace tusk::gui
