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

} // namespace

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
    QList<domain::TodoChange> repeating;
    std::ranges::copy_if(action.todos, std::back_inserter(repeating),
                         [](const domain::TodoChange &change) { return !change.after.repeatRule.isEmpty(); });
    if (repeating.size() > mostAskedAbout) {
        Q_EMIT manyCompleted(
            tr("%Ln of the completed todos repeat. Their next dates are not made by themselves yet.", nullptr,
               int(repeating.size())));
        return;
    }
    for (const domain::TodoChange &change : std::as_const(repeating)) {
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
