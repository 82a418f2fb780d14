// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/inbox.h"
#include "support/testcase.h"

#include <QThread>

#include <atomic>
#include <thread>

using namespace tusk;

class TestInbox final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldDeliverInOrderOnTheThreadOfTheInbox()
    {
        base::Inbox inbox;
        QList<int> received;
        bool rightThread = true;
        std::thread sender(
            [address = inbox.address(), &received, &rightThread, home = QThread::currentThread()] {
                for (int i = 0; i < 100; ++i) {
                    address.post([i, home, &received, &rightThread] {
                        received.append(i);
                        rightThread = rightThread && QThread::currentThread() == home;
                    });
                }
            });
        QTRY_COMPARE(received.size(), 100);
        sender.join();
        for (int i = 0; i < 100; ++i)
            QCOMPARE(received.at(i), i);
        QVERIFY(rightThread);
    }

    void shouldTakeFromManyThreadsForManyInboxes()
    {
        constexpr int senders = 4;
        constexpr int messages = 2'000;
        std::vector<std::unique_ptr<base::Inbox>> inboxes;
        std::vector<std::thread> threads;
        std::vector<int> received(senders, 0);
        for (int sender = 0; sender < senders; ++sender) {
            inboxes.push_back(std::make_unique<base::Inbox>());
            threads.emplace_back([address = inboxes.back()->address(), &count = received[sender]] {
                for (int i = 0; i < messages; ++i)
                    address.post([&count] { ++count; });
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QTRY_COMPARE(received, std::vector<int>(senders, messages));
    }

    void shouldDropWhatArrivesAfterTheReceiverIsGone()
    {
        bool ran = false;
        auto inbox = std::make_unique<base::Inbox>();
        const base::InboxAddress address = inbox->address();
        address.post([&ran] { ran = true; });
        inbox.reset();
        address.post([&ran] { ran = true; });
        QCoreApplication::processEvents();
        QVERIFY(!ran);
    }

    void shouldSurviveSendersThatRaceWithItsDestruction()
    {
        for (int round = 0; round < 50; ++round) {
            auto inbox = std::make_unique<base::Inbox>();
            std::atomic<bool> stop = false;
            std::thread sender([address = inbox->address(), &stop] {
                while (!stop)
                    address.post([payload = QByteArray(100, 'x')] { Q_UNUSED(payload); });
            });
            QCoreApplication::processEvents();
            inbox.reset();
            stop = true;
            sender.join();
        }
    }

    void shouldLetATaskDestroyItsInbox()
    {
        auto inbox = std::make_unique<base::Inbox>();
        bool ran = false;
        inbox->address().post([&inbox, &ran] {
            inbox.reset();
            ran = true;
        });
        QTRY_VERIFY(ran);
    }
};

QTEST_GUILESS_MAIN(TestInbox)
#include "tst_inbox.moc"
