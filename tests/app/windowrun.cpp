// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "windowrun.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <csignal>

namespace tusk::tests
{

WindowRun::WindowRun(const Variables &variables)
    : m_picture(m_folder.filePath(QStringLiteral("window.png")))
{
    Variables all = variables;
    all.insert(QStringLiteral("TUSK_SCREENSHOT"), m_picture);
    m_process = startTusk({}, all);
}

WindowRun::~WindowRun()
{
    m_process->kill();
    m_process->waitForFinished();
}

bool WindowRun::showsRows() const
{
    return QTest::qWaitFor([this] { return QFile::exists(m_picture); }, patience);
}

QImage WindowRun::picture() const
{
    QImage image;
    (void)QTest::qWaitFor([&] { return image.load(m_picture); }, patience); // it may be half written
    return image;
}

bool WindowRun::says(const QByteArray &text)
{
    const auto isSaid = [&] {
        m_errors += m_process->readAllStandardError();
        return m_errors.contains(text);
    };
    return QTest::qWaitFor(isSaid, patience);
}

void WindowRun::sendSignal(int number) const
{
    ::kill(static_cast<pid_t>(m_process->processId()), number);
}

TuskRun WindowRun::end() const
{
    TuskRun run = finish(*m_process);
    run.errors.prepend(m_errors);
    return run;
}

qint64 WindowRun::terminate(TuskRun &run) const
{
    QElapsedTimer timer;
    timer.start();
    sendSignal(SIGTERM);
    run = end();
    return timer.elapsed();
}

} // namespace tusk::tests
