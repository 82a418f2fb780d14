// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/jsonstream.h"

#include "importer/source/sourcefailures.h"
#include "importer/text/linereader.h"

namespace tusk::importer
{

using base::Result;

namespace
{

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

} // namespace

base::Error JsonStream::wrong(const QString &what) const
{
    return damagedFile(m_text.file(), QStringLiteral("%1 at byte %2").arg(what).arg(m_bytes));
}

Result<void> JsonStream::run()
{
    while (true) {
        const auto portion = m_text.next();
        if (!portion)
            return portion.error();
        if (portion->isEmpty())
            return m_expect == Expect::Nothing ? Result<void>()
                                               : wrong(QStringLiteral("the file ends too early"));
        for (const char byte : *portion) {
            ++m_bytes;
            if (auto taken = take(byte); !taken)
                return taken;
        }
    }
}

Result<void> JsonStream::take(char byte)
{
    return m_isInValue ? takeInside(byte) : takeOutside(byte);
}

void JsonStream::beginValue(char byte)
{
    m_isInValue = true;
    m_isString = byte == '"';
    m_isEscaped = false;
    m_depth = byte == '{' || byte == '[' ? 1 : 0;
    m_value = QByteArray(1, byte);
}

// Between values.
Result<void> JsonStream::takeOutside(char byte)
{
    if (isBlank(byte))
        return {};
    switch (m_expect) {
    case Expect::Object:
        if (byte != '{')
            break;
        m_expect = Expect::Name;
        return {};
    case Expect::Name:
        if (byte == '}') {
            m_expect = Expect::Nothing;
            return {};
        }
        if (byte == ',')
            return {};
        if (byte != '"')
            break;
        beginValue(byte);
        return {};
    case Expect::Colon:
        if (byte != ':')
            break;
        m_expect = Expect::Value;
        return {};
    case Expect::Value:
        if (byte == '[') {
            m_expect = Expect::Element;
            return {};
        }
        beginValue(byte);
        return {};
    case Expect::Element:
        if (byte == ']') {
            m_expect = Expect::Name;
            return {};
        }
        if (byte != ',')
            beginValue(byte);
        return {};
    case Expect::Nothing:
        break;
    }
    return wrong(QStringLiteral("“%1” is not expected").arg(QLatin1Char(byte)));
}

// Within a name or value: only its end matters.
Result<void> JsonStream::takeInside(char byte)
{
    const bool isPlain = !m_isString && m_depth == 0; // a number or a word
    if (isPlain && (byte == ',' || byte == '}' || byte == ']' || isBlank(byte))) {
        if (auto ended = endValue(); !ended)
            return ended;
        return takeOutside(byte);
    }
    if (m_value.size() >= longestText)
        return wrong(QStringLiteral("a value is too long"));
    m_value += byte;
    if (m_isString) {
        if (m_isEscaped)
            m_isEscaped = false;
        else if (byte == '\\')
            m_isEscaped = true;
        else if (byte == '"')
            m_isString = false;
        return m_isString || m_depth > 0 ? Result<void>() : endValue();
    }
    if (byte == '"')
        m_isString = true;
    else if (byte == '{' || byte == '[')
        ++m_depth;
    else if (byte == '}' || byte == ']')
        --m_depth;
    return m_depth > 0 || isPlain ? Result<void>() : endValue();
}

Result<void> JsonStream::endValue()
{
    m_isInValue = false;
    switch (m_expect) {
    case Expect::Name:
        m_member = m_value.sliced(1, m_value.size() - 2);
        m_expect = Expect::Colon;
        return {};
    case Expect::Value:
        m_expect = Expect::Name;
        return m_take(m_member, m_value);
    case Expect::Element:
        return m_take(m_member, m_value);
    default:
        return {};
    }
}

} // namespace tusk::importer
