// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/openconflicts.h"

#include "domain/actions.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <utility>

namespace tusk::models
{

namespace
{

using domain::ChangeOperation;
using repository::LoggedChange;

// As the user saw it in an action. Of an undo nothing is known but the id.
template <class Record, class Change>
Record seenIn(const QList<Change> &changes, const QUuid &id)
{
    const auto change =
        std::ranges::find_if(changes, [&id](const Change &other) { return other.before.id.uuid() == id; });
    Record record = change != changes.end() ? change->before : Record();
    record.id = decltype(record.id)(id);
    return record;
}

// None for a field that this version does not know.
std::optional<OpenConflicts::Conflict> conflictOf(const domain::Action &action,
                                                  const QList<domain::TodoChange> &changes,
                                                  const repository::FieldConflict &field)
{
    using Conflict = OpenConflicts::Conflict;
    const auto resolved = [&](auto record) {
        return std::pair{repository::withField(record, field.field, field.theirs),
                         repository::withField(record, field.field, field.mine)};
    };
    switch (field.entity) {
    case LoggedChange::Entity::Todo: {
        const std::optional<domain::TodoField> which = repository::fieldFromWire(field.field);
        if (!which)
            return std::nullopt;
        const auto [theirs, mine] = resolved(seenIn<domain::Todo>(changes, field.id));
        return Conflict{action.id, field, domain::TodoChange{ChangeOperation::Update, theirs, mine, *which}};
    }
    case LoggedChange::Entity::List: {
        const auto [theirs, mine] = resolved(seenIn<domain::TodoList>(action.lists, field.id));
        return Conflict{action.id, field, domain::ListChange{ChangeOperation::Update, theirs, mine, false}};
    }
    case LoggedChange::Entity::Tag: {
        const auto [theirs, mine] = resolved(seenIn<domain::Tag>(action.tags, field.id));
        return Conflict{action.id, field, domain::TagChange{ChangeOperation::Update, theirs, mine}};
    }
    }
    return std::nullopt;
}

QString resolvingLabel(const QString &title)
{
    return QCoreApplication::translate("Workspace", "Use mine after all: “%1”").arg(title);
}

domain::Action resolving(const domain::TodoChange &change, const QDateTime &now)
{
    return domain::editTodos({change}, resolvingLabel(change.before.title), now);
}

domain::Action resolving(const domain::ListChange &change, const QDateTime &now)
{
    domain::Action action = domain::editList(change.before, change.after, now);
    action.label = resolvingLabel(change.before.name);
    return action;
}

domain::Action resolving(const domain::TagChange &change, const QDateTime &now)
{
    domain::Action action = domain::editTag(change.before, change.after, now);
    action.label = resolvingLabel(change.before.name);
    return action;
}

} // namespace

void OpenConflicts::add(const domain::Action &action, const QList<domain::TodoChange> &changes,
                        const QList<repository::FieldConflict> &fields)
{
    for (const repository::FieldConflict &field : fields) {
        if (const std::optional<Conflict> conflict = conflictOf(action, changes, field))
            m_conflicts.append(*conflict);
    }
}

bool OpenConflicts::settle(Conflict conflict)
{
    const auto isIt = [&conflict](const Conflict &other) {
        return other.action == conflict.action && other.field == conflict.field;
    };
    return m_conflicts.removeIf(isIt) > 0;
}

domain::Action OpenConflicts::useMine(const Conflict &conflict, const QDateTime &now)
{
    return std::visit([&now](const auto &change) { return resolving(change, now); }, conflict.resolution);
}

} // namespace tusk::models
