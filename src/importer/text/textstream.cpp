// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/text/textstream.h"

#include "importer/source/sourcefailures.h"
#include "importer/values/textvalue.h"

#include <algorithm>
#include <cerrno>

namespace tusk::importer
{

using base::Result;

namespace
{

constexpr qint64 portionSize = 1 << 16;
constexpr QByteArrayView utf8Mark("\xef\xbb\xbf");
constexpr QByteArrayView littleMark("\xff\xfe");
constexpr QByteArrayView bigMark("\xfe\xff");

// Of text without a mark: each second byte of most western letters is nothing.
std::optional<TextEncoding> unmarkedUtf16(QByteArrayView bytes)
{
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < bytes.size(); ++i)
        zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
    const qsizetype half = bytes.size() / 2;
    if (half > 0 && zeros[1] * 10 > half * 7 && zeros[0] == 0)
        return TextEncoding::Utf16Little;
    if (half > 0 && zeros[0] * 10 > half * 7 && zeros[1] == 0)
        return TextEncoding::Utf16Big;
    return std::nullopt;
}

bool isUnusualControl(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return (code < 0x20 && code != '\t' && code != '\n' && code != '\r' && code != '\f') || code == 0x7f;
}

// Counts what tells UTF-8 from the old encodings of single bytes.
class Utf8Census final
{
public:
    void take(QByteArrayView bytes)
    {
        for (const char byte : bytes)
            take(static_cast<unsigned char>(byte));
    }
    // Not one character beyond ASCII is written as UTF-8 has it.
    [[nodiscard]] bool isOtherEncoding() const { return m_characters == 0 && m_wrong > 0; }

private:
    void take(unsigned char byte)
    {
        if (m_missing > 0 && (byte & 0xc0U) == 0x80U) {
            if (--m_missing == 0)
                ++m_characters;
            return;
        }
        if (m_missing > 0)
            ++m_wrong;
        m_missing = byte >= 0xf5 ? 0 : byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
        if (byte >= 0x80 && m_missing == 0)
            ++m_wrong;
    }

    qint64 m_characters = 0;
    qint64 m_wrong = 0;
    int m_missing = 0; // bytes of the character that has begun
};

} // namespace

bool looksLikeText(QByteArrayView firstBytes)
{
    if (firstBytes.startsWith(littleMark) || firstBytes.startsWith(bigMark) || unmarkedUtf16(firstBytes))
        return true;
    if (firstBytes.isEmpty() || firstBytes.contains('\0'))
        return false;
    const qsizetype controls = std::ranges::count_if(firstBytes, isUnusualControl);
    return controls * 100 <= firstBytes.size();
}

TextStream::TextStream(QString fileName)
    : m_fileName(std::move(fileName))
{
}

Result<std::unique_ptr<TextStream>> TextStream::open(const QString &path, const QString &file)
{
    std::unique_ptr<TextStream> stream(new TextStream(file));
    stream->m_file.setFileName(path);
    if (!stream->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return notReadable(file, EIO);
    if (const auto settled = stream->settleEncoding(); !settled)
        return settled.error();
    if (const auto begun = stream->rewind(); !begun)
        return begun.error();
    return stream;
}

Result<void> TextStream::settleEncoding()
{
    const QByteArray beginning = m_file.read(portionSize);
    if (beginning.startsWith(littleMark) || beginning.startsWith(bigMark)) {
        m_encoding = beginning.startsWith(bigMark) ? TextEncoding::Utf16Big : TextEncoding::Utf16Little;
        m_start = littleMark.size();
        return {};
    }
    if (beginning.startsWith(utf8Mark)) {
        m_start = utf8Mark.size();
        return {};
    }
    if (const auto unmarked = unmarkedUtf16(beginning)) {
        m_encoding = *unmarked;
        return {};
    }
    Utf8Census census;
    for (QByteArray portion = beginning; !portion.isEmpty(); portion = m_file.read(portionSize))
        census.take(portion);
    if (m_file.error() != QFileDevice::NoError)
        return notReadable(m_fileName, EIO);
    m_encoding = census.isOtherEncoding() ? TextEncoding::Windows1252 : TextEncoding::Utf8;
    return {};
}

Result<QByteArray> TextStream::next()
{
    while (true) {
        const QByteArray bytes = m_file.read(portionSize);
        if (bytes.isEmpty() && m_file.error() != QFileDevice::NoError)
            return notReadable(m_fileName, EIO);
        if (bytes.isEmpty() || m_encoding == TextEncoding::Utf8)
            return bytes;
        const QByteArray text = m_encoding == TextEncoding::Windows1252
                                    ? fromWindows1252(bytes).toUtf8()
                                    : QString((*m_decoder)(bytes)).toUtf8();
        // Half a character alone gives nothing yet.
        if (!text.isEmpty())
            return text;
    }
}

Result<void> TextStream::rewind()
{
    if (!m_file.seek(m_start))
        return notReadable(m_fileName, EIO);
    if (m_encoding == TextEncoding::Utf16Little)
        m_decoder.emplace(QStringDecoder::Utf16LE);
    else if (m_encoding == TextEncoding::Utf16Big)
        m_decoder.emplace(QStringDecoder::Utf16BE);
    return {};
}

Result<QByteArray> TextStream::sample()
{
    const auto first = next();
    if (!first)
        return first.error();
    if (const auto again = rewind(); !again)
        return again.error();
    return *first;
}

} // namespace tusk::importer
