// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/reading.h"
#include "importer/source/snapshot.h"
#include "importer/source/sqlitefile.h"
#include "support/oldfiles/samplefile.h"
#include "support/testcase.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace tusk;
using namespace Qt::StringLiterals;
using importer::RowCursor;
using importer::Snapshot;
using importer::SqliteFile;
using tests::SampleFile;

namespace
{

const QString tasks = u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER)"_s;

const QString manyTodos = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
                          "INSERT INTO tasks SELECT i, 'todo', 0 FROM n"_s;

// What one sees of the table tasks, or the sentence that says why not.
QString titlesIn(const QString &path, const QString &copies,
                 SqliteFile::Damage damage = SqliteFile::Damage::Refused)
{
    const auto snapshot = Snapshot::take(path, copies, {});
    if (!snapshot)
        return snapshot.error().sentence;
    const auto file = SqliteFile::open(*snapshot, damage, {});
    if (!file)
        return file.error().sentence;
    auto rows = (*file)->query(u"SELECT title FROM tasks ORDER BY id"_s);
    if (!rows)
        return rows.error().sentence;
    QStringList titles;
    for (auto more = rows->next(); true; more = rows->next()) {
        if (!more)
            return more.error().sentence;
        if (!*more)
            return titles.join(u',');
        titles.append(QString::fromUtf8(rows->value(0).toText()));
    }
}

// Another process that holds a file: POSIX locks do not count within one.
class OtherProcess final
{
public:
    OtherProcess(const QString &path, const QString &script)
    {
        int ready[2] = {};
        if (::pipe(ready) != 0)
            qFatal("no pipe");
        m_child = ::fork();
        if (m_child == 0) {
            SampleFile file(path);
            file.run(script);
            [[maybe_unused]] const auto written = ::write(ready[1], "r", 1);
            while (true)
                ::pause();
        }
        char byte = 0;
        [[maybe_unused]] const auto read = ::read(ready[0], &byte, 1);
        ::close(ready[0]);
        ::close(ready[1]);
    }
    ~OtherProcess()
    {
        ::kill(m_child, SIGKILL);
        ::waitpid(m_child, nullptr, 0);
    }
    Q_DISABLE_COPY_MOVE(OtherProcess)

private:
    pid_t m_child = 0;
};

} // namespace

class TestSqliteFile final : public tests::TestCase
{
    Q_OBJECT

protected:
    void prepare() override { m_folder = std::make_unique<QTemporaryDir>(); }

private Q_SLOTS:
    void shouldReadARollbackDatabaseAndLeaveItAsItWas()
    {
        SampleFile(path()).run(tasks).run(u"INSERT INTO tasks VALUES (1, 'milk', 0), (2, 'bread', 1)"_s);
        const auto before = tests::contentsOf(folder());

        QCOMPARE(titlesIn(path(), copies()), u"milk,bread"_s);
        QCOMPARE(tests::contentsOf(folder()), before);
        QVERIFY(QDir(copies()).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot));
    }

    void shouldSeeWhatIsOnlyInTheLog()
    {
        SampleFile sample(path());
        sample.run(tasks)
            .run(u"INSERT INTO tasks VALUES (1, 'old', 0)"_s)
            .run(u"PRAGMA journal_mode = wal"_s);
        sample.run(u"INSERT INTO tasks VALUES (2, 'new', 0)"_s);
        sample.abandon();
        const auto before = tests::contentsOf(folder());
        QVERIFY(!before.value(path() + "-wal"_L1).isEmpty());

        QCOMPARE(titlesIn(path(), copies()), u"old,new"_s);
        QCOMPARE(tests::contentsOf(folder()), before);
    }

    void shouldFollowALinkToTheLogBesideTheFileItself()
    {
        SampleFile sample(path());
        sample.run(tasks)
            .run(u"PRAGMA journal_mode = wal"_s)
            .run(u"INSERT INTO tasks VALUES (2, 'new', 0)"_s);
        sample.abandon();
        const QString link = folder() + "/link"_L1;
        QVERIFY(QFile::link(path(), link));

        QCOMPARE(titlesIn(link, copies()), u"new"_s);
    }

    void shouldTakeBackWhatAnInterruptedProgramHadHalfWritten()
    {
        // Given a transaction that has begun to write its pages
        SampleFile sample(path());
        sample.run(tasks).run(u"PRAGMA cache_size = 2"_s);
        sample.run(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
                   "INSERT INTO tasks SELECT i, 'before', 0 FROM n"_s);
        sample.run(u"BEGIN; UPDATE tasks SET title = 'after!'"_s);
        const QString interrupted = folder() + "/interrupted.db"_L1;
        tests::copyWithCompanions(path(), interrupted);
        QVERIFY(tests::readAll(interrupted).contains("after!"));
        const auto before = tests::contentsOf(folder());

        const QString titles = titlesIn(interrupted, copies());

        QCOMPARE(titles.count(u"before"_s), 2000);
        QVERIFY(!titles.contains(u"after!"_s));
        QCOMPARE(tests::contentsOf(folder()), before);
    }

    void shouldSayWhatLiesBesideAFileOrIsMissing_data()
    {
        QTest::addColumn<bool>("keepsLog");
        QTest::addColumn<QStringList>("missing"); // endings of what was not copied
        QTest::addColumn<int>("todos");
        QTest::addColumn<QString>("remark"); // its beginning
        const QString forgotten =
            u"If you copied this file while its program was running, copy “copy.db-wal” "
            "too"_s;
        QTest::addRow("with its log")
            << true << QStringList() << 2001 << u"What was in “copy.db-wal” was read as well."_s;
        QTest::addRow("without its log") << true << QStringList{u"-wal"_s, u"-shm"_s} << 2000 << forgotten;
        QTest::addRow("with its journal")
            << false << QStringList() << 2000 << u"Its program had begun a change and not finished it"_s;
        QTest::addRow("without its journal")
            << false << QStringList{u"-journal"_s} << -1
            << u"This file was copied while its program was just writing: copy it again together with "
               "“copy.db-journal”"_s;
    }
    void shouldSayWhatLiesBesideAFileOrIsMissing()
    {
        // Given a program with a change that is only in the log, or half of it in the file
        QFETCH(const bool, keepsLog);
        QFETCH(const QStringList, missing);
        QFETCH(const int, todos);
        QFETCH(const QString, remark);
        SampleFile sample(path());
        sample.run(tasks)
            .run(u"PRAGMA cache_size = 2"_s)
            .run(QString(manyTodos).replace("5000"_L1, "2000"_L1));
        if (keepsLog)
            sample.run(u"PRAGMA journal_mode = wal; INSERT INTO tasks VALUES (9001, 'new', 0)"_s);
        else
            sample.run(u"BEGIN; INSERT INTO tasks SELECT id + 2000, 'half', 0 FROM tasks"_s);
        const QString copy = folder() + "/copy.db"_L1;
        tests::copyWithCompanions(path(), copy);
        for (const QString &ending : missing)
            QVERIFY(QFile::remove(copy + ending));

        const tests::Reading reading = tests::readFile(copy);

        QCOMPARE(reading.complaint, QString());
        if (todos >= 0)
            QCOMPARE(reading.todos.size(), todos);
        QCOMPARE(reading.mapping.remarks.size(), 1);
        QVERIFY2(reading.mapping.remarks.first().startsWith(remark),
                 qPrintable(reading.mapping.remarks.first()));
    }

    void shouldSayThatTheTodosMayBeInALogThatIsMissing()
    {
        // Given a new file, of which nothing but the first page is outside its log yet
        SampleFile sample(path());
        sample.run(u"PRAGMA journal_mode = wal"_s)
            .run(tasks)
            .run(u"INSERT INTO tasks VALUES (1, 'milk', 0)"_s);
        const QString copy = folder() + "/copy.db"_L1;
        tests::writeAll(copy, tests::readAll(path()));

        const tests::Reading reading = tests::readFile(copy);

        QCOMPARE(reading.complaint,
                 u"No todos were found in “%1”. If you copied this file while its program was running, copy "
                 "“copy.db-wal” too: the newest changes may be in there."_s.arg(copy));
    }

    void shouldSayNothingOfWhatNeedsNothingBesideIt_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QByteArray>("log");
        QTest::addRow("a journal that is deleted") << u"delete"_s << QByteArray();
        QTest::addRow("a journal that is kept") << u"persist"_s << QByteArray();
        QTest::addRow("an empty log") << u"wal"_s << QByteArray("");
    }
    void shouldSayNothingOfWhatNeedsNothingBesideIt()
    {
        QFETCH(const QString, mode);
        QFETCH(const QByteArray, log);
        SampleFile(path())
            .run(u"PRAGMA journal_mode = %1"_s.arg(mode))
            .run(tasks)
            .run(u"INSERT INTO tasks VALUES (1, 'milk', 0)"_s);
        QCOMPARE(QFile::exists(path() + "-journal"_L1), mode == u"persist"_s);
        if (!log.isNull())
            tests::writeAll(path() + "-wal"_L1, log);

        const tests::Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, QStringList{u"milk"_s});
        QCOMPARE(reading.mapping.remarks, QStringList());
    }

    void shouldNotTakeRoomThatWasMadeAheadForHalfAChange()
    {
        SampleFile(path()).run(tasks).run(u"INSERT INTO tasks VALUES (1, 'milk', 0)"_s);
        tests::writeAll(path(), tests::readAll(path()) + QByteArray(8192, '\0'));

        const tests::Reading reading = tests::readFile(path());

        QCOMPARE(reading.todos, QStringList{u"milk"_s});
        QCOMPARE(reading.mapping.remarks, QStringList());
    }

    void shouldReadAFileThatIsOpenElsewhere()
    {
        SampleFile(path()).run(tasks).run(u"INSERT INTO tasks VALUES (1, 'milk', 0)"_s);
        const OtherProcess other(path(), u"BEGIN; SELECT * FROM tasks; PRAGMA journal_mode"_s);

        QCOMPARE(titlesIn(path(), copies()), u"milk"_s);
    }

    void shouldSayThatAnotherProgramIsWriting()
    {
        SampleFile(path()).run(tasks);
        const OtherProcess other(path(), u"BEGIN EXCLUSIVE"_s);
        QElapsedTimer clock;
        clock.start();

        QVERIFY2(titlesIn(path(), copies()).startsWith(u"Another program is writing"_s), "");
        QCOMPARE_LT(clock.elapsed(), 8000);
    }

    void shouldReadEveryKindOfDatabase_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("table");
        const auto row = [](const char *name, const QString &setting, const QString &table) {
            QTest::newRow(name) << setting << table;
        };
        row("UTF-16 little endian", u"PRAGMA encoding = 'UTF-16le'"_s, tasks);
        row("UTF-16 big endian", u"PRAGMA encoding = 'UTF-16be'"_s, tasks);
        for (const int size : {512, 1024, 8192, 65536})
            QTest::addRow("page size %d", size) << u"PRAGMA page_size = %1"_s.arg(size) << tasks;
        row("without rowid", {},
            u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER) WITHOUT ROWID"_s);
        row("strict", {}, u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER) STRICT"_s);
        row("generated column", {},
            u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, loud TEXT AS (upper(title)))"_s);
        row("column without a type", {}, u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title, done)"_s);
        row("auto-vacuum", u"PRAGMA auto_vacuum = full"_s, tasks);
        row("order of its own", {},
            u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT COLLATE NOCASE, done INTEGER)"_s);
    }

    void shouldReadEveryKindOfDatabase()
    {
        QFETCH(QString, setting);
        QFETCH(QString, table);
        SampleFile(path()).run(setting).run(table).run(
            u"INSERT INTO tasks (id, title, done) VALUES (1, 'Grüße 🐘', 0)"_s);

        QCOMPARE(titlesIn(path(), copies()), u"Grüße 🐘"_s);
    }

    void shouldReadOrdersThatOnlyItsProgramKnows()
    {
        // As Android's LOCALIZED, which is no part of the library.
        SampleFile(path())
            .run(u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER)"_s)
            .run(u"INSERT INTO tasks VALUES (1, 'milk', 0)"_s)
            .run(
                u"PRAGMA writable_schema = on; UPDATE sqlite_schema SET sql = "
                "'CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT COLLATE LOCALIZED, done INTEGER)'"_s);

        QCOMPARE(titlesIn(path(), copies()), u"milk"_s);
    }

    void shouldReadTablesWithRulesThatOnlyTheirProgramKnows()
    {
        SampleFile(path()).run(tasks).run(
            u"INSERT INTO tasks VALUES (1, 'milk', 0); PRAGMA writable_schema = on; UPDATE sqlite_schema SET "
            "sql = replace(sql, 'title TEXT', 'title TEXT CHECK (is_nice(title))')"_s);

        QCOMPARE(titlesIn(path(), copies()), u"milk"_s);
    }

    void shouldReadRowsThatBreakARuleOfTheirTable()
    {
        SampleFile(path())
            .run(u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER CHECK (done < 2))"_s)
            .run(u"PRAGMA ignore_check_constraints = on; INSERT INTO tasks VALUES (1, 'milk', 7)"_s);

        QCOMPARE(titlesIn(path(), copies()), u"milk"_s);
    }

    void shouldListTablesThatCanBeRead()
    {
        SampleFile(path())
            .run(u"CREATE TABLE users (id CHAR(32) PRIMARY KEY, email TEXT)"_s)
            .run(
                u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, user_id CHAR(32) REFERENCES users (id))"_s)
            .run(u"CREATE TABLE pairs (a INT, b INT, PRIMARY KEY (a, b)) WITHOUT ROWID"_s)
            .run(u"CREATE VIEW open_tasks AS SELECT title FROM tasks"_s)
            .run(u"CREATE VIEW broken AS SELECT missing(title) FROM tasks"_s)
            .run(u"CREATE VIRTUAL TABLE found USING fts5 (title)"_s);
        const auto snapshot = Snapshot::take(path(), copies(), {});
        QVERIFY(snapshot);
        const auto file = SqliteFile::open(*snapshot, SqliteFile::Damage::Refused, {});
        QVERIFY(file);

        const auto tables = (*file)->tables();

        QVERIFY(tables);
        QStringList names;
        for (const auto &table : *tables)
            names.append(table.name);
        QCOMPARE(names, QStringList({u"users"_s, u"tasks"_s, u"pairs"_s, u"open_tasks"_s, u"found"_s}));
        QCOMPARE(tables->at(1).references,
                 (QList<importer::ReferenceShape>{{u"user_id"_s, u"users"_s, u"id"_s}}));
        QCOMPARE(tables->at(0).soleKey()->name, u"id"_s);
        QVERIFY(!tables->at(2).soleKey());
        QVERIFY(!tables->at(2).hasRowId);
        QCOMPARE(tables->at(3).kind, importer::TableShape::Kind::View);
    }

    void shouldReadFilesWhoseSchemaCallsFunctionsOfJson_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("beside"); // what else belongs to it
        const auto row = [](const char *name, const QString &columns, const QString &beside = {}) {
            QTest::newRow(name)
                << u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, more TEXT%1)"_s.arg(columns)
                << beside;
        };
        row("a rule", u" CHECK (json_valid(more) OR more IS NULL)"_s);
        row("a computed column", u", tag TEXT AS (json_extract(more, '$.tag'))"_s);
        row("a stored column", u", tag TEXT AS (more ->> '$.tag') STORED"_s);
        row("an index", {}, u"CREATE INDEX tags ON tasks (json_extract(more, '$.tag'))"_s);
        row("a partial index", {}, u"CREATE INDEX tagged ON tasks (title) WHERE json_valid(more)"_s);
        row("a default", u", list TEXT DEFAULT (json_array())"_s);
        row("a view", {},
            u"CREATE VIEW each_tag AS SELECT t.id, j.value FROM tasks AS t, json_each(t.more) AS j"_s);
    }
    void shouldReadFilesWhoseSchemaCallsFunctionsOfJson()
    {
        QFETCH(const QString, table);
        QFETCH(const QString, beside);
        SampleFile(path()).run(table).run(beside).run(
            u"INSERT INTO tasks (id, title, more) VALUES (1, 'milk', '{\"tag\": \"shop\"}')"_s);

        QCOMPARE(titlesIn(path(), copies()), u"milk"_s);
        QCOMPARE(lossesOfTheRest(), QStringList());
    }

    void shouldComputeWhatIsMadeOfJson()
    {
        SampleFile(path())
            .run(u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, more TEXT, title TEXT AS (more ->> '$.a'))"_s)
            .run(u"CREATE VIEW parts AS SELECT j.value AS part FROM tasks, json_each(more) AS j"_s)
            .run(u"INSERT INTO tasks VALUES (1, '{\"a\": \"milk\", \"b\": \"bread\"}')"_s);

        QCOMPARE(titlesIn(path(), copies()), u"milk"_s);
        const auto snapshot = Snapshot::take(path(), copies(), {});
        const auto file = SqliteFile::open(*snapshot, SqliteFile::Damage::Refused, {});
        QVERIFY(file);
        auto parts = (*file)->query(u"SELECT group_concat(part) FROM parts"_s);
        QVERIFY(parts);
        QVERIFY(*parts->next());
        QCOMPARE(parts->value(0).toText(), "milk,bread"_ba);
    }

    void shouldNotRunWhatAForeignFileBrings_data()
    {
        QTest::addColumn<QString>("view");
        QTest::addRow("code") << u"load_extension('/tmp/evil.so') FROM tasks"_s;
        QTest::addRow("code with a beginning") << u"load_extension('/tmp/evil.so', 'begin') FROM tasks"_s;
        QTest::addRow("an address in memory") << u"fts3_tokenizer('simple') FROM tasks"_s;
        QTest::addRow("an address to jump to") << u"fts3_tokenizer('evil', zeroblob(8)) FROM tasks"_s;
        QTest::addRow("a file to write") << u"writefile('evil', 'x') FROM tasks"_s;
        QTest::addRow("a file to read") << u"readfile('/etc/passwd') FROM tasks"_s;
        QTest::addRow("a program") << u"edit('x', 'evil') FROM tasks"_s;
        QTest::addRow("a function of ours") << u"tusk_text(title) FROM tasks"_s;
        QTest::addRow("another one of ours") << u"tusk_calendar(title, 'SUMMARY') FROM tasks"_s;
        QTest::addRow("what runs here") << u"sql FROM sqlite_stmt"_s;
        QTest::addRow("how the file is laid out") << u"pagetype FROM dbstat"_s;
    }
    void shouldNotRunWhatAForeignFileBrings()
    {
        QFETCH(const QString, view);
        SampleFile(path())
            .run(tasks)
            .run(u"INSERT INTO tasks VALUES (1, 'milk', 0)"_s)
            .run(u"CREATE VIEW spy AS SELECT "_s + view);
        const auto snapshot = Snapshot::take(path(), copies(), {});
        const auto file = SqliteFile::open(*snapshot, SqliteFile::Damage::Refused, {});
        QVERIFY(file);

        QVERIFY(!(*file)->query(u"SELECT * FROM spy"_s));
        QCOMPARE(titlesIn(path(), copies()), u"milk"_s); // what is beside it is harmless
    }

    void shouldRefuseFilesWhoseTablesCallMoreThanReads_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("encoding");
        for (const QString &encoding : {u"UTF-8"_s, u"UTF-16le"_s}) {
            const QByteArray in = encoding.toLatin1();
            QTest::addRow("a rule, %s", in.constData())
                << u"title TEXT CHECK (load_extension(title))"_s << encoding;
            QTest::addRow("a rule that plants an address, %s", in.constData())
                << u"title TEXT CHECK (fts3_tokenizer(title, zeroblob(8)))"_s << encoding;
            QTest::addRow("a computed column, %s", in.constData())
                << u"title TEXT, evil AS (load_extension(title))"_s << encoding;
        }
    }
    void shouldRefuseFilesWhoseTablesCallMoreThanReads()
    {
        QFETCH(const QString, rule);
        QFETCH(const QString, encoding);
        SampleFile(path())
            .run(u"PRAGMA encoding = '%1'"_s.arg(encoding))
            .run(tasks)
            .run(u"INSERT INTO tasks VALUES (1, 'milk', 0)"_s)
            .run(u"PRAGMA writable_schema = on; UPDATE sqlite_schema SET sql = replace(sql, 'title TEXT', "
                 "'%1')"_s.arg(rule));

        const QString sentence = titlesIn(path(), copies());

        QVERIFY2(sentence.contains(u"would call a function that could do more than read"_s),
                 qPrintable(sentence));
    }

    void shouldSayWhyAFileCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        QRandomGenerator random(5);
        QByteArray noise(8192, '\0');
        random.fillRange(reinterpret_cast<quint32 *>(noise.data()), 2048);
        QTest::newRow("empty") << QByteArray() << u"is empty"_s;
        QTest::newRow("text") << QByteArray("Buy milk\n").repeated(500) << u"is not a database file"_s;
        QTest::newRow("noise") << noise << u"seems to be encrypted"_s;
        for (const QByteArray &beginning :
             {"PK\x03\x04"_ba, "\x89PNG\r\n"_ba, "\xff\xd8\xff\xe0"_ba, "%PDF-1.7"_ba, "RIFF"_ba,
              QByteArray("\0\0\0\x20"
                         "ftypisom",
                         12)})
            QTest::addRow("an archive, a picture, a film: %s", beginning.toPercentEncoding().constData())
                << beginning + noise << u"is not a database file"_s;
        QTest::newRow("beginning only") << QByteArray("SQLite format 3\0abc", 19) << u"is so badly damaged"_s;
    }

    void shouldSayWhyAFileCannotBeRead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        tests::writeAll(path(), bytes);
        const auto before = tests::contentsOf(folder());

        const QString sentence = titlesIn(path(), copies());

        QVERIFY2(sentence.contains(says), qPrintable(sentence));
        QVERIFY(sentence.contains(path()));
        QCOMPARE(tests::contentsOf(folder()), before);
    }

    void shouldSayWhatIsNoFile()
    {
        QVERIFY(titlesIn(folder(), copies()).contains(u"is a folder"_s));
        QVERIFY(titlesIn(folder() + "/none.db"_L1, copies()).startsWith(u"There is no file"_s));
        const QString pipe = folder() + "/pipe"_L1;
        QCOMPARE(::mkfifo(pipe.toUtf8().constData(), 0600), 0);
        QVERIFY(titlesIn(pipe, copies()).contains(u"is not an ordinary file"_s));
    }

    void shouldSayWhatMayNotBeRead()
    {
        SampleFile(path()).run(tasks);
        QVERIFY(QFile::setPermissions(path(), {}));
        for (const QString &open : {folder(), copies()})
            ::chmod(open.toUtf8().constData(), 0777);
        const bool isRoot = ::geteuid() == 0;
        if (isRoot)
            QCOMPARE(::seteuid(65534), 0); // whom nothing belongs to

        const QString sentence = titlesIn(path(), copies());

        if (isRoot)
            QCOMPARE(::seteuid(0), 0);
        QVERIFY2(sentence.startsWith(u"You may not read"_s), qPrintable(sentence));
    }

    void shouldReadFromAFolderThatCannotBeWrittenTo()
    {
        SampleFile sample(path());
        sample.run(tasks)
            .run(u"PRAGMA journal_mode = wal"_s)
            .run(u"INSERT INTO tasks VALUES (2, 'new', 0)"_s);
        sample.abandon();
        QFile::remove(path() + "-shm"_L1);
        ::chmod(copies().toUtf8().constData(), 0777);
        ::chmod(folder().toUtf8().constData(), 0555);
        const bool isRoot = ::geteuid() == 0;
        if (isRoot)
            QCOMPARE(::seteuid(65534), 0);

        const QString titles = titlesIn(path(), copies());

        if (isRoot)
            QCOMPARE(::seteuid(0), 0);
        ::chmod(folder().toUtf8().constData(), 0755);
        QCOMPARE(titles, u"new"_s);
    }

    void shouldRefuseNewerFormats()
    {
        SampleFile(path()).run(tasks);
        QByteArray newer = tests::readAll(path());
        newer[19] = 3;
        tests::writeAll(path(), newer);
        QVERIFY(titlesIn(path(), copies()).contains(u"written by a newer program"_s));

        newer[19] = 1;
        newer[47] = 5;
        tests::writeAll(path(), newer);
        QVERIFY(titlesIn(path(), copies()).contains(u"written by a newer program"_s));

        newer[47] = 4;
        const auto word = newer.indexOf("CREATE TABLE tasks");
        newer.replace(word, 6, "CREATF");
        tests::writeAll(path(), newer);
        QVERIFY(titlesIn(path(), copies()).contains(u"written by a newer program"_s));
    }

    void shouldNoticeThatAFileWasCutOff()
    {
        SampleFile(path()).run(tasks).run(manyTodos);
        cutInHalf();

        QVERIFY(titlesIn(path(), copies()).contains(u"is damaged"_s));
        const QString rest = titlesIn(path(), copies(), SqliteFile::Damage::Accepted);
        QVERIFY2(rest.count(u"todo"_s) > 1000 && rest.count(u"todo"_s) < 5000, qPrintable(rest.left(200)));
    }

    void shouldNoticeADamagedPage()
    {
        SampleFile(path()).run(tasks).run(manyTodos);
        QByteArray damaged = tests::readAll(path());
        damaged.replace(4096 * 5, 200, QByteArray(200, '\xa5'));
        tests::writeAll(path(), damaged);

        QVERIFY(titlesIn(path(), copies()).contains(u"is damaged"_s));
        // One page of about fifteen: all the others can be read.
        QCOMPARE_GE(titlesIn(path(), copies(), SqliteFile::Damage::Accepted).count(u"todo"_s), 4500);
        const auto snapshot = Snapshot::take(path(), copies(), {});
        const auto file = SqliteFile::open(*snapshot, SqliteFile::Damage::Accepted, {});
        QVERIFY(file);
        QCOMPARE((*file)->losses().size(), 1);
        QVERIFY2((*file)->losses().first().contains(u"the rows between"_s),
                 qPrintable((*file)->losses().first()));
    }

    void shouldNoticeDamageBehindAValueThatBreaksARule()
    {
        SampleFile(path()).run(tasks).run(
            u"INSERT INTO tasks VALUES (1, NULL, 0), (2, 'milk', 0), (3, 'bread', 0); PRAGMA "
            "writable_schema = on; UPDATE sqlite_schema SET sql = replace(sql, 'title TEXT', 'title TEXT NOT NULL')"_s);
        QCOMPARE(titlesIn(path(), copies()), u",milk,bread"_s); // the rule alone is no damage
        QByteArray damaged = tests::readAll(path());
        constexpr qsizetype headerSize = 4; // before the text is how long its header is
        damaged[damaged.indexOf("milk") - headerSize] = '\x7f';
        tests::writeAll(path(), damaged);

        QVERIFY(titlesIn(path(), copies()).contains(u"is damaged"_s));
        QCOMPARE(titlesIn(path(), copies(), SqliteFile::Damage::Accepted), u"bread"_s);
    }

    void shouldSayHowManyReadableRowsItCouldNotTake()
    {
        // Older versions of its program did not ask for a title yet.
        SampleFile(path()).run(tasks).run(manyTodos).run(
            u"UPDATE tasks SET title = NULL WHERE id = 7; PRAGMA writable_schema = on; UPDATE "
            "sqlite_schema SET sql = replace(sql, 'title TEXT', 'title TEXT NOT NULL')"_s);
        cutInHalf();

        const QStringList losses = lossesOfTheRest();

        QVERIFY2(losses.contains(
                     u"Of the table “tasks” some rows break its own rules and could not be taken: 1."_s),
                 qPrintable(losses.join(u'\n')));
    }

    void shouldTakeTheRestOfTablesWithOrdersThatOnlyTheirProgramKnows()
    {
        SampleFile(path())
            .run(u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT COLLATE NOCASE UNIQUE, done "
                 "INTEGER)"_s)
            .run(QString(manyTodos).replace("'todo'"_L1, "'todo' || i"_L1))
            .run(u"PRAGMA writable_schema = on; UPDATE sqlite_schema SET sql = replace(sql, 'NOCASE', "
                 "'LOCALIZED')"_s);
        cutInHalf();

        QCOMPARE_GE(titlesIn(path(), copies(), SqliteFile::Damage::Accepted).count(u"todo"_s), 500);
    }

    void shouldTakeTheRestOfTablesThatCallFunctionsOfJson()
    {
        SampleFile(path())
            .run(u"CREATE TABLE tasks (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, more TEXT CHECK "
                 "(json_valid(more)), tag TEXT AS (json_extract(more, '$.tag')))"_s)
            .run(u"CREATE INDEX tags ON tasks (tag)"_s)
            .run(QString(manyTodos).replace("INTO tasks SELECT i, 'todo', 0"_L1,
                                            "INTO tasks SELECT i, 'todo', 0, '{\"tag\": \"a\"}'"_L1));
        cutInHalf();

        QCOMPARE_GE(titlesIn(path(), copies(), SqliteFile::Damage::Accepted).count(u"todo"_s), 500);
    }

    void shouldOnlyMakeTheTablesOfADamagedFile_data()
    {
        QTest::addColumn<QString>("sql"); // what the file gives for the statement that made its table
        QTest::addRow("behind a table") << u"sql || '; COMMIT; ATTACH \"%1\" AS e; CREATE TABLE e.t (a)'"_s;
        QTest::addRow("instead of a table") << u"'ATTACH \"%1\" AS e'"_s;
    }
    void shouldOnlyMakeTheTablesOfADamagedFile()
    {
        QFETCH(const QString, sql);
        const QString foreign = folder() + "/foreign.db"_L1;
        SampleFile(path()).run(tasks).run(manyTodos).run(
            u"PRAGMA writable_schema = on; UPDATE sqlite_schema SET sql = "_s + sql.arg(foreign));
        cutInHalf();

        const QString titles = titlesIn(path(), copies(), SqliteFile::Damage::Accepted);

        QVERIFY2(!QFile::exists(foreign), qPrintable(titles));
    }

    void shouldSayThatNothingIsReadable_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addRow("not even the header") << qsizetype(19);
        QTest::addRow("no table") << qsizetype(200);
    }
    void shouldSayThatNothingIsReadable()
    {
        QFETCH(const qsizetype, size);
        SampleFile(path()).run(tasks).run(manyTodos);
        tests::writeAll(path(), tests::readAll(path()).first(size));

        const QString sentence = titlesIn(path(), copies(), SqliteFile::Damage::Accepted);

        QVERIFY2(sentence.contains(u"so badly damaged"_s), qPrintable(sentence));
    }

    void shouldEndSoonWhenStopped()
    {
        SampleFile(path()).run(tasks).run(
            u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
            "INSERT INTO tasks SELECT i, 'todo', 0 FROM n"_s);
        std::stop_source stop;
        const auto snapshot = Snapshot::take(path(), copies(), {});
        const auto file = SqliteFile::open(*snapshot, SqliteFile::Damage::Refused, stop.get_token());
        QVERIFY(file);
        QElapsedTimer clock;
        std::jthread stopper([&stop, &clock] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            clock.start();
            stop.request_stop();
        });

        const auto counted = (*file)->number(u"SELECT count(*) FROM tasks, tasks AS t, tasks AS u"_s);

        QVERIFY(!counted);
        QCOMPARE(counted.error().kind, base::ErrorKind::Cancelled);
        QCOMPARE_LT(clock.elapsed(), 200);
        QCOMPARE(Snapshot::take(path(), copies(), stop.get_token()).error().kind, base::ErrorKind::Cancelled);
    }

private:
    void cutInHalf()
    {
        const QByteArray whole = tests::readAll(path());
        tests::writeAll(path(), whole.first(whole.size() / 2));
    }
    [[nodiscard]] QStringList lossesOfTheRest() const
    {
        const auto snapshot = Snapshot::take(path(), copies(), {});
        const auto file = SqliteFile::open(*snapshot, SqliteFile::Damage::Accepted, {});
        return file ? (*file)->losses() : QStringList(file.error().sentence);
    }
    [[nodiscard]] QString folder() const
    {
        QDir(m_folder->path()).mkpath(u"source"_s);
        return m_folder->filePath(u"source"_s);
    }
    [[nodiscard]] QString path() const { return folder() + "/todo.db"_L1; }
    [[nodiscard]] QString copies() const
    {
        QDir(m_folder->path()).mkpath(u"copies"_s);
        ::chmod(m_folder->path().toUtf8().constData(), 0755);
        return m_folder->filePath(u"copies"_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSqliteFile)

#include "tst_sqlitefile.moc"
