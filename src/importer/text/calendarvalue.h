// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QHash>

struct sqlite3;

namespace tusk::importer
{

// What the VTODO in an iCalendar text says, by the names of its properties in capitals: times as
// “2026-01-12 10:00:00 Europe/Berlin”, categories with U+001F before each, of RELATED-TO the parent, of
// CREATED also when the text was written. Empty where there is none.
[[nodiscard]] QHash<QByteArray, QByteArray> valuesInCalendar(const QByteArray &calendar);

// For programs that keep iCalendar texts in a database: tusk_calendar(text, 'DUE') in queries of ours, NULL
// where nothing is said. What the file itself brings cannot call it.
void addCalendarFunction(sqlite3 *database);

} // namespace tusk::importer
