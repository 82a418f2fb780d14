// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/profilelist.h"

#include "environments/profilerules.h"
#include "environments/texts.h"

#include <algorithm>

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using base::ErrorKind;
using base::Result;

namespace
{

base::Error error(ErrorKind kind, const QString &sentence)
{
    base::Error error;
    error.kind = kind;
    error.sentence = sentence;
    return error;
}

base::Error notThere()
{
    return error(ErrorKind::NotFound, Text::tr("This environment does not exist any more."));
}

bool isSameName(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

} // namespace

ProfileList::ProfileList()
    : m_profiles{privateServerProfile()}
    , m_current(m_profiles.constFirst().id)
{
}

const EnvironmentProfile &ProfileList::current() const
{
    return m_profiles.at(std::max<qsizetype>(0, indexOf(m_current)));
}

const EnvironmentProfile *ProfileList::find(const QUuid &id) const
{
    const qsizetype index = indexOf(id);
    return index < 0 ? nullptr : &m_profiles.at(index);
}

const EnvironmentProfile *ProfileList::findNamed(const QString &name) const
{
    const auto found = std::ranges::find_if(m_profiles, [&name](const EnvironmentProfile &profile) {
        return isSameName(profile.name, name.trimmed());
    });
    if (found != m_profiles.end())
        return &*found;
    return isSameName(name, privateServerProfile().name) ? &privateServer() : nullptr;
}

Result<void> ProfileList::add(const EnvironmentProfile &profile)
{
    if (profile.id.isNull() || indexOf(profile.id) >= 0)
        return error(ErrorKind::InvalidInput, Text::tr("This environment is there already."));
    if (auto checked = check(profile); !checked)
        return checked;
    m_profiles.append(profile);
    return {};
}

Result<void> ProfileList::replace(const EnvironmentProfile &profile)
{
    const qsizetype index = indexOf(profile.id);
    if (index < 0)
        return notThere();
    if (auto checked = check(profile); !checked)
        return checked;
    if (profile.isPrivateServer()) {
        EnvironmentProfile changed = privateServerProfile();
        changed.name = profile.name;
        changed.colour = profile.colour;
        changed.confirmDestructive = profile.confirmDestructive;
        if (changed != profile)
            return error(
                ErrorKind::InvalidInput,
                Text::tr("Of the private database of this computer only name, colour and the question "
                         "before deleting can be changed."));
    }
    const QUuid entry = m_profiles.at(index).secret.entry;
    m_profiles[index] = profile;
    m_profiles[index].secret.entry = entry;
    return {};
}

Result<void> ProfileList::setSecretEntry(const QUuid &id, const QUuid &entry)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return notThere();
    m_profiles[index].secret.entry = entry;
    return {};
}

Result<void> ProfileList::remove(const QUuid &id)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return notThere();
    if (index == 0)
        return error(
            ErrorKind::InvalidInput,
            Text::tr("The private database of this computer cannot be removed; it is always there."));
    m_profiles.removeAt(index);
    if (m_current == id)
        m_current = privateServer().id;
    return {};
}

Result<void> ProfileList::move(const QUuid &id, qsizetype position)
{
    const qsizetype index = indexOf(id);
    if (index < 0)
        return notThere();
    if (index == 0 || position == 0)
        return error(ErrorKind::InvalidInput,
                     Text::tr("The private database of this computer stays the first."));
    m_profiles.move(index, std::clamp<qsizetype>(position, 1, m_profiles.size() - 1));
    return {};
}

Result<void> ProfileList::setCurrent(const QUuid &id)
{
    if (indexOf(id) < 0)
        return notThere();
    m_current = id;
    return {};
}

qsizetype ProfileList::indexOf(const QUuid &id) const
{
    const auto found = std::ranges::find(m_profiles, id, &EnvironmentProfile::id);
    return found == m_profiles.end() ? -1 : found - m_profiles.begin();
}

Result<void> ProfileList::check(const EnvironmentProfile &profile) const
{
    if (const auto problem = problemOf(profile))
        return *problem;
    const EnvironmentProfile *named = findNamed(profile.name);
    if (named && named->id != profile.id)
        return error(ErrorKind::InvalidInput,
                     Text::tr("There is an environment “%1” already.").arg(profile.name));
    return {};
}

} // namespace tusk::environments
