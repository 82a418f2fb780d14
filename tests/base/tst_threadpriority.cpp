// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/threadpriority.h"
#include "support/testcase.h"

#include <sys/resource.h>
#include <thread>

using namespace tusk;

namespace
{

int niceValue() // of this thread: more is later
{
    return getpriority(PRIO_PROCESS, 0);
}

} // namespace

class TestThreadPriority final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldMakeThisThreadGiveWayAndNoOther()
    {
        constexpr int highest = 19;
        const int before = niceValue();
        int lowered = 0;
        std::thread([&lowered] {
            base::giveWayToTheWindow();
            lowered = niceValue();
        }).join();
        QVERIFY2(lowered > before || before == highest, qPrintable(QString::number(lowered)));
        QCOMPARE(niceValue(), before);
    }
};

QTEST_GUILESS_MAIN(TestThreadPriority)
#include "tst_threadpriority.moc"
