// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/passwordmove.h"

#include "environments/environmentprofile.h"
#include "environments/neonhost.h"
#include "environments/texts.h"

#include <QStringList>

namespace tusk::environments
{

namespace
{

// One name for each server.
QString serverOf(const QString &host)
{
    const QString direct = directNeonHost(host);
    return (direct.isEmpty() ? host : direct).toLower();
}

QStringList hostsOf(const EnvironmentProfile &profile)
{
    QStringList hosts{profile.host};
    if (!profile.directHost.isEmpty())
        hosts.append(profile.directHost);
    return hosts;
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
    if (!before || before->host.isEmpty() || !isSamePassword(*before, after))
        return std::nullopt;
    // What is given goes to the keyring or lasts for this run, never into a variable.
    if (givesPassword && after.secret.kind != SecretSource::Kind::Variable)
        return std::nullopt;
    QStringList known;
    for (const QString &host : hostsOf(*before))
        known.append(serverOf(host));
    for (const QString &host : hostsOf(after)) {
        if (!known.contains(serverOf(host)))
            return PasswordMove{before->host, host.isEmpty() ? Text::tr("this computer") : host};
    }
    return std::nullopt;
}

} // namespace tusk::environments
