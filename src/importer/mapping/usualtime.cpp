// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/mapping/usualtime.h"

#include "importer/texts.h"

#include <QLocale>

namespace tusk::importer
{

namespace
{

QString formText(TimeForm form)
{
    switch (form) {
    case TimeForm::None:
    case TimeForm::Unreadable:
        return {};
    case TimeForm::IsoText:
    case TimeForm::DayMonth:
    case TimeForm::MonthName:
        return Text::tr("dates as text");
    case TimeForm::Seconds:
        return Text::tr("seconds since 1970");
    case TimeForm::Milliseconds:
    case TimeForm::Microseconds:
    case TimeForm::Nanoseconds:
        return Text::tr("fractions of seconds since 1970");
    case TimeForm::JulianDays:
        return Text::tr("Julian days");
    case TimeForm::SecondsSince2001:
        return Text::tr("seconds since 2001");
    case TimeForm::DotNetTicks:
        return Text::tr("ticks since the year 1");
    case TimeForm::CompactNumber:
        return Text::tr("dates as numbers");
    }
    return {};
}

} // namespace

QString textFor(const UsualTime &time)
{
    const QString form = formText(time.form);
    return form.isEmpty() || time.percent == 100
               ? form
               : Text::tr("%1 (%2 %)").arg(form, QLocale().toString(time.percent));
}

} // namespace tusk::importer
