// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <functional>

namespace tusk::app
{

class Terminal;

// A question on the terminal that is answered with y or n and Enter; everything else, and the end of the
// input, means no. Nothing waits: the answer comes from the event loop.
class TerminalQuestion final : public QObject
{
    Q_OBJECT

public:
    using Answered = std::function<void(bool yes)>;

    // Whether somebody is there to be asked.
    [[nodiscard]] static bool isPossible();

    // terminal must outlive the question; answered is called once, or never if this is gone first.
    TerminalQuestion(Terminal &terminal, const QString &question, Answered answered);
    ~TerminalQuestion() override;

private:
    void read();

    Answered m_answered;
    QSocketNotifier m_notifier;
};

} // namespace tusk::app
