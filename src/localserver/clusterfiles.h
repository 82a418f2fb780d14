// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QStringList>

namespace tusk::localserver
{

// The texts that Tusk writes into a new cluster.

// tusk.conf, which postgresql.conf includes and by which a cluster of ours is known.
inline constexpr const char *settingsFile = "tusk.conf";
[[nodiscard]] QByteArray serverSettings();
// What to append to the postgresql.conf that initdb made.
[[nodiscard]] QByteArray settingsInclude();

// pg_hba.conf and pg_ident.conf: over the socket, the named accounts of the system, as the role tusk. Nobody
// else, nowhere else.
[[nodiscard]] QByteArray accessRules();
[[nodiscard]] QByteArray accountMap(const QStringList &clients);

// Name of the role and of the database.
inline constexpr const char *roleName = "tusk";
inline constexpr const char *databaseName = "tusk";
inline constexpr int serverPort = 5432; // names the socket only, nothing listens on the network

} // namespace tusk::localserver
