// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/terminal.h"

#include <cerrno>
#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

namespace tusk::app
{

namespace
{

using namespace Qt::StringLiterals;

int columnsOf(int descriptor)
{
    winsize size = {};
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

bool wantsColours()
{
    return isatty(STDOUT_FILENO) == 1 && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
}

QLatin1StringView codeOf(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return {};
    case Tone::Quiet:
        return "\033[2m"_L1;
    case Tone::Warning:
        return "\033[31m"_L1;
    case Tone::Good:
        return "\033[32m"_L1;
    case Tone::Accent:
        return "\033[1m"_L1;
    }
    return {};
}

void write(FILE *stream, const QByteArray &text)
{
    std::fwrite(text.constData(), 1, static_cast<size_t>(text.size()), stream);
}

} // namespace

Terminal::Terminal()
    : Terminal(Look{wantsColours(), isatty(STDOUT_FILENO) == 1 ? columnsOf(STDOUT_FILENO) : 0,
                    isatty(STDERR_FILENO) == 1})
{
}

Terminal::Terminal(const Look &look)
    : m_look(look)
{
}

void Terminal::line(const QString &text)
{
    raw(text.toUtf8());
    if (!text.endsWith(u'\n'))
        raw("\n");
}

void Terminal::raw(const QByteArray &text)
{
    write(stdout, text);
}

void Terminal::note(const QString &sentence)
{
    status({});
    write(stderr, printable(sentence).toUtf8() + '\n');
}

void Terminal::failure(const base::Error &error)
{
    note(error.sentence);
    if (!m_verbose)
        return;
    QStringList details{QString::fromLatin1(base::toString(error.kind))};
    if (!error.sqlState.isEmpty())
        details.append(u"SQLSTATE "_s + QString::fromLatin1(error.sqlState));
    if (!error.statement.isEmpty())
        details.append(u"statement "_s + QString::fromUtf8(error.statement));
    write(stderr, "  " + details.join(u", "_s).toUtf8() + '\n');
    if (!error.detail.isEmpty())
        write(stderr, "  " + printable(error.detail, Breaks::Kept).replace(u'\n', u"\n  "_s).toUtf8() + '\n');
}

void Terminal::progress(const QString &sentence)
{
    if (m_look.watched || m_verbose)
        note(sentence);
}

void Terminal::status(const QString &text)
{
    if (!m_look.watched || (text.isEmpty() && !m_hasStatus))
        return;
    write(stderr, "\r\033[K" + printable(text).toUtf8());
    std::fflush(stderr);
    m_hasStatus = !text.isEmpty();
}

bool Terminal::flush()
{
    // Whoever has closed the pipe has seen enough.
    const bool written = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    return written || errno == EPIPE;
}

QString Terminal::toned(const QString &text, Tone tone) const
{
    if (!m_look.colours || tone == Tone::Plain || text.isEmpty())
        return text;
    return codeOf(tone) + text + "\033[0m"_L1;
}

QString printable(const QString &text, Breaks breaks)
{
    QString result = text;
    for (QChar &character : result) {
        const bool isBreak = character == u'\n' || character == u'\t';
        if (character.category() == QChar::Other_Control && !(isBreak && breaks == Breaks::Kept))
            character = isBreak ? QChar(u' ') : QChar(QChar::ReplacementCharacter);
    }
    return result;
}

} // namespace tusk::app
