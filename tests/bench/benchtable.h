// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonArray>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace tusk::bench
{

// What was measured, beside what it is compared with in the same run.
struct Figure {
    QString what;
    QString unit; // ms, MB, statements
    double ours = 0;
    std::optional<double> other; // the plain alternative, or the same by hand
    std::optional<double> reach; // what ours shall not exceed; none: for information
    QString note;
};

class BenchTable final
{
public:
    void add(const Figure &figure); // and prints it
    [[nodiscard]] const QList<Figure> &figures() const { return m_figures; }
    [[nodiscard]] QJsonArray toJson() const;
    static void printHeading();

private:
    QList<Figure> m_figures;
};

// Milliseconds that the call takes.
[[nodiscard]] double milliseconds(const std::function<void()> &call);
// Of several calls; one slow or one lucky run must not move it.
[[nodiscard]] double medianMilliseconds(int runs, const std::function<void()> &call);
[[nodiscard]] double median(QList<double> values);
// Largest resident size of this process so far, MB.
[[nodiscard]] double peakMemory();
// Runs the event loop until the condition holds; ends the program after a minute.
void waitFor(const std::function<bool()> &condition, const char *what);

} // namespace tusk::bench
