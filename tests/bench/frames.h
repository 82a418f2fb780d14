// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/guipausemeter.h"

#include <QList>
#include <QString>

#include <chrono>
#include <functional>

class QWidget;

namespace tusk::bench
{

// How long a window takes from what the user does to the painted picture. Between two inputs the event loop
// runs; what keeps it from its work for more than a millisecond there, such as the answer of the server, is a
// frame too.
class Frames final
{
public:
    // window: a top-level widget on the screen that outlives the frames
    explicit Frames(QWidget &window);

    void add(const std::function<void()> &input,
             std::chrono::milliseconds afterwards = std::chrono::milliseconds(8));
    void run(std::chrono::milliseconds time);

    [[nodiscard]] double longest() const { return quantile(1); } // milliseconds, as the others
    [[nodiscard]] double quantile(double share = 0.999) const;
    // The most that this thread itself worked for a frame: on a busy machine the part of the longest that is
    // our own.
    [[nodiscard]] double ownWork() const { return m_ownWork; }
    [[nodiscard]] QString note() const; // what is not the longest

private:
    QWidget &m_window;
    tests::GuiPauseMeter m_meter;
    QList<qint64> m_frames; // microseconds
    double m_ownWork = 0;
};

} // namespace tusk::bench
