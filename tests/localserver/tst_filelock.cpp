// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/filelock.h"
#include "support/testcase.h"

#include <QTemporaryDir>

#include <thread>

using namespace tusk;
using namespace tusk::localserver;
using namespace Qt::StringLiterals;

class TestFileLock final : public tests::TestCase
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const Cancellation m_never;

    [[nodiscard]] FileLock open() const
    {
        base::Result<FileLock> lock = FileLock::open(m_folder.filePath(u"lock"_s));
        return lock ? std::move(*lock) : FileLock();
    }

private Q_SLOTS:
    void shouldBeSharedByManyOrHeldByOne()
    {
        const FileLock one = open();
        const FileLock two = open();
        QVERIFY(one.tryLock(FileLock::Mode::Shared));
        QVERIFY(two.tryLock(FileLock::Mode::Shared));
        QVERIFY(!one.tryLock(FileLock::Mode::Exclusive));
    }

    void shouldWaitUntilTheHolderIsGone()
    {
        FileLock holder = open();
        QVERIFY(holder.tryLock(FileLock::Mode::Exclusive));
        Waited waited = Waited::TimedOut;
        std::thread waiting([&] {
            waited = open().lock(FileLock::Mode::Exclusive, QDeadlineTimer(QDeadlineTimer::Forever), m_never);
        });
        holder = FileLock();
        waiting.join();
        QCOMPARE(waited, Waited::Ready);
    }

    void shouldGiveUpAtTheDeadlineOrWhenCancelled()
    {
        const FileLock holder = open();
        QVERIFY(holder.tryLock(FileLock::Mode::Exclusive));
        const FileLock other = open();
        QCOMPARE(other.lock(FileLock::Mode::Exclusive, QDeadlineTimer(10), m_never), Waited::TimedOut);

        const Cancellation cancellation;
        std::thread cancelling([&] { cancellation.cancel(); });
        QCOMPARE(other.lock(FileLock::Mode::Exclusive, QDeadlineTimer(QDeadlineTimer::Forever), cancellation),
                 Waited::Cancelled);
        cancelling.join();
    }

    void shouldSayWhichFileCannotBeMade()
    {
        const base::Result<FileLock> lock = FileLock::open(u"/proc/no/lock"_s);
        QVERIFY(!lock);
        QVERIFY2(lock.error().sentence.contains(u"/proc/no/lock"_s), qPrintable(lock.error().sentence));
    }
};

QTEST_GUILESS_MAIN(TestFileLock)
#include "tst_filelock.moc"
