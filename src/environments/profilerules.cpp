// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/profilerules.h"

#include "environments/libpqaddress.h"
#include "environments/texts.h"

#include <QRegularExpression>

#include <algorithm>

namespace tusk::environments
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr qsizetype longestName = 60;
constexpr int mostPorts = 65'535;

bool hasControlCharacters(const QString &text)
{
    return std::ranges::any_of(text,
                               [](QChar character) { return character.category() == QChar::Other_Control; });
}

template <class T>
bool isBetween(T value, T least, T most)
{
    return value >= least && value <= most;
}

QString nameProblem(const QString &name)
{
    if (name.isEmpty())
        return Text::tr("An environment needs a name.");
    if (name.size() > longestName)
        return Text::tr("The name of an environment has at most %1 characters.").arg(longestName);
    if (hasControlCharacters(name) || name.startsWith(u'-') || name != name.trimmed())
        return Text::tr(
            "The name of an environment begins with a letter or a number and has no line breaks.");
    return {};
}

bool isImpossibleHost(const QString &host)
{
    return host.contains(u',') || hasControlCharacters(host) || host != host.trimmed();
}

QString addressProblem(const EnvironmentProfile &profile)
{
    if (isImpossibleHost(profile.host) || isImpossibleHost(profile.directHost))
        return Text::tr("The name of the server is not possible.");
    if (profile.host.contains(u'@') || profile.directHost.contains(u'@'))
        return Text::tr(
            "The name of the server holds “@”: please leave out what stands before it, a user or a "
            "password; both have fields of their own.");
    if (!isBetween(profile.port, 1, mostPorts) || !isBetween(profile.directPort, 0, mostPorts))
        return Text::tr("A port is a number from 1 to 65535.");
    if (hasControlCharacters(profile.database + profile.user + profile.rootCertificate +
                             profile.applicationName))
        return Text::tr("Names hold no line breaks.");
    // The driver cannot pass it on.
    if (profile.applicationName.contains(u';'))
        return Text::tr("The name of the application holds no semicolon.");
    if (profile.rootCertificate.contains(u';'))
        return Text::tr("The path of the root certificate holds no semicolon; please move the file.");
    return {};
}

QString poolProblem(const PoolSettings &pool)
{
    if (!isBetween(pool.size, 1, maximumPoolSize))
        return Text::tr("The number of connections is from 1 to %1.").arg(maximumPoolSize);
    if (!isBetween(pool.minimumIdle, 0, pool.size))
        return Text::tr("No more connections can be kept open than there may be.");
    for (const std::chrono::milliseconds limit :
         {pool.connectTimeout, pool.acquireTimeout, pool.statementTimeout}) {
        if (!isBetween<std::chrono::milliseconds>(limit, 1s, 1h))
            return Text::tr("A time limit is from a second to an hour.");
    }
    if (!isBetween<std::chrono::seconds>(pool.keepAliveIdle, 1s, 1h) ||
        !isBetween<std::chrono::seconds>(pool.keepAliveInterval, 1s, 1h) ||
        !isBetween(pool.keepAliveCount, 1, 100))
        return Text::tr("The times for noticing a dead connection are not possible.");
    if (!isBetween<std::chrono::seconds>(pool.recycleAge, 0s, 168h))
        return Text::tr("An unused connection is kept for a week at most.");
    return {};
}

QString secretProblem(const SecretSource &secret)
{
    static const QRegularExpression variable(u"^[A-Za-z_][A-Za-z0-9_]*$"_s);
    if (secret.kind == SecretSource::Kind::Variable && !variable.match(secret.name).hasMatch())
        return Text::tr(
            "The environment variable with the password needs a name of letters, digits and “_”.");
    return {};
}

} // namespace

std::optional<base::Error> problemOf(const EnvironmentProfile &profile)
{
    static const QRegularExpression colour(u"^(#[0-9A-Fa-f]{6})?$"_s);
    base::Error error;
    error.kind = base::ErrorKind::InvalidInput;
    for (const QString &problem :
         {nameProblem(profile.name), addressProblem(profile), poolProblem(profile.pool),
          secretProblem(profile.secret),
          colour.match(profile.colour).hasMatch() ? QString()
                                                  : Text::tr("A colour is written as #rrggbb.")}) {
        error.sentence = problem;
        if (!problem.isEmpty())
            return error;
    }
    return std::nullopt;
}

} // namespace tusk::environments
