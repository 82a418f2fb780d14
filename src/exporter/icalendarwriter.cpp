// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "exporter/todowriter.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <libical/ical.h>
#include <memory>

namespace tusk::exporter
{

namespace
{

struct ComponentDeleter {
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, ComponentDeleter>;

// A property of ours. The library asks for what it is called apart from what it holds.
icalproperty *ownProperty(const char *name, const QByteArray &value)
{
    icalproperty *property = icalproperty_new_x(value.constData());
    icalproperty_set_x_name(property, name);
    return property;
}

// The library takes blanks from the end of every value that it reads: in a JSON array they stay.
bool needsArray(const QByteArray &text)
{
    const QByteArrayView view(text);
    return view.trimmed().size() < view.size() || view.startsWith("[\"");
}

QByteArray asArray(const QByteArray &text)
{
    const QJsonArray array{QString::fromUtf8(text)};
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

// What the library has allocated as a text.
QByteArray taken(char *text)
{
    QByteArray bytes(text);
    icalmemory_free_buffer(text);
    return bytes;
}

int numberIn(const QByteArray &text, qsizetype at, qsizetype size)
{
    return text.mid(at, size).toInt();
}

// “2026-01-12” and “10:00:00”, or nothing.
icaltimetype timeFrom(const QByteArray &date, const QByteArray &time)
{
    icaltimetype value = icaltime_null_time();
    value.year = numberIn(date, 0, 4);
    value.month = numberIn(date, 5, 2);
    value.day = numberIn(date, 8, 2);
    value.is_date = time.isEmpty() ? 1 : 0;
    value.hour = numberIn(time, 0, 2);
    value.minute = numberIn(time, 3, 2);
    value.second = numberIn(time, 6, 2);
    return value;
}

// “2026-01-12T10:00:00.000Z”
icaltimetype instantFrom(const QByteArray &text)
{
    icaltimetype value = timeFrom(text.left(10), text.mid(11, 8));
    value.zone = icaltimezone_get_utc_timezone();
    return value;
}

// A VTODO with as much of a todo as the standard has properties for; what it has none for stands in
// properties of ours, which other programs pass over.
class TodoComponent final
{
public:
    explicit TodoComponent(const ExportedTodo &todo)
        : m_todo(todo)
        , m_component(icalcomponent_new(ICAL_VTODO_COMPONENT))
    {
    }

    QByteArray text()
    {
        add(icalproperty_new_uid(m_todo.id.constData()));
        add(icalproperty_new_dtstamp(instantFrom(m_todo.updatedAt)));
        addTexts();
        addState();
        addMoment(m_todo.due, icalproperty_new_due);
        addMoment(m_todo.start, icalproperty_new_dtstart);
        addRepeat();
        if (!m_todo.parent.isEmpty())
            add(icalproperty_new_relatedto(m_todo.parent.constData()));
        addInstants();
        addOwn("X-TUSK-LIST", m_todo.list.value_or(QByteArray()));
        addOwn("X-TUSK-POSITION", m_todo.position);
        QByteArray text = taken(icalcomponent_as_ical_string_r(m_component.get()));
        text.insert(text.lastIndexOf("END:"), categories());
        return text;
    }

private:
    // In CATEGORIES the library takes a comma for the end of a name, always; in other texts it does not.
    [[nodiscard]] QByteArray categories() const
    {
        QByteArray lines;
        for (const QString &tag : m_todo.tags) {
            icalproperty *description = icalproperty_new_description(tag.toUtf8().constData());
            lines += taken(icalproperty_as_ical_string_r(description))
                         .replace(0, QByteArrayView("DESCRIPTION").size(), "CATEGORIES");
            icalproperty_free(description);
        }
        return lines;
    }

    void add(icalproperty *property) { icalcomponent_add_property(m_component.get(), property); }

    void addOwn(const char *name, const QByteArray &value)
    {
        if (!value.isEmpty())
            add(ownProperty(name, needsArray(value) ? asArray(value) : value));
    }

    void addTexts()
    {
        add(icalproperty_new_summary(m_todo.title.constData()));
        if (!m_todo.notes.isEmpty())
            add(icalproperty_new_description(m_todo.notes.constData()));
        if (needsArray(m_todo.title))
            addOwn("X-TUSK-TITLE", m_todo.title);
        if (needsArray(m_todo.notes))
            addOwn("X-TUSK-NOTES", m_todo.notes);
    }

    void addState()
    {
        constexpr int priorities[] = {0, 9, 5, 1};
        if (m_todo.priority > 0)
            add(icalproperty_new_priority(priorities[m_todo.priority]));
        if (!m_todo.deletedAt.isEmpty())
            add(icalproperty_new_status(ICAL_STATUS_CANCELLED));
        else
            add(icalproperty_new_status(m_todo.completedAt.isEmpty() ? ICAL_STATUS_NEEDSACTION
                                                                     : ICAL_STATUS_COMPLETED));
        if (m_todo.completedAt.isEmpty())
            return;
        add(icalproperty_new_completed(instantFrom(m_todo.completedAt)));
        add(icalproperty_new_percentcomplete(100));
    }

    void addMoment(const ExportedMoment &moment, icalproperty *(*make)(icaltimetype))
    {
        if (moment.date.isEmpty())
            return;
        icaltimetype time = timeFrom(moment.date, moment.time);
        const bool isUtc = moment.zone == "UTC";
        if (isUtc)
            time.zone = icaltimezone_get_utc_timezone();
        icalproperty *property = make(time);
        if (!moment.time.isEmpty() && !isUtc)
            icalproperty_add_parameter(property, icalparameter_new_tzid(moment.zone.constData()));
        add(property);
    }

    void addRepeat()
    {
        if (m_todo.repeat.isEmpty())
            return;
        icalrecurrencetype rule = icalrecurrencetype_from_string(m_todo.repeat.constData());
        const bool isRule = rule.freq != ICAL_NO_RECURRENCE;
        if (isRule)
            add(icalproperty_new_rrule(rule));
        // In our own words where the library says it otherwise.
        if (!isRule || taken(icalrecurrencetype_as_string_r(&rule)) != m_todo.repeat)
            addOwn("X-TUSK-REPEAT", m_todo.repeat);
    }

    // The standard knows no parts of a second.
    void addInstants()
    {
        add(icalproperty_new_created(instantFrom(m_todo.createdAt)));
        add(icalproperty_new_lastmodified(instantFrom(m_todo.updatedAt)));
        for (const auto &[name, instant] :
             {std::pair{"X-TUSK-COMPLETED", m_todo.completedAt},
              std::pair{"X-TUSK-CREATED", m_todo.createdAt}, std::pair{"X-TUSK-UPDATED", m_todo.updatedAt}}) {
            if (!instant.endsWith(".000Z"))
                addOwn(name, instant);
        }
        addOwn("X-TUSK-DELETED", m_todo.deletedAt);
    }

    const ExportedTodo &m_todo;
    Component m_component;
};

// What a zone that is named in the file means, for programs that do not know it.
QByteArray zoneText(const QByteArray &name)
{
    icaltimezone *zone = icaltimezone_get_builtin_timezone(name.constData());
    icalcomponent *known = zone ? icaltimezone_get_component(zone) : nullptr;
    if (!known)
        return {};
    const Component component(icalcomponent_new_clone(known));
    if (icalproperty *id = icalcomponent_get_first_property(component.get(), ICAL_TZID_PROPERTY))
        icalproperty_set_tzid(id, name.constData());
    return taken(icalcomponent_as_ical_string_r(component.get()));
}

// RFC 5545.
class ICalendarWriter final : public TodoWriter
{
public:
    ICalendarWriter() { icalerror_set_errors_are_fatal(false); }

    QByteArray begin(const ExportHeader &header) override
    {
        QByteArray bytes = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Tusk//Tusk//EN\r\n";
        bytes += nameText(header.title);
        for (const QByteArray &zone : header.zones)
            bytes += zoneText(zone);
        return bytes;
    }

    QByteArray add(const ExportedTodo &todo) override { return TodoComponent(todo).text(); }

    QByteArray end() override { return "END:VCALENDAR\r\n"; }

private:
    static QByteArray nameText(const QString &name)
    {
        icalproperty *property = ownProperty("X-WR-CALNAME", name.toUtf8());
        QByteArray text = taken(icalproperty_as_ical_string_r(property));
        icalproperty_free(property);
        return text;
    }
};

} // namespace

std::unique_ptr<TodoWriter> makeICalendarWriter()
{
    return std::make_unique<ICalendarWriter>();
}

} // namespace tusk::exporter
