// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/connectfailures.h"
#include "data/session/partingthread.h"
#include "environments/testrun.h"
#include "support/fakeresolver.h"
#include "support/testcase.h"

#include <QElapsedTimer>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using session::ConnectProblem;
using tests::TestRun;

namespace
{

base::ConnectionSettings settingsFor(const char *host)
{
    base::ConnectionSettings settings;
    settings.host = QString::fromLatin1(host);
    settings.connectTimeout = 300ms;
    return settings;
}

} // namespace

class TestConnectionTestNames final : public tests::TestCase
{
    Q_OBJECT

    void prepare() override { tests::setNameServerSilent(true); }

private Q_SLOTS:
    void cleanup()
    {
        tests::setNameServerSilent(false);
        QTRY_VERIFY(!session::PartingThread::anyRunning());
    }

    void trap15_shouldGiveUpOnASilentNameServer()
    {
        TestRun run;
        const auto &report = run.run(settingsFor(tests::silentNameHost));
        QCOMPARE(run.told(), u"resolve:failed"_s);
        QCOMPARE(report.failure()->finding,
                 session::connectFailure(ConnectProblem::NameServerSilent).translatedSentence());
        QCOMPARE(run.timesFinished(), 1);
    }

    void trap15_shouldNotWaitForTheResolverWhenCancelledOrDestroyed()
    {
        QElapsedTimer time;
        {
            TestRun run;
            run.test().start(settingsFor(tests::silentNameHost));
            QTRY_COMPARE(tests::heldLookUps(), 1);
            time.start();
            run.test().cancel();
            QVERIFY(run.isFinished() && run.report().cancelled);
            QVERIFY(time.elapsed() < 100);
            run.test().start(settingsFor(tests::silentNameHost));
            QTRY_COMPARE(tests::heldLookUps(), 2);
            time.start();
        }
        QVERIFY(time.elapsed() < 100);
    }

    void shouldSayThatTheNameServerDoesNotAnswer()
    {
        TestRun run;
        const auto &report = run.run(settingsFor(tests::deadNameHost));
        QCOMPARE(report.failure()->finding,
                 session::connectFailure(ConnectProblem::NameServerSilent).translatedSentence());
    }
};

QTEST_GUILESS_MAIN(TestConnectionTestNames)
#include "tst_connectiontestnames.moc"
