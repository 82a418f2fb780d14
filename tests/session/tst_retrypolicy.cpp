// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/retrypolicy.h"
#include "support/testcase.h"

#include <set>

using namespace tusk;
using namespace std::chrono_literals;
using base::ErrorKind;
using session::RetryPolicy;

class TestRetryPolicy final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldDoubleUpToTheCeiling()
    {
        RetryPolicy policy({.first = 100ms, .ceiling = 1s, .firstWhenOverloaded = 5s}, 1);
        for (const auto longest : {100ms, 200ms, 400ms, 800ms, 1000ms, 1000ms, 1000ms}) {
            const auto delay = policy.next(ErrorKind::NoConnection);
            QVERIFY(delay);
            QCOMPARE_GE(delay->count(), longest.count() / 2);
            QCOMPARE_LE(delay->count(), longest.count());
        }
    }

    void shouldBeBackSoonAfterAShortOutage()
    {
        for (std::uint32_t seed = 1; seed <= 200; ++seed) {
            RetryPolicy policy({}, seed);
            for (auto waited = 0ms; waited <= 10s;) {
                const auto pause = *policy.next(ErrorKind::NoConnection);
                QCOMPARE_LE(pause, 1'500ms);
                waited += pause;
            }
        }
    }

    void shouldGrowSlowlyBeyondAShortOutage()
    {
        RetryPolicy policy({}, 1);
        for (auto waited = 0ms; waited < 12s;)
            waited += *policy.next(ErrorKind::NoConnection);
        for (const auto longest : {3s, 6s, 12s, 24s, 30s, 30s}) {
            const auto pause = *policy.next(ErrorKind::NoConnection);
            QCOMPARE_GE(pause, std::chrono::milliseconds(longest) / 2);
            QCOMPARE_LE(pause, longest);
        }
    }

    void shouldNotHurryAnOverloadedServer()
    {
        RetryPolicy policy({}, 1);
        QVERIFY(policy.next(ErrorKind::NoConnection));
        QCOMPARE_GE(*policy.next(ErrorKind::Transient), 2'500ms);
        QCOMPARE_GE(*policy.next(ErrorKind::Transient), 5'000ms);
    }

    void shouldNotOverflowInAWeekWithoutNetwork()
    {
        RetryPolicy policy({}, 1);
        for (int i = 0; i < 100'000; ++i)
            QCOMPARE_LE(policy.next(ErrorKind::Timeout)->count(), 30'000);
    }

    void shouldSpreadTheTriesOfManyClients()
    {
        std::set<std::chrono::milliseconds> delays;
        for (std::uint32_t seed = 1; seed <= 50; ++seed)
            delays.insert(*RetryPolicy({.first = 10s}, seed).next(ErrorKind::NoConnection));
        QCOMPARE_GE(delays.size(), 40U);
    }

    void shouldComeBackSlowlyWhenTheServerIsOverloaded()
    {
        RetryPolicy policy({.first = 100ms, .ceiling = 30s, .firstWhenOverloaded = 5s}, 1);
        QCOMPARE_GE(*policy.next(ErrorKind::Transient), 2500ms);
    }

    void shouldBeginAnewAfterSuccess()
    {
        RetryPolicy policy({.first = 100ms}, 1);
        for (int i = 0; i < 5; ++i)
            QVERIFY(policy.next(ErrorKind::NoConnection));
        policy.reset();
        QCOMPARE_LE(*policy.next(ErrorKind::NoConnection), 100ms);
    }

    void shouldNotRepeatWhatOnlyTheUserCanMend_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        for (const auto kind :
             {ErrorKind::Authentication, ErrorKind::PermissionDenied, ErrorKind::InvalidInput,
              ErrorKind::ReadOnlyServer, ErrorKind::Cancelled, ErrorKind::Internal})
            QTest::addRow("%s", base::toString(kind)) << kind;
    }
    void shouldNotRepeatWhatOnlyTheUserCanMend()
    {
        QFETCH(ErrorKind, kind);
        RetryPolicy policy({}, 1);
        QVERIFY(!policy.next(kind));
    }
};

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
