// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <sys/types.h>

namespace tusk::tests
{

// PostgreSQL and PgBouncer refuse root. As root a command gets a prefix that runs it as the postgres account,
// as an ordinary user it stays as it is. No process stands between: the program keeps the pid.
[[nodiscard]] QStringList asServerAccount(QStringList command);

// Gives the file or folder to the account of asServerAccount().
void giveToServerAccount(const QString &path);

// A program that runs on its own, held by a pidfd: a recycled pid is never signalled and a zombie counts as
// ended. The destructor leaves the program running: the guardian of its folder ends it.
class ProgramHandle final
{
public:
    ProgramHandle() = default;
    // Output goes to the end of logFile. Not a child of the test: who kills the test's process tree, as ctest
    // does after a time-out, does not kill the program before its guardian can tidy up.
    ProgramHandle(const QStringList &command, const QString &logFile);
    explicit ProgramHandle(pid_t running);
    ~ProgramHandle();
    Q_DISABLE_COPY(ProgramHandle)
    ProgramHandle(ProgramHandle &&other) noexcept;
    ProgramHandle &operator=(ProgramHandle &&other) noexcept;

    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] bool isRunning() const { return !waitForEnd(std::chrono::milliseconds(0)); }
    void sendSignal(int number) const;
    [[nodiscard]] bool waitForEnd(std::chrono::milliseconds limit) const;

private:
    pid_t m_pid = 0;
    int m_descriptor = -1; // -1: never started, or already gone
};

} // namespace tusk::tests
