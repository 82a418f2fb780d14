// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/undohistory.h"

#include "domain/actions.h"

#include <algorithm>

namespace tusk::models
{

namespace
{

constexpr QLatin1StringView importKind("import"); // in the log of the database

std::optional<QString> lastLabel(const QList<UndoHistory::Step> &steps)
{
    return steps.isEmpty() ? std::nullopt : std::optional(steps.last().label);
}

template <class Change>
QUuid idOf(const Change &change)
{
    return change.operation == domain::ChangeOperation::Delete ? change.before.id.uuid()
                                                               : change.after.id.uuid();
}

QSet<QUuid> rowsOf(const domain::Action &action)
{
    QSet<QUuid> rows;
    for (const domain::TodoChange &change : action.todos)
        rows.insert(idOf(change));
    for (const domain::ListChange &change : action.lists)
        rows.insert(idOf(change));
    for (const domain::TagChange &change : action.tags)
        rows.insert(idOf(change));
    return rows;
}

// By the id of the action, or of what it undid.
QList<UndoHistory::Step>::iterator find(QList<UndoHistory::Step> &steps, domain::ActionId id,
                                        domain::ActionId UndoHistory::Step::*member = &UndoHistory::Step::id)
{
    return std::ranges::find(steps, id, member);
}

} // namespace

void UndoHistory::reset(const QList<repository::ActionSummary> &undoable,
                        const QList<repository::ActionSummary> &redoable)
{
    m_undo.clear();
    m_redo.clear();
    for (const repository::ActionSummary &action : undoable)
        m_undo.prepend({action.id, action.label, {}, {}, action.kind == importKind, {}, {}});
    for (const repository::ActionSummary &undo : redoable)
        m_redo.prepend(
            {undo.id, undo.label, undo.target.value_or(domain::ActionId()), undo.label, false, {}, {}});
}

std::optional<domain::Action> UndoHistory::undo(const QDateTime &now)
{
    if (m_undo.isEmpty())
        return std::nullopt;
    const Step step = m_undo.takeLast();
    const domain::Action action = step.isImport ? domain::undoLongAction(step.id, step.label, now)
                                                : domain::undoAction(step.id, step.label, now);
    putAside(step, action.id);
    return action;
}

domain::Action UndoHistory::undoImport(domain::ActionId import, const QString &label, const QDateTime &now)
{
    domain::Action action = domain::undoLongAction(import, label, now);
    if (const auto step = find(m_undo, import); step != m_undo.end())
        m_undo.erase(step);
    putAside({import, label, {}, {}, true, {}, {}}, action.id);
    return action;
}

void UndoHistory::putAside(const Step &undone, domain::ActionId undo)
{
    if (undone.isImport)
        m_importUndos.insert(undo);
    else
        m_redo.append({undo, undone.label, undone.id, undone.label, false, undone.rows, {}});
}

std::optional<domain::Action> UndoHistory::redo(const QDateTime &now)
{
    if (m_redo.isEmpty())
        return std::nullopt;
    const Step step = m_redo.takeLast();
    m_undo.append({step.undone, step.undoneLabel, {}, {}, false, step.rows, {}});
    if (step.withdrawn)
        return step.withdrawn;
    return domain::redoAction(step.id, step.label, now);
}

void UndoHistory::withdrawn(const domain::Action &undo, const domain::Action &target)
{
    if (const auto step = find(m_redo, undo.id); step != m_redo.end())
        step->withdrawn = target;
}

void UndoHistory::performed(const domain::Action &action)
{
    if (action.kind == domain::ActionKind::Undo || action.kind == domain::ActionKind::Redo)
        return;
    m_redo.clear();
    // What was deleted for good cannot come back.
    if (action.kind == domain::ActionKind::Purge)
        forget(action);
    else
        m_undo.append({action.id, action.label, {}, {}, false, rowsOf(action), {}});
}

void UndoHistory::forget(const domain::Action &purge)
{
    const QSet<QUuid> gone = rowsOf(purge);
    QList<Step> left;
    for (Step &step : m_undo) {
        const bool known = !step.rows.isEmpty();
        step.rows.subtract(gone);
        if (!known || !step.rows.isEmpty())
            left.append(step);
    }
    m_undo = left;
}

void UndoHistory::imported(domain::ActionId import, const QString &label)
{
    m_redo.clear();
    if (find(m_undo, import) == m_undo.end())
        m_undo.append({import, label, {}, {}, true, {}, {}});
}

void UndoHistory::waiting(const domain::Action &action)
{
    if (action.kind == domain::ActionKind::Undo)
        waitingUndo(action);
    else if (action.kind == domain::ActionKind::Redo)
        waitingRedo(action);
    else if (find(m_undo, action.id) == m_undo.end() &&
             find(m_redo, action.id, &Step::undone) == m_redo.end())
        performed(action);
}

void UndoHistory::waitingUndo(const domain::Action &undo)
{
    const auto step = find(m_undo, undo.target.value_or(domain::ActionId()));
    if (step == m_undo.end())
        return;
    putAside(*step, undo.id);
    m_undo.erase(step);
}

void UndoHistory::waitingRedo(const domain::Action &redo)
{
    const auto step = find(m_redo, redo.target.value_or(domain::ActionId()));
    if (step == m_redo.end())
        return;
    m_undo.append({step->undone, step->undoneLabel, {}, {}, false, step->rows, {}});
    m_redo.erase(step);
}

void UndoHistory::dropped(const domain::Action &action)
{
    const auto isIt = [&action](const Step &step) { return step.id == action.id; };
    m_undo.removeIf(isIt);
    m_redo.removeIf(isIt);
}

bool UndoHistory::passOver(const domain::Action &undo)
{
    const auto step = find(m_redo, undo.id);
    if (step == m_redo.end())
        return false;
    m_redo.erase(step);
    return true;
}

std::optional<domain::ActionId> UndoHistory::newest() const
{
    return m_undo.isEmpty() ? std::nullopt : std::optional(m_undo.last().id);
}

bool UndoHistory::canTakeBack(domain::ActionId action) const
{
    return std::ranges::find(m_undo, action, &Step::id) != m_undo.end();
}

bool UndoHistory::isNewestAnImport() const
{
    return !m_undo.isEmpty() && m_undo.last().isImport;
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
