// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "privatehome.h"
#include "support/testcase.h"
#include "tuskprogram.h"

#include <QFile>

using namespace tusk;
using namespace Qt::StringLiterals;
using tests::addTodo;
using tests::TuskRun;

// Undo and redo from run to run: each command is a process of its own.
class TestUndoAndHistory final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_home = std::make_unique<tests::PrivateHome>();
        const TuskRun run = tests::tusk({u"server"_s, u"start"_s});
        QVERIFY2(run.exitCode == 0, run.report().constData());
    }
    void cleanupTestCase() { m_home.reset(); }

    void shouldTakeBackTheNewestActionFirst()
    {
        const QString id = addTodo(u"steps"_s);
        QCOMPARE(tests::tusk({u"edit"_s, id, u"--title"_s, u"steps 2"_s}).exitCode, 0);
        QCOMPARE(tests::tusk({u"done"_s, id}).exitCode, 0);

        const TuskRun first = tests::tusk({u"undo"_s});
        QVERIFY2(first.lines().constFirst().contains(u"Complete “steps 2”"_s), first.report().constData());
        QVERIFY(show(id)["completed_at"_L1].isNull());

        const QJsonObject second = tests::tusk({u"undo"_s, u"--json"_s}).only();
        QCOMPARE(second["title"_L1], QJsonValue(u"steps"_s));

        const TuskRun third = tests::tusk({u"undo"_s, u"--json"_s});
        QCOMPARE(third.output, "[]\n"); // the todo is gone
        QCOMPARE(tests::tusk({u"show"_s, id}).exitCode, 1);
    }

    void shouldRedoInTheOppositeOrder()
    {
        const QString id = addTodo(u"again"_s);
        QCOMPARE(tests::tusk({u"edit"_s, id, u"--title"_s, u"again 2"_s}).exitCode, 0);
        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);
        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);

        QCOMPARE(tests::tusk({u"redo"_s, u"--json"_s}).only()["title"_L1], QJsonValue(u"again"_s));
        QCOMPARE(tests::tusk({u"redo"_s, u"--json"_s}).only()["title"_L1], QJsonValue(u"again 2"_s));
        const TuskRun nothing = tests::tusk({u"redo"_s});
        QCOMPARE(nothing.exitCode, 1);
        QVERIFY2(nothing.saysOneSentence(), nothing.report().constData());
        QCOMPARE(show(id)["title"_L1], QJsonValue(u"again 2"_s));
    }

    void shouldNotRedoAfterSomethingNew()
    {
        addTodo(u"undone"_s);
        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);
        addTodo(u"something new"_s);

        QCOMPARE(tests::tusk({u"redo"_s}).exitCode, 1);
    }

    void shouldTakeBackAnyActionOfTheHistory()
    {
        const QString id = addTodo(u"any"_s);
        QCOMPARE(tests::tusk({u"done"_s, id}).exitCode, 0);
        addTodo(u"later"_s);
        const QString line = tests::tusk({u"history"_s}).lines().filter(u"Complete “any”"_s).value(0);

        const TuskRun run = tests::tusk({u"undo"_s, line.section(u' ', 0, 0)});

        QVERIFY2(run.exitCode == 0, run.report().constData());
        QVERIFY(show(id)["completed_at"_L1].isNull());
        QVERIFY(tests::tusk({u"history"_s})
                    .lines()
                    .filter(u"  Complete “any”"_s)
                    .value(0)
                    .endsWith(u"(taken back)"_s));

        const TuskRun again = tests::tusk({u"undo"_s, line.section(u' ', 0, 0)});
        QCOMPARE(again.exitCode, 1);
        QVERIFY2(again.saysOneSentence(), again.report().constData());
    }

    void shouldTakeBackAnUndo()
    {
        const QString id = addTodo(u"undo of undo"_s);
        QCOMPARE(tests::tusk({u"done"_s, id}).exitCode, 0);
        QCOMPARE(tests::tusk({u"undo"_s}).exitCode, 0);
        const QString undo = history().first()["id"_L1].toString();

        QCOMPARE(tests::tusk({u"undo"_s, undo}).exitCode, 0);

        QVERIFY(!show(id)["completed_at"_L1].isNull());
        QCOMPARE(history().first()["kind"_L1], QJsonValue(u"redo"_s));
    }

    void shouldPassOverWhatNothingIsLeftOf()
    {
        const QString doomed = addTodo(u"doomed"_s);
        const QString other = addTodo(u"survivor"_s);
        QCOMPARE(tests::tusk({u"done"_s, doomed, other}).exitCode, 0);
        QCOMPARE(tests::tusk({u"delete"_s, doomed}).exitCode, 0);
        QCOMPARE(tests::tusk({u"purge"_s, doomed}).exitCode, 0);

        const TuskRun run = tests::tusk({u"undo"_s});

        QVERIFY2(run.exitCode == 0 && run.lines().constFirst().contains(u"Complete 2 todos"_s),
                 run.report().constData());
        QVERIFY(show(other)["completed_at"_L1].isNull());
        // And what could be redone is the same.
        QVERIFY(tests::tusk({u"redo"_s}).lines().constFirst().contains(u"Complete 2 todos"_s));
        QVERIFY(!show(other)["completed_at"_L1].isNull());
    }

    void shouldUndoOnlyWhatThisInstallationDid()
    {
        const QString id = addTodo(u"mine"_s);
        const tests::Variables other{{u"XDG_STATE_HOME"_s, m_home->path() + u"/other"_s},
                                     {u"TUSK_DATABASE_URL"_s, m_home->databaseUrl()}};
        QCOMPARE(tests::tusk({u"done"_s, id}, other).exitCode, 0);

        QVERIFY(tests::tusk({u"undo"_s}).output.contains("Add “mine”"));
    }

    void shouldShowWhatOtherProgramsDidAndTakeItBack()
    {
        const QString id = addTodo(u"by hand"_s);
        m_home->runSql(u"UPDATE tusk.todo SET title = 'by psql' WHERE title = 'by hand'"_s);
        const QJsonObject newest = history().first().toObject();

        QCOMPARE(newest["kind"_L1], QJsonValue(u"external"_s));
        QVERIFY(newest["installation"_L1].isNull());
        QCOMPARE(tests::tusk({u"undo"_s, newest["id"_L1].toString()}).exitCode, 0);
        QCOMPARE(show(id)["title"_L1], QJsonValue(u"by hand"_s));
    }

    void shouldLeaveWhatSomeoneElseHasChangedSince()
    {
        const QString id = addTodo(u"contested"_s);
        QCOMPARE(tests::tusk({u"edit"_s, id, u"--title"_s, u"ours"_s}).exitCode, 0);
        m_home->runSql(u"UPDATE tusk.todo SET title = 'theirs' WHERE title = 'ours'"_s);

        const TuskRun run = tests::tusk({u"undo"_s});

        QVERIFY2(run.exitCode == 1, run.report().constData());
        QVERIFY(run.errors.contains("someone else"));
        QCOMPARE(show(id)["title"_L1], QJsonValue(u"theirs"_s));
    }

    void shouldGiveTheKeysOfTheHistory()
    {
        addTodo(u"key"_s);

        const TuskRun run = tests::tusk({u"history"_s, u"--json"_s, u"--limit"_s, u"1"_s});

        QCOMPARE(run.only().keys(), QStringList({u"applied_at"_s, u"id"_s, u"installation"_s, u"kind"_s,
                                                 u"label"_s, u"target"_s, u"undone"_s}));
        QFile installation(qEnvironmentVariable("XDG_STATE_HOME") + u"/tusk/installation"_s);
        QVERIFY(installation.open(QIODevice::ReadOnly));
        QCOMPARE(run.only()["installation"_L1].toString(),
                 QString::fromLatin1(installation.readAll()).trimmed());
        QVERIFY(run.only()["applied_at"_L1].toString().endsWith(u'Z'));
    }

private:
    [[nodiscard]] static QJsonObject show(const QString &id)
    {
        return tests::tusk({u"show"_s, u"--json"_s, id}).only();
    }
    [[nodiscard]] static QJsonArray history() { return tests::tusk({u"history"_s, u"--json"_s}).json(); }

    std::unique_ptr<tests::PrivateHome> m_home;
};

QTEST_GUILESS_MAIN(TestUndoAndHistory)
#include "tst_undoandhistory.moc"
