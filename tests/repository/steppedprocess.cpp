// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "repository/steppedprocess.h"

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

struct FileCall {
    long number;
    const char *name;
};

constexpr std::array fileCalls{
    FileCall{SYS_openat, "open"},         FileCall{SYS_write, "write"},
    FileCall{SYS_fdatasync, "fdatasync"}, FileCall{SYS_fsync, "fsync"},
    FileCall{SYS_ftruncate, "truncate"},  FileCall{SYS_flock, "lock"},
    FileCall{SYS_renameat2, "rename"},    FileCall{SYS_unlinkat, "unlink"},
    FileCall{SYS_linkat, "link"},         FileCall{SYS_mkdirat, "mkdir"},
#ifdef SYS_rename // newer architectures have only the forms above
    FileCall{SYS_rename, "rename"},       FileCall{SYS_unlink, "unlink"},
    FileCall{SYS_link, "link"},           FileCall{SYS_mkdir, "mkdir"},
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

// The name of the counted call that the stopped child is about to make; else empty.
QByteArray callBegun(pid_t child)
{
    __ptrace_syscall_info info = {};
    ptrace(PTRACE_GET_SYSCALL_INFO, child, sizeof info, &info);
    if (info.op != PTRACE_SYSCALL_INFO_ENTRY)
        return {};
    const auto call = std::ranges::find(fileCalls, static_cast<long>(info.entry.nr), &FileCall::number);
    if (call == fileCalls.end())
        return {};
    const bool isOutput = call->number == SYS_write && info.entry.args[0] == STDOUT_FILENO;
    return isOutput ? "output" : call->name;
}

// False when the child has ended.
bool runToNextStop(pid_t child, int signal, int &status)
{
    ptrace(PTRACE_SYSCALL, child, nullptr, signal);
    return waitpid(child, &status, 0) == child && WIFSTOPPED(status);
}

void follow(pid_t child, int step, SteppedRun &run)
{
    constexpr int callStop = SIGTRAP | 0x80;
    bool hasBegun = false;
    int status = 0;
    int signal = 0;
    while (runToNextStop(child, signal, status)) {
        signal = WSTOPSIG(status) == callStop ? 0 : WSTOPSIG(status);
        const QByteArray call = signal == 0 ? callBegun(child) : QByteArray();
        if (hasBegun && !call.isEmpty())
            run.calls.append(call);
        hasBegun = hasBegun || call == "output";
        if (step > 0 && run.calls.size() == step) {
            kill(child, SIGKILL);
            waitpid(child, &status, 0);
            run.killed = true;
            return;
        }
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

SteppedRun killAtStep(const QStringList &arguments, int step)
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
        ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
        follow(child, step, run);
    }
    run.output = readAll(pipe[0]);
    return run;
}

SteppedRun runInSteps(const QStringList &arguments)
{
    return killAtStep(arguments, 0);
}

} // namespace tusk::tests
