// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/source/fileheader.h"

#include "importer/source/sourcefailures.h"

#include <QByteArrayView>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>

namespace tusk::importer
{

namespace
{

constexpr QByteArrayView magic("SQLite format 3\0", 16);
constexpr qsizetype headerSize = 100;
// Offsets of https://www.sqlite.org/fileformat2.html#the_database_header
constexpr qsizetype pageSizeAt = 16;
constexpr qsizetype writeVersionAt = 18;
constexpr qsizetype readVersionAt = 19;
constexpr qsizetype changeCounterAt = 24;
constexpr qsizetype pageCountAt = 28;
constexpr qsizetype schemaFormatAt = 44;
constexpr qsizetype validForAt = 92;
constexpr quint8 newestReadVersion = 2;
constexpr quint8 versionWithLog = 2;
constexpr quint32 newestSchemaFormat = 4;

template <class T>
T numberAt(const QByteArray &bytes, qsizetype offset)
{
    return qFromBigEndian<T>(bytes.constData() + offset);
}

// Bits a byte.
double entropyOf(const QByteArray &bytes)
{
    std::array<qsizetype, 256> counts = {};
    for (const char byte : bytes)
        ++counts[static_cast<unsigned char>(byte)];
    double entropy = 0;
    for (const qsizetype count : counts) {
        const double share = double(count) / double(bytes.size());
        if (count > 0)
            entropy -= share * std::log2(share);
    }
    return entropy;
}

// Archives, pictures, sound and films look random too, but say what they are.
bool isKnownOtherwise(const QByteArray &bytes)
{
    static constexpr std::array<QByteArrayView, 16> beginnings{"PK\x03\x04",
                                                               "\x1f\x8b",
                                                               "7z\xbc\xaf",
                                                               "\xfd"
                                                               "7zXZ",
                                                               "\x28\xb5\x2f\xfd",
                                                               "BZh",
                                                               "Rar!",
                                                               "%PDF-",
                                                               "\x89PNG",
                                                               "\xff\xd8\xff",
                                                               "GIF8",
                                                               "RIFF",
                                                               "OggS",
                                                               "ID3",
                                                               "fLaC",
                                                               "\x1a\x45\xdf\xa3"};
    constexpr qsizetype brandAt = 4; // of MP4, MOV and HEIC; before it is a length
    return bytes.sliced(brandAt).startsWith("ftyp") ||
           std::ranges::any_of(beginnings, [&bytes](QByteArrayView word) { return bytes.startsWith(word); });
}

bool looksEncrypted(const QByteArray &bytes)
{
    constexpr double randomEntropy = 7.0; // of 1,024 random bytes at least 7.7, of text or pages at most 6
    return bytes.size() >= 1024 && !isKnownOtherwise(bytes) && entropyOf(bytes) > randomEntropy;
}

} // namespace

bool looksLikeDatabase(const QByteArray &firstBytes)
{
    return firstBytes.startsWith(magic);
}

std::optional<base::Error> refusalOf(const QByteArray &firstBytes, const QString &file)
{
    if (firstBytes.isEmpty())
        return emptyFile(file);
    if (!looksLikeDatabase(firstBytes))
        return looksEncrypted(firstBytes) ? encryptedFile(file) : noDatabase(file);
    if (firstBytes.size() < headerSize)
        return ruinedFile(file, QStringLiteral("%1 bytes of the header").arg(firstBytes.size()));
    if (numberAt<quint8>(firstBytes, readVersionAt) > newestReadVersion)
        return newerFormat(file, QStringLiteral("read version %1").arg(firstBytes.at(readVersionAt)));
    if (const auto format = numberAt<quint32>(firstBytes, schemaFormatAt); format > newestSchemaFormat)
        return newerFormat(file, QStringLiteral("schema format %1").arg(format));
    return std::nullopt;
}

bool keepsLog(const QByteArray &firstBytes)
{
    return firstBytes.size() >= headerSize &&
           numberAt<quint8>(firstBytes, writeVersionAt) == versionWithLog &&
           numberAt<quint8>(firstBytes, readVersionAt) == versionWithLog;
}

std::optional<qint64> expectedSize(const QByteArray &firstBytes)
{
    if (firstBytes.size() < headerSize)
        return std::nullopt;
    // Old programs leave the count of pages alone; then it is not valid for this state of the file.
    if (numberAt<quint32>(firstBytes, changeCounterAt) != numberAt<quint32>(firstBytes, validForAt))
        return std::nullopt;
    const auto stored = numberAt<quint16>(firstBytes, pageSizeAt);
    const qint64 pageSize = stored == 1 ? 65'536 : stored;
    return pageSize * numberAt<quint32>(firstBytes, pageCountAt);
}

} // namespace tusk::importer
