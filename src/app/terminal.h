// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <QString>

namespace tusk::app
{

// What a text is, for those who see colours.
enum class Tone {
    Plain,
    Quiet,
    Warning,
    Good,
    Accent,
};

// Standard output and standard error. Texts come from databases that other programs write to, so control
// characters never reach the terminal.
class Terminal final
{
public:
    // What is at the other end.
    struct Look {
        bool colours = false;
        int width = 0;        // columns; 0: no terminal, no limit
        bool watched = false; // standard error is a terminal
    };

    Terminal(); // as it is
    explicit Terminal(const Look &look);
    Q_DISABLE_COPY_MOVE(Terminal)

    void setVerbose(bool verbose) { m_verbose = verbose; }
    [[nodiscard]] bool isVerbose() const { return m_verbose; }

    // Standard output. A line that ends without a break gets one.
    void line(const QString &text);
    // As it is; for JSON.
    void raw(const QByteArray &text);
    // Standard error, a sentence beside the result.
    void note(const QString &sentence);
    // The sentence; where details are wanted, they too.
    void failure(const base::Error &error);
    // What goes on, where someone watches.
    void progress(const QString &sentence);

    // What goes on, where someone watches, in place of what was said so last; empty: it is over.
    void status(const QString &text);

    // Everything is written. False where that was not possible, as on a full disk.
    [[nodiscard]] bool flush();

    // Columns; 0 where the output is not a terminal: no limit.
    [[nodiscard]] int width() const { return m_look.width; }
    // The text in a colour, where there are colours.
    [[nodiscard]] QString toned(const QString &text, Tone tone) const;

private:
    const Look m_look;
    bool m_verbose = false;
    bool m_hasStatus = false; // on the last line
};

// Without control characters: each becomes a visible sign. Line breaks and tabs stay where asked for.
enum class Breaks { Kept, Replaced };
[[nodiscard]] QString printable(const QString &text, Breaks breaks = Breaks::Replaced);

} // namespace tusk::app
