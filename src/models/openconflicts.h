// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/repository/todovalues.h"
#include "domain/action.h"

#include <QDateTime>
#include <QList>

#include <variant>

namespace tusk::models
{

// The fields that somebody else changed while the user did: the other value stands until the user has said
// whether it shall. What they say is an action like any other, for the caller to perform; nothing is sent
// here. A value.
class OpenConflicts final
{
public:
    // resolution: from the value that stands to the user's.
    struct Conflict {
        using Resolution = std::variant<domain::TodoChange, domain::ListChange, domain::TagChange>;
        domain::ActionId action;
        repository::FieldConflict field;
        Resolution resolution;
    };

    // What the answer to an action tells; a field that this version does not know is left out. changes: what
    // the action did to todos as the user saw it, of an undo too.
    void add(const domain::Action &action, const QList<domain::TodoChange> &changes,
             const QList<repository::FieldConflict> &fields);
    // False: it was settled already. By value: all() may well be where it comes from.
    bool settle(Conflict conflict);
    [[nodiscard]] const QList<Conflict> &all() const { return m_conflicts; } // oldest first

    // Writes the user's value after all.
    [[nodiscard]] static domain::Action useMine(const Conflict &conflict, const QDateTime &now);

private:
    QList<Conflict> m_conflicts;
};

} // namespace tusk::models
