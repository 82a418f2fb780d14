// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/childprocess.h"
#include "localserver/filelock.h"
#include "support/testcase.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>

using namespace tusk;
using namespace tusk::localserver;
using namespace Qt::StringLiterals;

namespace
{

constexpr int patience = 20'000; // milliseconds, for machines that are busy

ChildCommand shell(const QString &script)
{
    return {.program = u"/bin/sh"_s,
            .arguments = {u"-c"_s, script},
            .account = accountOf(geteuid()).value_or(Account()),
            .workingFolder = u"/"_s};
}

base::Result<ChildResult> run(const ChildCommand &command)
{
    const Cancellation never;
    return runToEnd(command, QDeadlineTimer(std::chrono::seconds(20)), never);
}

QByteArray outputOf(const QString &script)
{
    const base::Result<ChildResult> result = run(shell(script));
    return result ? result->output.trimmed() : result.error().detail.toUtf8();
}

} // namespace

class TestChildProcess final : public tests::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void shouldReportOutputAndExitCode()
    {
        const base::Result<ChildResult> result = run(shell(u"echo out; echo err >&2; exit 3"_s));
        QVERIFY(result);
        QCOMPARE(result->exitCode, 3);
        QCOMPARE(result->output, "out\nerr\n");
        QCOMPARE(run(shell(u"kill -9 $$"_s))->exitCode, 128 + SIGKILL);
    }

    void shouldHandDownNothingOfOurEnvironment()
    {
        qputenv("PGPASSWORD", "secret");
        qputenv("PGDATA", "/nowhere");
        const QByteArray variables = outputOf(u"env"_s);
        qunsetenv("PGPASSWORD");
        qunsetenv("PGDATA");

        QVERIFY(!variables.contains("PG"));
        QVERIFY(variables.contains("LC_ALL=C.UTF-8"));
        const QByteArray home = "HOME=" + QFile::encodeName(accountOf(geteuid())->home);
        QVERIFY(variables.contains(home));
    }

    void shouldHandDownNoDescriptors()
    {
        const int leaky = open("/etc/passwd", O_RDONLY); // not closed on exec
        const QByteArray descriptors = outputOf(u"ls /proc/self/fd"_s);
        close(leaky);
        // 3 is the folder that ls itself reads.
        QCOMPARE(descriptors.simplified(), "0 1 2 3");
    }

    void shouldNotHandDownBlockedOrIgnoredSignals()
    {
        sigset_t blocked;
        sigset_t before;
        sigemptyset(&blocked);
        sigaddset(&blocked, SIGINT);
        pthread_sigmask(SIG_BLOCK, &blocked, &before);
        const auto handler = std::signal(SIGQUIT, SIG_IGN);
        const QByteArray status = outputOf(u"grep -E 'SigBlk|SigIgn' /proc/self/status"_s);
        std::signal(SIGQUIT, handler);
        pthread_sigmask(SIG_SETMASK, &before, nullptr);
        QCOMPARE(status.simplified(), "SigBlk: 0000000000000000 SigIgn: 0000000000000000");
    }

    void trap44_shouldRunAsTheServersAccountWhenWeAreRoot()
    {
        if (geteuid() != 0)
            QSKIP("only root can become another account");
        ChildCommand command = shell(u"id -un; id -Gn; pwd; touch /tusk-was-here 2>&1"_s);
        command.account = accountNamed(u"postgres"_s).value_or(Account());
        QCOMPARE_NE(command.account.user, 0U);

        const base::Result<ChildResult> result = run(command);

        QVERIFY(result);
        const QList<QByteArray> lines = result->output.split('\n');
        QCOMPARE(lines.value(0), "postgres");
        QVERIFY(!lines.value(1).split(' ').contains("root"));
        QCOMPARE(lines.value(2), "/");
        QVERIFY(lines.value(3).contains("Permission denied"));
    }

    void shouldSayWhyAProgramDoesNotRun()
    {
        ChildCommand missing = shell({});
        missing.program = u"/usr/bin/no-such-program"_s;
        const base::Result<ChildResult> result = run(missing);
        QVERIFY(!result);
        QCOMPARE(result.error().detail, u"execve: No such file or directory (/usr/bin/no-such-program)"_s);

        ChildCommand nowhere = shell(u"true"_s);
        nowhere.workingFolder = u"/no/such/folder"_s;
        QVERIFY(run(nowhere).error().detail.startsWith(u"chdir: "_s));
    }

    void shouldEndTheProgramAndItsChildrenWhenCancelled()
    {
        QTemporaryDir folder;
        const QString pidFile = folder.filePath(u"pid"_s);
        const Cancellation cancellation;
        base::Result<ChildResult> result = ChildResult();
        std::thread waiting([&] {
            result = runToEnd(shell(u"sleep 1000 & echo $! > %1.new; mv %1.new %1; wait"_s.arg(pidFile)),
                              QDeadlineTimer(QDeadlineTimer::Forever), cancellation);
        });
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(pidFile), patience);
        cancellation.cancel();
        waiting.join();

        QVERIFY(!result);
        QCOMPARE(result.error().kind, base::ErrorKind::Cancelled);
        QFile file(pidFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const pid_t grandchild = file.readAll().trimmed().toInt();
        QTRY_VERIFY_WITH_TIMEOUT(!processFacts(grandchild) || processFacts(grandchild)->state == 'Z',
                                 patience);
    }

    void shouldEndAProgramThatTakesTooLong()
    {
        const Cancellation never;
        QElapsedTimer timer;
        timer.start();
        const base::Result<ChildResult> result =
            runToEnd(shell(u"exec sleep 1000"_s), QDeadlineTimer(std::chrono::milliseconds(20)), never);
        QVERIFY(!result);
        QCOMPARE_LT(timer.elapsed(), 4000);
    }

    void shouldDetachFromUs()
    {
        base::Result<DetachedChild> child = startDetached(shell(u"echo hello >&2; exec sleep 1000"_s));

        QVERIFY(child);
        const pid_t pid = child->process.pid();
        QCOMPARE(getsid(pid), pid);
        QCOMPARE(waitpid(pid, nullptr, WNOHANG), -1);
        QCOMPARE(errno, ECHILD);
        QVERIFY(!child->process.hasEnded());
        QTRY_COMPARE_WITH_TIMEOUT(readCaptured(child->errors), "hello\n", patience);
        child->process.send(SIGKILL);
        const Cancellation never;
        QCOMPARE(child->process.waitForEnd(QDeadlineTimer(5000), never), Waited::Ready);
    }

    void shouldSayWhyAProgramDoesNotRunDetached()
    {
        ChildCommand missing = shell({});
        missing.program = u"/etc/passwd"_s;
        const base::Result<DetachedChild> child = startDetached(missing);
        QVERIFY(!child);
        QCOMPARE(child.error().detail, u"execve: Permission denied (/etc/passwd)"_s);
    }

    void shouldLetAChildHoldALockBeyondOurOwn()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"lock"_s);
        const base::Result<FileLock> other = FileLock::open(path);
        QVERIFY(other);
        base::Result<FileLock> held = FileLock::open(path);
        QVERIFY(held);
        QVERIFY(held->tryLock(FileLock::Mode::Exclusive));
        ChildCommand command = shell(u"exec sleep 1000"_s);
        command.keepOpen = held->descriptor();
        const base::Result<DetachedChild> child = startDetached(command);
        QVERIFY(child);

        *held = FileLock();
        QVERIFY(!other->tryLock(FileLock::Mode::Exclusive));
        child->process.send(SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(other->tryLock(FileLock::Mode::Exclusive), patience);
    }
};

QTEST_GUILESS_MAIN(TestChildProcess)
#include "tst_childprocess.moc"
