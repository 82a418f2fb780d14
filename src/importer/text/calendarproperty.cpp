// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/calendarproperty.h"

#include "domain/todorules.h"
#include "importer/text/calendarzones.h"

#include <QDateTime>
#include <QString>

namespace tusk::importer
{

namespace
{

QByteArray zoneIdOf(icalproperty *property)
{
    icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    const char *id = parameter ? icalparameter_get_tzid(parameter) : nullptr;
    return id;
}

// “2026-01-12 10:00:00Z”; empty: that is in no year that there is.
QByteArray momentText(const icaltimetype &local, int offset)
{
    const QDateTime moment =
        QDateTime({local.year, local.month, local.day}, {local.hour, local.minute, local.second}, Qt::UTC)
            .addSecs(-offset);
    const bool isThere = moment.isValid() && moment.date().year() >= domain::earliestYear &&
                         moment.date().year() <= domain::latestYear;
    return isThere ? moment.toString(u"yyyy-MM-dd HH:mm:ss'Z'").toLatin1() : QByteArray();
}

icaltimetype timeIn(icalproperty *property)
{
    switch (icalproperty_isa(property)) {
    case ICAL_DUE_PROPERTY:
        return icalproperty_get_due(property);
    case ICAL_DTSTART_PROPERTY:
        return icalproperty_get_dtstart(property);
    case ICAL_COMPLETED_PROPERTY:
        return icalproperty_get_completed(property);
    case ICAL_CREATED_PROPERTY:
        return icalproperty_get_created(property);
    case ICAL_LASTMODIFIED_PROPERTY:
        return icalproperty_get_lastmodified(property);
    case ICAL_DTSTAMP_PROPERTY:
        return icalproperty_get_dtstamp(property);
    default:
        return icaltime_null_time();
    }
}

} // namespace

QByteArray valueOf(icalproperty *property)
{
    char *text = icalproperty_get_value_as_string_r(property);
    QByteArray value(text);
    icalmemory_free_buffer(text);
    return value;
}

QByteArray textOf(icalproperty *property)
{
    icalvalue *value = icalproperty_get_value(property);
    switch (value ? icalvalue_isa(value) : ICAL_NO_VALUE) {
    case ICAL_TEXT_VALUE:
        return icalvalue_get_text(value);
    case ICAL_X_VALUE:
        return icalvalue_get_x(value);
    default:
        return valueOf(property);
    }
}

QByteArray timeOf(icalproperty *property, const CalendarZones &zones, const char *utc)
{
    const icaltimetype time = timeIn(property);
    if (icaltime_is_null_time(time))
        return valueOf(property); // for the report
    QByteArray text = QString::asprintf("%04d-%02d-%02d", time.year, time.month, time.day).toLatin1();
    if (time.is_date)
        return text;
    text += QString::asprintf(" %02d:%02d:%02d", time.hour, time.minute, time.second).toLatin1();
    if (icaltime_is_utc(time))
        return text + utc;
    const QByteArray id = zoneIdOf(property);
    if (const QByteArray zone = zones.nameOf(id); !zone.isEmpty())
        return text + ' ' + zone;
    const auto offset = zones.offsetOf(id, time);
    const QByteArray moment = offset ? momentText(time, *offset) : QByteArray();
    return moment.isEmpty() ? text : moment;
}

bool isInUnknownZone(icalproperty *property, const CalendarZones &zones)
{
    const icaltimetype time = timeIn(property);
    const QByteArray id = zoneIdOf(property);
    return !id.isEmpty() && !icaltime_is_null_time(time) && !time.is_date && !icaltime_is_utc(time) &&
           zones.nameOf(id).isEmpty() && !zones.offsetOf(id, time);
}

QByteArray endByDuration(icalcomponent *todo, const CalendarZones &zones, const char *utc)
{
    icalproperty *start = icalcomponent_get_first_property(todo, ICAL_DTSTART_PROPERTY);
    icalproperty *length = icalcomponent_get_first_property(todo, ICAL_DURATION_PROPERTY);
    if (!start || !length || icalcomponent_get_first_property(todo, ICAL_DUE_PROPERTY))
        return {};
    const icaltimetype begin = icalproperty_get_dtstart(start);
    const icaldurationtype duration = icalproperty_get_duration(length);
    if (icaltime_is_null_time(begin) || icaldurationtype_is_bad_duration(duration))
        return {};
    constexpr unsigned mostWeeks = 53 * domain::latestYear; // of more the library makes fewer
    const icaltimetype over = icaltime_add(begin, duration);
    if (duration.weeks > mostWeeks || over.year < domain::earliestYear || over.year > domain::latestYear)
        return {};
    // Another one in the same zone.
    icalproperty *end = icalproperty_new_clone(start);
    icalproperty_set_dtstart(end, over);
    QByteArray time = timeOf(end, zones, utc);
    icalproperty_free(end);
    return time;
}

bool namesParent(icalproperty *property)
{
    icalparameter *kind = icalproperty_get_first_parameter(property, ICAL_RELTYPE_PARAMETER);
    return !kind || icalparameter_get_reltype(kind) == ICAL_RELTYPE_PARENT;
}

} // namespace tusk::importer
