// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "localserver/environment.h"

#include <QProcess>

namespace tusk::tests
{

// Another process of Tusk that uses the same local server: the program serveruser, which does as it is told
// and can be killed.
class ServerUser final
{
public:
    explicit ServerUser(const localserver::Environment &environment);
    ~ServerUser(); // tells it to release and end
    Q_DISABLE_COPY_MOVE(ServerUser)

    // Sends a command without waiting; answer() then waits for its line.
    void tell(const char *command);
    [[nodiscard]] QString answer();

    // "acquire": the socket folder; others: "ok". An error answers "error: " and the sentence.
    QString ask(const char *command);

    // As the OOM killer or a power cut would.
    void kill9();
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

private:
    QProcess m_process;
};

} // namespace tusk::tests
