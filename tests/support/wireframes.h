// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>

namespace tusk::tests
{

// One message of PostgreSQL's protocol 3, with its head.
struct Frame {
    char type = 0; // 0: a message of the start, which has no type
    QByteArray bytes;
};

// Cuts a stream into messages. Incomplete ones wait for the rest.
class FrameReader final
{
public:
    // How the next messages are read.
    enum class Mode {
        Untyped, // the client's start: length and code
        Typed,   // everything after that, in both directions
        Byte,    // the server's answer to a request for encryption
        Opaque,  // encrypted: whatever comes is one frame
    };

    explicit FrameReader(Mode mode)
        : m_mode(mode)
    {
    }

    void setMode(Mode mode) { m_mode = mode; }
    void append(const QByteArray &bytes) { m_buffer += bytes; }
    // False when no whole message is there. The mode may be changed between two calls.
    [[nodiscard]] bool next(Frame &frame);

private:
    [[nodiscard]] qsizetype lengthOfNext() const; // -1: not known yet

    Mode m_mode;
    QByteArray m_buffer;
    qsizetype m_start = 0; // of what is not yet handed out
};

// Codes of untyped messages.
inline constexpr quint32 cancelRequestCode = 80877102;
inline constexpr quint32 sslRequestCode = 80877103;
inline constexpr quint32 gssRequestCode = 80877104;
[[nodiscard]] quint32 codeOfUntyped(const Frame &frame);

} // namespace tusk::tests
