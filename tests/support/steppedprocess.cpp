// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/steppedprocess.h"

#include "support/failure.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace tusk::tests
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int cannotBeTraced = 77;

struct CountedCall {
    long number;
    const char *name;
};

constexpr std::array countedCalls{
    CountedCall{SYS_openat, "open"},         CountedCall{SYS_write, "write"},
    CountedCall{SYS_fdatasync, "fdatasync"}, CountedCall{SYS_fsync, "fsync"},
    CountedCall{SYS_ftruncate, "truncate"},  CountedCall{SYS_flock, "lock"},
    CountedCall{SYS_renameat2, "rename"},    CountedCall{SYS_unlinkat, "unlink"},
    CountedCall{SYS_linkat, "link"},         CountedCall{SYS_mkdirat, "mkdir"},
    CountedCall{SYS_sendto, "send"},         CountedCall{SYS_recvfrom, "receive"},
#ifdef SYS_rename // newer architectures have only the forms above
    CountedCall{SYS_rename, "rename"},       CountedCall{SYS_unlink, "unlink"},
    CountedCall{SYS_link, "link"},           CountedCall{SYS_mkdir, "mkdir"},
#endif
};

[[noreturn]] void becomeTracee(std::vector<char *> &arguments, int output)
{
    dup2(output, STDOUT_FILENO);
    if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0)
        _exit(cannotBeTraced);
    execv(arguments.front(), arguments.data());
    _exit(1);
}

pid_t start(const QStringList &arguments, int output)
{
    QList<QByteArray> words{QFile::encodeName(QCoreApplication::applicationFilePath())};
    for (const QString &argument : arguments)
        words.append(argument.toLocal8Bit());
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const pid_t child = fork();
    if (child == 0)
        becomeTracee(pointers, output);
    if (child < 0)
        giveUp(u"cannot fork"_s);
    return child;
}

// Threads wake each other through descriptors that are no files.
bool isFile(pid_t thread, quint64 descriptor)
{
    std::array<char, 8> start = {};
    const QByteArray link = QFile::encodeName(u"/proc/%1/fd/%2"_s.arg(thread).arg(descriptor));
    return readlink(link.constData(), start.data(), start.size()) > 0 && start.front() == '/';
}

// The name of the counted call that the stopped thread is about to make; else empty.
QByteArray callBegun(pid_t thread)
{
    __ptrace_syscall_info info = {};
    ptrace(PTRACE_GET_SYSCALL_INFO, thread, sizeof info, &info);
    if (info.op != PTRACE_SYSCALL_INFO_ENTRY)
        return {};
    const auto call = std::ranges::find(countedCalls, static_cast<long>(info.entry.nr), &CountedCall::number);
    if (call == countedCalls.end())
        return {};
    if (call->number != SYS_write)
        return call->name;
    if (info.entry.args[0] == STDOUT_FILENO)
        return "output";
    return isFile(thread, info.entry.args[0]) ? call->name : QByteArray();
}

constexpr int callStop = SIGTRAP | 0x80;

// What a stopped thread is to be given when it goes on: not what only tracing has brought, and not the stop
// with which each new thread begins.
int signalFor(int status)
{
    const bool isOfTracing = WSTOPSIG(status) == callStop || status >> 16 != 0;
    return isOfTracing || WSTOPSIG(status) == SIGSTOP ? 0 : WSTOPSIG(status);
}

// The thread that stopped next; 0 when the program has ended. status is that of either.
pid_t nextStop(pid_t child, int &status)
{
    for (;;) {
        const pid_t thread = waitpid(-1, &status, __WALL | __WNOTHREAD);
        if (thread < 0)
            giveUp(u"the traced program is lost"_s);
        if (WIFSTOPPED(status))
            return thread;
        if (thread == child)
            return 0;
    }
}

void follow(pid_t child, int step, const QByteArray &only, SteppedRun &run)
{
    bool hasBegun = false;
    int steps = 0;
    int status = 0;
    ptrace(PTRACE_SYSCALL, child, nullptr, 0);
    while (const pid_t thread = nextStop(child, status)) {
        const QByteArray call = WSTOPSIG(status) == callStop ? callBegun(thread) : QByteArray();
        if (hasBegun && !call.isEmpty()) {
            run.calls.append(call);
            steps += only.isEmpty() || call == only ? 1 : 0;
        }
        hasBegun = hasBegun || call == "output";
        if (step > 0 && steps == step) {
            kill(child, SIGKILL);
            while (nextStop(child, status) != 0) {
            }
            run.killed = true;
            return;
        }
        ptrace(PTRACE_SYSCALL, thread, nullptr, signalFor(status));
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        giveUp(u"the traced program failed: %1"_s.arg(status));
}

QByteArray readAll(int descriptor)
{
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly, QFile::AutoCloseHandle))
        giveUp(u"cannot read a pipe"_s);
    return file.readAll();
}

} // namespace

SteppedRun killAtStep(const QStringList &arguments, int step, const QByteArray &only)
{
    std::array<int, 2> pipe = {}; // what a worker says fits into its buffer
    if (pipe2(pipe.data(), O_CLOEXEC) != 0)
        giveUp(u"cannot make a pipe"_s);
    const pid_t child = start(arguments, pipe[1]);
    close(pipe[1]);
    SteppedRun run;
    int status = 0;
    waitpid(child, &status, 0); // stops once at exec
    run.possible = WIFSTOPPED(status);
    if (run.possible) {
        ptrace(PTRACE_SETOPTIONS, child, nullptr,
               PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL);
        follow(child, step, only, run);
    }
    run.output = readAll(pipe[0]);
    return run;
}

SteppedRun runInSteps(const QStringList &arguments)
{
    return killAtStep(arguments, 0);
}

bool mayBeUntraced()
{
    return qEnvironmentVariableIsSet("TUSK_TESTS_WITHOUT_TRACING");
}

} // namespace tusk::tests
