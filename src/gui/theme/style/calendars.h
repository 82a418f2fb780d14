// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

class QCalendarWidget;
class QWidget;

namespace tusk::gui::calendars
{

// Takes from Qt's calendar what has colours of its own and what nobody looks for in it.
void prepare(QCalendarWidget &calendar);
[[nodiscard]] bool isDays(const QWidget *widget); // the view of a calendar's days

} // namespace tusk::gui::calendars
