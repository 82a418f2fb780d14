// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "support/wireframes.h"

#include <QtEndian>

namespace tusk::tests
{

namespace
{

quint32 numberAt(const QByteArray &bytes, qsizetype position)
{
    return qFromBigEndian<quint32>(bytes.constData() + position);
}

} // namespace

bool FrameReader::next(Frame &frame)
{
    const qsizetype length = lengthOfNext();
    if (length <= 0 || m_buffer.size() - m_start < length)
        return false;
    frame.type = m_mode == Mode::Typed ? m_buffer.at(m_start) : '\0';
    frame.bytes = m_buffer.sliced(m_start, length);
    m_start += length;
    if (m_start == m_buffer.size()) {
        m_buffer.clear();
        m_start = 0;
    }
    return true;
}

qsizetype FrameReader::lengthOfNext() const
{
    constexpr qsizetype sizeOfLength = 4;
    const qsizetype available = m_buffer.size() - m_start;
    switch (m_mode) {
    case Mode::Untyped:
        return available < sizeOfLength ? -1 : qsizetype(numberAt(m_buffer, m_start));
    case Mode::Typed:
        return available < 1 + sizeOfLength ? -1 : 1 + qsizetype(numberAt(m_buffer, m_start + 1));
    case Mode::Byte:
        return 1;
    case Mode::Opaque:
        return available;
    }
    return -1;
}

quint32 codeOfUntyped(const Frame &frame)
{
    return frame.bytes.size() < 8 ? 0 : numberAt(frame.bytes, 4);
}

} // namespace tusk::tests
