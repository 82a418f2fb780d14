// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/readahead.h"
#include "support/testcase.h"

#include <atomic>
#include <semaphore>
#include <thread>

using namespace tusk;
using base::Result;
using importer::ReadAhead;
using importer::TodoPortion;

namespace
{

TodoPortion portionOf(qint64 rows)
{
    return {.sent = {.rows = rows}};
}

} // namespace

class TestReadAhead final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldGiveEveryPortionInItsTurn()
    {
        constexpr qint64 count = 500;
        ReadAhead portions([made = qint64(0)](const std::stop_token &) mutable -> Result<TodoPortion> {
            return portionOf(++made > count ? 0 : made);
        });

        for (qint64 i = 1; i <= count; ++i)
            QCOMPARE(portions.take()->sent.rows, i);
        QCOMPARE(portions.take()->sent.rows, 0);
    }

    void shouldMakeTheNextOnAnotherThreadWhileNobodyAsks()
    {
        std::binary_semaphore isMade(0);
        std::thread::id maker;
        std::atomic<int> made = 0;
        ReadAhead portions([&](const std::stop_token &) -> Result<TodoPortion> {
            maker = std::this_thread::get_id();
            ++made;
            isMade.release();
            return portionOf(1);
        });

        isMade.acquire();
        QVERIFY(portions.take());
        isMade.acquire(); // while the first is in use

        QCOMPARE(made, 2); // none beyond it
        QCOMPARE_NE(maker, std::this_thread::get_id());
    }

    void shouldSayWhyThereIsNoNext()
    {
        ReadAhead portions([](const std::stop_token &) -> Result<TodoPortion> {
            base::Error error;
            error.kind = base::ErrorKind::LocalFile;
            return error;
        });

        const auto taken = portions.take();

        QVERIFY(!taken);
        QCOMPARE(taken.error().kind, base::ErrorKind::LocalFile);
    }

    void shouldEndWhenNobodyWantsTheRest_data()
    {
        QTest::addColumn<bool>("isBusy");
        QTest::newRow("while a portion waits") << false;
        QTest::newRow("while one is being made") << true;
    }
    void shouldEndWhenNobodyWantsTheRest()
    {
        QFETCH(const bool, isBusy);
        std::counting_semaphore<> hasBegun(0);
        {
            ReadAhead portions([&, made = 0](const std::stop_token &stop) mutable -> Result<TodoPortion> {
                hasBegun.release();
                while (isBusy && ++made > 1 && !stop.stop_requested())
                    std::this_thread::yield();
                return portionOf(1);
            });
            hasBegun.acquire();
            QVERIFY(portions.take());
            hasBegun.acquire();
        } // comes back
    }
};

QTEST_GUILESS_MAIN(TestReadAhead)

#include "tst_readahead.moc"
