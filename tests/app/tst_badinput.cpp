// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "privatehome.h"
#include "support/testcase.h"
#include "tuskprogram.h"

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::addTodo;
using tests::TuskRun;

// What cannot be is answered with one sentence that says what and where, and changes nothing.
class TestBadInput final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_home = std::make_unique<tests::PrivateHome>();
        const TuskRun run = tests::tusk({u"server"_s, u"start"_s});
        QVERIFY2(run.exitCode == 0, run.report().constData());
        addTodo(u"keep me"_s, {u"--list"_s, u"Work"_s, u"--create"_s});
    }
    void cleanupTestCase() { m_home.reset(); }

    // Before a database is asked; without one, so that this is certain.
    void shouldRefuseBeforeConnecting_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QStringList &arguments, int exitCode,
                            const QString &words) { QTest::newRow(name) << arguments << exitCode << words; };
        row("unknown command", {u"frobnicate"_s}, 2, u"“frobnicate”"_s);
        row("unknown option", {u"list"_s, u"--frob"_s}, 2, u"frob"_s);
        row("unknown option without a command", {u"--frob"_s}, 2, u"frob"_s);
        row("option without its value", {u"add"_s, u"x"_s, u"--due"_s}, 2, u"due"_s);
        row("text that begins with a dash", {u"add"_s, u"- [ ] Milk"_s}, 2, u"write -- before it"_s);
        row("nothing to add", {u"add"_s}, 2, u"TITLE"_s);
        row("no id", {u"done"_s}, 2, u"ID"_s);
        row("one id to merge", {u"merge"_s, u"01234567"_s}, 2, u"ID ID"_s);
        row("too many arguments", {u"list"_s, u"Work"_s}, 2, u"“Work”"_s);
        row("blank title", {u"add"_s, u"   "_s}, 1, u"title"_s);
        row("empty title", {u"add"_s, QString(u""_s)}, 1, u"title"_s);
        row("invisible title", {u"add"_s, u"\u200b\u2060"_s}, 1, u"title"_s);
        row("long title", {u"add"_s, QString(501, u'x')}, 1, u"501"_s);
        row("control character", {u"add"_s, u"a\u0007b"_s}, 1, u"U+0007"_s);
        row("no date", {u"add"_s, u"x"_s, u"--due"_s, u"someday"_s}, 2, u"“someday” after --due"_s);
        row("no such day", {u"add"_s, u"x"_s, u"--due"_s, u"2026-02-30"_s}, 2, u"“2026-02-30” after --due"_s);
        row("year 0", {u"add"_s, u"x"_s, u"--due"_s, u"0000-01-01"_s}, 2, u"“0000-01-01”"_s);
        row("year 10000", {u"add"_s, u"x"_s, u"--due"_s, u"10000-01-01"_s}, 2, u"10000"_s);
        row("time of a start", {u"add"_s, u"x"_s, u"--start"_s, u"2026-01-01 10:00"_s}, 2, u"time of day"_s);
        row("no priority", {u"add"_s, u"x"_s, u"--priority"_s, u"9"_s}, 2, u"“9”"_s);
        row("malformed id", {u"show"_s, u"xyz12345"_s}, 2, u"“xyz12345”"_s);
        row("malformed among good ones", {u"done"_s, u"01234567"_s, u"0123456!"_s}, 2, u"“0123456!”"_s);
        row("short id", {u"show"_s, u"01234"_s}, 2, u"“01234”"_s);
        row("overlong id", {u"show"_s, QString(33, u'a')}, 2, u"aaaa"_s);
        row("dashes", {u"show"_s, u"--"_s, u"------"_s}, 2, u"“------”"_s);
        row("nothing to edit", {u"edit"_s, u"01234567"_s}, 2, u"change"_s);
        row("blank new title", {u"edit"_s, u"01234567"_s, u"--title"_s, u" "_s}, 1, u"title"_s);
        row("list and Inbox", {u"edit"_s, u"01234567"_s, u"--list"_s, u"a"_s, u"--inbox"_s}, 2, u"--inbox"_s);
        row("moved nowhere", {u"move"_s, u"01234567"_s}, 2, u"--list"_s);
        row("moved twice", {u"move"_s, u"01234567"_s, u"--list"_s, u"a"_s, u"--inbox"_s}, 2, u"--inbox"_s);
        row("put nowhere", {u"reorder"_s, u"01234567"_s}, 2, u"--top"_s);
        row("put twice", {u"reorder"_s, u"01234567"_s, u"--top"_s, u"--bottom"_s}, 2, u"--top"_s);
        row("put before no id", {u"reorder"_s, u"01234567"_s, u"--before"_s, u"here"_s}, 2, u"“here”"_s);
        row("two places", {u"list"_s, u"--trash"_s, u"--completed"_s}, 2, u"--completed"_s);
        row("blank search", {u"search"_s, u"  "_s}, 2, u"blank"_s);
        row("no number", {u"history"_s, u"--limit"_s, u"many"_s}, 2, u"“many”"_s);
        row("malformed action", {u"undo"_s, u"yesterday"_s}, 2, u"“yesterday”"_s);
        row("malformed import", {u"verify"_s, u"yesterday"_s}, 2,
            u"“yesterday” is not the id of an import"_s);
        row("short import", {u"verify"_s, u"01234"_s}, 2, u"“01234” is not the id of an import"_s);
        row("unknown server word", {u"server"_s, u"dance"_s}, 2, u"“dance”"_s);
        row("unknown environment", {u"list"_s, u"--env"_s, u"prod"_s}, 2, u"“prod”"_s);
        row("environment without a name", {u"list"_s, u"--env"_s, QString()}, 2, u"--env"_s);
        row("environment without a name, first", {u"--env"_s, u" "_s, u"list"_s}, 2, u"--env"_s);
        row("window without a name", {u"--env"_s, QString()}, 2, u"--env"_s);
        row("window without a name, assigned", {u"--env="_s}, 2, u"--env"_s);
        row("unknown environment of the window", {u"--env"_s, u"prod"_s}, 2, u"“prod”"_s);
    }

    void shouldRefuseBeforeConnecting()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        QFETCH(QString, words);
        const tests::Variables nowhere{{u"TUSK_CLUSTER_DIR"_s, m_home->path() + u"/none"_s},
                                       {u"TUSK_PG_BINDIR"_s, m_home->path()}};

        const TuskRun run = tests::tusk(arguments, nowhere);

        QVERIFY2(run.exitCode == exitCode, run.report().constData());
        QVERIFY2(run.saysOneSentence(), run.report().constData());
        QVERIFY2(QString::fromUtf8(run.errors).contains(words), run.report().constData());
    }

    void shouldRefuseBadNotesFromStandardInput_data()
    {
        QTest::addColumn<QByteArray>("notes");
        QTest::addColumn<QString>("words");
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << u"U+0000"_s;
        QTest::newRow("no UTF-8") << "a\xff"_ba << u"UTF-8"_s;
        QTest::newRow("cut off") << "a\xe2\x82"_ba << u"UTF-8"_s;
        QTest::newRow("lone surrogate") << "a\xed\xa0\x80"_ba << u"UTF-8"_s;
        QTest::newRow("a little too long") << QByteArray(1'048'577, 'x') << u"1024 KB"_s;
        QTest::newRow("far too long") << QByteArray(5'000'000, 'x') << u"1024 KB"_s;
    }

    void shouldRefuseBadNotesFromStandardInput()
    {
        QFETCH(QByteArray, notes);
        QFETCH(QString, words);

        const TuskRun run = tests::tusk({u"add"_s, u"notes"_s, u"--notes"_s, u"-"_s}, {}, notes);

        QVERIFY2(run.exitCode == 1, run.report().constData());
        QVERIFY2(run.saysOneSentence(), run.report().constData());
        QVERIFY2(QString::fromUtf8(run.errors).contains(words), run.report().constData());
        QVERIFY(onlyTheFirstIsThere());
    }

    void shouldTakeNotesOfExactlyOneMegabyte()
    {
        const TuskRun run = tests::tusk({u"add"_s, u"big"_s, u"--notes"_s, u"-"_s, u"--json"_s}, {},
                                        QByteArray(1'048'576, 'x'));

        QVERIFY2(run.exitCode == 0, run.errors.constData());
        QCOMPARE(run.only()["notes"_L1].toString().size(), 1'048'576);
        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);
    }

    void shouldRefuseArgumentsThatAreNoText()
    {
        QProcess shell;
        shell.start(u"/bin/sh"_s,
                    {u"-c"_s, u"exec \"$0\" add \"$(printf 'a\\377')\""_s, tests::tuskProgram()});
        const TuskRun run = tests::finish(shell);

        QVERIFY2(run.exitCode == 2, run.report().constData());
        QVERIFY2(run.saysOneSentence(), run.report().constData());
        QVERIFY(onlyTheFirstIsThere());
    }

    void shouldRefuseWhatTheDatabaseDoesNotKnow_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("words");
        const QString id = u"ID"_s; // stands for the one that is there
        const QString unknown = u"ffffffff"_s;
        QTest::newRow("id") << QStringList{u"show"_s, unknown} << u"“ffffffff”"_s;
        QTest::newRow("one of two ids") << QStringList{u"done"_s, id, unknown} << u"“ffffffff”"_s;
        QTest::newRow("neighbour") << QStringList{u"reorder"_s, id, u"--before"_s, unknown}
                                   << u"“ffffffff”"_s;
        QTest::newRow("itself") << QStringList{u"reorder"_s, id, u"--before"_s, id} << u"itself"_s;
        QTest::newRow("merged with itself") << QStringList{u"merge"_s, id, id} << u"same"_s;
        QTest::newRow("list to add to")
            << QStringList{u"add"_s, u"x"_s, u"--list"_s, u"Wrok"_s} << u"“Wrok”, only “Work”"_s;
        QTest::newRow("list to move to") << QStringList{u"move"_s, id, u"--list"_s, u"Wrok"_s} << u"“Wrok”"_s;
        QTest::newRow("list to show") << QStringList{u"list"_s, u"--list"_s, u"Wrok"_s} << u"“Wrok”"_s;
        QTest::newRow("tag to show") << QStringList{u"list"_s, u"--tag"_s, u"nonesuch"_s} << u"“nonesuch”"_s;
        QTest::newRow("tag to take away")
            << QStringList{u"edit"_s, id, u"--tag"_s, u"-nonesuch"_s} << u"“nonesuch”"_s;
        QTest::newRow("blank tag") << QStringList{u"edit"_s, id, u"--tag"_s, u"+ "_s} << u"tag"_s;
        QTest::newRow("blank list") << QStringList{u"add"_s, u"x"_s, u"--list"_s, u" "_s, u"--create"_s}
                                    << u"list"_s;
        QTest::newRow("action") << QStringList{u"undo"_s, unknown} << u"“ffffffff”"_s;
        QTest::newRow("nothing to redo") << QStringList{u"redo"_s} << u"nothing to redo"_s;
    }

    void shouldRefuseWhatTheDatabaseDoesNotKnow()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, words);
        const QString id = tests::idsIn(tests::tusk({u"list"_s, u"--json"_s}).json()).constFirst();
        arguments.replaceInStrings(u"ID"_s, id);
        const QString tag = QString::fromUtf8(QTest::currentDataTag());
        QCOMPARE(tests::tusk({u"edit"_s, id, u"--notes"_s, tag}).exitCode, 0); // nothing to redo from now on

        const TuskRun run = tests::tusk(arguments);

        QVERIFY2(run.exitCode == 1, run.report().constData());
        QVERIFY2(run.saysOneSentence(), run.report().constData());
        QVERIFY2(QString::fromUtf8(run.errors).contains(words), run.report().constData());
        QVERIFY(onlyTheFirstIsThere());
    }

    void shouldNameTheTodosThatAnAmbiguousIdFits()
    {
        m_home->runSql(
            u"INSERT INTO tusk.todo (id, title) VALUES ('aaaaaaaa-1111-4111-8111-111111111111', 'twin one'), "
            "('aaaaaaaa-2222-4111-8111-111111111111', 'twin two')"_s);

        const TuskRun run = tests::tusk({u"done"_s, u"aaaaaaaa"_s});
        const TuskRun longer = tests::tusk({u"done"_s, u"aaaaaaaa-2"_s});

        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.saysOneSentence(), run.report().constData());
        QVERIFY(run.errors.contains("twin one") && run.errors.contains("twin two"));
        QCOMPARE(longer.exitCode, 0);
        QVERIFY(longer.output.contains("twin two"));
        m_home->runSql(u"DELETE FROM tusk.todo WHERE title LIKE 'twin%'"_s);
    }

    void shouldRefuseMergedNotesThatBecomeTooLong()
    {
        const QByteArray half(600'000, 'x');
        const QString one = addTodo(u"half one"_s);
        const QString two = addTodo(u"half two"_s);
        for (const QString &id : {one, two})
            QCOMPARE(tests::tusk({u"edit"_s, id, u"--notes"_s, u"-"_s}, {}, half).exitCode, 0);

        const TuskRun run = tests::tusk({u"merge"_s, one, two});

        QVERIFY2(run.exitCode == 1, run.report().constData());
        QVERIFY2(run.saysOneSentence() && run.errors.contains("1024 KB"), run.report().constData());
        QCOMPARE(tests::tusk({u"purge"_s, u"--force"_s, one, two}).exitCode, 0);
    }

    void shouldTellDetailsWhereTheyAreWanted()
    {
        const TuskRun run = tests::tusk({u"show"_s, u"ffffffff"_s, u"--verbose"_s});

        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.errors.contains("NotFound"));
    }

private:
    [[nodiscard]] static bool onlyTheFirstIsThere()
    {
        return tests::titlesIn(tests::tusk({u"list"_s, u"--all"_s, u"--json"_s}).json()) ==
               QStringList(u"keep me"_s);
    }

    std::unique_ptr<tests::PrivateHome> m_home;
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
