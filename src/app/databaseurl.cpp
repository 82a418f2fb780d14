// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/databaseurl.h"

#include "environments/connectionstring.h"
#include "environments/neonhost.h"
#include "environments/profilewords.h"

namespace tusk::app
{

using namespace Qt::StringLiterals;
using base::ConnectionSettings;

namespace
{

// What is left open stays as libpq and the session have it.
ConnectionSettings settingsFrom(const environments::ConnectionAddress &address)
{
    ConnectionSettings settings;
    settings.host = address.host;
    settings.port = address.port == 0 ? settings.port : address.port;
    settings.database = address.database;
    settings.user = address.user;
    settings.password = address.password;
    settings.sslMode = address.tls ? environments::wordFor(*address.tls) : QString();
    settings.sslRootCert = address.rootCertificate;
    settings.channelBinding =
        address.channelBinding ? environments::wordFor(*address.channelBinding) : QString();
    settings.directHost = environments::knownDirectHost(address.host);
    if (!address.applicationName.isEmpty())
        settings.applicationName = address.applicationName;
    settings.connectTimeout = address.connectTimeout ? *address.connectTimeout : settings.connectTimeout;
    settings.keepAliveIdle = address.keepAliveIdle.value_or(settings.keepAliveIdle);
    settings.keepAliveInterval = address.keepAliveInterval.value_or(settings.keepAliveInterval);
    settings.keepAliveCount = address.keepAliveCount.value_or(settings.keepAliveCount);
    return settings;
}

} // namespace

base::Result<DatabaseUrl> parseDatabaseUrl(const QString &url, const QString &source)
{
    const auto parsed = environments::parseConnectionString(url, source);
    if (!parsed)
        return parsed.error();
    DatabaseUrl result{settingsFrom(parsed->address), {}};
    for (const environments::AddressWarning &warning : parsed->warnings) {
        const QString sentence = u"%1: %2"_s.arg(source, warning.sentence());
        if (!warning.isDoubtful()) {
            result.notices.append(sentence);
            continue;
        }
        base::Error error;
        error.kind = base::ErrorKind::InvalidInput;
        error.sentence = sentence;
        return error;
    }
    return result;
}

} // namespace tusk::app
