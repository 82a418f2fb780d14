// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "environments/environmentprofile.h"

#include <QList>

namespace tusk::environments
{

// The environments in the order of the user. The private server is always there, and the first. Names are
// told apart without regard to case. A plain value; errors are InvalidInput or NotFound and leave it as it
// was.
class ProfileList final
{
public:
    ProfileList();

    [[nodiscard]] const QList<EnvironmentProfile> &profiles() const { return m_profiles; }
    [[nodiscard]] const EnvironmentProfile &privateServer() const { return m_profiles.constFirst(); }
    // The one with which the window starts.
    [[nodiscard]] const EnvironmentProfile &current() const;

    // Null: there is none.
    [[nodiscard]] const EnvironmentProfile *find(const QUuid &id) const;
    // “local” is the private server, whatever it is called. The pointer holds until the next change.
    [[nodiscard]] const EnvironmentProfile *findNamed(const QString &name) const;

    [[nodiscard]] base::Result<void> add(const EnvironmentProfile &profile);
    // The one with the same id; its password stays where it is in the keyring. Of the private server only
    // what has nothing to do with its address.
    [[nodiscard]] base::Result<void> replace(const EnvironmentProfile &profile);
    [[nodiscard]] base::Result<void> setSecretEntry(const QUuid &id, const QUuid &entry);
    [[nodiscard]] base::Result<void> remove(const QUuid &id);
    // position counts the environments, the private server included.
    [[nodiscard]] base::Result<void> move(const QUuid &id, qsizetype position);
    [[nodiscard]] base::Result<void> setCurrent(const QUuid &id);

    bool operator==(const ProfileList &) const = default;

private:
    [[nodiscard]] qsizetype indexOf(const QUuid &id) const;
    [[nodiscard]] base::Result<void> check(const EnvironmentProfile &profile) const;

    QList<EnvironmentProfile> m_profiles; // never empty
    QUuid m_current;
};

} // namespace tusk::environments
