// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/taskthread.h"
#include "support/testcase.h"

#include <QList>

#include <algorithm>
#include <atomic>
#include <semaphore>
#include <thread>

using namespace tusk;

class TestTaskThread final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldRunTasksInTheOrderOfPosting()
    {
        QList<int> ran; // written by the thread, read after it has ended
        {
            base::TaskThread thread;
            for (int i = 0; i < 1'000; ++i)
                thread.post([&ran, i] { ran.append(i); });
        }
        QCOMPARE(ran.size(), 1'000);
        QVERIFY(std::ranges::is_sorted(ran));
    }

    void shouldRunTasksOnOneOtherThread()
    {
        std::thread::id first;
        std::thread::id second;
        {
            base::TaskThread thread;
            thread.post([&first] { first = std::this_thread::get_id(); });
            thread.post([&second] { second = std::this_thread::get_id(); });
        }
        QCOMPARE_NE(first, std::thread::id());
        QCOMPARE_NE(first, std::this_thread::get_id());
        QCOMPARE(second, first);
    }

    void shouldReturnFromPostWhileATaskIsRunning()
    {
        std::binary_semaphore mayGoOn(0);
        std::atomic<bool> secondRan = false;
        base::TaskThread thread;
        thread.post([&mayGoOn] { mayGoOn.acquire(); });

        thread.post([&secondRan] { secondRan = true; });

        QVERIFY(!secondRan); // here, although the first task waits for the next line
        mayGoOn.release();
        QTRY_VERIFY(secondRan);
    }

    void shouldRunEverythingQueuedBeforeItsEnd()
    {
        std::binary_semaphore mayGoOn(0);
        int ran = 0;
        {
            base::TaskThread thread;
            thread.post([&mayGoOn] { mayGoOn.acquire(); });
            for (int i = 0; i < 100; ++i)
                thread.post([&ran] { ++ran; });
            mayGoOn.release();
        }
        QCOMPARE(ran, 100);
    }

    void shouldRunWhatATaskPostsDuringItsEnd()
    {
        int ran = 0;
        std::function<void()> task;
        {
            base::TaskThread thread;
            task = [&] {
                if (++ran < 50)
                    thread.post(task);
            };
            thread.post(task);
        }
        QCOMPARE(ran, 50);
    }

    void shouldAcceptTasksFromSeveralThreads()
    {
        int ran = 0; // not atomic: only the thread writes it
        {
            base::TaskThread thread;
            const auto post = [&] {
                for (int i = 0; i < 500; ++i)
                    thread.post([&ran] { ++ran; });
            };
            std::thread other(post);
            post();
            other.join();
        }
        QCOMPARE(ran, 1'000);
    }

    void shouldEndWithoutEverHavingHadATask()
    {
        for (int i = 0; i < 100; ++i)
            base::TaskThread thread;
    }
};

QTEST_GUILESS_MAIN(TestTaskThread)
#include "tst_taskthread.moc"
