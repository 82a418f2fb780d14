// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/details/repeatnotice.h"

#include "domain/actionlabels.h"
#include "domain/actions.h"
#include "domain/repeattext.h"
#include "models/workspace.h"

#include <QLocale>

namespace tusk::gui
{

RepeatNotice::RepeatNotice(models::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    // Those of an earlier run are on their way already when the window opens: nothing to be said of them.
    connect(&m_workspace, &models::Workspace::openedChanged, this, [this] {
        for (const models::Workspace::Pending &pending : m_workspace.pending())
            m_seen.insert(pending.action.id);
    });
    connect(&m_workspace, &models::Workspace::pendingChanged, this, &RepeatNotice::look);
}

void RepeatNotice::look()
{
    const QSet<domain::ActionId> before = std::exchange(m_seen, {});
    QList<domain::TodoChange> found;
    for (const models::Workspace::Pending &pending : m_workspace.pending()) {
        m_seen.insert(pending.action.id);
        if (pending.action.kind != domain::ActionKind::Complete || before.contains(pending.action.id))
            continue;
        for (const domain::TodoChange &change : pending.action.todos) {
            if (!change.after.repeatRule.isEmpty() && change.after.completedAt)
                found.append(change);
        }
    }
    for (const domain::TodoChange &change : found) {
        Q_EMIT completed(change, tr("“%1” repeats %2. Its next date is not made by itself yet.")
                                     .arg(domain::shortened(change.after.title),
                                          domain::repeatText(change.after.repeatRule, QLocale())));
    }
}

void RepeatNotice::repeatOn(const domain::Todo &completed, const domain::When &due)
{
    domain::Todo next = completed;
    next.completedAt.reset();
    next.due = due;
    const domain::TodoFields fields = domain::TodoField::CompletedAt | domain::TodoField::Due;
    m_workspace.perform(domain::editTodos({{domain::ChangeOperation::Update, completed, next, fields}},
                                          tr("Repeat “%1”").arg(domain::shortened(completed.title)),
                                          m_workspace.now()));
}

} // namespace tusk::gui
