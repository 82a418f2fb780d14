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
    connect(&m_workspace, &models::Workspace::performed, this, &RepeatNotice::look);
}

void RepeatNotice::look(const domain::Action &action)
{
    if (action.kind != domain::ActionKind::Complete)
        return;
    for (const domain::TodoChange &change : action.todos) {
        if (change.after.repeatRule.isEmpty())
            continue;
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
