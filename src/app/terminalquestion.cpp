// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/terminalquestion.h"

#include "app/terminal.h"
#include "app/texts.h"

#include <array>
#include <unistd.h>

namespace tusk::app
{

namespace
{

constexpr size_t longestAnswer = 64;

// Of a line as it was typed.
bool isYes(const QByteArray &line)
{
    const QString answer = QString::fromLocal8Bit(line).trimmed();
    //: The letter that stands for yes in a question on the terminal; see also “[y/N]”.
    const QString letter = Text::tr("y");
    //: The whole word that may be typed instead of the letter.
    const QString word = Text::tr("yes");
    return answer.compare(letter, Qt::CaseInsensitive) == 0 || answer.compare(word, Qt::CaseInsensitive) == 0;
}

} // namespace

bool TerminalQuestion::isPossible()
{
    return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
}

TerminalQuestion::TerminalQuestion(Terminal &terminal, const QString &question, Answered answered)
    : m_answered(std::move(answered))
    , m_notifier(STDIN_FILENO, QSocketNotifier::Read)
{
    terminal.note(Text::tr("%1 [y/N]").arg(question));
    connect(&m_notifier, &QSocketNotifier::activated, this, &TerminalQuestion::read);
}

TerminalQuestion::~TerminalQuestion() = default;

// A terminal hands whole lines over.
void TerminalQuestion::read()
{
    m_notifier.setEnabled(false);
    std::array<char, longestAnswer> line{};
    const ssize_t size = ::read(STDIN_FILENO, line.data(), line.size());
    m_answered(size > 0 && isYes(QByteArray(line.data(), size)));
}

} // namespace tusk::app
