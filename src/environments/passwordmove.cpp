// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/passwordmove.h"

#include "environments/environmentprofile.h"
#include "environments/neonhost.h"
#include "environments/texts.h"

#include <QList>

#include <algorithm>

namespace tusk::environments
{

namespace
{

// Where a password is sent to.
struct Place {
    QString server; // the host, with one name for each server
    QString host;
    int port = 0;
};

Place placeOf(const QString &host, int port)
{
    const QString direct = directNeonHost(host);
    return {(direct.isEmpty() ? host : direct).toLower(), host, port};
}

QList<Place> placesOf(const EnvironmentProfile &profile)
{
    QList<Place> places{placeOf(profile.host, profile.port)};
    if (!profile.directHost.isEmpty() || profile.directPort != 0)
        places.append(placeOf(profile.directHost.isEmpty() ? profile.host : profile.directHost,
                              profile.directPort != 0 ? profile.directPort : profile.port));
    return places;
}

QString hostName(const Place &place)
{
    return place.host.isEmpty() ? Text::tr("this computer") : place.host;
}

QString nameWithPort(const Place &place)
{
    return Text::tr("%1 port %2").arg(hostName(place), QString::number(place.port));
}

// Whether a password may have been kept. What is set up anew often has no server yet, and no password either.
bool mayHavePassword(const EnvironmentProfile &before)
{
    return !before.host.isEmpty() || before.secret.kind == SecretSource::Kind::Variable ||
           !before.secret.entry.isNull();
}

// Whether the password that after gets is the one of before.
bool isSamePassword(const EnvironmentProfile &before, const EnvironmentProfile &after)
{
    switch (after.secret.kind) {
        using enum SecretSource::Kind;
    case Keychain:
        return true; // there under the id, also where it was not used meanwhile
    case ThisRun:
    case Variable:
        return before.secret == after.secret;
    case None:
    case LibpqFiles:
        return false;
    }
    return false;
}

} // namespace

std::optional<PasswordMove> passwordMove(const EnvironmentProfile *before, const EnvironmentProfile &after,
                                         bool givesPassword)
{
    if (!before || !mayHavePassword(*before) || !isSamePassword(*before, after))
        return std::nullopt;
    // What is given goes to the keyring or lasts for this run, never into a variable.
    if (givesPassword && after.secret.kind != SecretSource::Kind::Variable)
        return std::nullopt;
    const QList<Place> known = placesOf(*before);
    for (const Place &place : placesOf(after)) {
        const auto isHere = [&place](const Place &other) { return other.server == place.server; };
        const auto isSame = [&place, isHere](const Place &other) {
            return isHere(other) && other.port == place.port;
        };
        if (std::ranges::any_of(known, isSame))
            continue;
        const auto neighbour = std::ranges::find_if(known, isHere);
        if (neighbour != known.cend())
            return PasswordMove{nameWithPort(*neighbour), nameWithPort(place)};
        return PasswordMove{hostName(known.constFirst()), hostName(place)};
    }
    return std::nullopt;
}

} // namespace tusk::environments
