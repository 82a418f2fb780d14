// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/repository/unsentactions.h"
#include "repository/journalfolder.h"
#include "support/testcase.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QThread>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace tests;
using base::ErrorKind;
using base::Result;
using domain::Action;
using repository::UnsentActions;

namespace
{

const QString databaseFile = databaseNumber().toString() + u".jsonl"_s;

// What load() and bind() have answered so far.
struct Answers {
    QList<Result<QList<Action>>> all;

    [[nodiscard]] UnsentActions::Found take()
    {
        return [this](const Result<QList<Action>> &found) { all.append(found); };
    }
    [[nodiscard]] QList<int> numbers(int index) const
    {
        return all.at(index) ? numbersOf(*all.at(index)) : QList({-1});
    }
};

void ignore(const Result<void> &) {}

QList<int> fromDisk(const JournalFolder &folder)
{
    repository::ActionJournal journal(folder.path());
    return numbersOf(journal.bind(databaseNumber()));
}

} // namespace

class TestUnsentActions final : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldAnswerLaterOnTheThreadOfTheCaller()
    {
        const JournalFolder folder;
        folder.leaveBehind(databaseFile, {1, 2});
        UnsentActions unsent(folder.path());
        Answers answers;
        QThread *answered = nullptr;
        unsent.load(databaseNumber(), answers.take());
        unsent.keep(numberedAction(3), [&answered](const auto &kept) {
            QVERIFY(kept);
            answered = QThread::currentThread();
        });
        QVERIFY(answers.all.isEmpty() && !answered); // not before the event loop runs

        QTRY_COMPARE(answered, QThread::currentThread());
        QCOMPARE(answers.numbers(0), QList({1, 2}));
        QCOMPARE(unsent.count(), 3);
    }

    void shouldHaveTheActionOnDiskWhenItSaysSo()
    {
        const JournalFolder folder;
        UnsentActions unsent(folder.path());
        bool isOnDisk = false;
        unsent.keep(numberedAction(1), [&](const auto &kept) {
            isOnDisk =
                kept && folder.read(u"new.jsonl"_s).contains(numberedAction(1).id.toString().toLatin1());
        });
        QTRY_VERIFY(isOnDisk);
    }

    void shouldWriteEverythingBeforeItsEnd()
    {
        const JournalFolder folder;
        QList<int> expected;
        {
            UnsentActions unsent(folder.path());
            unsent.load(databaseNumber(), [](const auto &) {});
            for (int number = 1; number <= 100; ++number) {
                unsent.keep(numberedAction(number), ignore);
                if (number % 3 == 0)
                    unsent.settle(numberedAction(number).id);
                else
                    expected.append(number);
            }
            QCOMPARE(unsent.count(), int(expected.size()));
        }
        QCOMPARE(fromDisk(folder), expected);
    }

    void shouldNotAnswerWhenItIsGone()
    {
        const JournalFolder folder;
        bool answered = false;
        const auto held = std::make_shared<QObject>(); // dies on the thread of the caller
        {
            UnsentActions unsent(folder.path());
            unsent.keep(numberedAction(1), [&answered, held](const auto &) { answered = true; });
        }
        QCOMPARE(held.use_count(), 1);
        QCoreApplication::processEvents();
        QVERIFY(!answered);
    }

    void shouldLetAnAnswerDestroyIt()
    {
        const JournalFolder folder;
        auto unsent = std::make_unique<UnsentActions>(folder.path());
        unsent->keep(numberedAction(1), [&unsent](const auto &) { unsent.reset(); });
        unsent->keep(numberedAction(2), ignore);
        QTRY_VERIFY(!unsent);
        QCOMPARE(fromDisk(folder), QList({1, 2}));
    }

    void shouldJoinWhatWaitedWhenTheDatabaseIsKnown()
    {
        const JournalFolder folder;
        folder.leaveBehind(databaseFile, {1, 3});
        UnsentActions unsent(folder.path());
        Answers answers;
        unsent.load(std::nullopt, answers.take());
        unsent.keep(numberedAction(2), ignore);
        unsent.bind(databaseNumber(), answers.take());
        QCOMPARE(unsent.count(), 1);
        QTRY_COMPARE(answers.all.size(), 2);
        QCOMPARE(answers.numbers(0), QList<int>());
        QCOMPARE(answers.numbers(1), QList({1, 2, 3}));
        QCOMPARE(unsent.count(), 3);
    }

    void shouldRefuseToGiveChangesToAnotherDatabase()
    {
        const JournalFolder folder;
        UnsentActions unsent(folder.path());
        Answers answers;
        unsent.load(databaseNumber(1), answers.take());
        unsent.keep(numberedAction(1), ignore);
        unsent.bind(databaseNumber(2), answers.take());
        QTRY_COMPARE(answers.all.size(), 2);
        QCOMPARE(answers.all.at(1).error().kind, ErrorKind::OtherDatabase);
        QCOMPARE(unsent.count(), 1);
    }

    void shouldNotGiveBackWhatWasSettledMeanwhile()
    {
        const JournalFolder folder;
        UnsentActions unsent(folder.path());
        Answers answers;
        unsent.keep(numberedAction(1), ignore);
        unsent.keep(numberedAction(2), ignore);
        unsent.bind(databaseNumber(), answers.take());
        unsent.settle(numberedAction(1).id); // after the call, before the answer
        QTRY_COMPARE(answers.all.size(), 1);
        QCOMPARE(answers.numbers(0), QList({2}));
        QCOMPARE(unsent.count(), 1);
    }

    void shouldCancelALoadThatAnotherOvertakes()
    {
        const JournalFolder folder;
        folder.leaveBehind(databaseFile, {1});
        folder.leaveBehind(databaseNumber(2).toString() + u".jsonl"_s, {2, 3});
        UnsentActions unsent(folder.path());
        Answers answers;
        unsent.load(databaseNumber(1), answers.take());
        unsent.load(databaseNumber(2), answers.take());
        QTRY_COMPARE(answers.all.size(), 2);
        QCOMPARE(answers.all.at(0).error().kind, ErrorKind::Cancelled);
        QCOMPARE(answers.numbers(1), QList({2, 3}));
        QCOMPARE(unsent.count(), 2);
    }

    void shouldTellWhatCouldNotBeKept()
    {
        const JournalFolder folder;
        UnsentActions unsent(folder.path());
        QList<Result<void>> kept;
        unsent.keep(Action(), [&kept](const auto &result) { kept.append(result); }); // has no id
        QCOMPARE(unsent.count(), 1);
        QTRY_COMPARE(kept.size(), 1);
        QVERIFY(!kept.first());
        QVERIFY(!kept.first().error().sentence.isEmpty());
        QCOMPARE(unsent.count(), 0);
    }

    void shouldReportDamageBeforeItAnswers()
    {
        const JournalFolder folder;
        folder.leaveBehind(databaseFile, {1, 2, 3});
        folder.write(databaseFile, folder.read(databaseFile).replace("Action 2", "Axtion 2"));
        UnsentActions unsent(folder.path());
        const QSignalSpy damage(&unsent, &UnsentActions::damageFound);
        Answers answers;
        qsizetype reportsBefore = 0;
        unsent.load(databaseNumber(), [&](const auto &found) {
            reportsBefore = damage.size();
            answers.all.append(found);
        });
        QTRY_COMPARE(answers.all.size(), 1);
        QCOMPARE(answers.numbers(0), QList({1, 3}));
        QCOMPARE(reportsBefore, 1);
        QCOMPARE(damage.first(), (QVariantList{1, QStringList{folder.file(databaseFile + u".damaged-1"_s)}}));
    }

    // What the thread of the window spends on one change, beside a disk that syncs.
    void shouldReturnAtOnce()
    {
        const JournalFolder folder(Storage::Disk);
        qint64 longest = 0;
        int kept = 0;
        {
            UnsentActions unsent(folder.path());
            for (int number = 1; number <= 100; ++number) {
                const Action action = numberedAction(number, 500);
                QElapsedTimer timer;
                timer.start();
                unsent.keep(action, [&kept](const auto &result) { kept += result ? 1 : 0; });
                longest = std::max(longest, timer.nsecsElapsed() / 1'000);
            }
            QCOMPARE(kept, 0);
            QTRY_COMPARE(kept, 100);
        }
        qInfo("longest of 100 calls of keep: %lld µs", longest);
    }
};

QTEST_GUILESS_MAIN(TestUnsentActions)
#include "tst_unsentactions.moc"
