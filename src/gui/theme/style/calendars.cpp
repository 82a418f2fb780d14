// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "gui/theme/style/calendars.h"

#include <QCalendarWidget>
#include <QTextCharFormat>

namespace tusk::gui::calendars
{

void prepare(QCalendarWidget &calendar)
{
    // Weekends are red otherwise, as if something were overdue.
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        calendar.setWeekdayTextFormat(day, QTextCharFormat());
    calendar.setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    if (auto *bar = calendar.findChild<QWidget *>(QStringLiteral("qt_calendar_navigationbar")))
        bar->setBackgroundRole(QPalette::Base);
}

bool isDays(const QWidget *widget)
{
    return widget && widget->objectName() == QLatin1StringView("qt_calendar_calendarview");
}

} // namespace tusk::gui::calendars
