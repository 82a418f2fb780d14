// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/moment.h"
#include "domain/todo.h"

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTimeZone>

namespace tusk::domain
{

// Dates as people say them, seen from a moment: translated, in the forms of the locale. Pure.

// The moment of a due time; local is for zones that this computer does not know. Only with a time.
[[nodiscard]] QDateTime dueInstant(const When &due, const QTimeZone &local);

// The day that it is due on, seen from now: what is due in the night of today is due today, and that of
// tomorrow tomorrow. All others are named by the calendar.
[[nodiscard]] QDate dueDay(const When &due, const base::Moment &now);

enum class DueState { Overdue, Today, Tomorrow, Later };

// Overdue: a day before today, or a time of day that has passed (in the zone that the date names).
[[nodiscard]] DueState dueState(const When &due, const base::Moment &now);

// Yesterday, Today, Tomorrow; the name of the weekday for the five days after that; else 24 Dec, with the
// year where it is another one.
[[nodiscard]] QString relativeDay(QDate date, QDate today, const QLocale &locale);
// A day as a heading: "Tomorrow · Saturday 21 November".
[[nodiscard]] QString dayHeading(QDate date, QDate today, const QLocale &locale);

// "Today, 16:00"; the zone is named where it is not the one of now.
[[nodiscard]] QString dueText(const When &due, const base::Moment &now, const QLocale &locale);
// "16:00", and the zone where it is not the one of now; empty without a time.
[[nodiscard]] QString timeText(const When &due, const base::Moment &now, const QLocale &locale);

// Of something that happened: "just now", "2 minutes ago", "3 hours ago", then as relativeDay().
[[nodiscard]] QString agoText(const QDateTime &then, const base::Moment &now, const QLocale &locale);

} // namespace tusk::domain
