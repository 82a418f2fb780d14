// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/undohistory.h"

#include "domain/actions.h"

#include <algorithm>

namespace tusk::models
{

namespace
{

std::optional<QString> lastLabel(const QList<UndoHistory::Step> &steps)
{
    return steps.isEmpty() ? std::nullopt : std::optional(steps.last().label);
}

} // namespace

void UndoHistory::reset(const QList<repository::ActionSummary> &undoable,
                        const QList<repository::ActionSummary> &redoable)
{
    m_undo.clear();
    m_redo.clear();
    for (const repository::ActionSummary &action : undoable)
        m_undo.prepend({action.id, action.label, {}, {}});
    for (const repository::ActionSummary &undo : redoable)
        m_redo.prepend({undo.id, undo.label, undo.target.value_or(domain::ActionId()), undo.label});
}

std::optional<domain::Action> UndoHistory::undo(const QDateTime &now)
{
    if (m_undo.isEmpty())
        return std::nullopt;
    const Step step = m_undo.takeLast();
    const domain::Action action = domain::undoAction(step.id, step.label, now);
    m_redo.append({action.id, step.label, step.id, step.label});
    return action;
}

std::optional<domain::Action> UndoHistory::redo(const QDateTime &now)
{
    if (m_redo.isEmpty())
        return std::nullopt;
    const Step step = m_redo.takeLast();
    m_undo.append({step.undone, step.undoneLabel, {}, {}});
    return domain::redoAction(step.id, step.label, now);
}

void UndoHistory::performed(const domain::Action &action)
{
    if (action.kind == domain::ActionKind::Undo || action.kind == domain::ActionKind::Redo)
        return;
    m_redo.clear();
    // What was deleted for good cannot come back.
    if (action.kind != domain::ActionKind::Purge)
        m_undo.append({action.id, action.label, {}, {}});
}

void UndoHistory::dropped(const domain::Action &action)
{
    const auto isIt = [&action](const Step &step) { return step.id == action.id; };
    m_undo.removeIf(isIt);
    m_redo.removeIf(isIt);
}

std::optional<QString> UndoHistory::undoLabel() const
{
    return lastLabel(m_undo);
}

std::optional<QString> UndoHistory::redoLabel() const
{
    return lastLabel(m_redo);
}

} // namespace tusk::models
