// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/todoist.h"

#include "base/nodestructor.h"
#include "importer/text/todotable.h"
#include "importer/texts.h"
#include "importer/values/timetext.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace tusk::importer
{

using namespace Qt::StringLiterals;
using base::Result;

namespace
{

constexpr std::array months{"jan"_L1, "feb"_L1, "mar"_L1, "apr"_L1, "may"_L1, "jun"_L1,
                            "jul"_L1, "aug"_L1, "sep"_L1, "oct"_L1, "nov"_L1, "dec"_L1};
constexpr std::array days{"mon"_L1, "tue"_L1, "wed"_L1, "thu"_L1, "fri"_L1, "sat"_L1, "sun"_L1};
constexpr std::array dayCodes{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

template <size_t N>
std::optional<int> indexIn(const std::array<QLatin1StringView, N> &names, const QString &word)
{
    const auto *found =
        std::ranges::find_if(names, [&word](QLatin1StringView name) { return word.startsWith(name); });
    return found == names.end() ? std::nullopt : std::optional(int(found - names.begin()));
}

QByteArray clockOf(const QString &words)
{
    static const base::NoDestructor<QRegularExpression> form(
        u"\\b(\\d{1,2}):(\\d{2})\\s*(am|pm)?\\b|\\b(\\d{1,2})\\s*(am|pm)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form->match(words);
    if (!match.hasMatch())
        return {};
    const bool isShort = match.captured(1).isEmpty();
    int hour = match.captured(isShort ? 4 : 1).toInt();
    const int minute = isShort ? 0 : match.captured(2).toInt();
    const QString half = match.captured(isShort ? 5 : 3).toLower();
    if (!half.isEmpty())
        hour = hour % 12 + (half == "pm"_L1 ? 12 : 0);
    return QString::asprintf(" %02d:%02d", hour, minute).toLatin1();
}

// What “every” may be followed by, once numbers are out of it.
QByteArray frequencyOf(const QString &unit)
{
    static constexpr std::array<std::pair<QLatin1StringView, const char *>, 4> units{
        {{"day"_L1, "DAILY"}, {"week"_L1, "WEEKLY"}, {"month"_L1, "MONTHLY"}, {"year"_L1, "YEARLY"}}};
    for (const auto &[word, frequency] : units) {
        if (unit == word || (unit.startsWith(word) && unit.sliced(word.size()) == u's'))
            return frequency;
    }
    return {};
}

QByteArray weekdaysOf(const QString &text)
{
    static const base::NoDestructor<QRegularExpression> between(u"[\\s,]+(and\\s+)?"_s);
    QByteArray codes;
    for (const QString &word : text.split(*between, Qt::SkipEmptyParts)) {
        const auto day = indexIn(days, word);
        if (!day)
            return {};
        codes += (codes.isEmpty() ? "" : ",") + QByteArray(dayCodes[size_t(*day)]);
    }
    return codes;
}

// “2” and “weeks”; “” and “mon, wed”.
QByteArray ruleOf(const QString &number, const QString &unit)
{
    const int interval = number == "other"_L1 ? 2 : number.isEmpty() ? 1 : number.toInt();
    const QByteArray suffix = interval > 1 ? ";INTERVAL=" + QByteArray::number(interval) : QByteArray();
    if (interval == 0)
        return {};
    if (unit == "weekday"_L1 || unit == "workday"_L1)
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
    if (const QByteArray frequency = frequencyOf(unit); !frequency.isEmpty())
        return "FREQ=" + frequency + suffix;
    const QByteArray weekdays = weekdaysOf(unit);
    return weekdays.isEmpty() ? QByteArray() : "FREQ=WEEKLY" + suffix + ";BYDAY=" + weekdays;
}

// Where it is said until when something repeats; -1: nowhere.
qsizetype endIn(const QString &words)
{
    static const base::NoDestructor<QRegularExpression> end(u"\\b(until|ending)\\b"_s,
                                                            QRegularExpression::CaseInsensitiveOption);
    return words.indexOf(*end);
}

// That day is no day on which it is due.
QString withoutEnd(const QString &words)
{
    const qsizetype end = endIn(words);
    return end < 0 ? words : words.first(end);
}

// A day without a year is the next one.
QByteArray untilOf(const QString &words, const QDate &written)
{
    const qsizetype end = endIn(words);
    if (end < 0)
        return {};
    const QString last = words.sliced(end).section(u' ', 1);
    const auto dayIn = [&last](int year) {
        return QDate::fromString(QString::fromLatin1(dateFromWords(last, year).left(10)), Qt::ISODate);
    };
    const QDate day = dayIn(written.year());
    const QDate next = day < written ? dayIn(written.year() + 1) : day;
    return next.isValid() ? ";UNTIL=" + next.toString(u"yyyyMMdd"_s).toLatin1() : QByteArray();
}

// One file.
class TodoistReader final
{
public:
    TodoistReader(TextReading &reading, CsvReader &records, const CsvRecord &heading)
        : m_reading(reading)
        , m_records(records)
        , m_heading(heading)
        , m_todos(reading)
    {
    }

    Result<void> run()
    {
        auto made = m_todos.open(u"todoist"_s, {u"id"_s, u"title"_s, u"notes"_s, u"priority"_s, u"due"_s,
                                                u"repeat"_s, u"list"_s, u"parent"_s, u"tags"_s});
        if (!made)
            return made;
        m_reading.remarks.append(
            Text::tr("Todoist does not write down which todos are completed, nor who is responsible."));
        while (true) {
            const auto record = m_records.next();
            if (!record) {
                if (auto flushed = atEnd(); !flushed)
                    return flushed;
                return m_reading.damaged(record.error());
            }
            if (!*record)
                return atEnd();
            if (auto taken = take(**record); !taken)
                return taken;
        }
    }

private:
    [[nodiscard]] QString value(const CsvRecord &record, QByteArrayView name) const
    {
        for (qsizetype i = 0; i < std::min(m_heading.size(), record.size()); ++i) {
            if (m_heading.at(i).trimmed().compare(name, Qt::CaseInsensitive) == 0)
                return m_reading.decoded(record.at(i));
        }
        return {};
    }

    Result<void> take(const CsvRecord &record)
    {
        const QString type = value(record, "TYPE").trimmed().toLower();
        const QString content = value(record, "CONTENT");
        if (type == "section"_L1) {
            m_section = content.simplified();
            m_isBeforeTask = true;
            keepForNextTodo(value(record, "DESCRIPTION"));
            return {};
        }
        if (type == "note"_L1) {
            if (m_isBeforeTask)
                keepForNextTodo(content);
            else
                addNote(content);
            return {};
        }
        if (type != "task"_L1)
            return {}; // lines that only part what is there
        if (auto flushed = flush(); !flushed)
            return flushed;
        begin(record, content);
        return {};
    }

    // What is said of a project or a section, which have no notes here.
    void keepForNextTodo(const QString &text)
    {
        if (text.trimmed().isEmpty())
            return;
        m_kept.append(m_section.isEmpty()
                          ? Text::tr("About the project in Todoist: %1").arg(text)
                          : Text::tr("About the section “%1” in Todoist: %2").arg(m_section, text));
    }

    void addWhatWasKept()
    {
        m_hasKept |= !m_kept.isEmpty();
        for (const QString &text : std::exchange(m_kept, {}))
            addNote(text);
    }

    // Behind the last task there is none to come.
    Result<void> atEnd()
    {
        if (m_todo)
            addWhatWasKept();
        if (m_hasKept)
            m_reading.remarks.append(Text::tr("What Todoist says of a project or a section is in the notes "
                                              "of the first todo there."));
        return flush();
    }

    void begin(const CsvRecord &record, const QString &content)
    {
        m_isBeforeTask = false;
        m_todo.emplace(m_todos.newTodo());
        const QStringList tags = takeTexts(record, content);
        m_todo->set(textcolumns::tags,
                    namesAsJson(m_section.isEmpty() ? tags : tags + QStringList(m_section)));
        // 1 is the most urgent, 4 the usual.
        const int urgency = value(record, "PRIORITY").toInt();
        m_todo->set(textcolumns::priority,
                    QByteArray::number(urgency == 0 ? 0 : std::clamp(4 - urgency, 0, 3)));
        m_todo->set(textcolumns::list, listName().toUtf8());
        takeDate(record);
        takeTheRest(record);
        addWhatWasKept();
        // Todos belong to the last one before them that is less indented.
        const qsizetype depth = std::clamp<qsizetype>(value(record, "INDENT").toInt(), 1, 10) - 1;
        m_parents.resize(std::min(depth, m_parents.size()));
        const QByteArray parent = m_parents.isEmpty() ? QByteArray() : m_parents.constLast();
        m_todo->set(textcolumns::parent, parent);
        const QByteArray id =
            m_ids.idOf(m_todo->value(textcolumns::list) + '\x1f' + parent + '\x1f' + content.toUtf8());
        m_todo->set(textcolumns::id, id);
        m_parents.append(id);
    }

    // The labels are words of the title.
    QStringList takeTexts(const CsvRecord &record, const QString &content)
    {
        static const base::NoDestructor<QRegularExpression> label(
            u"(^|\\s)@([\\w-]+)(?=\\s|$)"_s, QRegularExpression::UseUnicodePropertiesOption);
        QStringList tags;
        for (auto match = label->globalMatch(content); match.hasNext();)
            tags.append(match.next().captured(2));
        const QString title = QString(content).remove(*label).trimmed();
        m_todo->set(textcolumns::title, (title.isEmpty() ? content : title).toUtf8());
        m_todo->set(textcolumns::notes, value(record, "DESCRIPTION").toUtf8());
        return tags;
    }

    void takeDate(const CsvRecord &record)
    {
        const QString words = value(record, "DATE").trimmed();
        if (words.isEmpty())
            return;
        const QByteArray date = dateFromWords(withoutEnd(words), m_reading.written.year());
        const QByteArray rule = repeatFromWords(words, m_reading.written);
        const QByteArray zone = value(record, "TIMEZONE").trimmed().toLatin1();
        const bool hasClock = date.contains(':');
        m_todo->set(textcolumns::due, hasClock && zone.contains('/') ? date + ' ' + zone : date);
        m_todo->set(textcolumns::repeat, rule);
        // What is not understood is not lost.
        static const base::NoDestructor<QRegularExpression> every(u"\\bevery?\\b|\\bafter\\b"_s,
                                                                  QRegularExpression::CaseInsensitiveOption);
        static const base::NoDestructor<QRegularExpression> lasting(
            u"\\bfor\\s+\\d"_s, QRegularExpression::CaseInsensitiveOption);
        const bool hasLostEnd = endIn(words) >= 0 && !rule.contains(";UNTIL=");
        const bool hasLostRule = rule.isEmpty() && words.contains(*every);
        const bool hasLostPart = !rule.isEmpty() && (hasLostEnd || words.contains(*lasting));
        if (date.isEmpty() && !hasLostRule)
            m_todos.repair(ReadRepair::Kind::UnreadableTime, u"due"_s, words.toUtf8());
        if (hasLostRule)
            m_todos.repair(ReadRepair::Kind::UnknownRepeat, u"repeat"_s, words.toUtf8());
        if (hasLostPart)
            m_todos.repair(ReadRepair::Kind::PartialRepeat, u"repeat"_s, words.toUtf8());
        if (date.isEmpty() || hasLostEnd || hasLostRule || words.contains(*lasting))
            addNote(Text::tr("Due in Todoist: %1").arg(words));
    }

    // What there is no field for.
    void takeTheRest(const CsvRecord &record)
    {
        const QString deadline = value(record, "DEADLINE").trimmed();
        if (!deadline.isEmpty())
            addNote(Text::tr("Deadline in Todoist: %1").arg(deadline));
        const QString duration = value(record, "DURATION").trimmed();
        if (!duration.isEmpty())
            addNote(Text::tr("Duration in Todoist: %1 %2")
                        .arg(duration, value(record, "DURATION_UNIT").trimmed())
                        .trimmed());
    }

    void addNote(const QString &text)
    {
        QByteArray notes = m_todo->value(textcolumns::notes);
        if (!notes.isEmpty())
            notes += "\n\n";
        m_todo->set(textcolumns::notes, notes + text.toUtf8());
    }

    // “Work [2203306141]” is what Todoist calls the file of the project Work.
    [[nodiscard]] QString listName() const
    {
        static const base::NoDestructor<QRegularExpression> number(u"\\s*\\[\\d+\\]$"_s);
        const QString name = QString(m_reading.name).remove(*number).trimmed();
        return name.compare("inbox"_L1, Qt::CaseInsensitive) == 0 ? QString() : name;
    }

    Result<void> flush()
    {
        if (!m_todo)
            return {};
        const TextTodo todo = *m_todo;
        m_todo.reset();
        return m_todos.add(todo, {});
    }

    TextReading &m_reading;
    CsvReader &m_records;
    const CsvRecord &m_heading;
    TodoTable m_todos;
    TextIds m_ids;
    QString m_section;
    QStringList m_kept; // for the notes of the next todo
    bool m_hasKept = false;
    bool m_isBeforeTask = true;     // of the project or the section
    QList<QByteArray> m_parents;    // ids, the outermost first
    std::optional<TextTodo> m_todo; // whose notes may follow
};

} // namespace

QByteArray repeatFromWords(const QString &words, const QDate &written)
{
    static const base::NoDestructor<QRegularExpression> every(
        u"\\b(every!?|after)\\s+(?:(\\d{1,3}|other)\\s+)?([a-z, ]+?)(?=\\s+(?:at|from|starting|until|ending|for|@)\\b|\\s+\\d|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = every->match(words.toLower());
    const QByteArray rule = match.hasMatch() ? ruleOf(match.captured(2), match.captured(3).trimmed()) : "";
    if (rule.isEmpty())
        return {};
    return rule + untilOf(words, written) + (match.captured(1) == "every"_L1 ? "" : ";FROM=COMPLETION");
}
QByteArray dateFromWords(const QString &words, int year)
{
    static const base::NoDestructor<QRegularExpression> iso(u"\\b(\\d{4}-\\d{2}-\\d{2})\\b"_s);
    static const base::NoDestructor<QRegularExpression> spoken(
        u"\\b(?:(\\d{1,2})\\.?\\s+([a-z]{3,9})|([a-z]{3,9})\\s+(\\d{1,2}))(?:,?\\s+(\\d{4}))?\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (const QRegularExpressionMatch match = iso->match(words); match.hasMatch())
        return match.captured(1).toLatin1() + clockOf(words);
    for (auto matches = spoken->globalMatch(words.toLower()); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const bool dayFirst = !match.captured(1).isEmpty();
        const auto month = indexIn(months, match.captured(dayFirst ? 2 : 3));
        const int named = match.captured(5).toInt();
        const QDate date(named > 0 ? named : year, month.value_or(-1) + 1,
                         match.captured(dayFirst ? 1 : 4).toInt());
        if (month && date.isValid())
            return date.toString(Qt::ISODate).toLatin1() + clockOf(words);
    }
    return {};
}

bool isTodoistHeading(const CsvRecord &record)
{
    return record.size() >= 5 && record.at(0).trimmed() == "TYPE" && record.at(1).trimmed() == "CONTENT";
}

Result<void> readTodoist(TextReading &reading, CsvReader &records, const CsvRecord &heading)
{
    TodoistReader reader(reading, records, heading);
    return reader.run();
}

} // namespace tusk::importer
