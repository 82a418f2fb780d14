// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "benchtable.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

namespace tusk::bench
{

namespace
{

constexpr qint64 patience = 120'000; // milliseconds

QString number(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'f', *value < 10 ? 2 : 1) : QStringLiteral("-");
}

} // namespace

void BenchTable::printHeading()
{
    std::printf("%-62s %10s %10s %10s  %-10s\n", "what", "ours", "other", "reach", "");
}

void BenchTable::add(const Figure &figure)
{
    m_figures.append(figure);
    const bool missed = figure.reach && figure.ours > *figure.reach;
    std::printf("%-62s %10s %10s %10s  %-10s %s%s\n", qPrintable(figure.what),
                qPrintable(number(figure.ours)), qPrintable(number(figure.other)),
                qPrintable(number(figure.reach)), qPrintable(figure.unit), missed ? "MISSED " : "",
                qPrintable(figure.note));
    std::fflush(stdout);
}

QJsonArray BenchTable::toJson() const
{
    QJsonArray array;
    for (const Figure &figure : m_figures) {
        QJsonObject object{{QStringLiteral("what"), figure.what},
                           {QStringLiteral("unit"), figure.unit},
                           {QStringLiteral("ours"), figure.ours}};
        if (figure.other)
            object.insert(QStringLiteral("other"), *figure.other);
        if (figure.reach)
            object.insert(QStringLiteral("reach"), *figure.reach);
        array.append(object);
    }
    return array;
}

double milliseconds(const std::function<void()> &call)
{
    QElapsedTimer timer;
    timer.start();
    call();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(values.size() / 2);
}

double medianMilliseconds(int runs, const std::function<void()> &call)
{
    QList<double> times;
    for (int run = 0; run < runs; ++run)
        times.append(milliseconds(call));
    return median(times);
}

double peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

void waitFor(const std::function<bool()> &condition, const char *what)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 1);
        if (timer.elapsed() > patience)
            qFatal("waited in vain for: %s", what);
    }
}

} // namespace tusk::bench
