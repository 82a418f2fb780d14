// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/runprogram.h"

#include "support/failure.h"
#include "support/sockets.h"

#include <array>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace tusk::tests
{

namespace
{

struct Pipe {
    Pipe()
    {
        std::array<int, 2> ends = {};
        if (pipe2(ends.data(), O_CLOEXEC) != 0)
            giveUp(u"no pipe"_s);
        reader = Descriptor(ends[0]);
        writer = Descriptor(ends[1]);
    }

    Descriptor reader;
    Descriptor writer;
};

pid_t spawn(const QStringList &command, const Pipe &input, const Pipe &output)
{
    std::vector<QByteArray> words;
    for (const QString &word : command)
        words.push_back(word.toUtf8());
    std::vector<char *> arguments;
    for (QByteArray &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input.reader.number(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output.writer.number(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output.writer.number(), STDERR_FILENO);
    posix_spawn_file_actions_addchdir_np(&actions, "/");
    pid_t pid = 0;
    const int error = posix_spawnp(&pid, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0)
        giveUp(u"cannot start %1: %2"_s.arg(command.join(u' '), qt_error_string(error)));
    return pid;
}

} // namespace

QByteArray runProgram(const QStringList &command, const QByteArray &input)
{
    Pipe toProgram;
    Pipe fromProgram;
    const pid_t pid = spawn(command, toProgram, fromProgram);
    toProgram.reader.reset();
    fromProgram.writer.reset();

    // What tests write is small and fits into the pipe.
    const ssize_t written =
        write(toProgram.writer.number(), input.constData(), static_cast<size_t>(input.size()));
    toProgram.writer.reset();

    QByteArray answer;
    std::array<char, 4096> buffer;
    for (ssize_t size = 1; size > 0;) {
        size = read(fromProgram.reader.number(), buffer.data(), buffer.size());
        answer.append(buffer.data(), std::max<ssize_t>(size, 0));
    }
    int status = 0;
    waitpid(pid, &status, 0);
    if (written != input.size() || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        giveUp(u"%1 failed: %2"_s.arg(command.join(u' '), QString::fromUtf8(answer)));
    return answer;
}

} // namespace tusk::tests
