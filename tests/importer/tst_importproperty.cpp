// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/convert/canonical.h"
#include "importer/reading.h"
#include "importer/samplefile.h"
#include "support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QTemporaryDir>

#include <random>

using namespace tusk;
using namespace Qt::StringLiterals;
using importer::Field;
using tests::SampleFile;

namespace
{

struct RandomTodo {
    QString title;
    QString notes;
    bool isDone = false;
    qint64 created = 0; // milliseconds since 1970
    qint64 completed = 0;
    std::optional<qint64> dueDay; // midnight
    int priority = 0;
    QStringList tags;
};

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
    if (random() % 2)
        todo.dueDay = (since / 86'400'000 + qint64(random() % 2000)) * 86'400'000;
    todo.priority = int(random() % 4);
    for (const QString &tag : {u"home"_s, u"work"_s, u"größer"_s}) {
        if (random() % 3 == 0)
            todo.tags.append(tag);
    }
    return todo;
}

QByteArray isoText(qint64 milliseconds, char between)
{
    return QByteArray(importer::instantText(milliseconds).first(19)).replace(10, 1, QByteArray(1, between));
}

// How one program writes todos down.
struct Shape {
    const char *name;
    const char *table;
    const char *insert;
    QList<QByteArray> (*texts)(const RandomTodo &todo, int number);
};

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

const Shape shapes[] = {
    {"texts", textsTable, insertTexts, inTexts<isoText, isoDay>},
    {"milliseconds", numbersTable, insertWholeNumbers, inNumbers<milliseconds>},
    {"seconds", numbersTable, insertWholeNumbers, inNumbers<seconds>},
    {"microseconds", numbersTable, insertWholeNumbers, inNumbers<microseconds>},
    {"nanoseconds", numbersTable, insertWholeNumbers, inNumbers<nanoseconds>},
    {".NET ticks", numbersTable, insertWholeNumbers, inNumbers<dotNetTicks>},
    {"seconds since 2001", numbersTable, insertRealNumbers, inNumbers<secondsSince2001>},
    {"Julian days", numbersTable, insertRealNumbers, inNumbers<julianDays>},
    {"microseconds in text", textsTable, insertTexts, inTexts<sixDigits, isoDay>},
    {"seven digits", textsTable, insertTexts, inTexts<sevenDigits, isoDay>},
    {"Sequelize", textsTable, insertTexts, inTexts<withBlankBeforeZone, isoDay>},
    {"gorm", textsTable, insertTexts, inTexts<inShanghai, isoDay>},
    {"JavaScript", textsTable, insertTexts, inTexts<asJavaScriptPrints, englishDay>},
    {"German", textsTable, insertTexts, inTexts<isoText, germanDay>},
    {"t and f",
     "CREATE TABLE todos (id INTEGER PRIMARY KEY, content TEXT, note TEXT, is_done boolean DEFAULT 'f', "
     "done_at datetime, date_created datetime, due_at date, priority integer, tag_list TEXT)",
     "INSERT INTO todos VALUES (?, ?, ?, ?, nullif(?, ''), ?, nullif(?, ''), CAST(? AS INTEGER), ?)",
     [](const RandomTodo &todo, int number) -> QList<QByteArray> {
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
    {"status words",
     "CREATE TABLE items (sno INTEGER PRIMARY KEY, todo TEXT, memo TEXT, status TEXT, finished_at TEXT, "
     "inserted_at TEXT, "
     "deadline TEXT, priority TEXT, labels TEXT)",
     "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
     [](const RandomTodo &todo, int number) -> QList<QByteArray> {
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
};

} // namespace

class TestImportProperty final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldReadWhatWasWritten_data()
    {
        QTest::addColumn<int>("shape");
        for (int shape = 0; shape < int(std::size(shapes)); ++shape)
            QTest::newRow(shapes[shape].name) << shape;
    }

    void shouldReadWhatWasWritten()
    {
        QFETCH(int, shape);
        std::mt19937 random(42);
        for (int file = 0; file < 5; ++file) {
            QTemporaryDir folder;
            SampleFile sample(folder.filePath(u"todo.db"_s));
            sample.run(QString::fromLatin1(shapes[shape].table));
            QList<RandomTodo> todos;
            for (int number = 1; number <= 60; ++number) {
                todos.append(randomTodo(random));
                sample.insert(QString::fromLatin1(shapes[shape].insert),
                              shapes[shape].texts(todos.last(), number));
            }
            sample.close();

            const tests::Reading reading = tests::readFile(folder.filePath(u"todo.db"_s));

            QCOMPARE(reading.complaint, QString());
            QCOMPARE(reading.repairs, (QMap<QString, qint64>()));
            QCOMPARE(reading.rows.size(), todos.size());
            for (qsizetype i = 0; i < todos.size(); ++i)
                compare(reading, i, todos.at(i));
        }
    }

private:
    static void compare(const tests::Reading &reading, qsizetype row, const RandomTodo &todo)
    {
        const auto text = [&](Field field) { return reading.rows.at(row).fields[size_t(field)]; };
        QCOMPARE(text(Field::Title), todo.title.toUtf8());
        QCOMPARE(text(Field::Notes), todo.notes.toUtf8());
        QCOMPARE(text(Field::CompletedAt),
                 todo.isDone ? std::optional(importer::instantText(todo.completed)) : std::nullopt);
        QCOMPARE(text(Field::CreatedAt), importer::instantText(todo.created));
        QCOMPARE(text(Field::Due),
                 todo.dueDay ? std::optional(importer::dayText(*todo.dueDay)) : std::nullopt);
        QCOMPARE(text(Field::Priority), QByteArray::number(todo.priority));
        QStringList tags = todo.tags;
        tags.sort();
        const QString line = reading.todos.at(row);
        QCOMPARE(line.contains("| tags: "_L1) ? line.section(u"| tags: "_s, 1) : QString(), tags.join(u','));
    }
};

QTEST_GUILESS_MAIN(TestImportProperty)

#include "tst_importproperty.moc"
