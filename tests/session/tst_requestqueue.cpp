// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/requestqueue.h"
#include "support/testcase.h"

using namespace tusk;
using session::JobPointer;
using session::Ordering;
using session::RequestQueue;

namespace
{

JobPointer job(quint64 id, Ordering ordering = Ordering::Free, bool waits = false)
{
    auto made = std::make_shared<session::Job>();
    made->id = id;
    made->ordering = ordering;
    made->waitsForConnection = waits;
    return made;
}

QList<quint64> idsOf(const std::vector<JobPointer> &jobs)
{
    QList<quint64> ids;
    for (const JobPointer &job : jobs)
        ids.append(job->id);
    return ids;
}

} // namespace

class TestRequestQueue final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldGiveOutFreeRequestsInTheOrderOfAsking()
    {
        RequestQueue queue;
        queue.append(job(1));
        queue.append(job(2));
        QCOMPARE(queue.take()->id, 1U);
        QCOMPARE(queue.take()->id, 2U);
        QVERIFY(!queue.take());
    }

    void shouldGiveOutOneOrderedRequestAtATime()
    {
        RequestQueue queue;
        queue.append(job(1, Ordering::InOrder));
        queue.append(job(2, Ordering::InOrder));
        queue.append(job(3));

        const JobPointer first = queue.take();
        QCOMPARE(first->id, 1U);
        QCOMPARE(queue.take()->id, 3U);
        QVERIFY(!queue.hasSendable());
        QVERIFY(!queue.take());

        queue.finished(first);
        QVERIFY(queue.hasSendable());
        QCOMPARE(queue.take()->id, 2U);
    }

    void shouldPutBackWhatWasNotSentWhereItWas()
    {
        RequestQueue queue;
        queue.append(job(1, Ordering::InOrder));
        queue.append(job(2, Ordering::InOrder));
        queue.append(job(3));
        queue.putBack(queue.take());
        QCOMPARE(queue.take()->id, 1U);
        QCOMPARE(queue.take()->id, 3U);
    }

    void shouldPartThoseThatWaitFromThoseThatDoNot()
    {
        RequestQueue queue;
        queue.append(job(1, Ordering::Free, true));
        queue.append(job(2, Ordering::Free, false));
        queue.append(job(3, Ordering::InOrder, true));
        queue.append(job(4, Ordering::InOrder, false));
        QCOMPARE(idsOf(queue.removeThoseNotWaiting()), QList<quint64>({2, 4}));
        QCOMPARE(idsOf(queue.removeAll()), QList<quint64>({1, 3}));
        QVERIFY(queue.isEmpty());
    }

    void shouldFindOneById()
    {
        RequestQueue queue;
        queue.append(job(1));
        queue.append(job(2));
        QCOMPARE(queue.remove(2)->id, 2U);
        QVERIFY(!queue.remove(2));
        QCOMPARE(queue.take()->id, 1U);
    }
};

QTEST_GUILESS_MAIN(TestRequestQueue)
#include "tst_requestqueue.moc"
