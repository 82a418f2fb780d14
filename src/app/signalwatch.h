// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace tusk::app
{

// Tells the event loop that the user has pressed Ctrl+C, or the system asked the program to end, so that it
// can leave things in order. The second time the program ends at once. At most one of this class, on the main
// thread; handlers and not a mask, which the server that we start would inherit.
class SignalWatch final : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatch(QObject *parent = nullptr);
    ~SignalWatch() override;
    Q_DISABLE_COPY_MOVE(SignalWatch)

Q_SIGNALS:
    void interrupted(int signalNumber);

private:
    void read();

    int m_reader = -1;
    QSocketNotifier m_notifier;
};

} // namespace tusk::app
