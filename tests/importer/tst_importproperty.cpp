// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/importtestcase.h"
#include "importer/todoshapes.h"

#include <QDateTime>
#include <QFile>

#include <algorithm>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::RandomTodo;
using tests::TodoShape;

namespace
{

// A few files of each shape; more with TUSK_FUZZ_ROUNDS, and the one that failed with TUSK_FUZZ_SEED.
constexpr unsigned usualSeed = 20261129;

int rounds()
{
    const int wished = qEnvironmentVariableIntValue("TUSK_FUZZ_ROUNDS");
    return wished > 0 ? wished : 1;
}

unsigned firstSeed()
{
    const int wished = qEnvironmentVariableIntValue("TUSK_FUZZ_SEED");
    return wished > 0 ? unsigned(wished) : usualSeed;
}

QString timeText(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString dueText(const RandomTodo &todo, unsigned says)
{
    if (!todo.dueDay)
        return {};
    const bool hasTime = says & tests::SaysDueTime && todo.dueTime > 0;
    return hasTime ? timeText(*todo.dueDay + todo.dueTime) : timeText(*todo.dueDay).first(10);
}

// Of several people each becomes a tag where the todo has a list.
bool tagsPeople(unsigned says)
{
    return says & tests::SaysList && says & tests::SaysOwner;
}

// What PostgreSQL should have: the fields that the shape can say, one after another.
QString wantedLine(const RandomTodo &todo, const QList<RandomTodo> &todos, const TodoShape &shape)
{
    const unsigned says = shape.says;
    QString notes = todo.notes;
    if (!notes.isEmpty())
        notes.prepend(QLatin1StringView(shape.beforeNotes));
    QStringList tags = says & tests::SaysTags ? todo.tags : QStringList();
    if (tagsPeople(says) && !todo.list.isEmpty())
        tags.append(todo.owner);
    tags.sort();
    const auto ifSaid = [says](unsigned what, const QString &text) { return says & what ? text : QString(); };
    const QString completed = says & tests::SaysCompletedAt ? timeText(todo.completed) : u"done"_s;
    const QString list = ifSaid(tests::SaysList, todo.list);
    return QStringList{
        todo.title,
        ifSaid(tests::SaysNotes, notes),
        ifSaid(tests::SaysState, todo.isDone ? completed : QString()),
        ifSaid(tests::SaysCreatedAt, timeText(todo.created)),
        ifSaid(tests::SaysDue, dueText(todo, says)),
        ifSaid(tests::SaysStart, todo.startDay ? timeText(*todo.startDay).first(10) : QString()),
        says & tests::SaysRepeat || !todo.isDone ? ifSaid(tests::saysAnyRepeat, todo.repeat) : QString(),
        ifSaid(tests::SaysPriority, QString::number(todo.priority)),
        tags.join(u','),
        list.isEmpty() ? ifSaid(tests::SaysOwner, todo.owner) : list,
        ifSaid(tests::SaysParent, todo.parent < 0 ? QString() : todos.at(todo.parent).title),
        ifSaid(tests::SaysDeletedAt, todo.isDeleted ? timeText(todo.created) : QString())}
        .join(u" | "_s);
}

// The same of a row of the database.
QString lineOf(QStringList row, unsigned says)
{
    static constexpr unsigned fields[] = {
        tests::SaysNotes,    tests::SaysState,    tests::SaysCreatedAt,
        tests::SaysDue,      tests::SaysStart,    tests::saysAnyRepeat,
        tests::SaysPriority, tests::SaysTags,     tests::SaysList | tests::SaysOwner,
        tests::SaysParent,   tests::SaysDeletedAt};
    constexpr qsizetype tagsColumn = 8;
    if (!(says & tests::SaysCompletedAt) && !row.at(2).isEmpty())
        row[2] = u"done"_s;
    for (qsizetype i = 0; i < qsizetype(std::size(fields)); ++i) {
        const bool isTag = fields[i] == tests::SaysTags && tagsPeople(says);
        if (!(says & fields[i]) && !isTag)
            row[i + 1].clear();
    }
    QStringList tags = row.at(tagsColumn).split(u',');
    tags.sort();
    row[tagsColumn] = tags.join(u',');
    return row.join(u" | "_s);
}

} // namespace

// Random todos, written by any program and imported, are in PostgreSQL what they were.
class TestImportProperty final : public tests::ImportTestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldImportWhatWasWritten_data()
    {
        QTest::addColumn<const TodoShape *>("shape");
        for (const TodoShape &shape : tests::todoShapes())
            QTest::newRow(shape.name) << &shape;
    }

    void shouldImportWhatWasWritten()
    {
        QFETCH(const TodoShape *, shape);
        for (int round = 0; round < rounds(); ++round) {
            const unsigned seed = firstSeed() + unsigned(round);
            if (round > 0)
                useEmptyDatabase();
            importAndCompare(*shape, seed);
            if (QTest::currentTestFailed())
                qInfo("again with TUSK_FUZZ_SEED=%u", seed);
            if (QTest::currentTestFailed())
                return;
        }
    }

private:
    void importAndCompare(const TodoShape &shape, unsigned seed)
    {
        std::mt19937 random(seed);
        const QList<RandomTodo> todos = tests::randomTodos(random, 60);
        const QString file = path(QString::fromLatin1(shape.file));
        QFile::remove(file);
        tests::writeTodos(shape, file, todos);

        const tests::Importing::Options options{
            .conversion = {.ownersAreLists = (shape.says & tests::SaysOwner) != 0},
            .portion = 1 + qint64(random() % 80)};

        const auto report = importing().run(file, options);

        QVERIFY2(report, tests::complaintOf(report).constData());
        QCOMPARE(report->created, todos.size());
        QCOMPARE(report->verified, todos.size());
        QCOMPARE(report->repairs, (QMap<importer::RepairKind, qint64>()));
        QStringList wanted;
        for (const RandomTodo &todo : todos)
            wanted.append(wantedLine(todo, todos, shape));
        QStringList stored;
        for (const QStringList &row : storedTodos())
            stored.append(lineOf(row, shape.says));
        wanted.sort();
        stored.sort();
        for (qsizetype i = 0; i < wanted.size(); ++i)
            QCOMPARE(stored.value(i), wanted.at(i));
        QCOMPARE(stored.size(), wanted.size());

        const auto again = importing().run(file, options);

        QVERIFY2(again, tests::complaintOf(again).constData());
        QCOMPARE(again->same, todos.size());
        QCOMPARE(again->created + again->changed + again->conflictCount, 0);
    }

    QList<QStringList> storedTodos()
    {
        return rows(
            u"SELECT t.title, t.notes, "
            "coalesce(to_char(t.completed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS'), ''), "
            "to_char(t.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS'), "
            "t.due_date || coalesce(' ' || t.due_time, ''), t.start_date || coalesce(' ' || t.start_time, "
            "''), "
            "t.repeat, t.priority, "
            "(SELECT string_agg(g.name, ',') FROM tusk.todo_tag x JOIN tusk.tag g ON g.id = x.tag_id WHERE "
            "x.todo_id = t.id), l.name, p.title, coalesce(to_char(t.deleted_at AT TIME ZONE 'UTC', "
            "'YYYY-MM-DD HH24:MI:SS'), '') FROM tusk.todo t LEFT JOIN tusk.list l ON l.id = t.list_id "
            "LEFT JOIN tusk.todo p ON p.id = t.parent_id"_s);
    }
};

QTEST_GUILESS_MAIN(TestImportProperty)

#include "tst_importproperty.moc"
