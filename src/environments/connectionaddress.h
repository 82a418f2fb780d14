// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "environments/environmentprofile.h"

#include <QString>

#include <chrono>
#include <optional>

namespace tusk::environments
{

// What a connection string says, whatever its form; what it leaves open is empty. Holds the password, so it
// lives in memory only.
struct ConnectionAddress {
    QString host; // as in EnvironmentProfile
    int port = 0;
    QString database;
    QString user;
    QString password;
    std::optional<TlsMode> tls = {};
    QString rootCertificate;
    std::optional<ChannelBinding> channelBinding = {};
    QString applicationName;
    std::optional<std::chrono::seconds> connectTimeout = {};
    std::optional<std::chrono::seconds> keepAliveIdle = {};
    std::optional<std::chrono::seconds> keepAliveInterval = {};
    std::optional<int> keepAliveCount = {};

    bool operator==(const ConnectionAddress &) const = default;
};

enum class Password { Included, Masked, LeftOut };

// Stars stand for the password: the address was copied from where it is shown without.
[[nodiscard]] bool hidesPassword(const ConnectionAddress &address);

// The address as libpq writes it: postgresql://user:password@host:port/database?sslmode=...; reading it again
// gives the same address, where the password is included.
[[nodiscard]] QString uriOf(const ConnectionAddress &address, Password password);

// The fields of the profile that a connection string has to do with; the others stay. What the address leaves
// open gets its default: encryption, except to this computer, and where certificates are checked those that
// the system trusts. Of a host that is a pooler of Neon's the direct one is derived. An address of the same
// host and port leaves as it is what it does not name: a string with a new password weakens nothing.
void applyAddress(EnvironmentProfile &profile, const ConnectionAddress &address);

// The other way: what the profile and its password make for a connection string.
[[nodiscard]] ConnectionAddress addressOf(const EnvironmentProfile &profile, const QString &password);

// The certificates that this system trusts; empty where none of the usual places has them.
[[nodiscard]] QString systemRootCertificates();

} // namespace tusk::environments
