// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::environments
{

// What answers as a PostgreSQL, and whether it is one.
struct ServerProduct {
    QString name;      // translated, for people: "PostgreSQL 15.20 at Neon"; empty with a complaint
    QString complaint; // a translated sentence where Tusk cannot work with it
};

// version: what the function version() answers.
[[nodiscard]] ServerProduct productOf(const QString &version, const QString &host);

// Whether a host name is that of a pooler, as the providers name them.
[[nodiscard]] bool isPoolerHost(const QString &host);

} // namespace tusk::environments
