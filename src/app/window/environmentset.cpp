// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/window/environmentset.h"

#include "app/unsentfolder.h"
#include "app/window/privateserver.h"
#include "app/window/profileconnection.h"
#include "base/logging.h"
#include "environments/certificate.h"
#include "environments/destructive.h"
#include "gui/environments/environmentlook.h"
#include "models/workspace.h"

#include <algorithm>
#include <utility>

namespace tusk::app
{

using environments::EnvironmentProfile;
using models::DatabaseLink;
using models::Workspace;

namespace
{

// For what is remembered of databases that have no profile: the same for the same database.
const QUuid givenNamespace(0x6b1d2f0a, 0x6c9e, 0x4a53, 0x9a, 0x0c, 0x51, 0x0b, 0x7e, 0xd2, 0x84, 0x17);

EnvironmentProfile profileOfGiven(const base::ConnectionSettings &settings)
{
    EnvironmentProfile profile;
    profile.id = QUuid::createUuidV5(givenNamespace, unsentFolder(settings));
    profile.name = settings.database;
    profile.host = settings.host;
    return profile;
}

// What is seen of an environment may change while it is open; where it is may not.
bool isSameConnection(EnvironmentProfile one, const EnvironmentProfile &other)
{
    one.name = other.name;
    one.colour = other.colour;
    one.kind = other.kind;
    one.confirmDestructive = other.confirmDestructive;
    return one == other;
}

const EnvironmentProfile *findIn(const QList<EnvironmentProfile> &profiles, const QUuid &id)
{
    const auto found = std::ranges::find(profiles, id, &EnvironmentProfile::id);
    return found == profiles.cend() ? nullptr : &*found;
}

} // namespace

EnvironmentSet::EnvironmentSet(const ChosenDatabase &database, Options options, const base::Clock &clock)
    : m_options(std::move(options))
    , m_given(database.url)
    , m_clock(clock)
    , m_profiles(database.url ? Profiles{profileOfGiven(*database.url)} : database.all)
    , m_stored(database.all)
    , m_shown(database.url ? m_profiles.constFirst().id : database.environment.id)
    , m_first(database.first)
{
    m_secrets.resolver().keepVariables(database.variables);
    if (m_given)
        reload(); // nobody has read the file so far
}

EnvironmentSet::~EnvironmentSet() = default;

const EnvironmentProfile *EnvironmentSet::find(const QUuid &id) const
{
    return findIn(m_profiles, id);
}

const EnvironmentProfile *EnvironmentSet::findStored(const QUuid &id) const
{
    return findIn(stored(), id);
}

OpenEnvironment *EnvironmentSet::open(const QUuid &id) const
{
    const auto found = m_open.find(id);
    return found == m_open.end() ? nullptr : found->second.get();
}

void EnvironmentSet::show(const QUuid &id)
{
    const EnvironmentProfile *profile = find(id);
    if (!profile)
        return;
    m_shown = id;
    if (m_leaving.contains(id)) {
        Q_EMIT changed();
        Q_EMIT shownChanged();
        return;
    }
    std::unique_ptr<OpenEnvironment> &environment = m_open[id];
    if (!environment)
        environment = make(*profile);
    Q_EMIT changed();
    Q_EMIT shownChanged();
    environment->open();
}

std::unique_ptr<ConnectionSource> EnvironmentSet::sourceOf(const EnvironmentProfile &profile)
{
    if (m_given)
        return std::make_unique<GivenConnection>(*m_given);
    if (profile.isPrivateServer())
        return std::make_unique<PrivateServer>();
    return std::make_unique<ProfileConnection>(profile, m_secrets.resolver());
}

std::unique_ptr<OpenEnvironment> EnvironmentSet::make(const EnvironmentProfile &profile)
{
    DatabaseLink::Options options;
    options.environment = profile.id;
    options.name = gui::environmentName(profile);
    options.installation = m_options.installation;
    options.firstPlace = m_options.firstPlace(profile.id);
    options.unsentFolder = m_given ? unsentFolder(*m_given) : unsentFolder(profile);
    options.address = m_given ? QString() : rememberedAddress(profile);
    options.asksBeforeMigrating = [this, id = profile.id] {
        const EnvironmentProfile *now = find(id);
        return now && environments::asksBefore(*now, environments::Destructive::Migration);
    };
    options.certificateJudge = environments::certificateJudge();
    auto environment = std::make_unique<OpenEnvironment>(sourceOf(profile), std::move(options), m_clock);
    follow(*environment, profile.id);
    return environment;
}

void EnvironmentSet::follow(OpenEnvironment &environment, const QUuid &id)
{
    const auto tell = [this, id] {
        Q_EMIT changed();
        if (id == m_shown)
            Q_EMIT shownChanged();
    };
    connect(&environment, &OpenEnvironment::progressed, this, tell);
    connect(&environment, &OpenEnvironment::failed, this, tell);
    connect(&environment, &OpenEnvironment::opened, this, tell);
    // Not from within its own signal.
    connect(
        &environment, &OpenEnvironment::moved, this,
        [this, id] {
            if (open(id))
                leave(id);
        },
        Qt::QueuedConnection);
    connect(&environment, &OpenEnvironment::opened, this, [this, id, &environment] {
        const DatabaseLink &link = *environment.link();
        connect(&link, &DatabaseLink::stateChanged, this, [this, id] { onLinkState(id); });
        connect(&link, &DatabaseLink::standbyChanged, this, &EnvironmentSet::changed);
        connect(&link, &DatabaseLink::listeningFailureChanged, this, &EnvironmentSet::changed);
        // Not from within its own signal.
        connect(
            &link, &DatabaseLink::reopenWanted, this, [this, id] { leave(id); }, Qt::QueuedConnection);
        connect(&link.workspace(), &Workspace::staleChanged, this, &EnvironmentSet::changed);
        connect(&link.workspace(), &Workspace::pendingChanged, this, &EnvironmentSet::changed);
    });
}

// A typed password is tried once, and asked for again.
void EnvironmentSet::onLinkState(const QUuid &id)
{
    Q_EMIT changed();
    const OpenEnvironment *environment = open(id);
    const EnvironmentProfile *profile = find(id);
    if (!environment || !profile || profile->secret.kind != environments::SecretSource::Kind::ThisRun)
        return;
    const DatabaseLink &link = *environment->link();
    if (link.state() != DatabaseLink::State::Failed || link.error().kind != base::ErrorKind::Authentication)
        return;
    m_refused.insert_or_assign(id, link.error());
    m_secrets.resolver().forget(id);
    // Not from within its own signal.
    QMetaObject::invokeMethod(
        this,
        [this, id] {
            if (open(id))
                leave(id);
        },
        Qt::QueuedConnection);
}

std::optional<base::Error> EnvironmentSet::refusal(const QUuid &id) const
{
    const auto found = m_refused.find(id);
    return found == m_refused.end() ? std::nullopt : std::optional(found->second);
}

void EnvironmentSet::keepForThisRun(const QUuid &id, const QString &password)
{
    m_refused.erase(id);
    m_secrets.resolver().keepForThisRun(id, password);
    tryAnew(id);
}

void EnvironmentSet::tryAnew(const QUuid &id)
{
    OpenEnvironment *environment = open(id);
    if (!environment)
        return;
    if (!environment->link())
        environment->open();
    else if (environment->link()->state() == DatabaseLink::State::Failed)
        leave(id);
}

void EnvironmentSet::reload(const QUuid &thenShow)
{
    m_keeper.load([this, thenShow](const base::Result<environments::StoredProfiles> &stored) {
        if (stored)
            take(stored->list);
        else
            qCWarning(base::logApp) << "the environments could not be read again:" << stored.error().detail;
        if (!thenShow.isNull() && thenShow != m_shown)
            show(thenShow);
    });
}

void EnvironmentSet::change(environments::ProfileStore::Edit edit,
                            std::function<void(const base::Result<void> &)> done)
{
    m_keeper.change(std::move(edit), [this, done = std::move(done)](const auto &stored) {
        if (stored)
            take(stored->list);
        done(stored ? base::Result<void>() : base::Result<void>(stored.error()));
    });
}

void EnvironmentSet::take(const environments::ProfileList &list)
{
    const QUuid firstBefore = std::exchange(m_first, list.current().id);
    Profiles &kept = m_given ? m_stored : m_profiles;
    const Profiles before = std::exchange(kept, list.profiles());
    if (before == kept && firstBefore == m_first)
        return;
    if (m_given) // what is shown stays on that database
        return Q_EMIT changed();
    for (const EnvironmentProfile &old : before) {
        const EnvironmentProfile *now = find(old.id);
        if (open(old.id) && !(now && isSameConnection(old, *now)))
            leave(old.id);
    }
    Q_EMIT changed();
    if (!find(m_shown))
        show(m_profiles.constFirst().id);
}

// What waits there goes first; only then it is opened anew, with what is left.
void EnvironmentSet::leave(const QUuid &id)
{
    auto left = m_open.extract(id);
    if (!left) // what was queued may come too late
        return;
    OpenEnvironment *environment = left.mapped().release();
    environment->setParent(this);
    environment->disconnect(this);
    if (environment->link()) {
        environment->link()->disconnect(this);
        environment->link()->workspace().disconnect(this);
        Q_EMIT leaving(*environment->link());
    }
    m_leaving.insert(id);
    environment->close([this, environment, id] {
        environment->deleteLater();
        m_leaving.remove(id);
        if (id == m_shown && !open(id))
            show(id);
    });
}

void EnvironmentSet::dayChanged()
{
    for (const auto &[id, environment] : m_open) {
        if (environment->link())
            environment->link()->workspace().dayChanged();
    }
}

void EnvironmentSet::networkChanged()
{
    for (const auto &[id, environment] : m_open) {
        if (environment->link())
            environment->link()->networkChanged();
    }
}

void EnvironmentSet::close(const std::function<void()> &closed)
{
    if (m_open.empty()) {
        closed();
        return;
    }
    const auto left = std::make_shared<size_t>(m_open.size());
    for (const auto &[id, environment] : m_open) {
        environment->close([left, closed] {
            if (--*left == 0)
                closed();
        });
    }
}

} // namespace tusk::app
