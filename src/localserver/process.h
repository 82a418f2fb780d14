// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "localserver/waiting.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <sys/types.h>

namespace tusk::localserver
{

// What /proc says about a process. Readable for processes of any account.
struct ProcessFacts {
    QByteArray name;  // of the program, at most 15 bytes
    char state = '?'; // 'Z': ended, but its parent has not asked for its exit code
    uid_t user = 0;
    pid_t parent = 0;
};

[[nodiscard]] std::optional<ProcessFacts> processFacts(pid_t pid);

// Holds on to one process, child or not, by a descriptor: its number cannot come to mean another process.
class ProcessHandle final
{
public:
    ProcessHandle() = default; // no process
    // Nothing if there is no such process. An ended child counts as a process until it is reaped.
    [[nodiscard]] static std::optional<ProcessHandle> open(pid_t pid);

    [[nodiscard]] bool isValid() const { return m_descriptor.isValid(); }
    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] int descriptor() const { return m_descriptor.get(); } // readable once the process has ended
    [[nodiscard]] bool hasEnded() const;
    // Does nothing when the process has ended.
    void send(int signal) const;
    [[nodiscard]] Waited waitForEnd(QDeadlineTimer deadline, const Cancellation &cancellation) const;

private:
    pid_t m_pid = 0;
    FileDescriptor m_descriptor;
};

} // namespace tusk::localserver
