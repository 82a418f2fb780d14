// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "data/repository/todovalues.h"
#include "domain/kin.h"

#include <QHash>
#include <QList>
#include <QMetaType>
#include <QSet>

#include <optional>

namespace tusk::models
{

// What the row of a todo says of its family.
struct Family {
    int subtasks = 0; // those in the Trash do not count
    int done = 0;
    QString parentTitle; // empty: it is no subtask, or nothing is known of its parent

    bool operator==(const Family &) const = default;
    [[nodiscard]] bool isEmpty() const { return subtasks == 0 && parentTitle.isEmpty(); }
};

// Who belongs to whom, as far as rows have said: each row that is read brings its parent and its subtasks,
// and every later change of one of them brings the changed row. Newer versions win, so it does not matter in
// which order answers arrive. A value.
class Families final
{
public:
    void learn(const repository::TodoPage &page);
    void merge(const repository::ChangedRows &rows);
    // As it is to be seen, with what is not confirmed yet.
    [[nodiscard]] Families with(const QList<domain::TodoChange> &pending) const;

    [[nodiscard]] Family of(domain::TodoId todo, std::optional<domain::TodoId> parent) const;
    [[nodiscard]] std::optional<domain::Kin> find(domain::TodoId todo) const;
    [[nodiscard]] QList<domain::Kin>
    subtasksOf(domain::TodoId todo) const; // in their order, none of the Trash
    [[nodiscard]] QList<domain::TodoId> childrenOf(domain::TodoId todo) const; // also those in the Trash

    bool operator==(const Families &) const = default;

private:
    void learn(const domain::Todo &todo);
    void learn(const domain::Kin &kin); // unless something newer is known
    void set(const domain::Kin &kin);
    void forget(domain::TodoId todo);
    void patch(const domain::TodoChange &change, qint64 version);
    [[nodiscard]] bool isOfInterest(const domain::Todo &todo) const;

    QHash<domain::TodoId, domain::Kin> m_kin;
    QHash<domain::TodoId, QSet<domain::TodoId>> m_children; // by parent
};

} // namespace tusk::models

Q_DECLARE_METATYPE(tusk::models::Family)
