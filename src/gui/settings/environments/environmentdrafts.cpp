// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/settings/environments/environmentdrafts.h"

#include "gui/environments/environmentlook.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace tusk::gui
{

bool EnvironmentDrafts::setSaved(const QList<Profile> &saved)
{
    return std::exchange(m_saved, saved) != m_saved;
}

const EnvironmentDrafts::Profile *EnvironmentDrafts::saved(const QUuid &id) const
{
    const auto found = std::ranges::find(m_saved, id, &Profile::id);
    return found == m_saved.cend() ? nullptr : &*found;
}

qsizetype EnvironmentDrafts::placeOf(const QUuid &id) const
{
    const Profile *profile = saved(id);
    return profile ? profile - m_saved.constData() : -1;
}

EnvironmentDrafts::Draft EnvironmentDrafts::of(const QUuid &id) const
{
    if (const auto draft = m_drafts.constFind(id); draft != m_drafts.cend())
        return *draft;
    const Profile *profile = saved(id);
    return {profile ? *profile : Profile(), {}, false};
}

QList<EnvironmentDrafts::Profile> EnvironmentDrafts::all() const
{
    QList<Profile> profiles = m_saved;
    for (Profile &profile : profiles)
        profile = of(profile.id).profile;
    for (const QUuid &id : m_new)
        profiles.append(of(id).profile);
    return profiles;
}

QString EnvironmentDrafts::freeName(const QString &wanted) const
{
    const QList<Profile> profiles = all();
    const auto isTaken = [&profiles](const QString &name) {
        return std::ranges::any_of(profiles, [&name](const Profile &profile) {
            return environmentName(profile).compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    QString name = wanted;
    for (int number = 2; isTaken(name); ++number)
        //: The name of an environment, and a number that makes it another one
        name = QCoreApplication::translate("Environments", "%1 %2").arg(wanted, QString::number(number));
    return name;
}

void EnvironmentDrafts::add(const Profile &profile, const QUuid &origin)
{
    if (!origin.isNull())
        m_origins.insert(profile.id, origin);
    m_drafts.insert(profile.id, {profile, {}, origin.isNull()});
    m_new.append(profile.id);
}

void EnvironmentDrafts::keep(const QUuid &id, const Draft &draft)
{
    const Profile *before = saved(id);
    if (before && *before == draft.profile && draft.password.isEmpty())
        m_drafts.remove(id);
    else
        m_drafts.insert(id, draft);
}

void EnvironmentDrafts::drop(const QUuid &id)
{
    m_drafts.remove(id);
    m_new.removeOne(id);
    m_origins.remove(id);
}

void EnvironmentDrafts::settle(const QUuid &id, const Draft &written)
{
    Draft typed = of(id);
    typed.kindFollows = false;
    drop(id);
    if (typed.password == written.password)
        typed.password.clear();
    if (typed.profile != written.profile || !typed.password.isEmpty())
        m_drafts.insert(id, typed);
}

} // namespace tusk::gui
