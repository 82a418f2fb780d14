// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/placecounter.h"

#include <QHash>
#include <QUuid>

#include <optional>

namespace tusk::models
{

namespace
{

using domain::ChangeOperation;
using repository::LoggedChange;

constexpr qsizetype mostContained = 20'000;

} // namespace

void PlaceCounter::reset(const domain::PlaceCounts &counts, const QList<domain::ActionId> &contained)
{
    m_counts = counts;
    m_contained = QSet<domain::ActionId>(contained.begin(), contained.end());
}

// Walks back through the log from the rows as they are: what an action that is new to us changed is the
// difference between the todo after and before it.
void PlaceCounter::add(const repository::ChangedRows &rows, const base::Day &day)
{
    QHash<QUuid, domain::Todo> states;
    for (const domain::Todo &todo : rows.todos)
        states.insert(todo.id.uuid(), todo);
    for (const domain::TodoChange &patch : rows.patches) {
        if (patch.operation != ChangeOperation::Delete)
            states.insert(patch.id().uuid(), patch.after);
    }
    for (auto action = rows.actions.crbegin(); action != rows.actions.crend(); ++action) {
        const bool isNew = !m_contained.contains(action->summary.id);
        for (auto change = action->changes.crbegin(); change != action->changes.crend(); ++change) {
            if (change->entity != LoggedChange::Entity::Todo)
                continue;
            const auto known = states.constFind(change->id);
            const std::optional<domain::Todo> after =
                known != states.cend() ? std::optional(*known) : std::nullopt;
            const std::optional<domain::Todo> before = repository::stateBefore(after, *change);
            if (isNew && after)
                m_counts.count(*after, day, 1);
            if (isNew && before)
                m_counts.count(*before, day, -1);
            if (before)
                states.insert(change->id, *before);
            else
                states.remove(change->id);
        }
    }
    addCounted(rows.actions);
}

void PlaceCounter::addCounted(const QList<repository::LoggedAction> &actions)
{
    for (const repository::LoggedAction &action : actions)
        m_contained.insert(action.summary.id);
}

void PlaceCounter::trim(const QList<repository::LoggedAction> &newest)
{
    if (m_contained.size() <= mostContained)
        return;
    m_contained.clear();
    addCounted(newest);
}

domain::PlaceCounts PlaceCounter::with(const QList<domain::TodoChange> &pending, const base::Day &day) const
{
    domain::PlaceCounts result = m_counts;
    for (const domain::TodoChange &change : pending) {
        if (change.operation != ChangeOperation::Insert)
            result.count(change.before, day, -1);
        if (change.operation != ChangeOperation::Delete)
            result.count(change.after, day, 1);
    }
    return result;
}

} // namespace tusk::models
