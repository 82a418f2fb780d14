// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>
#include <QStringDecoder>

#include <memory>
#include <optional>

namespace tusk::importer
{

enum class TextEncoding {
    Utf8, // with or without a mark; single wrong bytes stay as they are, for whoever reads the value
    Utf16Little,
    Utf16Big,
    Windows1252, // no UTF-8, although there are letters beyond ASCII
};

// Whether the beginning of a file is text in one of these.
[[nodiscard]] bool looksLikeText(QByteArrayView firstBytes);

// A text file as UTF-8 without a mark, portion by portion, whatever it is written in. Thread: one, which it
// blocks for the disk.
class TextStream final
{
public:
    // path: of our copy; file: as the user knows it. Looks through all of it where only that tells what it is
    // written in.
    [[nodiscard]] static base::Result<std::unique_ptr<TextStream>> open(const QString &path,
                                                                        const QString &file);
    Q_DISABLE_COPY_MOVE(TextStream)

    [[nodiscard]] TextEncoding encoding() const { return m_encoding; }
    [[nodiscard]] const QString &file() const { return m_fileName; }

    // The next portion, some 64 KB; empty: that was all.
    [[nodiscard]] base::Result<QByteArray> next();
    // From the beginning again.
    [[nodiscard]] base::Result<void> rewind();
    // Its first part; afterwards it is at the beginning.
    [[nodiscard]] base::Result<QByteArray> sample();

private:
    explicit TextStream(QString fileName);
    [[nodiscard]] base::Result<void> settleEncoding();

    QString m_fileName;
    QFile m_file;
    TextEncoding m_encoding = TextEncoding::Utf8;
    qint64 m_start = 0; // behind the mark
    std::optional<QStringDecoder> m_decoder;
};

} // namespace tusk::importer
