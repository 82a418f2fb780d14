// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/pidfile.h"
#include "localserver/postmaster.h"
#include "support/testcase.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <thread>

using namespace tusk;
using namespace tusk::localserver;
using namespace Qt::StringLiterals;

// Without a server: a sleeping process stands for the postmaster, and the test writes its file.
class TestPostmaster final : public tests::TestCase
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    pid_t m_sleeper = 0;
    int m_slow = 0;
    const Cancellation m_never;

    void write(const QByteArray &status) const
    {
        QFile file(m_folder->filePath(u"postmaster.pid"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::number(m_sleeper) + "\n/data\n1\n5432\n/run\n\n  1  2\n" + status);
    }
    [[nodiscard]] Readiness wait(QDeadlineTimer deadline, const Cancellation &cancellation)
    {
        return waitUntilReady(ProcessHandle::open(m_sleeper).value_or(ProcessHandle()), m_folder->path(),
                              deadline, cancellation, [this] { ++m_slow; });
    }
    void endSleeper()
    {
        if (m_sleeper > 0) {
            kill(m_sleeper, SIGKILL);
            waitpid(std::exchange(m_sleeper, 0), nullptr, 0);
        }
    }

    void prepare() override
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_slow = 0;
        m_sleeper = fork();
        if (m_sleeper == 0) {
            pause();
            _exit(0);
        }
    }

private Q_SLOTS:
    void cleanup() { endSleeper(); }

    void shouldParseWhatThePostmasterWrites_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<PidFile>("parsed");
        QTest::newRow("ready") << QByteArray("4711\n/data\n1700000000\n5433\n/run/tusk\n\n  5 6\nready   \n")
                               << PidFile{4711, 5433, u"/run/tusk"_s, "ready"};
        QTest::newRow("first moment")
            << QByteArray("4711\n/data\n1700000000\n5432\n") << PidFile{4711, 5432, {}, {}};
        QTest::newRow("empty, after a full disk") << QByteArray() << PidFile();
        QTest::newRow("a standalone backend") << QByteArray("-4711\n") << PidFile();
        QTest::newRow("garbage") << QByteArray("\0\0\0\n\xff", 5) << PidFile();
    }
    void shouldParseWhatThePostmasterWrites()
    {
        QFETCH(const QByteArray, content);
        QTEST(PidFile::parse(content), "parsed");
    }

    void shouldWakeWhenTheServerSaysThatItIsReady()
    {
        write("starting\n");
        std::thread server([this] { write("ready   \n"); });
        QCOMPARE(wait(QDeadlineTimer(10'000), m_never), Readiness::Ready);
        server.join();
        QCOMPARE(m_slow, 0);
    }

    void shouldNotBelieveAFileOfAnotherProcess()
    {
        QFile file(m_folder->filePath(u"postmaster.pid"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("1\n/data\n1\n5432\n/run\n\n1 2\nready\n");
        file.close();
        QCOMPARE(wait(QDeadlineTimer(30), m_never), Readiness::TimedOut);
    }

    void shouldWakeWhenTheServerEnds()
    {
        write("starting\n");
        std::thread killer([this] { kill(m_sleeper, SIGKILL); });
        QCOMPARE(wait(QDeadlineTimer(10'000), m_never), Readiness::Ended);
        killer.join();
        QCOMPARE(wait(QDeadlineTimer(10'000), m_never), Readiness::Ended);
    }

    void shouldTreatAStoppingServerAsEnded()
    {
        write("stopping\n");
        QCOMPARE(wait(QDeadlineTimer(10'000), m_never), Readiness::Ended);
    }

    void shouldSayOnceThatItTakesLong()
    {
        write("starting\n");
        QCOMPARE(wait(QDeadlineTimer(650), m_never), Readiness::TimedOut);
        QCOMPARE(m_slow, 1);
    }

    void shouldStopWaitingWhenCancelled()
    {
        write("starting\n");
        const Cancellation cancellation;
        std::thread cancelling([&] { cancellation.cancel(); });
        QCOMPARE(wait(QDeadlineTimer(QDeadlineTimer::Forever), cancellation), Readiness::Cancelled);
        cancelling.join();
    }

    void shouldStopAServerThatDoesNotListenByHarderMeans()
    {
        // The sleeper ignores nothing, so SIGINT ends it; one that ignores SIGINT needs SIGQUIT.
        endSleeper();
        m_sleeper = fork();
        if (m_sleeper == 0) {
            std::signal(SIGINT, SIG_IGN);
            std::signal(SIGQUIT, SIG_DFL); // Qt Test has its own handler
            m_sleeper = getpid();
            write("ready\n");
            for (;;)
                pause();
        }
        QCOMPARE(wait(QDeadlineTimer(10'000), m_never), Readiness::Ready);
        const std::optional<ProcessHandle> process = ProcessHandle::open(m_sleeper);
        QVERIFY(process);
        QVERIFY(stopPostmaster(*process, {.fast = std::chrono::milliseconds(20)}));
        int status = 0;
        QCOMPARE(waitpid(m_sleeper, &status, 0), std::exchange(m_sleeper, 0));
        QCOMPARE(WTERMSIG(status), SIGQUIT);
    }
};

QTEST_GUILESS_MAIN(TestPostmaster)
#include "tst_postmaster.moc"
