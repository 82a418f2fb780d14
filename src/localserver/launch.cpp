// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "localserver/launch.h"

#include "localserver/failures.h"

#include <QByteArrayList>
#include <QFile>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <fcntl.h>
#include <grp.h>
#include <sys/wait.h>

using namespace Qt::StringLiterals;

namespace tusk::localserver
{

namespace
{

// What the child tells us over a pipe that closes when the program begins.
struct Report {
    pid_t pid = 0;
    int errorNumber = 0;
    const char *call = nullptr; // a literal of this program, so the same address on both sides
};

// Everything that the child needs, made before fork: afterwards, in a program with threads, only calls that
// are safe in a signal handler are allowed.
struct Plan {
    QByteArray program;
    QByteArray folder;
    QByteArrayList words;
    QByteArrayList variables;
    std::vector<char *> argv;
    std::vector<char *> envp;
    std::vector<gid_t> groups;
    uid_t user = 0;
    gid_t group = 0;
    bool becomeAccount = false;
    FileDescriptor nowhere;
    FileDescriptor output;
    FileDescriptor errors;
    FileDescriptor keepOpen;
    FileDescriptor report;
};

std::vector<char *> pointers(QByteArrayList &texts)
{
    std::vector<char *> result;
    for (QByteArray &text : texts)
        result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

// A copy that is in nobody's way when the child arranges its descriptors 0 to 2.
FileDescriptor copyAboveStandard(int descriptor)
{
    constexpr int firstAbove = 3;
    return FileDescriptor(descriptor < 0 ? -1 : fcntl(descriptor, F_DUPFD_CLOEXEC, firstAbove));
}

QByteArrayList variablesFor(const Account &account)
{
    const QByteArray name = account.name.toLocal8Bit();
    QByteArrayList variables{
        "PATH=/usr/local/bin:/usr/bin:/bin",       "LC_ALL=C.UTF-8", "LANG=C.UTF-8",   "SHELL=/bin/sh",
        "HOME=" + QFile::encodeName(account.home), "USER=" + name,   "LOGNAME=" + name};
    if (qEnvironmentVariableIsSet("TZ"))
        variables.append("TZ=" + qgetenv("TZ"));
    return variables;
}

void fill(Plan &plan, const ChildCommand &command, int errors, int report)
{
    plan.program = QFile::encodeName(command.program);
    plan.folder = QFile::encodeName(command.workingFolder);
    plan.words = {plan.program};
    for (const QString &argument : command.arguments)
        plan.words.append(QFile::encodeName(argument));
    plan.variables = variablesFor(command.account);
    plan.argv = pointers(plan.words);
    plan.envp = pointers(plan.variables);
    plan.user = command.account.user;
    plan.group = command.account.group;
    plan.becomeAccount = geteuid() != command.account.user;
    if (plan.becomeAccount)
        plan.groups = groupsOf(command.account);
    const FileDescriptor nowhere(open("/dev/null", O_RDWR | O_CLOEXEC));
    plan.nowhere = copyAboveStandard(nowhere.get());
    plan.output = copyAboveStandard(command.standardOutput);
    plan.errors = copyAboveStandard(errors);
    plan.keepOpen = copyAboveStandard(command.keepOpen);
    plan.report = copyAboveStandard(report);
}

[[noreturn]] void giveUp(const Plan &plan, const char *call)
{
    const Report report{0, errno, call};
    [[maybe_unused]] const ssize_t written = write(plan.report.get(), &report, sizeof report);
    _exit(127);
}

void resetSignals()
{
    struct sigaction standard = {};
    standard.sa_handler = SIG_DFL;
    for (int signal = 1; signal < NSIG; ++signal)
        sigaction(signal, &standard, nullptr);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
}

void arrangeDescriptors(const Plan &plan)
{
    const int output = plan.output.isValid() ? plan.output.get() : plan.nowhere.get();
    if (dup2(plan.nowhere.get(), STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0 ||
        dup2(plan.errors.get(), STDERR_FILENO) < 0)
        giveUp(plan, "dup2");
    // Whatever else this process has open, now or inherited, must not live on in a server: a pipe of ours
    // would never end for its reader.
    if (close_range(STDERR_FILENO + 1, UINT_MAX, CLOSE_RANGE_CLOEXEC) < 0)
        giveUp(plan, "close_range");
    if (plan.keepOpen.isValid())
        fcntl(plan.keepOpen.get(), F_SETFD, 0);
}

void becomeAccount(const Plan &plan)
{
    if (!plan.becomeAccount)
        return;
    if (setgroups(plan.groups.size(), plan.groups.data()) < 0)
        giveUp(plan, "setgroups");
    if (setresgid(plan.group, plan.group, plan.group) < 0)
        giveUp(plan, "setresgid");
    if (setresuid(plan.user, plan.user, plan.user) < 0)
        giveUp(plan, "setresuid");
}

[[noreturn]] void becomeProgram(const Plan &plan)
{
    setsid();
    resetSignals();
    const Report born{getpid(), 0, nullptr};
    [[maybe_unused]] const ssize_t written = write(plan.report.get(), &born, sizeof born);
    arrangeDescriptors(plan);
    becomeAccount(plan);
    if (chdir(plan.folder.constData()) < 0)
        giveUp(plan, "chdir");
    execve(plan.program.constData(), plan.argv.data(), plan.envp.data());
    giveUp(plan, "execve");
}

[[noreturn]] void runInChild(const Plan &plan, LaunchKind kind)
{
    if (kind == LaunchKind::Child)
        becomeProgram(plan);
    const pid_t grandchild = fork(); // not _Fork: the sanitizers have to know
    if (grandchild < 0)
        giveUp(plan, "fork");
    if (grandchild == 0)
        becomeProgram(plan);
    _exit(0);
}

void reap(pid_t child)
{
    while (waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
}

// Reads until the program has begun or the child has given up.
Report readReports(const FileDescriptor &pipe)
{
    Report result;
    Report next;
    for (;;) {
        const ssize_t count = read(pipe.get(), &next, sizeof next);
        if (count < 0 && errno == EINTR)
            continue;
        if (count != sizeof next)
            return result;
        if (next.pid != 0)
            result.pid = next.pid;
        else
            result = Report{result.pid, next.errorNumber, next.call};
    }
}

} // namespace

base::Result<pid_t> launch(const ChildCommand &command, int errors, LaunchKind kind)
{
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) < 0)
        return failures::systemCallFailed("pipe2", errno);
    const FileDescriptor reading(ends[0]);
    FileDescriptor writing(ends[1]);
    Plan plan;
    fill(plan, command, errors, writing.get());

    const pid_t child = fork();
    if (child < 0)
        return failures::systemCallFailed("fork", errno);
    if (child == 0)
        runInChild(plan, kind);
    writing.close();
    plan.report.close();
    const Report report = readReports(reading);
    if (kind == LaunchKind::Detached || report.call)
        reap(child);
    if (report.call) {
        base::Error error = failures::systemCallFailed(report.call, report.errorNumber);
        error.detail += " ("_L1 + command.program + u')';
        return error;
    }
    return report.pid;
}

} // namespace tusk::localserver
