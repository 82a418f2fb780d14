// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "picturedesk.h"

#include "gui/environments/copyjob.h"

namespace tusk::pictures
{

using namespace Qt::StringLiterals;
using environments::EnvironmentKind;

namespace
{

class PictureCopy final : public gui::CopyJob
{
public:
    using CopyJob::CopyJob;

    void look() override
    {
        domain::CopyPlan plan;
        for (const QString &title : {u"Water the tomatoes"_s, u"Order soil for the raised beds"_s,
                                     u"Ask Ana about the wheelbarrow"_s, u"Sow lettuce"_s})
            plan.added.append(todo(title));
        plan.changed.append({domain::ChangeOperation::Update,
                             {},
                             todo(u"Repair the fence"_s),
                             domain::TodoField::Notes | domain::TodoField::Due});
        plan.same = 17;
        for (const domain::Todo &added : std::as_const(plan.added))
            plan.action.todos.append({domain::ChangeOperation::Insert, {}, added, {}});
        Q_EMIT planned(plan);
    }
    void carryOut() override { Q_EMIT copied({}); }
    void takeBack() override { Q_EMIT takenBack(); }
    void end() override { deleteLater(); }

private:
    [[nodiscard]] static domain::Todo todo(const QString &title)
    {
        domain::Todo made;
        made.title = title;
        return made;
    }
};

} // namespace

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

void PictureDesk::addMore(int amount)
{
    for (int i = 1; i <= amount; ++i)
        m_profiles.append(environments::newProfile(u"Customer %1"_s.arg(i), EnvironmentKind::Development));
}

void PictureDesk::leadDevelopmentTo(const base::ConnectionSettings &server)
{
    Profile &profile = m_profiles[1];
    profile.host = server.host;
    profile.port = server.port;
    profile.tls = environments::TlsMode::Disable;
}

QString PictureDesk::stateOf(const QUuid &environment) const
{
    const QStringList states{u"connected"_s, u"offline · 2 changes waiting"_s, u"waking the database…"_s,
                             QString()};
    for (qsizetype i = 0; i < m_profiles.size(); ++i) {
        if (m_profiles.at(i).id == environment)
            return states.value(i, u"offline"_s);
    }
    return {};
}

gui::CopyJob *PictureDesk::copy(const domain::CopySelection &, const QUuid &)
{
    return new PictureCopy(this);
}

} // namespace tusk::pictures
