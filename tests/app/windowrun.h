// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tuskprogram.h"

#include <QImage>
#include <QTemporaryDir>

namespace tusk::tests
{

// The program with its window, as the desktop starts and ends it: on the platform of QT_QPA_PLATFORM, which
// is one without a screen where tests run. Killed by the destructor.
class WindowRun final
{
public:
    static constexpr int patience = 60'000; // milliseconds; a busy machine needs some of them

    explicit WindowRun(const Variables &variables);
    ~WindowRun();
    Q_DISABLE_COPY_MOVE(WindowRun)

    [[nodiscard]] bool showsRows() const; // waits for it
    [[nodiscard]] QImage picture() const; // of when it did
    // On its standard error stream; waits for it.
    [[nodiscard]] bool says(const QByteArray &text);
    void sendSignal(int number) const;
    [[nodiscard]] TuskRun end() const;
    // Asks it to end; how long that takes in milliseconds, and how it went.
    [[nodiscard]] qint64 terminate(TuskRun &run) const;
    [[nodiscard]] bool isRunning() const { return m_process->state() == QProcess::Running; }

private:
    QTemporaryDir m_folder;
    QString m_picture;
    QByteArray m_errors; // read so far
    std::unique_ptr<QProcess> m_process;
};

} // namespace tusk::tests
