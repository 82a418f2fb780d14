// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QTimeZone>

namespace tusk::importer
{

// Values as PostgreSQL prints them with DateStyle ISO and TimeZone UTC. milliseconds: since 1970 in UTC.

// “2026-01-12 10:00:00.12+00”, of a timestamptz.
[[nodiscard]] QByteArray instantText(qint64 milliseconds);
// “2026-01-12”.
[[nodiscard]] QByteArray dayText(qint64 milliseconds);
// “2026-01-12 10:00:00 Europe/Berlin”, cut to the second: a date, a time and its zone, each as printed.
[[nodiscard]] QByteArray localText(qint64 milliseconds, const QByteArray &zone);

} // namespace tusk::importer
