// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/calendarvalue.h"

#include "importer/text/calendarproperty.h"
#include "importer/text/calendarzones.h"
#include "importer/values/calendarlibrary.h"

#include <libical/ical.h>
#include <memory>
#include <sqlite3.h>

namespace tusk::importer
{

namespace
{

constexpr char betweenNames = '\x1f'; // and before the first: it may have a comma in it

struct CalendarDeleter {
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};

// The text that was read last: a row is asked for several of its properties.
struct LastCalendar {
    QByteArray text;
    QHash<QByteArray, QByteArray> values;
};

icalcomponent *todoIn(icalcomponent *component)
{
    return icalcomponent_isa(component) == ICAL_VTODO_COMPONENT
               ? component
               : icalcomponent_get_first_component(component, ICAL_VTODO_COMPONENT);
}

QByteArray nameOf(icalproperty *property)
{
    const bool isOwn = icalproperty_isa(property) == ICAL_X_PROPERTY;
    return QByteArray(isOwn ? icalproperty_get_x_name(property) : icalproperty_get_property_name(property))
        .toUpper();
}

QByteArray writtenIn(icalproperty *property, const CalendarZones &zones)
{
    switch (icalproperty_isa(property)) {
    case ICAL_DUE_PROPERTY:
    case ICAL_DTSTART_PROPERTY:
    case ICAL_COMPLETED_PROPERTY:
    case ICAL_CREATED_PROPERTY:
    case ICAL_LASTMODIFIED_PROPERTY:
    case ICAL_DTSTAMP_PROPERTY:
        return timeOf(property, zones);
    case ICAL_STATUS_PROPERTY:
        return valueOf(property);
    default:
        return textOf(property);
    }
}

QByteArrayView textIn(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value)); // first: it may convert
    return {text, sqlite3_value_bytes(value)};
}

void tuskCalendar(sqlite3_context *context, int, sqlite3_value **arguments)
{
    auto &last = *static_cast<LastCalendar *>(sqlite3_user_data(context));
    const QByteArrayView text = textIn(arguments[0]);
    if (text != QByteArrayView(last.text)) {
        last.text = text.toByteArray();
        last.values = valuesInCalendar(last.text);
    }
    const QByteArray value = last.values.value(textIn(arguments[1]).toByteArray());
    if (value.isEmpty())
        sqlite3_result_null(context);
    else
        sqlite3_result_text64(context, value.constData(), sqlite3_uint64(value.size()), SQLITE_TRANSIENT,
                              SQLITE_UTF8);
}

} // namespace

QHash<QByteArray, QByteArray> valuesInCalendar(const QByteArray &calendar)
{
    QHash<QByteArray, QByteArray> values;
    if (!calendar.contains("BEGIN:VTODO"))
        return values;
    prepareCalendarLibrary();
    const std::unique_ptr<icalcomponent, CalendarDeleter> whole(
        icalparser_parse_string(calendar.constData()));
    icalcomponent *todo = whole ? todoIn(whole.get()) : nullptr;
    if (!todo)
        return values;
    CalendarZones zones;
    zones.learnAll(whole.get());
    for (icalproperty *property = icalcomponent_get_first_property(todo, ICAL_ANY_PROPERTY); property;
         property = icalcomponent_get_next_property(todo, ICAL_ANY_PROPERTY)) {
        const icalproperty_kind kind = icalproperty_isa(property);
        const QByteArray name = nameOf(property);
        const QByteArray written = writtenIn(property, zones);
        if (kind == ICAL_CATEGORIES_PROPERTY) {
            if (!written.isEmpty())
                values[name] += betweenNames + written;
        } else if (!values.contains(name) && (kind != ICAL_RELATEDTO_PROPERTY || namesParent(property))) {
            values.insert(name, written);
        }
    }
    if (const QByteArray end = endByDuration(todo, zones); !end.isEmpty())
        values.insert("DUE", end);
    if (!values.contains("CREATED") && values.contains("DTSTAMP"))
        values.insert("CREATED", values.value("DTSTAMP"));
    return values;
}

void addCalendarFunction(sqlite3 *database)
{
    sqlite3_create_function_v2(database, "tusk_calendar", 2,
                               SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, new LastCalendar,
                               tuskCalendar, nullptr, nullptr,
                               [](void *last) { delete static_cast<LastCalendar *>(last); });
}

} // namespace tusk::importer
