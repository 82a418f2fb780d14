// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/repository/todovalues.h"
#include "domain/action.h"
#include "domain/todofilter.h"

#include <QList>
#include <QSet>

namespace tusk::models
{

// How many todos each place holds: what the server has counted once, and what actions have changed since
// then. It knows the actions that are in its counts, so that each counts once, however often it is told of.
// Another day holds other todos: then the server counts anew. A value.
class PlaceCounter final
{
public:
    // What the server has counted. contained: actions in it of which it may tell again.
    void reset(const domain::PlaceCounts &counts, const QList<domain::ActionId> &contained);
    // Adds what those of the actions changed that are not in the counts yet.
    void add(const repository::ChangedRows &rows, const base::Day &day);
    // These are in the counts already, or will be with those that the server is asked for anew.
    void addCounted(const QList<repository::LoggedAction> &actions);
    // Forgets which actions are in the counts, except these, once they are very many.
    void trim(const QList<repository::LoggedAction> &newest);

    [[nodiscard]] bool contains(domain::ActionId action) const { return m_contained.contains(action); }
    // As it is to be seen, with what is not confirmed yet.
    [[nodiscard]] domain::PlaceCounts with(const QList<domain::TodoChange> &pending,
                                           const base::Day &day) const;

private:
    domain::PlaceCounts m_counts;
    QSet<domain::ActionId> m_contained;
};

} // namespace tusk::models
