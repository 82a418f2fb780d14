// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tusk::session
{

// libpq takes what a connection string leaves open from the environment (PGHOST, PGOPTIONS, ...), from
// service files and from ~/.pgpass. The strings made here leave nothing open that could change where Tusk
// connects, as whom, or with which session settings: each such keyword is named, with an empty value if it
// has none.

// The whole connection string, for libpq. sslMode replaces that of the settings when given.
[[nodiscard]] QByteArray conninfo(const base::ConnectionSettings &settings, const QString &sslMode = {});

// What QSqlDatabase::setConnectOptions() takes: the part of conninfo() that the setters of QSqlDatabase do
// not cover. None if a value holds a semicolon, which the driver would turn into a blank.
[[nodiscard]] std::optional<QString> driverOptions(const base::ConnectionSettings &settings,
                                                   const QString &sslMode,
                                                   std::chrono::milliseconds connectTimeout);

// The role to connect as: that of the settings, else the name of the account, as libpq does, but never
// PGUSER.
[[nodiscard]] QString userOf(const base::ConnectionSettings &settings);

// Removes every variable from the environment that libpq reads. Some cannot be overruled by a connection
// string (PGSERVICE, PGTZ, PGDATESTYLE, PGGEQO). For main(), before the first thread is started.
void forgetLibpqEnvironment();

} // namespace tusk::session
