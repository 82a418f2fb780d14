// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/icalendar.h"

#include "base/nodestructor.h"
#include "importer/source/sourcefailures.h"
#include "importer/text/calendarproperty.h"
#include "importer/text/calendarzones.h"
#include "importer/text/linereader.h"
#include "importer/text/todotable.h"
#include "importer/texts.h"
#include "importer/values/calendarlibrary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <libical/ical.h>
#include <memory>
#include <utility>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

constexpr int mostOpenComponents = 20; // one within another
constexpr qsizetype longestZone = 1 << 20;
constexpr qsizetype mostOthers = 200; // names of properties that have no field

struct ComponentDeleter {
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, ComponentDeleter>;

struct PropertyDeleter {
    void operator()(icalproperty *property) const { icalproperty_free(property); }
};

// Of a property that Tusk has written: in a JSON array where it ends with blanks, which the library would
// take away.
QByteArray ownTextOf(icalproperty *property)
{
    QByteArray text = textOf(property);
    if (!text.startsWith("[\""))
        return text;
    return QJsonDocument::fromJson(text).array().first().toString().toUtf8();
}

// The library puts a remark where a value was that it cannot read: “Can't parse as DATE-TIME value in DUE
// property. Removing entire property: tomorrow” becomes “DUE: tomorrow”.
QString unreadableIn(icalproperty *remark)
{
    static const base::NoDestructor<QRegularExpression> form(u"in (\\S+) property\\..*?: ?(.*)$"_s,
                                                             QRegularExpression::DotMatchesEverythingOption);
    const QString text = QString::fromUtf8(textOf(remark));
    const QRegularExpressionMatch match = form->match(text);
    return match.hasMatch() ? u"%1: %2"_s.arg(match.captured(1), match.captured(2)) : text;
}

// Says nothing about a todo but to programs; PUBLIC is what has no class, too.
bool isBookkeeping(icalproperty *property)
{
    const icalproperty_kind kind = icalproperty_isa(property);
    return kind == ICAL_SEQUENCE_PROPERTY || kind == ICAL_TRANSP_PROPERTY ||
           (kind == ICAL_CLASS_PROPERTY && valueOf(property) == "PUBLIC");
}

// What the line of a BEGIN or END is about; empty: it is neither.
QByteArray componentIn(const QByteArray &line, QByteArrayView word)
{
    const bool isIt = line.size() > word.size() && qstrnicmp(line.constData(), word.data(), word.size()) == 0;
    return isIt ? line.sliced(word.size()).trimmed().toUpper() : QByteArray();
}

class CalendarReader final
{
public:
    explicit CalendarReader(TextReading &reading)
        : m_reading(reading)
        , m_todos(reading)
    {
    }

    Result<void> run()
    {
        prepareCalendarLibrary();
        LineReader lines(m_reading.text);
        while (true) {
            const auto line = lines.next();
            if (!line)
                return m_reading.damaged(line.error());
            if (!*line)
                return atEnd();
            if (auto taken = take(**line); !taken)
                return taken;
        }
    }

private:
    Result<void> atEnd()
    {
        if (m_open.isEmpty() && m_isCalendar) {
            sayWhatWasPassedOver();
            return openTable();
        }
        return m_reading.damaged(damagedFile(m_reading.text.file(), u"the file ends within a calendar"_s));
    }

    Result<void> take(const QByteArray &line)
    {
        const QByteArray begun = componentIn(line, "BEGIN:");
        const QByteArray ended = componentIn(line, "END:");
        const bool goesOn = m_open.size() == 1 && (line.startsWith(' ') || line.startsWith('\t'));
        if (!goesOn)
            takeHeader();
        if (!begun.isEmpty()) {
            if (m_open.size() == mostOpenComponents)
                return damagedFile(m_reading.text.file(), u"too many components within each other"_s);
            m_open.append(begun);
            m_isCalendar = true;
            m_hasEvents |= begun == "VEVENT";
            m_hasReminders |= begun == "VALARM" && m_open.contains("VTODO");
        }
        if (m_open.contains("VTODO")) {
            m_component += line + "\r\n";
            if (m_component.size() > longestText)
                return damagedFile(m_reading.text.file(), u"a todo is too long"_s);
        } else if (m_open.size() == 1) {
            m_header += goesOn ? line.sliced(1) : line;
            if (m_header.size() > longestText)
                return damagedFile(m_reading.text.file(), u"a line is too long"_s);
        } else if (m_open.size() > 1 && m_open.at(1) == "VTIMEZONE" && m_zone.size() < longestZone) {
            m_zone += line + "\r\n";
        }
        if (ended.isEmpty())
            return {};
        if (m_open.isEmpty() || m_open.constLast() != ended)
            return m_reading.damaged(damagedFile(
                m_reading.text.file(), u"%1 ends without having begun"_s.arg(QString::fromUtf8(ended))));
        m_open.removeLast();
        if (ended == "VTIMEZONE")
            takeZone();
        return ended == "VTODO" && !m_open.contains("VTODO") ? takeTodo() : Result<void>();
    }

    // A part of one is none.
    void takeZone()
    {
        const QByteArray text = std::exchange(m_zone, {});
        const Component zone(text.size() < longestZone ? icalparser_parse_string(text.constData()) : nullptr);
        if (zone && icalcomponent_isa(zone.get()) == ICAL_VTIMEZONE_COMPONENT)
            m_zones.learn(zone.get());
    }

    // A line of the calendar itself, which may have been folded into several.
    void takeHeader()
    {
        const QByteArray line = std::exchange(m_header, {});
        if (line.startsWith("PRODID") && line.contains("//Tusk//"))
            m_isOurs = true;
        if (!line.startsWith("X-WR-CALNAME"))
            return;
        const std::unique_ptr<icalproperty, PropertyDeleter> name(
            icalproperty_new_from_string(line.constData()));
        if (name)
            m_name = textOf(name.get()).trimmed();
    }

    // Ours are recognised by what stands before the first todo.
    Result<void> openTable()
    {
        if (m_isOpen)
            return {};
        m_isOpen = true;
        return m_todos.open(m_isOurs ? u"icalendar_tusk"_s : u"icalendar"_s,
                            {u"id"_s, u"title"_s, u"notes"_s, u"completed"_s, u"completed_at"_s,
                             u"created_at"_s, u"updated_at"_s, u"deleted_at"_s, u"priority"_s, u"due"_s,
                             u"start"_s, u"repeat"_s, u"list"_s, u"parent"_s, u"tags"_s, u"position"_s});
    }

    Result<void> takeTodo()
    {
        if (auto opened = openTable(); !opened)
            return opened;
        const Component component(icalparser_parse_string(m_component.constData()));
        m_component.clear();
        if (!component)
            return m_reading.damaged(damagedFile(m_reading.text.file(), u"a todo that is none"_s));
        TextTodo todo = m_todos.newTodo();
        if (!m_isOurs)
            todo.set(textcolumns::list, nameOfCalendar());
        QStringList tags;
        const QByteArray end = endByDuration(component.get(), m_zones, utcOfPlans());
        for (icalproperty *property = icalcomponent_get_first_property(component.get(), ICAL_ANY_PROPERTY);
             property; property = icalcomponent_get_next_property(component.get(), ICAL_ANY_PROPERTY)) {
            if (icalproperty_isa(property) == ICAL_CATEGORIES_PROPERTY)
                tags.append(m_reading.decoded(textOf(property)));
            else if (icalproperty_isa(property) != ICAL_DURATION_PROPERTY || end.isEmpty())
                takeProperty(property, todo);
        }
        if (!end.isEmpty())
            todo.set(textcolumns::due, end);
        todo.set(textcolumns::tags, namesAsJson(tags));
        const QByteArray written = std::exchange(m_written, {});
        if (todo.value(textcolumns::createdAt).isEmpty() && !m_isOurs)
            todo.set(textcolumns::createdAt, written);
        if (const QByteArray unread = std::exchange(m_unread, {}); !unread.isEmpty()) {
            const QByteArray notes = todo.value(textcolumns::notes);
            todo.set(textcolumns::notes, notes.isEmpty() ? unread : notes + "\n\n" + unread);
        }
        if (auto taken = takeRest(todo); !taken)
            return taken;
        if (todo.value(textcolumns::completed).isEmpty() && !todo.value(textcolumns::completedAt).isEmpty())
            todo.set(textcolumns::completed, "1");
        // Other programs see what is in the Trash as given up.
        if (m_isOurs)
            todo.set(textcolumns::completed, todo.value(textcolumns::completedAt).isEmpty() ? "0" : "1");
        return m_todos.add(todo, todo.value(textcolumns::title));
    }

    // What has no field, in columns of its own.
    Result<void> takeRest(TextTodo &todo)
    {
        const auto rest = std::exchange(m_rest, {});
        for (const auto &[name, value] : rest) {
            if (!m_todos.hasColumn(name)) {
                if (++m_others > mostOthers) {
                    passOver(name);
                    continue;
                }
                if (auto added = m_todos.addColumn(name, todo); !added)
                    return added;
            }
            const QByteArray before = todo.value(name);
            todo.set(name, before.isEmpty() ? value : before + '\n' + value);
        }
        return {};
    }

    void sayWhatWasPassedOver()
    {
        if (!m_passedOver.isEmpty()) {
            QStringList names(m_passedOver.cbegin(), m_passedOver.cend());
            names.sort();
            m_reading.remarks.append(Text::tr("Not taken over: %1.").arg(names.join(u", "_s)));
        }
        if (m_hasReminders)
            m_reading.remarks.append(Text::tr("The calendar's reminders are not taken over."));
        if (m_hasEvents)
            m_reading.remarks.append(Text::tr("The calendar's events are no todos and were not taken."));
    }

    [[nodiscard]] QByteArray nameOfCalendar() const
    {
        const QByteArray name = m_name.isEmpty() ? m_reading.name.toUtf8() : m_name;
        return name.compare("inbox", Qt::CaseInsensitive) == 0 ? QByteArray() : name;
    }

    void takeProperty(icalproperty *property, TextTodo &todo)
    {
        switch (icalproperty_isa(property)) {
        case ICAL_UID_PROPERTY:
            return todo.set(textcolumns::id, textOf(property));
        case ICAL_SUMMARY_PROPERTY:
            return todo.set(textcolumns::title, textOf(property));
        case ICAL_DESCRIPTION_PROPERTY:
            return todo.set(textcolumns::notes, textOf(property));
        case ICAL_STATUS_PROPERTY:
            return todo.set(textcolumns::completed, valueOf(property));
        case ICAL_PERCENTCOMPLETE_PROPERTY:
            return takePercent(property, todo);
        case ICAL_PRIORITY_PROPERTY:
            return todo.set(textcolumns::priority, valueOf(property));
        case ICAL_RRULE_PROPERTY:
            if (!todo.value(textcolumns::repeat).isEmpty())
                return takeOther(property); // a todo has one
            return todo.set(textcolumns::repeat, valueOf(property));
        case ICAL_RELATEDTO_PROPERTY:
            return takeRelation(property, todo);
        case ICAL_X_PROPERTY:
            return takeOwn(property, todo);
        case ICAL_XLICERROR_PROPERTY:
            return takeUnreadable(unreadableIn(property));
        default:
            return takeTime(property, todo);
        }
    }

    // That all or nothing of it is done, is said by whether it is.
    void takePercent(icalproperty *property, TextTodo &todo)
    {
        const QByteArray percent = valueOf(property);
        if (percent == "100" && todo.value(textcolumns::completed).isEmpty())
            todo.set(textcolumns::completed, "1");
        if (percent != "0" && percent != "100")
            takeOther(property);
    }

    // “DUE: tomorrow”
    void takeUnreadable(const QString &said)
    {
        using Kind = ReadRepair::Kind;
        struct Repaired {
            QLatin1StringView property;
            Kind kind;
            const char16_t *column;
        };
        static constexpr Repaired all[] = {{"DUE"_L1, Kind::UnreadableTime, textcolumns::due},
                                           {"DTSTART"_L1, Kind::UnreadableTime, textcolumns::start},
                                           {"DURATION"_L1, Kind::UnreadableTime, textcolumns::due},
                                           {"COMPLETED"_L1, Kind::AssumedTime, textcolumns::completedAt},
                                           {"CREATED"_L1, Kind::AssumedTime, textcolumns::createdAt},
                                           {"LAST-MODIFIED"_L1, Kind::AssumedTime, textcolumns::updatedAt},
                                           {"RRULE"_L1, Kind::UnknownRepeat, textcolumns::repeat}};
        for (const auto &[property, kind, column] : all) {
            if (said.section(u':', 0, 0) == property)
                m_todos.repair(kind, QString::fromUtf16(column), said.section(u':', 1).trimmed().toUtf8());
        }
        addNote(Text::tr("Could not be read: %1").arg(said));
    }

    // DESCRIPTION may come later.
    void addNote(const QString &text)
    {
        if (!m_unread.isEmpty())
            m_unread += '\n';
        m_unread += text.toUtf8();
    }

    void takeRelation(icalproperty *property, TextTodo &todo)
    {
        if (namesParent(property))
            todo.set(textcolumns::parent, textOf(property));
        else
            takeOther(property);
    }

    void takeTime(icalproperty *property, TextTodo &todo)
    {
        switch (icalproperty_isa(property)) {
        case ICAL_DUE_PROPERTY:
            return takePlan(property, textcolumns::due, todo);
        case ICAL_DTSTART_PROPERTY:
            return takePlan(property, textcolumns::start, todo);
        case ICAL_COMPLETED_PROPERTY:
            return todo.set(textcolumns::completedAt, timeOf(property, m_zones));
        case ICAL_CREATED_PROPERTY:
            return todo.set(textcolumns::createdAt, timeOf(property, m_zones));
        case ICAL_LASTMODIFIED_PROPERTY:
            return todo.set(textcolumns::updatedAt, timeOf(property, m_zones));
        case ICAL_DTSTAMP_PROPERTY:
            m_written = timeOf(property, m_zones);
            return;
        default:
            if (!isBookkeeping(property))
                takeOther(property);
        }
    }

    void takeOther(icalproperty *property)
    {
        const QString name = QString::fromLatin1(icalproperty_get_property_name(property)).toUpper();
        // Pictures and the like, and what is called like a column of ours.
        const bool isEncoded = icalproperty_get_first_parameter(property, ICAL_ENCODING_PARAMETER) != nullptr;
        if (isEncoded || name.isEmpty() || m_todos.hasColumn(name.toLower()))
            passOver(name);
        else
            m_rest.append({name, textOf(property)});
    }

    void passOver(const QString &name)
    {
        if (m_passedOver.size() < mostOthers)
            m_passedOver.insert(name);
    }

    // What other programs have no property for, and what single ones of them have one of their own for.
    void takeOwn(icalproperty *property, TextTodo &todo)
    {
        static constexpr std::pair<QByteArrayView, const char16_t *> own[] = {
            {"X-TUSK-TITLE", textcolumns::title},
            {"X-TUSK-NOTES", textcolumns::notes},
            {"X-TUSK-LIST", textcolumns::list},
            {"X-TUSK-DELETED", textcolumns::deletedAt},
            {"X-TUSK-POSITION", textcolumns::position},
            {"X-TUSK-REPEAT", textcolumns::repeat},
            {"X-TUSK-COMPLETED", textcolumns::completedAt},
            {"X-TUSK-CREATED", textcolumns::createdAt},
            {"X-TUSK-UPDATED", textcolumns::updatedAt}};
        const char *name = icalproperty_get_x_name(property);
        for (const auto &[word, column] : own) {
            if (name && word == QByteArrayView(name))
                return todo.set(column, ownTextOf(property));
        }
        takeOther(property);
    }

    // We write so what is due at a time in that very zone; others mean a moment of the whole world.
    [[nodiscard]] const char *utcOfPlans() const { return m_isOurs ? " UTC" : "Z"; }
    void takePlan(icalproperty *property, const char16_t *column, TextTodo &todo)
    {
        todo.set(column, timeOf(property, m_zones, utcOfPlans()));
        if (isInUnknownZone(property, m_zones))
            m_todos.repair(ReadRepair::Kind::UnknownZone, QString::fromUtf16(column),
                           QByteArray(icalproperty_as_ical_string(property)).trimmed());
    }

    TextReading &m_reading;
    TodoTable m_todos;
    QList<QByteArray> m_open; // components, the outermost first
    QByteArray m_component;   // a VTODO under way
    QByteArray m_zone;        // a VTIMEZONE under way
    CalendarZones m_zones;
    QByteArray m_header;                          // a line of the calendar under way
    QByteArray m_name;                            // of the calendar
    QByteArray m_written;                         // when the todo under way was
    QByteArray m_unread;                          // of the todo under way: what makes no sense
    QList<std::pair<QString, QByteArray>> m_rest; // of it: what has no field
    qsizetype m_others = 0;                       // columns that were made for that
    QSet<QString> m_passedOver;
    bool m_hasEvents = false;
    bool m_hasReminders = false;
    bool m_isCalendar = false;
    bool m_isOurs = false;
    bool m_isOpen = false; // the table
};

} // namespace

Result<void> readICalendar(TextReading &reading)
{
    CalendarReader reader(reading);
    return reader.run();
}

bool isICalendar(const QByteArray &sample)
{
    return sample.trimmed().left(15).compare("BEGIN:VCALENDAR", Qt::CaseInsensitive) == 0;
}

} // namespace tusk::importer
