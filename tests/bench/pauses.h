// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/guipausemeter.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace tusk::bench
{

// How long the event loop was kept from its work while the window was used: all of it, and each part.
class Pauses final
{
public:
    void measure(const QString &name, const std::function<void(tests::GuiPauseMeter &)> &part)
    {
        tests::GuiPauseMeter meter;
        meter.start();
        part(meter);
        meter.stop();
        m_all += meter.pauses();
        m_parts.append(QStringLiteral("%1 %2 (%3)")
                           .arg(name)
                           .arg(milliseconds(meter.longest()), 0, 'f', 1)
                           .arg(milliseconds(meter.busiest()), 0, 'f', 1));
    }
    [[nodiscard]] double quantile() const // 99.9 %, milliseconds
    {
        return milliseconds(tests::GuiPauseMeter::quantileOf(m_all, 0.999));
    }
    [[nodiscard]] double greatest() const // milliseconds
    {
        return milliseconds(tests::GuiPauseMeter::quantileOf(m_all, 1));
    }
    [[nodiscard]] QString longest() const
    {
        return QStringLiteral("longest (own work): ") + m_parts.join(QStringLiteral(", "));
    }

private:
    [[nodiscard]] static double milliseconds(std::chrono::microseconds time)
    {
        return static_cast<double>(time.count()) / 1'000;
    }

    QList<qint64> m_all; // microseconds
    QStringList m_parts;
};

} // namespace tusk::bench
