// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::environments
{

// The two names of a Neon endpoint: ep-name-123456.region.provider.neon.tech is the database itself,
// ep-name-123456-pooler.… the PgBouncer in front of it.

[[nodiscard]] bool isNeonHost(const QString &host);
// The way past the pooler where it is known from the name alone, also of a direct one: every connection to
// that has a server of its own, although it looks like a pooler's. Else empty.
[[nodiscard]] QString knownDirectHost(const QString &host);

// The direct name of a pooled one; empty where the host is no pooler of Neon's.
[[nodiscard]] QString directNeonHost(const QString &host);
// The pooled name of a direct one; empty where the host is no direct one of Neon's.
[[nodiscard]] QString pooledNeonHost(const QString &host);

} // namespace tusk::environments
