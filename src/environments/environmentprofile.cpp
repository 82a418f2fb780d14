// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/environmentprofile.h"

#include "base/uuidv7.h"
#include "environments/neonhost.h"
#include "environments/profilewords.h"

namespace tusk::environments
{

using namespace Qt::StringLiterals;

namespace
{

// The same in every file, so that a file which was copied means the same.
const QUuid privateServerId(0x00000000, 0x0000, 0x7000, 0x80, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x01);

} // namespace

bool EnvironmentProfile::isPrivateServer() const
{
    return id == privateServerId;
}

EnvironmentProfile privateServerProfile()
{
    EnvironmentProfile profile;
    profile.id = privateServerId;
    profile.name = u"local"_s;
    profile.kind = EnvironmentKind::Local;
    profile.secret.kind = SecretSource::Kind::None;
    return profile;
}

EnvironmentProfile newProfile(const QString &name, EnvironmentKind kind)
{
    EnvironmentProfile profile;
    profile.id = base::makeUuidV7();
    profile.name = name;
    profile.kind = kind;
    profile.confirmDestructive = kind == EnvironmentKind::Production;
    return profile;
}

QUuid secretEntry(const EnvironmentProfile &profile)
{
    return profile.secret.entry.isNull() ? profile.id : profile.secret.entry;
}

bool isInKeyring(const EnvironmentProfile &profile)
{
    return profile.secret.kind == SecretSource::Kind::Keychain || !profile.secret.entry.isNull();
}

base::ConnectionSettings connectionSettings(const EnvironmentProfile &profile, const QString &password)
{
    base::ConnectionSettings settings;
    settings.host = profile.host;
    settings.port = profile.port;
    settings.database = profile.database;
    settings.user = profile.user;
    settings.password = password;
    settings.sslMode = wordFor(profile.tls);
    settings.sslRootCert = profile.rootCertificate;
    settings.channelBinding = wordFor(profile.channelBinding);
    settings.applicationName = profile.applicationName;
    settings.directHost = profile.directHost;
    if (settings.directHost.isEmpty() && directNeonHost(profile.host).isEmpty()) // a pooler may be wanted
        settings.directHost = knownDirectHost(profile.host);
    settings.directPort = profile.directPort;
    settings.poolSize = profile.pool.size;
    settings.minimumIdle = profile.pool.minimumIdle;
    settings.listen = profile.listen;
    settings.readOnly = profile.readOnly;
    settings.connectTimeout = profile.pool.connectTimeout;
    settings.acquireTimeout = profile.pool.acquireTimeout;
    settings.statementTimeout = profile.pool.statementTimeout;
    settings.keepAliveIdle = profile.pool.keepAliveIdle;
    settings.keepAliveInterval = profile.pool.keepAliveInterval;
    settings.keepAliveCount = profile.pool.keepAliveCount;
    settings.recycleAge = profile.pool.recycleAge;
    settings.prePing = profile.pool.prePing;
    return settings;
}

} // namespace tusk::environments
