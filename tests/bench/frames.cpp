// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "frames.h"

#include "benchtable.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <ctime>

namespace tusk::bench
{

namespace
{

constexpr qint64 felt = 1'000; // microseconds; less is the timer's own lateness

double workOfThisThread() // milliseconds
{
    timespec worked{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &worked);
    return static_cast<double>(worked.tv_sec) * 1e3 + static_cast<double>(worked.tv_nsec) / 1e6;
}

} // namespace

Frames::Frames(QWidget &window)
    : m_window(window)
{
}

void Frames::add(const std::function<void()> &input, std::chrono::milliseconds afterwards)
{
    const double workedBefore = workOfThisThread();
    const double time = milliseconds([&] {
        input();
        QCoreApplication::sendPostedEvents();
        // What the platform sends when it is ready for the next picture: paints all that changed.
        QEvent paint(QEvent::UpdateRequest);
        QCoreApplication::sendEvent(&m_window, &paint);
    });
    m_ownWork = std::max(m_ownWork, workOfThisThread() - workedBefore);
    m_frames.append(static_cast<qint64>(time * 1'000));
    run(afterwards);
}

void Frames::run(std::chrono::milliseconds time)
{
    m_meter.start();
    m_meter.runFor(time);
    m_meter.stop();
    std::ranges::copy_if(m_meter.pauses(), std::back_inserter(m_frames),
                         [](qint64 pause) { return pause > felt; });
    m_ownWork = std::max(m_ownWork, static_cast<double>(m_meter.busiest().count()) / 1'000);
}

double Frames::quantile(double share) const
{
    return static_cast<double>(tests::GuiPauseMeter::quantileOf(m_frames, share).count()) / 1'000;
}

QString Frames::note() const
{
    return QStringLiteral("99.9 %: %1, median %2, own work at most %3")
        .arg(quantile(), 0, 'f', 1)
        .arg(quantile(0.5), 0, 'f', 1)
        .arg(ownWork(), 0, 'f', 1);
}

} // namespace tusk::bench
