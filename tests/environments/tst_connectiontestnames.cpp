// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/connectfailures.h"
#include "data/session/partingthread.h"
#include "environments/testrun.h"
#include "support/testcase.h"

#include <QElapsedTimer>

#include <atomic>
#include <cstring>
#include <dlfcn.h>
#include <netdb.h>
#include <semaphore>

using namespace tusk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using session::ConnectProblem;
using tests::TestRun;

namespace
{

std::counting_semaphore<> &release()
{
    // Never destroyed: the threads that it holds end when they like.
    static auto *const semaphore = new std::counting_semaphore<>(0);
    return *semaphore;
}

std::atomic<int> asked = 0; // the silent one

base::ConnectionSettings settingsFor(const QString &host)
{
    base::ConnectionSettings settings;
    settings.host = host;
    settings.connectTimeout = 300ms;
    return settings;
}

} // namespace

// Takes the place of the C library's for this program: a name server that never answers, and one that says
// so.
extern "C" int getaddrinfo(const char *node, const char *service, const addrinfo *hints, addrinfo **result)
{
    if (node && std::strcmp(node, "silent.example") == 0) {
        ++asked;
        release().acquire();
        return EAI_AGAIN;
    }
    if (node && std::strcmp(node, "dead.example") == 0)
        return EAI_AGAIN;
    using Function = int (*)(const char *, const char *, const addrinfo *, addrinfo **);
    static const auto original = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "getaddrinfo"));
    return original(node, service, hints, result);
}

class TestConnectionTestNames final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        release().release();
        QTRY_VERIFY(!session::PartingThread::anyRunning());
    }

    void trap15_shouldGiveUpOnASilentNameServer()
    {
        TestRun run;
        const auto &report = run.run(settingsFor(u"silent.example"_s));
        QCOMPARE(run.told(), u"resolve:failed"_s);
        QCOMPARE(report.failure()->finding,
                 session::connectFailure(ConnectProblem::NameServerSilent).translatedSentence());
        QCOMPARE(run.timesFinished(), 1);
    }

    void trap15_shouldNotWaitForTheResolverWhenCancelledOrDestroyed()
    {
        QElapsedTimer time;
        const int before = asked;
        {
            TestRun run;
            run.test().start(settingsFor(u"silent.example"_s));
            QTRY_COMPARE(asked.load(), before + 1);
            time.start();
            run.test().cancel();
            QVERIFY(run.isFinished() && run.report().cancelled);
            QVERIFY(time.elapsed() < 100);
            run.test().start(settingsFor(u"silent.example"_s));
            QTRY_COMPARE(asked.load(), before + 2);
            time.start();
        }
        QVERIFY(time.elapsed() < 100);
        release().release();
    }

    void shouldSayThatTheNameServerDoesNotAnswer()
    {
        TestRun run;
        const auto &report = run.run(settingsFor(u"dead.example"_s));
        QCOMPARE(report.failure()->finding,
                 session::connectFailure(ConnectProblem::NameServerSilent).translatedSentence());
    }
};

QTEST_GUILESS_MAIN(TestConnectionTestNames)
#include "tst_connectiontestnames.moc"
