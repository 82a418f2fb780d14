// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/todoshapes.h"

#include "importer/convert/canonical.h"
#include "support/oldfiles/samplefile.h"
#include "support/oldfiles/textsamples.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QUuid>

#include <algorithm>
#include <array>

namespace tusk::tests
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 dayLength = 86'400'000;

QString randomText(std::mt19937 &random, int most)
{
    static const QString pieces[] = {u"milk"_s,  u"Grüße"_s,      u"🐘"_s,      u"it's"_s,  u"\\N"_s,
                                     u"a\\tb"_s, u"\"quoted\""_s, u"日本語"_s, u"100 %"_s, u"$1"_s,
                                     u"שלום"_s,  u"0"_s,          u"NULL"_s,   u";--"_s};
    QStringList words;
    for (auto count = random() % quint32(most) + 1; count > 0; --count)
        words.append(pieces[random() % std::size(pieces)]);
    return words.join(u' ');
}

RandomTodo randomTodo(std::mt19937 &random)
{
    constexpr qint64 since = 1'600'000'000'000;
    RandomTodo todo;
    todo.title = "x "_L1 + randomText(random, 6);
    todo.notes = random() % 2 ? randomText(random, 30) : QString();
    todo.isDone = random() % 3 == 0;
    todo.created = since + qint64(random() % 150'000'000) * 1000;
    todo.completed = todo.created + qint64(random() % 1'000'000) * 1000;
    if (random() % 2) {
        todo.dueDay = (since / dayLength + qint64(random() % 2000)) * dayLength;
        if (random() % 2)
            todo.dueTime = qint64(1 + random() % (24 * 60 - 1)) * 60'000;
        if (random() % 3 == 0)
            todo.repeat = QStringList{u"FREQ=DAILY"_s, u"FREQ=WEEKLY;INTERVAL=2"_s, u"FREQ=MONTHLY"_s}.at(
                qsizetype(random() % 3));
    }
    if (random() % 3 == 0)
        todo.startDay = (since / dayLength + qint64(random() % 2000)) * dayLength;
    todo.owner = random() % 3 ? u"ana@example.org"_s : u"jonas@example.org"_s;
    todo.priority = int(random() % 4);
    for (const QString &tag : {u"home"_s, u"work"_s, u"größer"_s}) {
        if (random() % 3 == 0)
            todo.tags.append(tag);
    }
    todo.list = QStringList{QString(), u"Home"_s, u"Söhne & Co"_s}.at(qsizetype(random() % 3));
    return todo;
}

QByteArray isoText(qint64 milliseconds, char between)
{
    return QByteArray(importer::instantText(milliseconds).first(19)).replace(10, 1, QByteArray(1, between));
}

QByteArray tagsAsJson(const RandomTodo &todo)
{
    return QJsonDocument(QJsonArray::fromStringList(todo.tags)).toJson(QJsonDocument::Compact);
}

// --- times, as programs write them
QByteArray isoText(qint64 time)
{
    return isoText(time, ' ');
}
QByteArray sixDigits(qint64 time)
{
    return isoText(time) + ".000000";
}
QByteArray sevenDigits(qint64 time)
{
    return isoText(time) + ".0000000";
}
QByteArray withBlankBeforeZone(qint64 time)
{
    return isoText(time) + ".000 +00:00";
}
QByteArray inShanghai(qint64 time)
{
    constexpr qint64 eightHours = 8 * 3'600'000;
    return isoText(time + eightHours) + "+08:00";
}
QByteArray asJavaScriptPrints(qint64 time)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
    return QLocale::c().toString(moment, u"ddd MMM dd yyyy HH:mm:ss 'GMT+0000 (UTC)'"_s).toLatin1();
}
QByteArray milliseconds(qint64 time)
{
    return QByteArray::number(time);
}
QByteArray seconds(qint64 time)
{
    return QByteArray::number(time / 1000);
}
QByteArray microseconds(qint64 time)
{
    return QByteArray::number(time * 1000);
}
QByteArray nanoseconds(qint64 time)
{
    return QByteArray::number(time * 1'000'000);
}
QByteArray dotNetTicks(qint64 time)
{
    constexpr qint64 since1 = 621'355'968'000'000'000;
    return QByteArray::number(since1 + time * 10'000);
}
QByteArray secondsSince2001(qint64 time)
{
    constexpr qint64 year2001 = 978'307'200;
    return QByteArray::number(time / 1000 - year2001);
}
QByteArray julianDays(qint64 time)
{
    constexpr double since1970 = 2'440'587.5;
    constexpr double day = 86'400'000;
    return QByteArray::number(double(time) / day + since1970, 'f', 10);
}

// --- days
QByteArray isoDay(qint64 day)
{
    return importer::dayText(day);
}
QByteArray germanDay(qint64 day)
{
    return QDateTime::fromMSecsSinceEpoch(day, Qt::UTC).toString(u"dd.MM.yyyy"_s).toLatin1();
}
QByteArray englishDay(qint64 day)
{
    return QLocale::c().toString(QDateTime::fromMSecsSinceEpoch(day, Qt::UTC), u"MMMM d, yyyy"_s).toLatin1();
}

using Writer = QByteArray (*)(qint64 time);

constexpr auto textsTable = "CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, description TEXT, "
                            "completed BOOLEAN, completed_at DATETIME, created_at DATETIME, due_date DATE, "
                            "priority TEXT, tags TEXT)";
constexpr auto insertTexts = "INSERT INTO tasks VALUES (?, ?, ?, ?, nullif(?, ''), ?, nullif(?, ''), ?, ?)";

template <Writer writeTime, Writer writeDay>
QList<QByteArray> inTexts(const RandomTodo &todo, int number)
{
    static const char *words[] = {"none", "low", "medium", "high"};
    return {QByteArray::number(number),
            todo.title.toUtf8(),
            todo.notes.toUtf8(),
            todo.isDone ? "1" : "0",
            todo.isDone ? writeTime(todo.completed) : QByteArray(),
            writeTime(todo.created),
            todo.dueDay ? writeDay(*todo.dueDay) : QByteArray(),
            words[todo.priority],
            tagsAsJson(todo)};
}

constexpr auto numbersTable =
    "CREATE TABLE todo_items (uuid TEXT PRIMARY KEY, name TEXT, notes TEXT, isDone TEXT, completedAt, "
    "createdAt, dueDate, prio INTEGER, tags TEXT)";
constexpr auto insertWholeNumbers =
    "INSERT INTO todo_items VALUES (?, ?, ?, ?, CAST(? AS INTEGER), CAST(? AS INTEGER), CAST(? AS INTEGER), "
    "CAST(? AS INTEGER), ?)";
constexpr auto insertRealNumbers =
    "INSERT INTO todo_items VALUES (?, ?, ?, ?, CAST(? AS REAL), CAST(? AS REAL), CAST(? AS REAL), "
    "CAST(? AS INTEGER), ?)";

template <Writer write>
QList<QByteArray> inNumbers(const RandomTodo &todo, int number)
{
    return {QUuid::createUuidV5({}, QByteArray::number(number)).toByteArray(QUuid::WithoutBraces),
            todo.title.toUtf8(),
            todo.notes.toUtf8(),
            todo.isDone ? "true" : "false",
            todo.isDone ? write(todo.completed) : "0",
            write(todo.created),
            todo.dueDay ? write(*todo.dueDay) : "0",
            QByteArray::number(todo.priority),
            todo.tags.join(u", "_s).toUtf8()};
}

// --- programs, with their lists, tags and subtasks

const QStringList allTags{u"home"_s, u"work"_s, u"größer"_s};

QByteArray idOf(qsizetype number)
{
    return QUuid::createUuidV5({}, QByteArray::number(number)).toByteArray(QUuid::WithoutBraces);
}
QByteArray parentIdOf(const RandomTodo &todo)
{
    return todo.parent < 0 ? QByteArray() : idOf(todo.parent + 1);
}
QByteArray zulu(qint64 time)
{
    return isoText(time, 'T') + 'Z';
}
QByteArray zuluIf(bool is, qint64 time)
{
    return is ? zulu(time) : QByteArray();
}
QByteArray dayOf(const RandomTodo &todo)
{
    return todo.dueDay ? isoDay(*todo.dueDay) : QByteArray();
}
QByteArray plainDayOf(const RandomTodo &todo)
{
    return dayOf(todo).replace("-", "");
}
QByteArray startDayOf(const RandomTodo &todo)
{
    return todo.startDay ? isoDay(*todo.startDay) : QByteArray();
}
// When it is due, also where that is the whole day.
QByteArray dueOf(const RandomTodo &todo, Writer write)
{
    return todo.dueDay ? write(*todo.dueDay + todo.dueTime) : QByteArray();
}
// The same, in another form where it is the whole day.
QByteArray dueOf(const RandomTodo &todo, Writer writeTime, Writer writeDay)
{
    return todo.dueTime > 0 ? dueOf(todo, writeTime) : dueOf(todo, writeDay);
}
QByteArray isoLocal(qint64 time)
{
    return isoText(time, 'T');
}
QByteArray compactLocal(qint64 time)
{
    return isoText(time, 'T').replace("-", "").replace(":", "");
}
QByteArray compactDay(qint64 day)
{
    return isoDay(day).replace("-", "");
}
QByteArray ownerNumberOf(const RandomTodo &todo)
{
    return todo.owner.startsWith(u'a') ? "1" : "2";
}
// By a word for daily, weekly or monthly; empty: it does not repeat.
QByteArray repeatOf(const RandomTodo &todo, const std::array<const char *, 3> &words)
{
    static const QStringList rules{u"FREQ=DAILY"_s, u"FREQ=WEEKLY;INTERVAL=2"_s, u"FREQ=MONTHLY"_s};
    const qsizetype place = rules.indexOf(todo.repeat);
    return place < 0 ? QByteArray() : QByteArray(words.at(size_t(place)));
}
QByteArray numbersOf(const RandomTodo &todo, const QByteArray &separator)
{
    QByteArrayList numbers;
    for (const QString &tag : todo.tags)
        numbers.append(QByteArray::number(allTags.indexOf(tag) + 1));
    return numbers.join(separator);
}

// Lists and tags under their own names.
void writeNames(SampleFile &file, const QString &lists, const QString &tags, const QList<RandomTodo> &todos)
{
    QSet<QString> names;
    for (const RandomTodo &todo : todos) {
        if (!todo.list.isEmpty() && !names.contains(todo.list) && !lists.isEmpty())
            file.insert(lists, {todo.list.toUtf8(), todo.list.toUtf8()});
        names.insert(todo.list);
    }
    for (qsizetype i = 0; i < allTags.size() && !tags.isEmpty(); ++i)
        file.insert(tags, {QByteArray::number(i + 1), allTags.at(i).toUtf8()});
}

void writeEarlierApp(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE users (id CHAR(32) PRIMARY KEY, email TEXT, password_hash TEXT);"
             "INSERT INTO users VALUES ('00000000000000000000000000000001', 'ana@example.org', 'x'), "
             "('00000000000000000000000000000002', 'jonas@example.org', 'x');"
             "CREATE TABLE tasks (title VARCHAR(255) NOT NULL, description TEXT, completed BOOLEAN NOT NULL, "
             "id CHAR(32) PRIMARY KEY, user_id CHAR(32) NOT NULL REFERENCES users (id), completed_at "
             "DATETIME, created_at DATETIME NOT NULL, updated_at DATETIME NOT NULL)"_s);
    int number = 0;
    for (const RandomTodo &todo : todos)
        file.insert(
            u"INSERT INTO tasks VALUES (?, nullif(?, ''), CAST(? AS INTEGER), ?, ?, nullif(?, ''), ?, ?)"_s,
            {todo.title.toUtf8(), todo.notes.toUtf8(), todo.isDone ? "1" : "0",
             idOf(++number).replace("-", ""), QByteArray(31, '0') + ownerNumberOf(todo),
             todo.isDone ? isoText(todo.completed) : QByteArray(), isoText(todo.created),
             isoText(todo.created)});
}

void writePlanify(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE Projects (id TEXT PRIMARY KEY, name TEXT); CREATE TABLE Labels (id TEXT "
             "PRIMARY KEY, name TEXT); CREATE TABLE Items (id TEXT PRIMARY KEY, content TEXT, description "
             "TEXT, due TEXT, added_at TEXT, completed_at TEXT, updated_at TEXT, project_id TEXT, "
             "parent_id TEXT, priority INTEGER, child_order INTEGER, checked INTEGER, is_deleted INTEGER, "
             "is_trash INTEGER, labels TEXT, item_type TEXT)"_s);
    writeNames(file, u"INSERT INTO Projects VALUES (?, ?)"_s, u"INSERT INTO Labels VALUES (?, ?)"_s, todos);
    int number = 0;
    const auto due = [](const RandomTodo &todo) -> QByteArray {
        const QByteArray repeat =
            repeatOf(todo, {R"("2","recurrency_interval":"1")", R"("3","recurrency_interval":"2")",
                            R"("4","recurrency_interval":"1")"});
        return R"({"date":")" + dueOf(todo, isoLocal, isoDay) + R"(","is_recurring":)" +
               (repeat.isEmpty() ? "false"_ba : QByteArray(R"(true,"recurrency_type":)" + repeat)) + '}';
    };
    for (const RandomTodo &todo : todos)
        file.insert(u"INSERT INTO Items VALUES (?, ?, ?, ?, ?, ?, '', ?, ?, CAST(? AS INTEGER), 0, CAST(? AS "
                    "INTEGER), 0, 0, ?, 'task')"_s,
                    {idOf(++number), todo.title.toUtf8(), todo.notes.toUtf8(), due(todo), zulu(todo.created),
                     zuluIf(todo.isDone, todo.completed), todo.list.toUtf8(), parentIdOf(todo),
                     QByteArray::number(todo.priority + 1), todo.isDone ? "1" : "0", numbersOf(todo, ";")});
}

void writeVikunja(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE users (id INTEGER PRIMARY KEY, username TEXT, password TEXT);INSERT INTO users "
             "VALUES (1, 'ana@example.org', 'x'), (2, 'jonas@example.org', 'x'); CREATE TABLE projects "
             "(id TEXT PRIMARY KEY, title TEXT); CREATE TABLE labels (id INTEGER PRIMARY KEY, title "
             "TEXT); CREATE TABLE label_tasks (id INTEGER PRIMARY KEY, task_id INTEGER, label_id "
             "INTEGER); CREATE TABLE task_relations (id INTEGER PRIMARY KEY, task_id INTEGER, "
             "other_task_id INTEGER, relation_kind TEXT); CREATE TABLE tasks (id INTEGER PRIMARY KEY, "
             "title TEXT, description TEXT, done INTEGER, done_at DATETIME, due_date DATETIME, project_id "
             "TEXT, priority INTEGER, created DATETIME, updated DATETIME, deleted_at DATETIME, "
             "created_by_id INTEGER, start_date DATETIME, repeat_after INTEGER, repeat_mode INTEGER)"_s);
    writeNames(file, u"INSERT INTO projects VALUES (?, ?)"_s, u"INSERT INTO labels VALUES (?, ?)"_s, todos);
    int number = 0;
    for (const RandomTodo &todo : todos) {
        const QByteArray id = QByteArray::number(++number);
        const QString notes =
            todo.notes.isEmpty() ? QString() : u"<p>%1</p>"_s.arg(todo.notes.toHtmlEscaped());
        file.insert(
            u"INSERT INTO tasks VALUES (?, ?, ?, CAST(? AS INTEGER), nullif(?, ''), nullif(?, ''), ?, "
            "CAST(? AS INTEGER), ?, ?, NULL, CAST(? AS INTEGER), nullif(?, ''), CAST(? AS INTEGER), "
            "CAST(? AS INTEGER))"_s,
            {id, todo.title.toUtf8(), notes.toUtf8(), todo.isDone ? "1" : "0",
             todo.isDone ? isoText(todo.completed) : QByteArray(), dueOf(todo, isoText), todo.list.toUtf8(),
             QByteArray::number(todo.priority), isoText(todo.created), isoText(todo.created),
             ownerNumberOf(todo), todo.startDay ? isoText(*todo.startDay) : QByteArray(),
             repeatOf(todo, {"86400", "1209600", "0"}), repeatOf(todo, {"0", "0", "1"})});
        for (const QString &tag : todo.tags)
            file.insert(u"INSERT INTO label_tasks (task_id, label_id) VALUES (?, ?)"_s,
                        {id, QByteArray::number(allTags.indexOf(tag) + 1)});
        if (todo.parent >= 0)
            file.insert(u"INSERT INTO task_relations (task_id, other_task_id, relation_kind) VALUES (?, ?, "
                        "'subtask')"_s,
                        {QByteArray::number(todo.parent + 1), id});
    }
}

void writeTaskwarrior(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(
        u"CREATE TABLE operations (id INTEGER PRIMARY KEY, data STRING); CREATE TABLE working_set (id "
        "INTEGER PRIMARY KEY, uuid STRING); CREATE TABLE tasks (uuid STRING PRIMARY KEY, data STRING)"_s);
    static constexpr std::array priorities{"", "L", "M", "H"};
    int number = 0;
    for (const RandomTodo &todo : todos) {
        const auto inSeconds = [](qint64 time) { return QString::number(time / 1000); };
        const QByteArray recur = todo.isDone ? QByteArray() : repeatOf(todo, {"daily", "2wks", "monthly"});
        QJsonObject data{{u"description"_s, todo.title},
                         {u"status"_s, todo.isDone       ? u"completed"_s
                                       : recur.isEmpty() ? u"pending"_s
                                                         : u"recurring"_s},
                         {u"entry"_s, inSeconds(todo.created)}};
        if (!todo.notes.isEmpty())
            data.insert(u"annotation_1768212001"_s, todo.notes);
        if (todo.isDone)
            data.insert(u"end"_s, inSeconds(todo.completed));
        if (todo.dueDay)
            data.insert(u"due"_s, inSeconds(*todo.dueDay + todo.dueTime));
        if (!recur.isEmpty())
            data.insert(u"recur"_s, QString::fromLatin1(recur));
        if (todo.startDay)
            data.insert(u"wait"_s, inSeconds(*todo.startDay));
        if (todo.priority > 0)
            data.insert(u"priority"_s, QLatin1StringView(priorities.at(size_t(todo.priority))));
        if (!todo.list.isEmpty())
            data.insert(u"project"_s, todo.list);
        for (const QString &tag : todo.tags)
            data.insert("tag_"_L1 + tag, QString());
        file.insert(u"INSERT INTO tasks VALUES (?, ?)"_s,
                    {idOf(++number), QJsonDocument(data).toJson(QJsonDocument::Compact)});
    }
}

void writeTasksOrg(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE caldav_lists (cdl_uuid TEXT PRIMARY KEY, cdl_name TEXT); CREATE TABLE "
             "caldav_tasks (cd_id INTEGER PRIMARY KEY, cd_task INTEGER, cd_calendar TEXT); CREATE TABLE "
             "tags (_id INTEGER PRIMARY KEY, task INTEGER, tag_uid TEXT); CREATE TABLE tagdata (remoteId "
             "TEXT, name TEXT); CREATE TABLE tasks (_id INTEGER PRIMARY KEY, title TEXT, importance "
             "INTEGER, dueDate INTEGER, hideUntil INTEGER, created INTEGER, modified INTEGER, completed "
             "INTEGER, deleted INTEGER, notes TEXT, recurrence TEXT, parent INTEGER)"_s);
    writeNames(file, u"INSERT INTO caldav_lists VALUES (?, ?)"_s, u"INSERT INTO tagdata VALUES (?, ?)"_s,
               todos);
    constexpr qint64 second = 1000; // says that there is a time
    int number = 0;
    for (const RandomTodo &todo : todos) {
        const QByteArray id = QByteArray::number(++number);
        file.insert(u"INSERT INTO tasks VALUES (CAST(? AS INTEGER), ?, CAST(? AS INTEGER), CAST(? AS "
                    "INTEGER), CAST(? AS INTEGER), CAST(? AS INTEGER), 0, CAST(? AS INTEGER), 0, nullif(?, "
                    "''), nullif(?, ''), CAST(? AS INTEGER))"_s,
                    {id, todo.title.toUtf8(), QByteArray::number(3 - todo.priority),
                     todo.dueDay ? milliseconds(*todo.dueDay +
                                                (todo.dueTime > 0 ? todo.dueTime + second : dayLength / 2))
                                 : "0"_ba,
                     milliseconds(todo.startDay.value_or(0)), milliseconds(todo.created),
                     todo.isDone ? milliseconds(todo.completed) : "0"_ba, todo.notes.toUtf8(),
                     todo.repeat.isEmpty() ? QByteArray() : QByteArray("RRULE:" + todo.repeat.toLatin1()),
                     QByteArray::number(todo.parent + 1)});
        for (const QString &tag : todo.tags)
            file.insert(u"INSERT INTO tags (task, tag_uid) VALUES (CAST(? AS INTEGER), ?)"_s,
                        {id, QByteArray::number(allTags.indexOf(tag) + 1)});
        if (!todo.list.isEmpty())
            file.insert(u"INSERT INTO caldav_tasks (cd_task, cd_calendar) VALUES (CAST(? AS INTEGER), ?)"_s,
                        {id, todo.list.toUtf8()});
    }
}

QByteArray iCalendarPriority(const RandomTodo &todo)
{
    static constexpr std::array priorities{"0", "9", "5", "1"};
    return priorities.at(size_t(todo.priority));
}

void writeErrands(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE lists (uid TEXT PRIMARY KEY, name TEXT); CREATE TABLE tasks (completed "
             "INTEGER, deleted INTEGER, end_date TEXT, list_uid TEXT, notes TEXT, parent TEXT, "
             "percent_complete INTEGER, priority INTEGER, start_date TEXT, tags TEXT, text TEXT, trash "
             "INTEGER, uid TEXT PRIMARY KEY)"_s);
    writeNames(file, u"INSERT INTO lists VALUES (?, ?)"_s, {}, todos);
    int number = 0;
    for (const RandomTodo &todo : todos)
        file.insert(u"INSERT INTO tasks VALUES (CAST(? AS INTEGER), 0, ?, ?, ?, ?, 0, CAST(? AS INTEGER), ?, "
                    "?, ?, 0, ?)"_s,
                    {todo.isDone ? "1" : "0", dueOf(todo, compactLocal, compactDay), todo.list.toUtf8(),
                     todo.notes.toUtf8(), parentIdOf(todo), iCalendarPriority(todo),
                     todo.startDay ? compactDay(*todo.startDay) : QByteArray(), todo.tags.join(u',').toUtf8(),
                     todo.title.toUtf8(), idOf(++number)});
}

QByteArray priorityWord(const RandomTodo &todo)
{
    static constexpr std::array words{"", "low", "medium", "high"};
    return words.at(size_t(todo.priority));
}

void writeMindwtr(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE projects (id TEXT PRIMARY KEY, title TEXT); CREATE TABLE tasks (id TEXT "
             "PRIMARY KEY, title TEXT, status TEXT, priority TEXT, startTime TEXT, dueDate TEXT, tags "
             "TEXT, description TEXT, projectId TEXT, orderNum INTEGER, isFocusedToday INTEGER, "
             "completedAt TEXT, createdAt TEXT, updatedAt TEXT, deletedAt TEXT, recurrence TEXT)"_s);
    writeNames(file, u"INSERT INTO projects VALUES (?, ?)"_s, {}, todos);
    int number = 0;
    for (const RandomTodo &todo : todos)
        file.insert(u"INSERT INTO tasks VALUES (?, ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), ?, ?, "
                    "?, 0, 0, nullif(?, ''), ?, ?, NULL, nullif(?, ''))"_s,
                    {idOf(++number), todo.title.toUtf8(), todo.isDone ? "done" : "next", priorityWord(todo),
                     startDayOf(todo), dueOf(todo, isoLocal, isoDay), tagsAsJson(todo), todo.notes.toUtf8(),
                     todo.list.toUtf8(), zuluIf(todo.isDone, todo.completed), zulu(todo.created),
                     zulu(todo.created),
                     repeatOf(todo, {R"({"rule":"daily","strategy":"strict"})",
                                     R"({"rule":"weekly","rrule":"FREQ=WEEKLY;INTERVAL=2"})", "monthly"})});
}

void writeChiri(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE tasks (uid TEXT PRIMARY KEY, title TEXT, description TEXT, completed INTEGER, "
             "completed_at TEXT, tags TEXT, priority TEXT, start_date TEXT, due_date TEXT, rrule TEXT, "
             "parent_uid TEXT, sort_order INTEGER, deleted_at TEXT, created_at TEXT, modified_at TEXT)"_s);
    int number = 0;
    for (const RandomTodo &todo : todos)
        file.insert(u"INSERT INTO tasks VALUES (?, ?, ?, CAST(? AS INTEGER), nullif(?, ''), ?, ?, nullif(?, "
                    "''), nullif(?, ''), nullif(?, ''), ?, 0, NULL, ?, ?)"_s,
                    {idOf(++number), todo.title.toUtf8(), todo.notes.toUtf8(), todo.isDone ? "1" : "0",
                     zuluIf(todo.isDone, todo.completed), tagsAsJson(todo), priorityWord(todo),
                     todo.startDay ? zulu(*todo.startDay) : QByteArray(), dueOf(todo, zulu),
                     todo.repeat.toLatin1(), parentIdOf(todo), zulu(todo.created), zulu(todo.created)});
}

QByteArray escapedForCalendar(const QString &text)
{
    return text.toUtf8().replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
}

QByteArray calendarTime(qint64 time)
{
    return compactLocal(time) + 'Z';
}

// The lines within a VTODO.
QByteArray calendarLines(const RandomTodo &todo, const QByteArray &id)
{
    QByteArray lines = "UID:" + id + "\nSUMMARY:" + escapedForCalendar(todo.title) +
                       "\nCREATED:" + calendarTime(todo.created) + "\nPRIORITY:" + iCalendarPriority(todo) +
                       '\n';
    if (!todo.notes.isEmpty())
        lines += "DESCRIPTION:" + escapedForCalendar(todo.notes) + '\n';
    if (todo.isDone)
        lines += "STATUS:COMPLETED\nCOMPLETED:" + calendarTime(todo.completed) + '\n';
    if (todo.dueTime > 0)
        lines += "DUE:" + dueOf(todo, calendarTime) + '\n';
    else if (todo.dueDay)
        lines += "DUE;VALUE=DATE:" + plainDayOf(todo) + '\n';
    if (todo.startDay)
        lines += "DTSTART;VALUE=DATE:" + compactDay(*todo.startDay) + '\n';
    if (!todo.repeat.isEmpty())
        lines += "RRULE:" + todo.repeat.toLatin1() + '\n';
    if (!todo.tags.isEmpty())
        lines += "CATEGORIES:" + todo.tags.join(u',').toUtf8() + '\n';
    if (todo.parent >= 0)
        lines += "RELATED-TO:" + parentIdOf(todo) + '\n';
    return lines;
}

void writeQOwnNotes(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE calendarItem (id INTEGER PRIMARY KEY, summary TEXT, description TEXT, "
             "completed INTEGER, priority INTEGER, calendar TEXT, uid TEXT, ics_data TEXT, created TEXT, "
             "modified TEXT, completed_date TEXT, related_uid TEXT, alarm_date TEXT, tags TEXT, "
             "has_dirty_data INTEGER)"_s);
    int number = 0;
    for (const RandomTodo &todo : todos) {
        const QByteArray id = idOf(++number);
        file.insert(
            u"INSERT INTO calendarItem VALUES (NULL, ?, ?, CAST(? AS INTEGER), CAST(? AS INTEGER), ?, "
            "?, ?, ?, '', ?, ?, nullif(?, ''), ?, 0)"_s,
            {todo.title.toUtf8(), todo.notes.toUtf8(), todo.isDone ? "1" : "0", iCalendarPriority(todo),
             todo.list.toUtf8(), id, calendarFile({calendarLines(todo, id)}), isoText(todo.created, 'T'),
             todo.isDone ? isoText(todo.completed, 'T') : QByteArray(), parentIdOf(todo),
             todo.dueTime > 0 ? dueOf(todo, isoLocal) : QByteArray(), todo.tags.join(u',').toUtf8()});
    }
}

void writeEvolution(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE ECacheObjects (ECacheUID TEXT PRIMARY KEY, ECacheREV TEXT, ECacheOBJ TEXT, "
             "ECacheState INTEGER, summary TEXT)"_s);
    int number = 0;
    for (const RandomTodo &todo : todos) {
        const QByteArray id = idOf(++number);
        file.insert(u"INSERT INTO ECacheObjects VALUES (?, '', ?, 0, lower(?))"_s,
                    {id, "BEGIN:VTODO\n" + calendarLines(todo, id) + "END:VTODO\n", todo.title.toUtf8()});
    }
}

// A server with a calendar for each list, also for the Inbox; subtasks would have to be in that of their
// todo.
void writeNextcloud(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE oc_calendars (id TEXT PRIMARY KEY, displayname TEXT, principaluri TEXT); INSERT "
             "INTO oc_calendars VALUES ('', 'Inbox', 'principals/users/ana'); CREATE TABLE "
             "oc_calendarobjects (id INTEGER PRIMARY KEY, calendardata BLOB, calendarid TEXT, componenttype "
             "TEXT, uid TEXT, deleted_at INTEGER)"_s);
    writeNames(file, u"INSERT INTO oc_calendars VALUES (?, ?, 'principals/users/ana')"_s, {}, todos);
    const QString insert = u"INSERT INTO oc_calendarobjects (calendardata, calendarid, componenttype, uid) "
                           "VALUES (CAST(? AS BLOB), ?, ?, ?)"_s;
    file.insert(insert, {"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:e\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "",
                         "VEVENT", "e"});
    int number = 0;
    for (RandomTodo todo : todos) {
        todo.parent = -1;
        const QByteArray id = idOf(++number);
        file.insert(insert, {calendarFile({calendarLines(todo, id)}), todo.list.toUtf8(), "VTODO", id});
    }
}

// Todos among notes.
void writeJoplin(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(
        u"CREATE TABLE folders (id TEXT PRIMARY KEY, title TEXT); CREATE TABLE tags (id TEXT PRIMARY KEY, "
        "title TEXT); CREATE TABLE note_tags (id INTEGER PRIMARY KEY, note_id TEXT, tag_id TEXT); CREATE "
        "TABLE notes (id TEXT PRIMARY KEY, parent_id TEXT, title TEXT, body TEXT, created_time INT, "
        "updated_time INT, is_todo INT, todo_due INT, todo_completed INT, \"order\" NUMERIC, "
        "encryption_applied INT, deleted_time INT); INSERT INTO notes VALUES ('n', '', 'A note', '', "
        "1768212000000, 1768212000000, 0, 0, 0, 0, 0, 0)"_s);
    writeNames(file, u"INSERT INTO folders VALUES (?, ?)"_s, u"INSERT INTO tags VALUES (?, ?)"_s, todos);
    int number = 0;
    for (const RandomTodo &todo : todos) {
        const QByteArray id = idOf(++number);
        file.insert(
            u"INSERT INTO notes VALUES (?, ?, ?, ?, CAST(? AS INTEGER), CAST(? AS INTEGER), 1, CAST(? "
            "AS INTEGER), CAST(? AS INTEGER), CAST(? AS INTEGER), 0, 0)"_s,
            {id, todo.list.toUtf8(), todo.title.toUtf8(), todo.notes.toUtf8(), milliseconds(todo.created),
             milliseconds(todo.created), todo.dueDay ? dueOf(todo, milliseconds) : "0"_ba,
             todo.isDone ? milliseconds(todo.completed) : "0"_ba, QByteArray::number(-number)});
        for (const QString &tag : todo.tags)
            file.insert(u"INSERT INTO note_tags (note_id, tag_id) VALUES (?, ?)"_s,
                        {id, QByteArray::number(allTags.indexOf(tag) + 1)});
    }
}

// What is open is “active”, and 0 is no time; every todo is in a project.
void writeKanboard(const QString &path, const QList<RandomTodo> &todos)
{
    static const QStringList projects{u"Inbox"_s, u"Home"_s, u"Söhne & Co"_s};
    SampleFile file(path);
    file.run(
        u"CREATE TABLE users (id INTEGER PRIMARY KEY, username TEXT, password TEXT); INSERT INTO users "
        "VALUES (1, 'admin', 'x'); CREATE TABLE projects (id INTEGER PRIMARY KEY, name TEXT NOCASE NOT "
        "NULL, is_active INTEGER); CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT NOCASE NOT NULL, "
        "description TEXT, date_creation INTEGER, color_id TEXT, project_id INTEGER, column_id INTEGER, "
        "owner_id INTEGER DEFAULT 0, position INTEGER DEFAULT 0, is_active INTEGER DEFAULT 1, "
        "date_completed INTEGER, score INTEGER, date_due INTEGER, category_id INTEGER DEFAULT 0, "
        "creator_id INTEGER DEFAULT 0, date_modification INTEGER DEFAULT 0, date_started INTEGER, "
        "priority INTEGER DEFAULT 0)"_s);
    for (qsizetype i = 0; i < projects.size(); ++i)
        file.insert(u"INSERT INTO projects VALUES (CAST(? AS INTEGER), ?, 1)"_s,
                    {QByteArray::number(i + 1), projects.at(i).toUtf8()});
    int number = 0;
    for (const RandomTodo &todo : todos) {
        const qsizetype project = std::max<qsizetype>(projects.indexOf(todo.list), 0);
        file.insert(
            u"INSERT INTO tasks VALUES (CAST(? AS INTEGER), ?, ?, CAST(? AS INTEGER), 'blue', CAST(? AS "
            "INTEGER), 1, 1, CAST(? AS INTEGER), CAST(? AS INTEGER), CAST(nullif(?, '') AS INTEGER), 0, "
            "CAST(? AS INTEGER), 0, 1, CAST(? AS INTEGER), CAST(? AS INTEGER), CAST(? AS INTEGER))"_s,
            {QByteArray::number(number + 1), todo.title.toUtf8(), todo.notes.toUtf8(), seconds(todo.created),
             QByteArray::number(project + 1), QByteArray::number(number + 1), todo.isDone ? "0" : "1",
             todo.isDone ? seconds(todo.completed) : QByteArray(),
             todo.dueDay ? dueOf(todo, seconds) : "0"_ba, seconds(todo.created),
             todo.startDay ? seconds(*todo.startDay) : "0"_ba, QByteArray::number(todo.priority)});
        ++number;
    }
}

void writeThings(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE TMArea (uuid TEXT PRIMARY KEY, title TEXT); CREATE TABLE TMTag (uuid TEXT "
             "PRIMARY KEY, title TEXT); CREATE TABLE TMTaskTag (tasks TEXT, tags TEXT); CREATE TABLE "
             "TMTask (uuid TEXT PRIMARY KEY, type INTEGER, status INTEGER, trashed INTEGER, title TEXT, "
             "notes TEXT, project TEXT, area TEXT, heading TEXT, startDate INTEGER, deadline INTEGER, "
             "creationDate REAL, stopDate REAL, \"index\" INTEGER)"_s);
    writeNames(file, u"INSERT INTO TMTask (type, uuid, title) VALUES (1, ?, ?)"_s,
               u"INSERT INTO TMTag VALUES (?, ?)"_s, todos);
    const auto packed = [](const std::optional<qint64> &day) {
        const QDate date = QDateTime::fromMSecsSinceEpoch(day.value_or(0), Qt::UTC).date();
        return day ? QByteArray::number((date.year() << 16) | (date.month() << 12) | (date.day() << 7))
                   : QByteArray();
    };
    int number = 0;
    for (const RandomTodo &todo : todos) {
        const QByteArray id = idOf(++number);
        file.insert(u"INSERT INTO TMTask VALUES (?, 0, CAST(? AS INTEGER), 0, ?, ?, ?, NULL, NULL, "
                    "CAST(nullif(?, '') AS INTEGER), CAST(nullif(?, '') AS INTEGER), CAST(? AS REAL), "
                    "CAST(nullif(?, '') AS REAL), CAST(? AS INTEGER))"_s,
                    {id, todo.isDone ? "3" : "0", todo.title.toUtf8(), todo.notes.toUtf8(),
                     todo.list.toUtf8(), packed(todo.startDay), packed(todo.dueDay), seconds(todo.created),
                     todo.isDone ? seconds(todo.completed) : QByteArray(), QByteArray::number(-number)});
        for (const QString &tag : todo.tags)
            file.insert(u"INSERT INTO TMTaskTag VALUES (?, ?)"_s,
                        {id, QByteArray::number(allTags.indexOf(tag) + 1)});
    }
}

// Planify before it was called so: the first version, and the second one.
void writePlanner1(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE PROJECTS (id TEXT PRIMARY KEY, name TEXT); CREATE TABLE LABELS (id INTEGER "
             "PRIMARY KEY, name TEXT); CREATE TABLE TASKS (id INTEGER PRIMARY KEY, checked INTEGER, "
             "project_id TEXT, task_order INTEGER, is_inbox INTEGER, content TEXT, note TEXT, "
             "when_date_utc TEXT, reminder_time TEXT, checklist TEXT, labels TEXT)"_s);
    writeNames(file, u"INSERT INTO PROJECTS VALUES (?, ?)"_s, u"INSERT INTO LABELS VALUES (?, ?)"_s, todos);
    int number = 0;
    for (const RandomTodo &todo : todos)
        file.insert(u"INSERT INTO TASKS VALUES (CAST(? AS INTEGER), CAST(? AS INTEGER), ?, 0, ? = '', ?, ?, "
                    "?, '', '', ?)"_s,
                    {QByteArray::number(++number), todo.isDone ? "1" : "0", todo.list.toUtf8(),
                     todo.list.toUtf8(), todo.title.toUtf8(), todo.notes.toUtf8(),
                     todo.dueDay ? zulu(*todo.dueDay) : QByteArray(), numbersOf(todo, ";") + ';'});
}

void writePlanner2(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE Projects (id TEXT PRIMARY KEY, name TEXT); CREATE TABLE Labels (id INTEGER "
             "PRIMARY KEY, name TEXT); CREATE TABLE Items_Labels (id INTEGER PRIMARY KEY, item_id "
             "INTEGER, label_id INTEGER); CREATE TABLE Items (id INTEGER PRIMARY KEY, project_id TEXT, "
             "parent_id INTEGER, priority INTEGER, item_order INTEGER, checked INTEGER, is_deleted "
             "INTEGER, content TEXT, note TEXT, due_date TEXT, date_added TEXT, date_completed TEXT, "
             "date_updated TEXT)"_s);
    writeNames(file, u"INSERT INTO Projects VALUES (?, ?)"_s, u"INSERT INTO Labels VALUES (?, ?)"_s, todos);
    int number = 0;
    for (const RandomTodo &todo : todos) {
        const QByteArray id = QByteArray::number(++number);
        file.insert(u"INSERT INTO Items VALUES (CAST(? AS INTEGER), ?, CAST(? AS INTEGER), CAST(? AS "
                    "INTEGER), 0, CAST(? AS INTEGER), 0, ?, ?, ?, ?, ?, '')"_s,
                    {id, todo.list.toUtf8(), QByteArray::number(todo.parent + 1),
                     QByteArray::number(todo.priority + 1), todo.isDone ? "1" : "0", todo.title.toUtf8(),
                     todo.notes.toUtf8(), dueOf(todo, zulu), zulu(todo.created),
                     zuluIf(todo.isDone, todo.completed)});
        for (const QString &tag : todo.tags)
            file.insert(u"INSERT INTO Items_Labels (item_id, label_id) VALUES (CAST(? AS INTEGER), CAST(? AS "
                        "INTEGER))"_s,
                        {id, QByteArray::number(allTags.indexOf(tag) + 1)});
    }
}

// --- frameworks, with their people

void writeDjango(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE django_migrations (id INTEGER PRIMARY KEY, app TEXT, name TEXT); CREATE TABLE "
             "auth_user (id INTEGER PRIMARY KEY, password TEXT, username TEXT); INSERT INTO auth_user "
             "VALUES (1, 'x', 'ana@example.org'), (2, 'x', 'jonas@example.org'); CREATE TABLE "
             "base_tasklist (id TEXT PRIMARY KEY, name TEXT); CREATE TABLE base_tag (id INTEGER PRIMARY "
             "KEY, name TEXT); CREATE TABLE base_task (id INTEGER PRIMARY KEY AUTOINCREMENT, title "
             "varchar(200), description TEXT, complete bool, \"create\" datetime, due_date datetime, "
             "priority varchar(10), user_id INTEGER REFERENCES auth_user (id), list_id TEXT REFERENCES "
             "base_tasklist (id)); CREATE TABLE base_task_tags (id INTEGER PRIMARY KEY, task_id INTEGER "
             "REFERENCES base_task (id), tag_id INTEGER REFERENCES base_tag (id))"_s);
    writeNames(file, u"INSERT INTO base_tasklist VALUES (?, ?)"_s, u"INSERT INTO base_tag VALUES (?, ?)"_s,
               todos);
    int number = 0;
    for (const RandomTodo &todo : todos) {
        const QByteArray id = QByteArray::number(++number);
        file.insert(u"INSERT INTO base_task VALUES (CAST(? AS INTEGER), ?, ?, CAST(? AS INTEGER), ?, "
                    "nullif(?, ''), ?, CAST(? AS INTEGER), nullif(?, ''))"_s,
                    {id, todo.title.toUtf8(), todo.notes.toUtf8(), todo.isDone ? "1" : "0",
                     sixDigits(todo.created), dueOf(todo, isoText), priorityWord(todo), ownerNumberOf(todo),
                     todo.list.toUtf8()});
        for (const QString &tag : todo.tags)
            file.insert(u"INSERT INTO base_task_tags (task_id, tag_id) VALUES (CAST(? AS INTEGER), CAST(? AS "
                        "INTEGER))"_s,
                        {id, QByteArray::number(allTags.indexOf(tag) + 1)});
    }
}

// Booleans are 1, 0 or, for the second owner, NULL.
void writeRails(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE schema_migrations (version varchar PRIMARY KEY); CREATE TABLE "
             "ar_internal_metadata (key varchar PRIMARY KEY, value varchar); CREATE TABLE users (id "
             "integer PRIMARY KEY, email varchar, password_digest varchar); INSERT INTO users VALUES (1, "
             "'ana@example.org', 'x'), (2, 'jonas@example.org', 'x'); CREATE TABLE tasks (id integer "
             "PRIMARY KEY AUTOINCREMENT NOT NULL, title varchar, description text, completed boolean, "
             "completed_at datetime(6), due_at datetime(6), start_date date, priority integer, user_id "
             "integer, parent_id integer, created_at datetime(6) NOT NULL, updated_at datetime(6) NOT "
             "NULL)"_s);
    int number = 0;
    for (const RandomTodo &todo : todos)
        file.insert(u"INSERT INTO tasks VALUES (CAST(? AS INTEGER), ?, ?, CAST(nullif(?, '') AS INTEGER), "
                    "nullif(?, ''), nullif(?, ''), nullif(?, ''), CAST(? AS INTEGER), CAST(? AS INTEGER), "
                    "nullif(CAST(? AS INTEGER), 0), ?, ?)"_s,
                    {QByteArray::number(++number), todo.title.toUtf8(), todo.notes.toUtf8(),
                     todo.isDone                   ? "1"
                     : todo.owner.startsWith(u'a') ? "0"
                                                   : "",
                     todo.isDone ? sixDigits(todo.completed) : QByteArray(), dueOf(todo, sixDigits),
                     startDayOf(todo), QByteArray::number(todo.priority), ownerNumberOf(todo),
                     QByteArray::number(todo.parent + 1), sixDigits(todo.created), sixDigits(todo.created)});
}

void writeRoom(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE android_metadata (locale TEXT); CREATE TABLE room_master_table (id INTEGER "
             "PRIMARY KEY, identity_hash TEXT); CREATE TABLE categories (id TEXT PRIMARY KEY NOT NULL, "
             "name TEXT NOT NULL); CREATE TABLE tasks (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
             "title TEXT NOT NULL, description TEXT, completed INTEGER NOT NULL, completedAt INTEGER, "
             "createdAt INTEGER NOT NULL, dueDate INTEGER, startDate INTEGER, priority INTEGER NOT NULL, "
             "recurrence TEXT, categoryId TEXT)"_s);
    writeNames(file, u"INSERT INTO categories VALUES (?, ?)"_s, {}, todos);
    int number = 0;
    for (const RandomTodo &todo : todos)
        file.insert(u"INSERT INTO tasks VALUES (CAST(? AS INTEGER), ?, ?, CAST(? AS INTEGER), CAST(nullif(?, "
                    "'') AS INTEGER), CAST(? AS INTEGER), CAST(nullif(?, '') AS INTEGER), CAST(nullif(?, '') "
                    "AS INTEGER), CAST(? AS INTEGER), nullif(?, ''), nullif(?, ''))"_s,
                    {QByteArray::number(++number), todo.title.toUtf8(), todo.notes.toUtf8(),
                     todo.isDone ? "1" : "0", todo.isDone ? milliseconds(todo.completed) : QByteArray(),
                     milliseconds(todo.created), dueOf(todo, milliseconds),
                     todo.startDay ? milliseconds(*todo.startDay) : QByteArray(),
                     QByteArray::number(todo.priority), repeatOf(todo, {"daily", "every 2 weeks", "MONTHLY"}),
                     todo.list.toUtf8()});
}

// Camel case, and times as JavaScript has them.
void writePrisma(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE _prisma_migrations (id TEXT PRIMARY KEY NOT NULL, migration_name TEXT NOT NULL); "
             "CREATE TABLE User (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL); INSERT "
             "INTO User VALUES (1, 'ana@example.org'), (2, 'jonas@example.org'); CREATE TABLE Tag (id "
             "INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL); CREATE TABLE Todo (id TEXT "
             "NOT NULL PRIMARY KEY, title TEXT NOT NULL, description TEXT, completed BOOLEAN NOT NULL, "
             "completedAt DATETIME, createdAt DATETIME NOT NULL, updatedAt DATETIME NOT NULL, dueDate "
             "DATETIME, priority INTEGER NOT NULL, parentId TEXT, authorId INTEGER NOT NULL REFERENCES User "
             "(id)); CREATE TABLE _TagToTodo (A INTEGER NOT NULL REFERENCES Tag (id), B TEXT NOT NULL "
             "REFERENCES Todo (id))"_s);
    writeNames(file, {}, u"INSERT INTO Tag VALUES (?, ?)"_s, todos);
    int number = 0;
    for (const RandomTodo &todo : todos) {
        const QByteArray id = idOf(++number);
        file.insert(u"INSERT INTO Todo VALUES (?, ?, nullif(?, ''), CAST(? AS INTEGER), CAST(nullif(?, '') "
                    "AS INTEGER), CAST(? AS INTEGER), CAST(? AS INTEGER), CAST(nullif(?, '') AS INTEGER), "
                    "CAST(? AS INTEGER), nullif(?, ''), CAST(? AS INTEGER))"_s,
                    {id, todo.title.toUtf8(), todo.notes.toUtf8(), todo.isDone ? "1" : "0",
                     todo.isDone ? milliseconds(todo.completed) : QByteArray(), milliseconds(todo.created),
                     milliseconds(todo.created), dueOf(todo, milliseconds), QByteArray::number(todo.priority),
                     parentIdOf(todo), ownerNumberOf(todo)});
        for (const QString &tag : todo.tags)
            file.insert(u"INSERT INTO _TagToTodo VALUES (CAST(? AS INTEGER), ?)"_s,
                        {QByteArray::number(allTags.indexOf(tag) + 1), id});
    }
}

// Capitals, and times to a tenth of a microsecond.
void writeEfCore(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(
        u"CREATE TABLE __EFMigrationsHistory (MigrationId TEXT NOT NULL PRIMARY KEY, ProductVersion TEXT "
        "NOT NULL); CREATE TABLE TodoLists (Id TEXT NOT NULL PRIMARY KEY, Title TEXT NOT NULL); CREATE "
        "TABLE TodoItems (Id TEXT NOT NULL PRIMARY KEY, Title TEXT NOT NULL, Description TEXT NULL, "
        "IsCompleted INTEGER NOT NULL, CompletedAt TEXT NULL, CreatedAt TEXT NOT NULL, DueDate TEXT "
        "NULL, StartDate TEXT NULL, Priority INTEGER NOT NULL, ParentId TEXT NULL, TodoListId TEXT NULL "
        "REFERENCES TodoLists (Id))"_s);
    writeNames(file, u"INSERT INTO TodoLists VALUES (?, ?)"_s, {}, todos);
    int number = 0;
    for (const RandomTodo &todo : todos)
        file.insert(
            u"INSERT INTO TodoItems VALUES (?, ?, nullif(?, ''), CAST(? AS INTEGER), nullif(?, ''), ?, "
            "nullif(?, ''), nullif(?, ''), CAST(? AS INTEGER), nullif(?, ''), nullif(?, ''))"_s,
            {idOf(++number).toUpper(), todo.title.toUtf8(), todo.notes.toUtf8(), todo.isDone ? "1" : "0",
             todo.isDone ? sevenDigits(todo.completed) : QByteArray(), sevenDigits(todo.created),
             dueOf(todo, sevenDigits), todo.startDay ? sevenDigits(*todo.startDay) : QByteArray(),
             QByteArray::number(todo.priority), parentIdOf(todo).toUpper(), todo.list.toUtf8()});
}

// What is deleted stays in its table.
void writeLaravel(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE migrations (id integer PRIMARY KEY, migration varchar, batch integer); CREATE "
             "TABLE failed_jobs (id integer PRIMARY KEY, uuid varchar); CREATE TABLE users (id integer "
             "PRIMARY KEY, name varchar, password varchar); INSERT INTO users VALUES (1, 'ana@example.org', "
             "'x'), (2, 'jonas@example.org', 'x'); CREATE TABLE categories (id varchar PRIMARY KEY, name "
             "varchar); CREATE TABLE tasks (id integer PRIMARY KEY AUTOINCREMENT NOT NULL, user_id integer "
             "NOT NULL REFERENCES users (id), category_id varchar REFERENCES categories (id), title varchar "
             "NOT NULL, description text, is_completed tinyint(1) NOT NULL DEFAULT '0', completed_at "
             "datetime, due_date date, priority varchar NOT NULL, created_at datetime, updated_at datetime, "
             "deleted_at datetime)"_s);
    writeNames(file, u"INSERT INTO categories VALUES (?, ?)"_s, {}, todos);
    int number = 0;
    for (const RandomTodo &todo : todos)
        file.insert(u"INSERT INTO tasks VALUES (CAST(? AS INTEGER), CAST(? AS INTEGER), nullif(?, ''), ?, "
                    "nullif(?, ''), CAST(? AS INTEGER), nullif(?, ''), nullif(?, ''), ?, ?, ?, nullif(?, "
                    "''))"_s,
                    {QByteArray::number(++number), ownerNumberOf(todo), todo.list.toUtf8(),
                     todo.title.toUtf8(), todo.notes.toUtf8(), todo.isDone ? "1" : "0",
                     todo.isDone ? isoText(todo.completed) : QByteArray(),
                     todo.dueDay ? isoText(*todo.dueDay) : QByteArray(), priorityWord(todo),
                     isoText(todo.created), isoText(todo.created),
                     todo.isDeleted ? isoText(todo.created) : QByteArray()});
}

// Times in seconds, tags in JSON.
void writeDrizzle(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at "
             "numeric); CREATE TABLE todos (id text PRIMARY KEY NOT NULL, title text NOT NULL, notes text, "
             "completed integer DEFAULT false NOT NULL, completed_at integer, created_at integer NOT NULL, "
             "due_at integer, start_at integer, priority integer DEFAULT 0 NOT NULL, tags text, parent_id "
             "text)"_s);
    int number = 0;
    for (const RandomTodo &todo : todos)
        file.insert(u"INSERT INTO todos VALUES (?, ?, nullif(?, ''), CAST(? AS INTEGER), CAST(nullif(?, '') "
                    "AS INTEGER), CAST(? AS INTEGER), CAST(nullif(?, '') AS INTEGER), CAST(nullif(?, '') AS "
                    "INTEGER), CAST(? AS INTEGER), ?, nullif(?, ''))"_s,
                    {idOf(++number), todo.title.toUtf8(), todo.notes.toUtf8(), todo.isDone ? "1" : "0",
                     todo.isDone ? seconds(todo.completed) : QByteArray(), seconds(todo.created),
                     dueOf(todo, seconds), todo.startDay ? seconds(*todo.startDay) : QByteArray(),
                     QByteArray::number(todo.priority), tagsAsJson(todo), parentIdOf(todo)});
}

// As SQLModel names tables, with the names of an enumeration.
void writeSqlModel(const QString &path, const QList<RandomTodo> &todos)
{
    static constexpr std::array priorities{"", "LOW", "MEDIUM", "HIGH"};
    SampleFile file(path);
    file.run(
        u"CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY); CREATE TABLE user "
        "(id INTEGER NOT NULL PRIMARY KEY, email VARCHAR NOT NULL, hashed_password VARCHAR NOT NULL); INSERT "
        "INTO user VALUES (1, 'ana@example.org', 'x'), (2, 'jonas@example.org', 'x'); CREATE TABLE tag (id "
        "INTEGER NOT NULL PRIMARY KEY, name VARCHAR NOT NULL); CREATE TABLE todo (id INTEGER NOT NULL "
        "PRIMARY KEY, title VARCHAR NOT NULL, description VARCHAR, is_completed BOOLEAN NOT NULL, "
        "completed_at DATETIME, created_at DATETIME NOT NULL, deadline DATETIME, priority VARCHAR(6), "
        "owner_id INTEGER NOT NULL REFERENCES user (id), parent_id INTEGER REFERENCES todo (id)); CREATE "
        "TABLE todotaglink (todo_id INTEGER NOT NULL REFERENCES todo (id), tag_id INTEGER NOT NULL "
        "REFERENCES tag (id), PRIMARY KEY (todo_id, tag_id))"_s);
    writeNames(file, {}, u"INSERT INTO tag VALUES (CAST(? AS INTEGER), ?)"_s, todos);
    int number = 0;
    for (const RandomTodo &todo : todos) {
        const QByteArray id = QByteArray::number(++number);
        file.insert(u"INSERT INTO todo VALUES (CAST(? AS INTEGER), ?, nullif(?, ''), CAST(? AS INTEGER), "
                    "nullif(?, ''), ?, nullif(?, ''), nullif(?, ''), CAST(? AS INTEGER), nullif(CAST(? AS "
                    "INTEGER), 0))"_s,
                    {id, todo.title.toUtf8(), todo.notes.toUtf8(), todo.isDone ? "1" : "0",
                     todo.isDone ? sixDigits(todo.completed) : QByteArray(), sixDigits(todo.created),
                     dueOf(todo, sixDigits), priorities.at(size_t(todo.priority)), ownerNumberOf(todo),
                     QByteArray::number(todo.parent + 1)});
        for (const QString &tag : todo.tags)
            file.insert(u"INSERT INTO todotaglink VALUES (CAST(? AS INTEGER), CAST(? AS INTEGER))"_s,
                        {id, QByteArray::number(allTags.indexOf(tag) + 1)});
    }
}

// Times with the zone of who wrote them, and what is deleted.
void writeGorm(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(u"CREATE TABLE todos (id integer PRIMARY KEY AUTOINCREMENT, created_at datetime, updated_at "
             "datetime, deleted_at datetime, title text, description text, completed numeric, completed_at "
             "datetime, due_date datetime, priority integer)"_s);
    int number = 0;
    for (const RandomTodo &todo : todos)
        file.insert(u"INSERT INTO todos VALUES (CAST(? AS INTEGER), ?, ?, nullif(?, ''), ?, ?, CAST(? AS "
                    "INTEGER), nullif(?, ''), nullif(?, ''), CAST(? AS INTEGER))"_s,
                    {QByteArray::number(++number), inShanghai(todo.created), inShanghai(todo.created),
                     todo.isDeleted ? inShanghai(todo.created) : QByteArray(), todo.title.toUtf8(),
                     todo.notes.toUtf8(), todo.isDone ? "1" : "0",
                     todo.isDone ? inShanghai(todo.completed) : QByteArray(), dueOf(todo, inShanghai),
                     QByteArray::number(todo.priority)});
}

void writeSequelize(const QString &path, const QList<RandomTodo> &todos)
{
    SampleFile file(path);
    file.run(
        u"CREATE TABLE SequelizeMeta (name VARCHAR(255) PRIMARY KEY); CREATE TABLE Users (id INTEGER PRIMARY "
        "KEY AUTOINCREMENT, email VARCHAR(255), password VARCHAR(255)); INSERT INTO Users VALUES (1, "
        "'ana@example.org', 'x'), (2, 'jonas@example.org', 'x'); CREATE TABLE Categories (id VARCHAR(255) "
        "PRIMARY KEY, name VARCHAR(255)); CREATE TABLE Todos (id INTEGER PRIMARY KEY AUTOINCREMENT, title "
        "VARCHAR(255), description TEXT, completed TINYINT(1) DEFAULT 0, completedAt DATETIME, dueDate "
        "DATETIME, priority INTEGER, createdAt DATETIME NOT NULL, updatedAt DATETIME NOT NULL, deletedAt "
        "DATETIME, UserId INTEGER REFERENCES Users (id), CategoryId VARCHAR(255) REFERENCES Categories "
        "(id))"_s);
    writeNames(file, u"INSERT INTO Categories VALUES (?, ?)"_s, {}, todos);
    int number = 0;
    for (const RandomTodo &todo : todos)
        file.insert(
            u"INSERT INTO Todos VALUES (CAST(? AS INTEGER), ?, nullif(?, ''), CAST(? AS INTEGER), "
            "nullif(?, ''), nullif(?, ''), CAST(? AS INTEGER), ?, ?, nullif(?, ''), CAST(? AS INTEGER), "
            "nullif(?, ''))"_s,
            {QByteArray::number(++number), todo.title.toUtf8(), todo.notes.toUtf8(), todo.isDone ? "1" : "0",
             todo.isDone ? withBlankBeforeZone(todo.completed) : QByteArray(),
             dueOf(todo, withBlankBeforeZone), QByteArray::number(todo.priority),
             withBlankBeforeZone(todo.created), withBlankBeforeZone(todo.created),
             todo.isDeleted ? withBlankBeforeZone(todo.created) : QByteArray(), ownerNumberOf(todo),
             todo.list.toUtf8()});
}

// Tags as a “simple array”.
void writeTypeOrm(const QString &path, const QList<RandomTodo> &todos)
{
    const auto thousandths = [](qint64 time) -> QByteArray { return isoText(time) + ".000"; };
    SampleFile file(path);
    file.run(
        u"CREATE TABLE typeorm_metadata (type varchar NOT NULL, database varchar, name varchar, value text); "
        "CREATE TABLE todo (id varchar PRIMARY KEY NOT NULL, title varchar NOT NULL, description text, "
        "isCompleted boolean NOT NULL DEFAULT (0), completedAt datetime, createdAt datetime NOT NULL DEFAULT "
        "(datetime('now')), updatedAt datetime NOT NULL DEFAULT (datetime('now')), dueDate datetime, "
        "priority varchar NOT NULL, tags text, parentId varchar)"_s);
    int number = 0;
    for (const RandomTodo &todo : todos)
        file.insert(u"INSERT INTO todo VALUES (?, ?, nullif(?, ''), CAST(? AS INTEGER), nullif(?, ''), ?, ?, "
                    "nullif(?, ''), ?, ?, nullif(?, ''))"_s,
                    {idOf(++number), todo.title.toUtf8(), todo.notes.toUtf8(), todo.isDone ? "1" : "0",
                     todo.isDone ? thousandths(todo.completed) : QByteArray(), isoText(todo.created),
                     isoText(todo.created), dueOf(todo, thousandths), priorityWord(todo),
                     todo.tags.join(u',').toUtf8(), parentIdOf(todo)});
}

// --- text files

// With its subtasks below it.
QByteArray checklistOf(const QList<RandomTodo> &todos, qsizetype at, qsizetype depth)
{
    static const QRegularExpression signs(u"([\\\\`*_\\[\\]<>])"_s);
    const RandomTodo &todo = todos.at(at);
    QStringList details;
    if (todo.priority > 0)
        details.append(QString::fromLatin1(priorityWord(todo)) + " priority"_L1);
    if (todo.dueDay)
        details.append("due "_L1 + QString::fromLatin1(dueOf(todo, isoText, isoDay)));
    if (todo.startDay)
        details.append("from "_L1 + QString::fromLatin1(startDayOf(todo)));
    for (const QString &tag : todo.tags)
        details.append(u'#' + tag);
    const QByteArray margin(4 * depth, ' ');
    QByteArray text = margin + (todo.isDone ? "- [x] " : "- [ ] ") +
                      QString(todo.title).replace(signs, u"\\\\1"_s).toUtf8();
    if (!details.isEmpty())
        text += " (" + details.join(u", "_s).toUtf8() + ')';
    text += '\n';
    if (!todo.notes.isEmpty())
        text += '\n' + margin + "    " + todo.notes.toUtf8() + "\n\n";
    for (qsizetype other = at + 1; other < todos.size(); ++other) {
        if (todos.at(other).parent == at)
            text += checklistOf(todos, other, depth + 1);
    }
    return text;
}

void writeMarkdown(const QString &path, const QList<RandomTodo> &todos)
{
    QByteArray file;
    for (qsizetype i = 0; i < todos.size(); ++i) {
        if (todos.at(i).parent < 0)
            file += checklistOf(todos, i, 0);
    }
    writeAll(path, file);
}

void writeCsv(const QString &path, const QList<RandomTodo> &todos)
{
    QByteArray file = "id,title,description,completed,completed_at,created_at,due_date,priority,tags\n";
    int number = 0;
    for (const RandomTodo &todo : todos) {
        QList<QByteArray> values = inTexts<isoText, isoDay>(todo, ++number);
        for (QByteArray &value : values)
            value = '"' + value.replace("\"", "\"\"") + '"';
        file += values.join(',') + '\n';
    }
    writeAll(path, file);
}

void writeCalendar(const QString &path, const QList<RandomTodo> &todos)
{
    QList<QByteArray> components;
    for (const RandomTodo &todo : todos)
        components.append(calendarLines(todo, idOf(components.size() + 1)));
    writeAll(path, calendarFile(components));
}

void writeTodoTxt(const QString &path, const QList<RandomTodo> &todos)
{
    static constexpr std::array letters{"", "(C) ", "(B) ", "(A) "};
    QByteArray file;
    int number = 0;
    for (const RandomTodo &todo : todos) {
        file += (todo.isDone ? "x " : "") + QByteArray(letters.at(size_t(todo.priority))) +
                (todo.isDone ? isoDay(todo.completed) + ' ' : QByteArray()) + isoDay(todo.created) + ' ' +
                todo.title.toUtf8() + " id:" + idOf(++number);
        for (const QString &tag : todo.tags)
            file += " @" + tag.toUtf8();
        if (todo.dueDay)
            file += " due:" + dayOf(todo);
        if (todo.startDay)
            file += " t:" + startDayOf(todo);
        if (!todo.repeat.isEmpty())
            file += " rec:" + repeatOf(todo, {"1d", "2w", "1m"});
        if (todo.parent >= 0)
            file += " p:" + parentIdOf(todo);
        file += '\n';
    }
    writeAll(path, file);
}

void writeTodoist(const QString &path, const QList<RandomTodo> &todos)
{
    QList<TodoistRow> rows;
    for (const RandomTodo &todo : todos) {
        QString content = todo.title;
        for (const QString &tag : todo.tags)
            content += " @"_L1 + tag;
        rows.append({.content = content.toUtf8(),
                     .description = todo.notes.toUtf8(),
                     .priority = 4 - todo.priority,
                     .date = dayOf(todo)});
    }
    writeAll(path, todoistFile(rows));
}

void writeTickTick(const QString &path, const QList<RandomTodo> &todos)
{
    static constexpr std::array priorities{0, 1, 3, 5};
    const auto written = [](qint64 time) { return QByteArray(isoText(time, 'T') + "+0000"); };
    QList<TickTickRow> rows;
    for (const RandomTodo &todo : todos)
        rows.append({.list = todo.list.isEmpty() ? "Inbox"_ba : todo.list.toUtf8(),
                     .title = todo.title.toUtf8(),
                     .tags = todo.tags.join(u", "_s).toUtf8(),
                     .content = todo.notes.toUtf8(),
                     .due = todo.dueDay ? written(*todo.dueDay) : QByteArray(),
                     .repeat = todo.repeat.toLatin1(),
                     .priority = priorities.at(size_t(todo.priority)),
                     .status = todo.isDone ? 2 : 0,
                     .created = written(todo.created),
                     .completed = todo.isDone ? written(todo.completed) : QByteArray(),
                     .order = int(rows.size()),
                     .zone = "UTC",
                     .isAllDay = true,
                     .id = idOf(rows.size() + 1),
                     .parent = parentIdOf(todo)});
    writeAll(path, tickTickFile(rows));
}

constexpr unsigned saysAll = saysUsual | SaysList | SaysParent;
constexpr unsigned saysWhen = SaysDueTime | SaysStart | SaysRepeat;

const TodoShape shapes[] = {
    {.name = "texts", .table = textsTable, .insert = insertTexts, .texts = inTexts<isoText, isoDay>},
    {.name = "milliseconds",
     .table = numbersTable,
     .insert = insertWholeNumbers,
     .texts = inNumbers<milliseconds>},
    {.name = "seconds", .table = numbersTable, .insert = insertWholeNumbers, .texts = inNumbers<seconds>},
    {.name = "microseconds",
     .table = numbersTable,
     .insert = insertWholeNumbers,
     .texts = inNumbers<microseconds>},
    {.name = "nanoseconds",
     .table = numbersTable,
     .insert = insertWholeNumbers,
     .texts = inNumbers<nanoseconds>},
    {.name = ".NET ticks",
     .table = numbersTable,
     .insert = insertWholeNumbers,
     .texts = inNumbers<dotNetTicks>},
    {.name = "seconds since 2001",
     .table = numbersTable,
     .insert = insertRealNumbers,
     .texts = inNumbers<secondsSince2001>},
    {.name = "Core Data",
     .table = "CREATE TABLE ZTODOITEM (Z_PK INTEGER PRIMARY KEY, ZTITLE VARCHAR, ZNOTES VARCHAR, ZISDONE "
              "INTEGER, ZCOMPLETEDAT TIMESTAMP, ZCREATEDAT TIMESTAMP, ZDUEDATE TIMESTAMP, ZPRIORITY INTEGER, "
              "ZTAGS VARCHAR)",
     .insert =
         "INSERT INTO ZTODOITEM VALUES (CAST(? AS INTEGER), ?, ?, ? = 'true', CAST(? AS REAL), CAST(? AS "
         "REAL), CAST(? AS REAL), CAST(? AS INTEGER), ?)",
     .texts = [](const RandomTodo &todo, int number) -> QList<QByteArray> {
         return QList{QByteArray::number(number)} + inNumbers<secondsSince2001>(todo, number).sliced(1);
     }},
    {.name = "Julian days",
     .table = numbersTable,
     .insert = insertRealNumbers,
     .texts = inNumbers<julianDays>},
    {.name = "microseconds in text",
     .table = textsTable,
     .insert = insertTexts,
     .texts = inTexts<sixDigits, isoDay>},
    {.name = "seven digits",
     .table = textsTable,
     .insert = insertTexts,
     .texts = inTexts<sevenDigits, isoDay>},
    {.name = "Sequelize",
     .table = textsTable,
     .insert = insertTexts,
     .texts = inTexts<withBlankBeforeZone, isoDay>},
    {.name = "gorm", .table = textsTable, .insert = insertTexts, .texts = inTexts<inShanghai, isoDay>},
    {.name = "JavaScript",
     .table = textsTable,
     .insert = insertTexts,
     .texts = inTexts<asJavaScriptPrints, englishDay>},
    {.name = "German", .table = textsTable, .insert = insertTexts, .texts = inTexts<isoText, germanDay>},
    {.name = "t and f",
     .table =
         "CREATE TABLE todos (id INTEGER PRIMARY KEY, content TEXT, note TEXT, is_done boolean DEFAULT 'f', "
         "done_at datetime, date_created datetime, due_at date, priority integer, tag_list TEXT)",
     .insert =
         "INSERT INTO todos VALUES (?, ?, ?, ?, nullif(?, ''), ?, nullif(?, ''), CAST(? AS INTEGER), ?)",
     .texts = [](const RandomTodo &todo, int number) -> QList<QByteArray> {
         return {QByteArray::number(number),
                 todo.title.toUtf8(),
                 todo.notes.toUtf8(),
                 todo.isDone ? "t" : "f",
                 todo.isDone ? sixDigits(todo.completed) : QByteArray(),
                 sixDigits(todo.created),
                 todo.dueDay ? importer::dayText(*todo.dueDay) : QByteArray(),
                 QByteArray::number(todo.priority),
                 todo.tags.join(u',').toUtf8()};
     }},
    {.name = "status words",
     .table =
         "CREATE TABLE items (sno INTEGER PRIMARY KEY, todo TEXT, memo TEXT, status TEXT, finished_at TEXT, "
         "inserted_at TEXT, "
         "deadline TEXT, priority TEXT, labels TEXT)",
     .insert = "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
     .texts = [](const RandomTodo &todo, int number) -> QList<QByteArray> {
         static const char *words[] = {"", "LOW", "MEDIUM", "HIGH"};
         return {QByteArray::number(number),
                 todo.title.toUtf8(),
                 todo.notes.toUtf8(),
                 todo.isDone ? "DONE" : "IN_PROGRESS",
                 todo.isDone ? QByteArray(isoText(todo.completed, 'T') + "Z") : QByteArray(),
                 QByteArray(isoText(todo.created, 'T') + "+00:00"),
                 todo.dueDay ? importer::dayText(*todo.dueDay) : QByteArray(),
                 words[todo.priority],
                 todo.tags.join(u';').toUtf8()};
     }},
    {.name = "the earlier app",
     .says = SaysNotes | SaysState | SaysCompletedAt | SaysCreatedAt | SaysOwner,
     .write = writeEarlierApp},
    {.name = "Django",
     .says = (saysUsual & ~unsigned(SaysCompletedAt)) | SaysList | SaysDueTime | SaysOwner,
     .write = writeDjango},
    {.name = "Rails",
     .says = (saysUsual & ~unsigned(SaysTags)) | SaysParent | SaysDueTime | SaysStart | SaysOwner,
     .write = writeRails},
    {.name = "Room", .says = (saysUsual & ~unsigned(SaysTags)) | SaysList | saysWhen, .write = writeRoom},
    {.name = "Prisma", .says = saysUsual | SaysParent | SaysDueTime | SaysOwner, .write = writePrisma},
    {.name = "EF Core",
     .says = (saysUsual & ~unsigned(SaysTags)) | SaysList | SaysParent | SaysDueTime | SaysStart,
     .write = writeEfCore},
    {.name = "Laravel",
     .says = (saysUsual & ~unsigned(SaysTags)) | SaysList | SaysOwner | SaysDeletedAt,
     .write = writeLaravel},
    {.name = "Drizzle", .says = saysUsual | SaysParent | SaysDueTime | SaysStart, .write = writeDrizzle},
    {.name = "SQLModel", .says = saysUsual | SaysParent | SaysDueTime | SaysOwner, .write = writeSqlModel},
    {.name = "GORM",
     .says = (saysUsual & ~unsigned(SaysTags)) | SaysDueTime | SaysDeletedAt,
     .write = writeGorm},
    {.name = "Sequelize, with its people",
     .says = (saysUsual & ~unsigned(SaysTags)) | SaysList | SaysDueTime | SaysOwner | SaysDeletedAt,
     .write = writeSequelize},
    {.name = "TypeORM", .says = saysUsual | SaysParent | SaysDueTime, .write = writeTypeOrm},
    {.name = "Planify", .says = saysAll | SaysDueTime | SaysRepeat, .write = writePlanify},
    {.name = "Planner 1",
     .says = SaysNotes | SaysState | SaysDue | SaysTags | SaysList,
     .write = writePlanner1},
    {.name = "Planner 2", .says = saysAll | SaysDueTime, .write = writePlanner2},
    {.name = "Vikunja", .says = saysAll | saysWhen | SaysOwner, .write = writeVikunja},
    {.name = "Taskwarrior",
     .says = saysUsual | SaysList | SaysDueTime | SaysStart | SaysOpenRepeat,
     .write = writeTaskwarrior,
     .beforeNotes = "2026-01-12: "},
    {.name = "Tasks.org", .says = saysAll | saysWhen, .write = writeTasksOrg},
    {.name = "Errands",
     .says = (saysAll & ~unsigned(SaysCompletedAt | SaysCreatedAt)) | SaysDueTime | SaysStart,
     .write = writeErrands},
    {.name = "Mindwtr", .says = saysUsual | SaysList | saysWhen, .write = writeMindwtr},
    {.name = "Chiri", .says = saysUsual | SaysParent | saysWhen, .write = writeChiri},
    {.name = "QOwnNotes", .says = saysAll | saysWhen, .write = writeQOwnNotes},
    {.name = "Evolution", .says = saysUsual | SaysParent | saysWhen, .write = writeEvolution},
    {.name = "Nextcloud", .says = saysUsual | SaysList | saysWhen, .write = writeNextcloud},
    {.name = "Joplin",
     .says = (saysUsual & ~unsigned(SaysPriority)) | SaysList | SaysDueTime,
     .write = writeJoplin},
    {.name = "Kanboard",
     .says = (saysUsual & ~unsigned(SaysTags)) | SaysList | SaysDueTime | SaysStart,
     .write = writeKanboard},
    {.name = "Things",
     .says = (saysUsual & ~unsigned(SaysPriority)) | SaysList | SaysStart,
     .write = writeThings},
    {.name = "CSV", .write = writeCsv, .file = "todos.csv"},
    {.name = "iCalendar",
     .says = saysUsual | SaysParent | saysWhen,
     .write = writeCalendar,
     .file = "todos.ics"},
    {.name = "Markdown",
     .says = SaysNotes | SaysState | SaysDue | SaysDueTime | SaysPriority | SaysTags | SaysParent | SaysStart,
     .write = writeMarkdown,
     .file = "todos.md"},
    {.name = "todo.txt",
     .says = SaysState | SaysDue | SaysPriority | SaysTags | SaysParent | SaysStart | SaysRepeat,
     .write = writeTodoTxt,
     .file = "todo.txt"},
    {.name = "Todoist",
     .says = SaysNotes | SaysDue | SaysPriority | SaysTags,
     .write = writeTodoist,
     .file = "Work [123].csv"},
    {.name = "TickTick", .says = saysAll | SaysRepeat, .write = writeTickTick, .file = "TickTick.csv"},
};

} // namespace

QList<RandomTodo> randomTodos(std::mt19937 &random, int count)
{
    QList<RandomTodo> todos;
    for (int number = 1; number <= count; ++number) {
        RandomTodo todo = randomTodo(random);
        todo.title += u" n%1"_s.arg(number);
        todo.isDeleted = number % 5 == 0;
        if (!todos.isEmpty() && random() % 4 == 0)
            todo.parent = qsizetype(random() % quint32(todos.size()));
        todos.append(todo);
    }
    return todos;
}

std::span<const TodoShape> todoShapes()
{
    return shapes;
}

void writeTodos(const TodoShape &shape, const QString &path, const QList<RandomTodo> &todos)
{
    if (shape.write) {
        shape.write(path, todos);
        return;
    }
    SampleFile sample(path);
    sample.run(QString::fromLatin1(shape.table));
    int number = 0;
    for (const RandomTodo &todo : todos)
        sample.insert(QString::fromLatin1(shape.insert), shape.texts(todo, ++number));
}

} // namespace tusk::tests
