// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "environments/secretsource.h"

#include <QString>
#include <QUuid>

#include <chrono>

namespace tusk::environments
{

enum class EnvironmentKind { Local, Development, Staging, Production };

// In the order of how much they ask for; libpq's words are in profilewords.h.
enum class TlsMode { Disable, Allow, Prefer, Require, VerifyCa, VerifyFull };
enum class ChannelBinding { Disable, Prefer, Require };

// How connections are made, kept and given up.
struct PoolSettings {
    int size = 2;        // connections for statements, at least 1
    int minimumIdle = 0; // of them, kept open when nothing happens
    std::chrono::milliseconds connectTimeout{10'000};
    std::chrono::milliseconds acquireTimeout{30'000};   // waiting for a free connection
    std::chrono::milliseconds statementTimeout{14'000}; // silence after which a peer counts as frozen
    std::chrono::seconds keepAliveIdle{4};              // these three: a dead network is noticed after 8 s
    std::chrono::seconds keepAliveInterval{2};
    int keepAliveCount = 2;
    std::chrono::seconds recycleAge{1'800}; // of an idle connection, before it is closed; 0: never
    bool prePing = true;                    // look at the socket before a statement is sent

    bool operator==(const PoolSettings &) const = default;
};

// One environment as the user has set it up: everything but its secret. A plain value.
struct EnvironmentProfile {
    QUuid id;
    QString name;
    QString colour; // #rrggbb; empty: that of the kind
    EnvironmentKind kind = EnvironmentKind::Development;

    QString host; // name, address, or an absolute path: the directory of a unix socket
    int port = 5432;
    QString database;
    QString user; // empty: the name of the account
    TlsMode tls = TlsMode::Require;
    QString rootCertificate; // path; empty: libpq's default
    ChannelBinding channelBinding = ChannelBinding::Prefer;
    QString applicationName = QStringLiteral("tusk");
    QString directHost; // the endpoint without pooler; empty: the same as host
    int directPort = 0; // 0: the same as port

    PoolSettings pool;
    bool readOnly = false;
    bool confirmDestructive = false;
    bool listen = true;  // hear of changes made elsewhere
    SecretSource secret; // where the password comes from; never the password

    bool operator==(const EnvironmentProfile &) const = default;

    // The private server that Tusk starts itself. Its address is not in the profile.
    [[nodiscard]] bool isPrivateServer() const;
};

// Where its password is in the keyring, if it is there.
[[nodiscard]] QUuid secretEntry(const EnvironmentProfile &profile);
// Whether one may be there: it stays when another source is chosen.
[[nodiscard]] bool isInKeyring(const EnvironmentProfile &profile);

// The environment that is always there.
[[nodiscard]] EnvironmentProfile privateServerProfile();

// A new one with an id of its own and the defaults of its kind: production asks before it destroys.
[[nodiscard]] EnvironmentProfile newProfile(const QString &name, EnvironmentKind kind);

// What the session needs, with the password that the profile's secret source gave. Not for the private
// server.
[[nodiscard]] base::ConnectionSettings connectionSettings(const EnvironmentProfile &profile,
                                                          const QString &password);

} // namespace tusk::environments
