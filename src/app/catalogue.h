// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "data/repository/todovalues.h"
#include "domain/todolist.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace tusk::app
{

// The lists and tags of the open database, by id and by name.
class Catalogue final
{
public:
    Catalogue() = default;
    Catalogue(const QList<domain::TodoList> &lists, const QList<domain::Tag> &tags);

    // What an action of ours has made or changed.
    void absorb(const repository::ChangedRows &rows);

    [[nodiscard]] const QList<domain::TodoList> &lists() const { return m_lists; }
    // Names compare without regard to case, as in the database.
    [[nodiscard]] std::optional<domain::TodoList> listNamed(const QString &name) const;
    [[nodiscard]] std::optional<domain::Tag> tagNamed(const QString &name) const;

    [[nodiscard]] QString listName(domain::ListId id) const; // empty: not known
    // In the order of the tags.
    [[nodiscard]] QStringList tagNames(const QList<domain::TagId> &ids) const;

private:
    QList<domain::TodoList> m_lists;
    QList<domain::Tag> m_tags;
};

// Where todos go: a list, or the Inbox.
using Destination = std::optional<domain::ListId>;

// The lists and tags that a command names, found or, where asked for, new ones. They are made within the
// action of the command, so that one undo takes everything back.
class NameResolver final
{
public:
    explicit NameResolver(const Catalogue &catalogue)
        : m_catalogue(catalogue)
    {
    }

    // A name that nothing has: an error, an error that names the option --create of the command, or a new
    // list.
    enum class Unknown { Refused, CreatedIfAsked, Created };
    // “Inbox” is the Inbox unless a list is called so. Error: NotFound with the names that there are,
    // InvalidInput for a name that cannot be.
    [[nodiscard]] base::Result<Destination> list(const QString &name, Unknown unknown, const QDateTime &now);
    // An unknown one is always made.
    [[nodiscard]] base::Result<domain::TagId> tag(const QString &name, const QDateTime &now);

    // Adds what is new to the action.
    void addNewTo(domain::Action &action) const;

private:
    [[nodiscard]] base::Error unknownList(const QString &name, Unknown unknown) const;

    const Catalogue &m_catalogue;
    QList<domain::TodoList> m_newLists;
    QList<domain::Tag> m_newTags;
};

} // namespace tusk::app
