// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "picturedesk.h"

namespace tusk::pictures
{

using namespace Qt::StringLiterals;
using environments::EnvironmentKind;

PictureDesk::PictureDesk()
    : m_profiles{environments::privateServerProfile()}
{
    const auto add = [this](const QString &name, EnvironmentKind kind, const QString &host) {
        Profile profile = environments::newProfile(name, kind);
        profile.host = host;
        profile.database = u"todos"_s;
        profile.user = u"ana"_s;
        m_profiles.append(profile);
    };
    add(u"Development"_s, EnvironmentKind::Development, u"localhost"_s);
    add(u"Staging"_s, EnvironmentKind::Staging, u"ep-cool-moon-123456-pooler.eu-central-1.aws.neon.tech"_s);
    m_profiles.last().directHost = u"ep-cool-moon-123456.eu-central-1.aws.neon.tech"_s;
    add(u"Production"_s, EnvironmentKind::Production, u"db.example.org"_s);
}

QString PictureDesk::stateOf(const QUuid &environment) const
{
    const QStringList states{u"connected"_s, u"offline · 2 changes waiting"_s, u"waking the database…"_s,
                             QString()};
    for (qsizetype i = 0; i < m_profiles.size(); ++i) {
        if (m_profiles.at(i).id == environment)
            return states.at(i);
    }
    return {};
}

} // namespace tusk::pictures
