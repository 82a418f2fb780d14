// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "environments/environmentprofile.h"

#include <QList>
#include <QMap>
#include <QUuid>

#include <functional>

namespace tusk::gui
{

// The environments as they are saved, and what was typed of them and is not saved yet. A plain value.
class EnvironmentDrafts final
{
public:
    using Profile = environments::EnvironmentProfile;
    struct Draft {
        Profile profile;
        QString password;         // typed; empty: as it was
        bool kindFollows = false; // the name, until somebody chooses one
    };

    // What is saved now; true where it is something else than before.
    bool setSaved(const QList<Profile> &saved);

    [[nodiscard]] const Profile *saved(const QUuid &id) const; // null: it is a draft only, or gone
    [[nodiscard]] qsizetype placeOf(const QUuid &id) const;    // among those that are saved; -1: none
    [[nodiscard]] qsizetype savedCount() const { return m_saved.size(); }
    [[nodiscard]] const Profile &first() const { return m_saved.constFirst(); }

    [[nodiscard]] bool isChanged(const QUuid &id) const { return m_drafts.contains(id); }
    [[nodiscard]] bool isNew(const QUuid &id) const { return m_new.contains(id); }
    [[nodiscard]] bool isKnown(const QUuid &id) const { return saved(id) || isChanged(id); }
    [[nodiscard]] bool isEmpty() const { return m_drafts.isEmpty(); }
    [[nodiscard]] Draft of(const QUuid &id) const; // as it is typed, else as it is saved
    [[nodiscard]] QList<Profile> all() const;      // as they are typed, new ones last
    // The name, or with the first number behind it that nobody has.
    [[nodiscard]] QString freeName(const QString &wanted) const;

    // Whose password it has: of a duplicate that is not saved yet the one of which it was made, else itself.
    [[nodiscard]] QUuid originOf(const QUuid &id) const { return m_origins.value(id, id); }

    void add(const Profile &profile, const QUuid &origin = {}); // a new one
    void keep(const QUuid &id, const Draft &draft);             // none where it is as it was
    void drop(const QUuid &id);
    // It was saved like this; what was typed since then stays a draft of it.
    void settle(const QUuid &id, const Draft &written);

private:
    QList<Profile> m_saved;
    QMap<QUuid, Draft> m_drafts;
    QList<QUuid> m_new;           // of the drafts, in the order in which they were made
    QMap<QUuid, QUuid> m_origins; // of duplicates
};

} // namespace tusk::gui
