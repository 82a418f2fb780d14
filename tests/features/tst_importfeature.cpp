// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "features/featuretest.h"
#include "support/oldfiles/oldapp.h"
#include "support/oldfiles/samplefile.h"
#include "support/sqlclient.h"

using namespace Qt::StringLiterals;
using namespace tusk;
using namespace tusk::tests;

// Todos of another program, in the words of those who bring them.
class TestImportFeature final : public FeatureTest
{
    Q_OBJECT

    void choose(const QString &file)
    {
        user().opensImport();
        QVERIFY(user().sees(u"Drop the file with your old todos here"_s));
        user().willChooseFile(file);
        user().clicks(u"Choose file…"_s);
        QVERIFY(user().sees(u"Nothing is written to the old file"_s));
    }
    void goOnTo(const QString &text)
    {
        user().clicks(u"Continue"_s);
        QVERIFY2(user().sees(text), qPrintable(text));
    }
    void goOnToTheEnd()
    {
        goOnTo(u"So it will look"_s);
        goOnTo(u"Keep a copy of the old file"_s);
        goOnTo(u"with something that has to be repaired"_s);
    }

private Q_SLOTS:
    void iBringTheTodosOfTheOldApp()
    {
        choose(oldApp());
        QVERIFY(user().seesNow(u"A file of the earlier todo app"_s));
        QVERIFY(user().seesNow(u"of 2 people"_s));
        goOnToTheEnd();
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), QStringList{u"0"_s}); // nothing was changed yet
        user().clicks(u"Import 20 todos"_s);
        QVERIFY(user().sees(u"20 todos were imported"_s));
        QVERIFY(user().seesNow(u"value by value: all are equal"_s));
        user().clicks(u"Show them"_s);
        QTRY_COMPARE(user().place(), u"Imported"_s);
        QTRY_COMPARE(user().titles().size(), 16); // four of them are done
        QCOMPARE(user().titles().constFirst(), u"Todo 1 – Grüße"_s);
    }

    void iDropTheFile()
    {
        user().opensImport();
        QVERIFY(user().sees(u"Drop the file with your old todos here"_s));
        QVERIFY(user().dropsFile(oldApp()));
        QVERIFY(user().sees(u"A file of the earlier todo app"_s));
        QVERIFY(!user().dropsFile(oldApp())); // only where a file is asked for
    }

    void iWalkRoundThePagesWithTheTabKey()
    {
        const QString file = m_folder.filePath(u"walk.db"_s);
        SampleFile(file)
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, memo TEXT, done INTEGER)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'Shop', 'take the big bag', 0)"_s);
        const auto walks = [this](const QStringList &expected) {
            const QStringList stops = user().walksRoundByTab();
            for (const QString &stop : expected)
                QVERIFY2(stops.contains(stop), qPrintable(stop + u" is not in:\n"_s + stops.join(u'\n')));
        };
        user().opensImport();
        QVERIFY(user().sees(u"Drop the file with your old todos here"_s));
        walks({u"Choose file…"_s, u"Close"_s});
        user().presses(u"Escape"_s);
        choose(file);
        walks({u"Continue"_s, u"Close"_s});
        goOnTo(u"So it will look"_s);
        QVERIFY(user().sees(u"By its name"_s));
        walks({u"Notes"_s, // what becomes of the column memo
               u"So it will look"_s, u"Back"_s, u"Continue"_s});
    }

    void iSayMyselfWhatAColumnMeans()
    {
        const QString file = m_folder.filePath(u"own.db"_s);
        SampleFile(file)
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, memo TEXT, done INTEGER)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'Shop', 'take the big bag', 0)"_s);
        choose(file);
        goOnTo(u"So it will look"_s);
        QVERIFY(user().sees(u"By its name"_s)); // why it was taken for that
        user().choosesIn(u"What becomes of memo"_s, u"Title"_s);
        QTRY_COMPARE(user().textOf(u"What becomes of title"_s), u"not taken"_s);
        user().choosesIn(u"What becomes of title"_s, u"Notes"_s);
        goOnTo(u"Keep a copy of the old file"_s);
        goOnTo(u"This is what will happen"_s);
        user().clicks(u"Import 1 todo"_s);
        QVERIFY(user().sees(u"1 todo was imported"_s));
        QCOMPARE(stored(u"SELECT title, notes FROM tusk.todo"_s), QStringList{u"take the big bag|Shop"_s});
    }

    void iAmToldOfOtherTablesWithTodos()
    {
        const QString file = m_folder.filePath(u"tables.db"_s);
        SampleFile(file)
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); INSERT INTO todos "
                 "VALUES (1, 'milk', 0), (2, 'bread', 0)"_s)
            .run(u"CREATE TABLE chores (id INTEGER PRIMARY KEY, title TEXT, done INTEGER); INSERT INTO "
                 "chores VALUES (1, 'sweep', 0)"_s)
            .run(u"CREATE TABLE songs (id INTEGER PRIMARY KEY, title TEXT); INSERT INTO songs VALUES (1, "
                 "'la la')"_s);
        choose(file);
        QVERIFY(user().sees(u"There may be todos in chores as well"_s));
        QVERIFY(!user().seesNow(u"songs as well"_s)); // that would be a guess
    }

    void iSayMyselfWhatAStatusMeans()
    {
        const QString file = m_folder.filePath(u"status.db"_s);
        SampleFile(file)
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, status INTEGER)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'to do', 0), (2, 'doing', 1), (3, 'done', 2)"_s);
        choose(file);
        goOnTo(u"So it will look"_s);
        QVERIFY(user().sees(u"What “status” says"_s));
        QCOMPARE(user().textOf(u"What 1 means"_s), u"Done"_s);
        user().choosesIn(u"What 1 means"_s, u"Open"_s);
        user().choosesIn(u"What 2 means"_s, u"Done"_s); // it is
        goOnTo(u"Keep a copy of the old file"_s);
        goOnTo(u"This is what will happen"_s);
        user().clicks(u"Import 3 todos"_s);
        QVERIFY(user().sees(u"3 todos were imported"_s));
        QCOMPARE(stored(u"SELECT title FROM tusk.todo WHERE completed_at IS NOT NULL"_s),
                 QStringList{u"done"_s});
    }

    void iLoseNothingOfWhatNoFieldIsFor()
    {
        const QString file = m_folder.filePath(u"rest.db"_s);
        SampleFile(file)
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, colour TEXT)"_s)
            .run(u"INSERT INTO todos VALUES (1, 'Paint', 0, 'dark blue')"_s);
        choose(file);
        goOnTo(u"So it will look"_s);
        goOnTo(u"They are: colour."_s);
        user().clicks(u"Append what is in the other columns to the notes"_s);
        goOnTo(u"This is what will happen"_s);
        user().clicks(u"Import 1 todo"_s);
        QVERIFY(user().sees(u"1 todo was imported"_s));
        QCOMPARE(stored(u"SELECT notes FROM tusk.todo"_s), QStringList{u"colour: dark blue"_s});
    }

    void iSeeWhatHasToBeRepaired()
    {
        const QString file = m_folder.filePath(u"dirty.db"_s);
        SampleFile(file)
            .run(u"CREATE TABLE todos (id INTEGER PRIMARY KEY, title TEXT, done INTEGER, due_date TEXT)"_s)
            .run(
                u"INSERT INTO todos VALUES (1, ' ', 0, NULL), (2, 'Pay', 0, '2026-02-31'), (3, 'Sleep', 0, NULL)"_s);
        choose(file);
        goOnToTheEnd();
        QVERIFY(user().sees(u"1 date or time makes no sense and was left empty."_s));
        QVERIFY(user().seesNow(u"“2026-02-31” in due_date of “Pay”"_s));
        user().willChooseFile(m_folder.filePath(u"trial.html"_s));
        user().clicks(u"See every repair…"_s);
        QVERIFY(user().sees(u"Saved as trial.html"_s));
        QVERIFY(readAll(m_folder.filePath(u"trial.html"_s)).contains("Nothing was changed yet"));
        QVERIFY(readAll(m_folder.filePath(u"trial.html"_s)).contains("2026-02-31"));
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), QStringList{u"0"_s});
        user().clicks(u"Import 3 todos"_s);
        QVERIFY(user().sees(u"3 todos were imported"_s));
        user().willChooseFile(m_folder.filePath(u"report.html"_s));
        user().clicks(u"Save report…"_s);
        QVERIFY(user().sees(u"Saved as report.html"_s));
        QVERIFY(readAll(m_folder.filePath(u"report.html"_s)).contains("2026-02-31"));
    }

    void iChooseWhoseTodos()
    {
        choose(oldApp());
        goOnTo(u"So it will look"_s);
        goOnTo(u"Whose todos"_s);
        user().clicks(u"ana@example.org · 20"_s); // not hers
        QVERIFY(user().sees(u"Please choose at least one."_s));
        user().clicks(u"jonas@example.org · 10"_s);
        goOnTo(u"This is what will happen"_s);
        user().clicks(u"Import 10 todos"_s);
        QVERIFY(user().sees(u"10 todos were imported"_s));
    }

    void iPressEnterFromPageToPage()
    {
        choose(oldApp());
        for (const QString &page : {u"So it will look"_s, u"Whose todos"_s, u"This is what will happen"_s}) {
            user().presses(u"Return"_s);
            QVERIFY2(user().sees(page), qPrintable(page));
            QVERIFY(user().sees(u"20 todos of 1 person"_s)); // ana, who has the most
        }
        QVERIFY(user().sees(u"Import 20 todos"_s));
        user().presses(u"Return"_s);
        QVERIFY(user().sees(u"20 todos were imported"_s));
    }

    void iAmToldBeforehandWhichNumberWasTakenForTheDay()
    {
        const QString file = m_folder.filePath(u"todos.csv"_s);
        writeAll(file, "Task,Done,Due date\nBuy milk,no,03/04/2025\nBook dentist,yes,05/06/2025\n");
        choose(file);
        QVERIFY(user().seesNow(u"2 todos."_s));
        QVERIFY(!user().seesNow(u"in the table"_s));
        goOnTo(u"So it will look"_s);
        goOnTo(u"Keep a copy of the old file"_s);
        goOnTo(u"This is what will happen"_s);
        QVERIFY(user().sees(u"in “Due date” were read as day/month/year"_s));
    }

    void iThinkBetterOfItWhileItRuns()
    {
        choose(oldApp());
        goOnToTheEnd();
        SqlClient other(database()); // somebody keeps the database busy
        other.rows(u"BEGIN"_s);
        other.rows(u"LOCK TABLE tusk.import_row IN ACCESS EXCLUSIVE MODE"_s);
        user().clicks(u"Import 20 todos"_s);
        QVERIFY(user().sees(u"All or nothing"_s));
        user().clicks(u"Cancel import"_s);
        QVERIFY(user().sees(u"The import was cancelled; nothing was changed."_s));
        other.rows(u"ROLLBACK"_s);
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), QStringList{u"0"_s});
        user().clicks(u"Import 20 todos"_s); // after all
        QVERIFY(user().sees(u"20 todos were imported"_s));
    }

    void iUndoTheImport()
    {
        user().adds({u"My own"_s});
        QTRY_VERIFY(user().isSaved());
        choose(oldApp());
        goOnToTheEnd();
        user().clicks(u"Import 20 todos"_s);
        QVERIFY(user().sees(u"20 todos were imported"_s));
        user().clicks(u"Undo import"_s);
        QVERIFY(user().sees(u"The import was undone"_s));
        user().clicks(u"Done"_s);
        user().goesTo(u"All"_s);
        QTRY_COMPARE(user().titles(), QStringList{u"My own"_s});
        QCOMPARE(storedTitles(), QStringList{u"My own"_s});
    }

    void iUndoTheImportLaterWithAKey()
    {
        choose(oldApp());
        goOnToTheEnd();
        user().clicks(u"Import 20 todos"_s);
        QVERIFY(user().sees(u"20 todos were imported"_s));
        user().clicks(u"Show them"_s);
        QTRY_COMPARE(user().titles().size(), 16);
        user().presses(u"Ctrl+Z"_s);
        QTRY_COMPARE(user().titles().size(), 0);
        QTRY_COMPARE(storedTitles(), QStringList());
    }

    void iImportTheSameFileAgainAndHaveNothingTwice()
    {
        choose(oldApp());
        goOnToTheEnd();
        user().clicks(u"Import 20 todos"_s);
        QVERIFY(user().sees(u"20 todos were imported"_s));
        user().clicks(u"Show them"_s);
        choose(oldApp());
        goOnToTheEnd();
        QVERIFY(user().sees(u"There is nothing new in this file"_s));
        user().presses(u"Escape"_s);
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), QStringList{u"20"_s});
    }

    void iLookAwayAndNothingIsLost()
    {
        choose(oldApp());
        goOnTo(u"So it will look"_s);
        user().presses(u"Escape"_s);
        QTRY_VERIFY(!user().seesNow(u"So it will look"_s));
        user().adds({u"Something in between"_s});
        user().opensImport();
        QVERIFY(user().sees(u"So it will look"_s)); // where I was
    }

    void iAmAskedBeforeMyWorkIsChanged()
    {
        user().worksInProduction();
        choose(oldApp());
        goOnToTheEnd();
        user().clicks(u"Import 20 todos"_s);
        QVERIFY(user().sees(u"It is a production environment."_s));
        user().presses(u"Escape"_s);
        QTRY_VERIFY(!user().seesNow(u"It is a production environment."_s));
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), QStringList{u"0"_s});
        user().clicks(u"Import 20 todos"_s);
        user().clicks(u"Import"_s);
        QVERIFY(user().sees(u"20 todos were imported"_s));
        user().clicks(u"Show them"_s);
        QTRY_COMPARE(user().titles().size(), 16);

        // Nor is it taken back unasked.
        user().presses(u"Ctrl+Z"_s);
        QVERIFY(user().sees(u"only importing the file again brings them back"_s));
        user().presses(u"Escape"_s);
        QTRY_VERIFY(!user().seesNow(u"only importing the file again brings them back"_s));
        QCOMPARE(user().titles().size(), 16);
        user().presses(u"Ctrl+Z"_s);
        user().clicks(u"Undo the import"_s);
        QTRY_COMPARE(storedTitles(), QStringList());
    }

    void myDatabaseIsNotHeldWhileIReadAndDecide()
    {
        user().worksInProduction();
        choose(oldApp());
        goOnToTheEnd();
        QTRY_COMPARE(openTransactions(), QStringList());
        user().clicks(u"Import 20 todos"_s);
        QVERIFY(user().sees(u"It is a production environment."_s));
        QTRY_COMPARE(openTransactions(), QStringList());
        user().clicks(u"Import"_s);
        QVERIFY(user().sees(u"20 todos were imported"_s));
        QTRY_COMPARE(openTransactions(), QStringList()); // while I may take it back
    }

    void iAmAskedWhereverTheEnvironmentIsSetToAsk()
    {
        user().worksInStaging();
        choose(oldApp());
        goOnToTheEnd();
        user().clicks(u"Import 20 todos"_s);
        QVERIFY(user().sees(u"This environment asks before that."_s));
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), QStringList{u"0"_s});
        user().clicks(u"Import"_s);
        QVERIFY(user().sees(u"20 todos were imported"_s));

        // Also at once, on the page that says how it went.
        user().clicks(u"Undo import"_s);
        QVERIFY(user().sees(u"only importing the file again brings them back"_s));
        user().presses(u"Escape"_s);
        QTRY_VERIFY(!user().seesNow(u"only importing the file again brings them back"_s));
        QCOMPARE(stored(u"SELECT count(*) FROM tusk.todo"_s), QStringList{u"20"_s});
        user().clicks(u"Undo import"_s);
        user().clicks(u"Undo the import"_s);
        QVERIFY(user().sees(u"The import was undone"_s));
        QCOMPARE(storedTitles(), QStringList());
    }

    void iChooseAFileThatIsNoneOfThat()
    {
        const QString file = m_folder.filePath(u"letter.db"_s);
        writeAll(file, "Dear Ana, this is a letter and not a database, whatever its name may say.");
        user().opensImport();
        user().willChooseFile(file);
        user().clicks(u"Choose file…"_s);
        QVERIFY(user().sees(u"is not a database file"_s));
    }

private:
    [[nodiscard]] QString oldApp()
    {
        const QString file = m_folder.filePath(u"todo_app_local.db"_s);
        if (!QFile::exists(file))
            writeOldApp(file, 30);
        return file;
    }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TestImportFeature)
#include "tst_importfeature.moc"
