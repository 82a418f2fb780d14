// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/actionjournal.h"
#include "data/repository/journalrecords.h"
#include "repository/journalfolder.h"
#include "repository/journalworker.h"
#include "support/steppedprocess.h"
#include "support/testcase.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QThread>

#include <functional>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace tests;
using repository::ActionJournal;

namespace
{

const QString databaseFile = databaseNumber().toString() + u".jsonl"_s;
const QString secondDatabaseFile = databaseNumber().toString() + u".2.jsonl"_s;

QByteArray textOf(const QList<int> &numbers, qsizetype labelSize = 0)
{
    QByteArray text = repository::headerLine();
    for (const int number : numbers)
        text += repository::actionLine(numberedAction(number, labelSize));
    return text;
}

void startWorker(QProcess &process, const QStringList &arguments)
{
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), QStringList{u"--worker"_s} + arguments);
    QVERIFY(process.waitForReadyRead());
}

} // namespace

class TestJournalCrash final : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldLoseNothingWhenKilledAtEveryStep_data()
    {
        QTest::addColumn<QList<QPair<QString, QByteArray>>>("files");
        QTest::addColumn<QList<int>>("waiting"); // in these files
        QTest::addColumn<QStringList>("steps");
        using Files = QList<QPair<QString, QByteArray>>;

        QTest::newRow("the first changes ever")
            << Files{} << QList<int>{}
            << QStringList{u"open-new"_s, u"keep:1"_s, u"keep:2"_s, u"settle:1"_s, u"keep:3"_s};
        QTest::newRow("first contact, with files of others")
            << Files{{databaseFile, textOf({1, 5})},
                     {secondDatabaseFile, textOf({2})},
                     {u"new.2.jsonl"_s, textOf({3})}}
            << QList{1, 2, 3, 5}
            << QStringList{u"open-new"_s, u"keep:6"_s, u"bind"_s, u"keep:7"_s, u"settle:1"_s, u"bind"_s};
        QTest::newRow("a file that has grown large")
            << Files{{databaseFile, textOf({1, 2, 3, 4, 5, 6}, 200'000)}} << QList{1, 2, 3, 4, 5, 6}
            << QStringList{u"open"_s, u"settle:1"_s, u"keep:7"_s, u"settle:3"_s};
        QTest::newRow("a large file in which everything is settled")
            << Files{{databaseFile, textOf({1}, 100'000)}} << QList{1}
            << QStringList{u"open"_s, u"settle:1"_s, u"keep:2"_s};
        QTest::newRow("a file with a damaged record")
            << Files{{databaseFile, textOf({1, 2, 3}).replace("Action 2", "Axtion 2")}} << QList{1, 3}
            << QStringList{u"open"_s, u"keep:4"_s};
        QTest::newRow("a file with half a record at its end")
            << Files{{databaseFile, textOf({1, 2, 3}).chopped(10)}} << QList{1, 2}
            << QStringList{u"open"_s, u"keep:4"_s};
    }
    void shouldLoseNothingWhenKilledAtEveryStep()
    {
        using Files = QList<QPair<QString, QByteArray>>;
        QFETCH(const Files, files);
        QFETCH(const QList<int>, waiting);
        QFETCH(const QStringList, steps);
        int step = 1;
        for (bool killed = true; killed; ++step) {
            const JournalFolder folder;
            for (const auto &[name, text] : files)
                folder.write(name, text);
            const SteppedRun run =
                killAtStep(QStringList{u"--worker"_s, u"script"_s, folder.path()} + steps, step);
            TUSK_NEEDS_TRACING(run.possible);
            killed = run.killed;
            WorkerAccount account(waiting);
            account.read(run.output);
            ActionJournal journal(folder.path());
            const QString complaint = account.complaint(numbersOf(journal.bind(databaseNumber())));
            QVERIFY2(complaint.isEmpty(), qPrintable(u"killed at step %1: %2"_s.arg(step).arg(complaint)));
            QVERIFY2(damageIsKept(files, folder), qPrintable(u"killed at step %1"_s.arg(step)));
        }
        QVERIFY2(step > 10, "almost nothing was tried");
        qInfo("killed at each of %d steps", step - 2);
    }

    // What a power cut would leave cannot be tried here, but the order of the calls that it depends on can.
    void shouldSyncBeforeItTellsThatAChangeIsKept_data()
    {
        QTest::addColumn<QList<int>>("waiting");
        QTest::addColumn<QStringList>("steps");
        QTest::addColumn<QByteArray>("calls");
        // Each begins and ends with what the worker tells.
        QTest::newRow("the first: file and folder")
            << QList<int>{} << QStringList{u"keep:1"_s}
            << QByteArray("output open lock open fsync write fdatasync output");
        QTest::newRow("another: the file")
            << QList{1} << QStringList{u"keep:2"_s} << QByteArray("output write fdatasync output");
        QTest::newRow("settled: nothing")
            << QList{1} << QStringList{u"settle:1"_s} << QByteArray("output write output");
    }
    void shouldSyncBeforeItTellsThatAChangeIsKept()
    {
        QFETCH(const QList<int>, waiting);
        QFETCH(const QStringList, steps);
        QFETCH(const QByteArray, calls);
        const JournalFolder folder;
        folder.write(waiting.isEmpty() ? u"other.jsonl"_s : databaseFile, textOf(waiting));
        const SteppedRun run =
            runInSteps(QStringList{u"--worker"_s, u"script"_s, folder.path(), u"open"_s} + steps);
        TUSK_NEEDS_TRACING(run.possible);
        const QByteArrayList told = run.calls.sliced(run.calls.indexOf("output"));
        QCOMPARE(told.join(' '), calls);
    }

    void shouldSyncTheFoldersThatItMakes()
    {
        const JournalFolder folder;
        const SteppedRun run =
            runInSteps({u"--worker"_s, u"script"_s, folder.path(), u"open"_s, u"keep:1"_s});
        TUSK_NEEDS_TRACING(run.possible);
        const QByteArray calls = run.calls.join(' ');
        QVERIFY2(calls.endsWith("output mkdir open fsync mkdir open fsync "
                                "open lock open fsync write fdatasync output"),
                 calls.constData());
    }

    void shouldHaveTheNewFileOnDiskBeforeTheOldOnesGo()
    {
        const JournalFolder folder;
        folder.write(databaseFile, textOf({1}));
        folder.write(secondDatabaseFile, textOf({2}));
        const SteppedRun run = runInSteps({u"--worker"_s, u"script"_s, folder.path(), u"open"_s});
        TUSK_NEEDS_TRACING(run.possible);
        const QByteArray calls = run.calls.join(' ');
        QVERIFY2(calls.endsWith("open lock write fsync rename open fsync unlink"), calls.constData());
    }

    void shouldLoseNothingWhenKilledAtRandom()
    {
        constexpr int rounds = 100;
        constexpr int longestMicroseconds = 20'000;
        QRandomGenerator random(20'260'301);
        const JournalFolder folder;
        QList<int> open;
        int next = 1;
        int kept = 0;
        for (int round = 1; round <= rounds; ++round) {
            QProcess worker;
            startWorker(worker, {u"random"_s, folder.path(), QString::number(random.generate()),
                                 QString::number(next)});
            QThread::usleep(ulong(random.bounded(longestMicroseconds)));
            worker.kill();
            QVERIFY(worker.waitForFinished());
            QCOMPARE(worker.exitStatus(), QProcess::CrashExit);

            WorkerAccount account(open);
            account.read(worker.readAllStandardOutput());
            ActionJournal journal(folder.path());
            const auto found = journal.bind(databaseNumber());
            const QString complaint = account.complaint(numbersOf(found));
            QVERIFY2(complaint.isEmpty(), qPrintable(u"round %1: %2"_s.arg(round).arg(complaint)));
            QCOMPARE(found->damaged, 0);
            open = numbersOf(found);
            next = std::max(next, account.highest() + 1);
            kept += account.keptSince();
        }
        QCOMPARE_GT(kept, 0);
        qInfo("%d actions kept by %d processes that were killed", kept, rounds);
    }

    void shouldTakeOverFromAProcessOnlyWhenItIsGone()
    {
        const JournalFolder folder;
        QProcess worker;
        startWorker(worker, {u"script"_s, folder.path(), u"open"_s, u"keep:1"_s, u"keep:2"_s, u"wait"_s});
        QByteArray told;
        QTRY_VERIFY((told += worker.readAllStandardOutput()).contains("waiting"));

        ActionJournal journal(folder.path());
        QCOMPARE(numbersOf(journal.open(databaseNumber())), QList<int>());
        QVERIFY(journal.append(numberedAction(3)));
        QCOMPARE(folder.files(), (QStringList{secondDatabaseFile, databaseFile}));
        QCOMPARE(numbersOf(journal.bind(databaseNumber())), QList({3}));

        worker.kill();
        QVERIFY(worker.waitForFinished());
        QCOMPARE(numbersOf(journal.bind(databaseNumber())), QList({1, 2, 3}));
        QCOMPARE(folder.files(), QStringList{secondDatabaseFile});
    }

    void shouldLeaveEachChangeToOneOfManyProcessesThatStartTogether()
    {
        const JournalFolder folder;
        constexpr int processes = 6;
        std::vector<std::unique_ptr<QProcess>> workers;
        for (int number = 1; number <= processes; ++number) {
            workers.push_back(std::make_unique<QProcess>());
            startWorker(*workers.back(), {u"script"_s, folder.path(), u"open-new"_s, u"keep:%1"_s.arg(number),
                                          u"bind"_s, u"keep:%1"_s.arg(number + processes), u"wait"_s});
        }
        for (const auto &worker : workers) {
            QByteArray told;
            QTRY_VERIFY((told += worker->readAllStandardOutput()).contains("waiting"));
        }
        QCOMPARE(folder.files().size(), processes);
        for (const auto &worker : workers) {
            worker->closeWriteChannel();
            QVERIFY(worker->waitForFinished());
        }
        ActionJournal journal(folder.path());
        QList<int> found = numbersOf(journal.open(databaseNumber()));
        std::ranges::sort(found);
        QCOMPARE(found, QList({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
    }

private:
    // What nobody can read any more is still in some file.
    static bool damageIsKept(const QList<QPair<QString, QByteArray>> &before, const JournalFolder &folder)
    {
        const auto isDamaged = [](const auto &file) { return file.second.contains("Axtion"); };
        if (std::ranges::none_of(before, isDamaged))
            return true;
        return std::ranges::any_of(
            folder.files(), [&folder](const QString &name) { return folder.read(name).contains("Axtion"); });
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--worker")
        return runJournalWorker(arguments.sliced(2));
    TestJournalCrash test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_journalcrash.moc"
