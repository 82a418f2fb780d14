// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/actionjournal.h"
#include "domain/actions.h"
#include "domain/randomvalues.h"
#include "domain/todobuilder.h"
#include "repository/journalfolder.h"
#include "support/testcase.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace tests;
using base::ErrorKind;
using domain::Action;
using repository::ActionJournal;

namespace
{

const QString databaseFile = databaseNumber().toString() + u".jsonl"_s;
const QString secondDatabaseFile = databaseNumber().toString() + u".2.jsonl"_s;

void keep(ActionJournal &journal, const QList<int> &numbers, qsizetype labelSize = 0)
{
    for (const int number : numbers) {
        const auto kept = journal.append(numberedAction(number, labelSize));
        QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().detail));
    }
}

void settle(ActionJournal &journal, const QList<int> &numbers)
{
    for (const int number : numbers)
        journal.settle(numberedAction(number).id);
}

QList<int> openActions(const JournalFolder &folder,
                       std::optional<domain::DatabaseId> database = databaseNumber())
{
    ActionJournal journal(folder.path());
    return numbersOf(journal.open(database));
}

} // namespace

class TestUnsentJournal final : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldGiveBackInOrderWhatWasKept()
    {
        const JournalFolder folder;
        {
            ActionJournal journal(folder.path());
            QCOMPARE(numbersOf(journal.open(databaseNumber())), QList<int>());
            keep(journal, {3, 1, 2});
        }
        QCOMPARE(openActions(folder), QList({3, 1, 2}));
    }

    void shouldForgetWhatIsSettled()
    {
        const JournalFolder folder;
        {
            ActionJournal journal(folder.path());
            QVERIFY(journal.open(databaseNumber()));
            keep(journal, {1, 2, 3});
            settle(journal, {2, 9});
        }
        QCOMPARE(openActions(folder), QList({1, 3}));
    }

    void shouldKeepOnceWhatIsKeptTwice()
    {
        const JournalFolder folder;
        {
            ActionJournal journal(folder.path());
            keep(journal, {1, 1});
        }
        QCOMPARE(openActions(folder, std::nullopt), QList({1}));
    }

    void shouldRefuseAnActionThatCouldNotBeReadBack()
    {
        const JournalFolder folder;
        ActionJournal journal(folder.path());
        const auto kept = journal.append(Action());
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, ErrorKind::Internal);
        QVERIFY(!kept.error().sentence.isEmpty());
        QCOMPARE(folder.files(), QStringList());
    }

    void shouldWriteNothingUntilThereIsSomethingToKeep()
    {
        const JournalFolder folder;
        ActionJournal journal(folder.path());
        QVERIFY(journal.open(std::nullopt));
        QVERIFY(journal.bind(databaseNumber()));
        QVERIFY(!QFileInfo::exists(folder.path()));
    }

    void shouldLeaveNoFileBehindWhenEverythingIsSettled()
    {
        const JournalFolder folder;
        {
            ActionJournal journal(folder.path());
            QVERIFY(journal.open(databaseNumber()));
            keep(journal, {1, 2});
            QCOMPARE(folder.files(), QStringList{databaseFile});
            settle(journal, {1, 2});
        }
        QCOMPARE(folder.files(), QStringList());
    }

    void shouldKeepDatabasesApart()
    {
        const JournalFolder folder;
        ActionJournal journal(folder.path());
        QVERIFY(journal.open(databaseNumber(1)));
        keep(journal, {1});
        QCOMPARE(numbersOf(journal.open(databaseNumber(2))), QList<int>());
        keep(journal, {2});
        QCOMPARE(numbersOf(journal.open(databaseNumber(1))), QList({1}));
        QCOMPARE(numbersOf(journal.open(databaseNumber(2))), QList({2}));
    }

    // First contact.

    void shouldGiveWhatWasKeptBeforeContactToTheDatabaseThatIsFound()
    {
        const JournalFolder folder;
        {
            ActionJournal journal(folder.path());
            QVERIFY(journal.open(std::nullopt));
            keep(journal, {1, 2});
            QCOMPARE(folder.files(), QStringList{u"new.jsonl"_s});
            QCOMPARE(numbersOf(journal.bind(databaseNumber())), QList({1, 2}));
            QCOMPARE(folder.files(), QStringList{databaseFile});
            keep(journal, {3});
        }
        QCOMPARE(openActions(folder), QList({1, 2, 3}));
    }

    void shouldKeepForItsAddressWhatWasKeptBeforeContact()
    {
        const JournalFolder folder;
        {
            ActionJournal journal(folder.path(), u"old.example:5432/todos"_s);
            QVERIFY(journal.open(std::nullopt));
            keep(journal, {1, 2});
        }
        {
            ActionJournal journal(folder.path(), u"new.example:5432/todos"_s);
            QCOMPARE(numbersOf(journal.open(std::nullopt)), QList<int>());
            keep(journal, {3});
            QCOMPARE(numbersOf(journal.bind(databaseNumber(2))), QList({3}));
        }
        ActionJournal journal(folder.path(), u"old.example:5432/todos"_s);
        QCOMPARE(numbersOf(journal.bind(databaseNumber(1))), QList({1, 2}));
    }

    void shouldMergeInTheOrderOfMakingWhatWasKeptBeforeContact()
    {
        const JournalFolder folder;
        folder.leaveBehind(databaseFile, {1, 4, 5});
        {
            ActionJournal journal(folder.path());
            QVERIFY(journal.open(std::nullopt));
            keep(journal, {2, 3, 6});
            QCOMPARE(numbersOf(journal.bind(databaseNumber())), QList({1, 2, 3, 4, 5, 6}));
            settle(journal, {1, 3});
        }
        QCOMPARE(folder.files(), QStringList{databaseFile});
        QCOMPARE(openActions(folder), QList({2, 4, 5, 6}));
    }

    void shouldTrustTheOrderOfAFileMoreThanTheClock()
    {
        const JournalFolder folder;
        folder.leaveBehind(databaseFile, {9, 1, 8});
        folder.leaveBehind(u"new.jsonl"_s, {5, 2});
        ActionJournal journal(folder.path());
        const QList<int> merged = numbersOf(journal.bind(databaseNumber()));
        QCOMPARE(merged.size(), 5);
        QVERIFY(merged.indexOf(9) < merged.indexOf(1) && merged.indexOf(1) < merged.indexOf(8));
        QVERIFY(merged.indexOf(5) < merged.indexOf(2));
    }

    void shouldNotCountTwiceWhatAnInterruptedTakeOverLeftInTwoFiles()
    {
        const JournalFolder folder;
        folder.leaveBehind(databaseFile, {1, 2, 3});
        folder.leaveBehind(u"new.jsonl"_s, {2, 3});
        ActionJournal journal(folder.path());
        QCOMPARE(numbersOf(journal.bind(databaseNumber())), QList({1, 2, 3}));
    }

    void shouldNotBringBackWhatOneOfTwoFilesCallsSettled()
    {
        const JournalFolder folder;
        folder.leaveBehind(databaseFile, {1, 2});
        folder.write(databaseFile, folder.read(databaseFile) + repository::settledLine(numberedAction(2).id));
        folder.leaveBehind(u"new.jsonl"_s, {2, 3});
        ActionJournal journal(folder.path());
        QCOMPARE(numbersOf(journal.bind(databaseNumber())), QList({1, 3}));
    }

    void shouldNotGiveAnythingToAnotherDatabase()
    {
        const JournalFolder folder;
        ActionJournal journal(folder.path());
        QVERIFY(journal.open(databaseNumber(1)));
        keep(journal, {1});
        const auto bound = journal.bind(databaseNumber(2));
        QVERIFY(!bound);
        QCOMPARE(bound.error().kind, ErrorKind::OtherDatabase);
        QVERIFY(!bound.error().sentence.isEmpty());
        keep(journal, {2});
        QCOMPARE(folder.files(), QStringList{databaseFile});
    }

    // Several processes.

    void shouldNotTouchTheFileOfALivingProcess()
    {
        const JournalFolder folder;
        ActionJournal first(folder.path());
        QVERIFY(first.open(databaseNumber()));
        keep(first, {1});
        {
            ActionJournal second(folder.path());
            QCOMPARE(numbersOf(second.open(databaseNumber())), QList<int>());
            keep(second, {2});
            QCOMPARE(folder.files(), (QStringList{secondDatabaseFile, databaseFile}));
        }
        keep(first, {3});
        QCOMPARE(numbersOf(first.bind(databaseNumber())), QList({1, 2, 3}));
        QCOMPARE(folder.files(), QStringList{databaseFile});
    }

    void shouldTakeOverTheFilesOfAllWhoAreGone()
    {
        const JournalFolder folder;
        folder.leaveBehind(databaseFile, {1});
        folder.leaveBehind(secondDatabaseFile, {2});
        folder.leaveBehind(databaseNumber().toString() + u".10.jsonl"_s, {3});
        folder.leaveBehind(databaseNumber(2).toString() + u".jsonl"_s, {4});
        {
            ActionJournal journal(folder.path());
            QCOMPARE(numbersOf(journal.open(databaseNumber())), QList({1, 2, 3}));
        }
        QCOMPARE(folder.files(), (QStringList{databaseFile, databaseNumber(2).toString() + u".jsonl"_s}));
    }

    // Growing.

    void shouldBeginANewFileWhenEverythingInALargeOneIsSettled()
    {
        const JournalFolder folder;
        ActionJournal journal(folder.path());
        QVERIFY(journal.open(databaseNumber()));
        qint64 largest = 0;
        for (int number = 1; number <= 60; ++number) {
            keep(journal, {number}, 5'000);
            settle(journal, {number});
            largest = std::max(largest, QFileInfo(folder.file(databaseFile)).size());
        }
        QVERIFY2(largest < 80'000, qPrintable(QString::number(largest)));
        keep(journal, {100});
        QCOMPARE(numbersOf(journal.bind(databaseNumber())), QList({100}));
    }

    void shouldRewriteALargeFileWithWhatIsOpen()
    {
        const JournalFolder folder;
        {
            ActionJournal journal(folder.path());
            QVERIFY(journal.open(databaseNumber()));
            keep(journal, {1});
            qint64 largest = 0;
            for (int number = 2; number <= 60; ++number) {
                keep(journal, {number}, 50'000);
                if (number % 10 != 0)
                    settle(journal, {number});
                largest = std::max(largest, QFileInfo(folder.file(databaseFile)).size());
            }
            QVERIFY2(largest > 1'000'000 && largest < 1'200'000, qPrintable(QString::number(largest)));
        }
        QCOMPARE(openActions(folder), QList({1, 10, 20, 30, 40, 50, 60}));
    }

    // Damage.

    void shouldOpenAFileThatEndsAnywhere()
    {
        const JournalFolder folder;
        folder.leaveBehind(databaseFile, {1, 2, 3});
        const QByteArray whole = folder.read(databaseFile);
        for (qsizetype size = 0; size <= whole.size(); ++size) {
            folder.write(databaseFile, whole.first(size));
            const int complete = std::max<int>(0, int(whole.first(size).count('\n')) - 1);
            const QList<int> intact = QList({1, 2, 3}).first(complete);
            {
                ActionJournal journal(folder.path());
                const auto opened = journal.open(databaseNumber());
                QCOMPARE(numbersOf(opened), intact);
                QCOMPARE(opened->damaged, 0);
                keep(journal, {7});
            }
            QCOMPARE(openActions(folder), intact + QList({7}));
        }
        QCOMPARE(folder.files(), QStringList{databaseFile});
    }

    void shouldSkipDamagedRecordsAndKeepACopy()
    {
        const JournalFolder folder;
        folder.leaveBehind(databaseFile, {1, 2, 3, 4});
        QByteArray text = folder.read(databaseFile);
        text.replace("Action 2", "Action 9").replace("Action 3", "Axtion 3");
        folder.write(databaseFile, text);
        {
            ActionJournal journal(folder.path());
            const auto opened = journal.open(databaseNumber());
            QCOMPARE(numbersOf(opened), QList({1, 4}));
            QCOMPARE(opened->damaged, 2);
            QCOMPARE(opened->damagedCopies, QStringList{folder.file(databaseFile + u".damaged-1"_s)});
            keep(journal, {5});
        }
        QCOMPARE(folder.read(databaseFile + u".damaged-1"_s), text);
        ActionJournal journal(folder.path());
        const auto again = journal.open(databaseNumber());
        QCOMPARE(numbersOf(again), QList({1, 4, 5}));
        QCOMPARE(again->damaged, 0);
    }

    void shouldNotOverwriteAnEarlierCopy()
    {
        const JournalFolder folder;
        for (const int round : {1, 2, 3}) {
            folder.write(databaseFile, QByteArray("damage ") + QByteArray::number(round) + '\n');
            ActionJournal journal(folder.path());
            QCOMPARE(journal.open(databaseNumber())->damaged, 1);
        }
        QCOMPARE(folder.read(databaseFile + u".damaged-1"_s), "damage 1\n");
        QCOMPARE(folder.read(databaseFile + u".damaged-3"_s), "damage 3\n");
    }

    void shouldLeaveTheFileOfANewerTuskAlone()
    {
        const JournalFolder folder;
        const QByteArray newer = "5439bbea {\"tusk\":2}\nwhatever it means\nwithout an end";
        folder.write(databaseFile, newer);
        {
            ActionJournal journal(folder.path());
            const auto opened = journal.open(databaseNumber());
            QVERIFY(!opened);
            QCOMPARE(opened.error().kind, ErrorKind::LocalFile);
            QVERIFY(opened.error().sentence.contains(u"newer Tusk"));
            keep(journal, {1}); // beside it
        }
        QCOMPARE(folder.read(databaseFile), newer);
        QCOMPARE(folder.files(), (QStringList{secondDatabaseFile, databaseFile}));
    }

    void shouldKeepAgainWhatSomebodyDeleted()
    {
        const JournalFolder folder;
        {
            ActionJournal journal(folder.path());
            QVERIFY(journal.open(databaseNumber()));
            keep(journal, {1, 2});
            QVERIFY(QDir(folder.path()).removeRecursively());
            keep(journal, {3});
        }
        QCOMPARE(openActions(folder), QList({1, 2, 3}));
    }

    void shouldNotRemoveAFileThatTookThePlaceOfItsOwn()
    {
        const JournalFolder folder;
        {
            ActionJournal journal(folder.path());
            QVERIFY(journal.open(databaseNumber()));
            keep(journal, {1});
            settle(journal, {1});
            QVERIFY(QFile::remove(folder.file(databaseFile)));
            folder.leaveBehind(databaseFile, {2});
        }
        QCOMPARE(openActions(folder), QList({2}));
    }

    void shouldRemoveWhatAnInterruptedRewriteLeft()
    {
        const JournalFolder folder;
        folder.leaveBehind(databaseFile, {1});
        folder.write(databaseFile + u".tmp"_s, "half of");
        QCOMPARE(openActions(folder), QList({1}));
        QCOMPARE(folder.files(), QStringList{databaseFile});
    }

    // Whatever happens in whatever order: the file holds what was kept and not settled, value by value.
    void shouldHoldWhatAListWouldHold_data()
    {
        QTest::addColumn<quint32>("seed");
        for (const quint32 seed : {1U, 2U, 3U, 4U, 5U})
            QTest::addRow("seed %u", seed) << seed;
    }
    void shouldHoldWhatAListWouldHold()
    {
        QFETCH(const quint32, seed);
        RandomValues random(seed);
        const JournalFolder folder;
        auto journal = std::make_unique<ActionJournal>(folder.path());
        std::optional<domain::DatabaseId> database;
        QList<Action> expected;
        for (int step = 0; step < 400; ++step) {
            const int choice = random.number(20);
            if (choice < 9) {
                expected.append(random.action());
                QVERIFY(journal->append(expected.last()));
            } else if (choice < 18 && !expected.isEmpty()) {
                journal->settle(expected.takeAt(random.number(int(expected.size()))).id);
            } else if (choice == 18) {
                journal = std::make_unique<ActionJournal>(folder.path());
                const auto opened = journal->open(database);
                QVERIFY(opened);
                QCOMPARE(opened->actions, expected);
            } else if (choice == 19) {
                database = databaseNumber();
                const auto bound = journal->bind(*database);
                QVERIFY(bound);
                QCOMPARE(bound->actions, expected);
            }
        }
    }

    void shouldPrintHowLongKeepingTakes_data()
    {
        QTest::addColumn<int>("todos");
        QTest::addColumn<int>("rounds");
        QTest::newRow("one todo") << 1 << 200;
        QTest::newRow("1,000 todos") << 1'000 << 10;
    }
    void shouldPrintHowLongKeepingTakes()
    {
        QFETCH(const int, todos);
        QFETCH(const int, rounds);
        const QDateTime now({2026, 3, 1}, {12, 0}, Qt::UTC);
        QList<domain::Todo> selection;
        for (int number = 1; number <= todos; ++number)
            selection.append(aTodo(number).notes(QString(200, u'n')));
        const JournalFolder folder(Storage::Disk);
        ActionJournal journal(folder.path());
        QList<qint64> microseconds;
        for (int round = 0; round < rounds; ++round) {
            const Action action = domain::completeTodos(selection, now);
            QElapsedTimer timer;
            timer.start();
            QVERIFY(journal.append(action));
            microseconds.append(timer.nsecsElapsed() / 1'000);
        }
        std::ranges::sort(microseconds);
        qInfo("keeping one action, on disk: median %lld µs, longest %lld µs, %lld bytes",
              microseconds.at(rounds / 2), microseconds.last(),
              QFileInfo(folder.file(u"new.jsonl"_s)).size() / rounds);
        QCOMPARE(journal.bind(databaseNumber())->actions.size(), rounds);
    }
};

QTEST_GUILESS_MAIN(TestUnsentJournal)
#include "tst_unsentjournal.moc"
