// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "exporter/exportfile.h"

#include "exporter/texts.h"

#include <QFileInfo>

#include <unistd.h>

namespace tusk::exporter
{

using base::Result;

ExportFile::ExportFile(const QString &file, bool mayReplace)
    : m_saved(file)
    , m_mayReplace(mayReplace)
{
}

QFileDevice &ExportFile::device()
{
    if (isFile())
        return m_saved;
    return m_output;
}

base::Error ExportFile::failure()
{
    base::Error error;
    const bool isFull = device().error() == QFileDevice::ResourceError;
    error.kind = isFull ? base::ErrorKind::DiskFull : base::ErrorKind::LocalFile;
    error.detail = device().errorString();
    if (!isFile())
        error.sentence = Text::tr("The todos could not be written to the standard output.");
    else if (QFileInfo(m_saved.fileName()).isDir())
        error.sentence = Text::tr("“%1” is a folder; please name a file.").arg(m_saved.fileName());
    else if (isFull)
        error.sentence = Text::tr("There is not enough room on the disk for “%1”, so it was not written.")
                             .arg(m_saved.fileName());
    else
        error.sentence = Text::tr("The file “%1” could not be written.").arg(m_saved.fileName());
    return error;
}

Result<void> ExportFile::open()
{
    if (isFile() && !m_mayReplace && QFileInfo(m_saved.fileName()).isFile()) {
        base::Error error;
        error.kind = base::ErrorKind::Ambiguous;
        error.sentence = Text::tr("There is a file “%1” already.").arg(m_saved.fileName());
        return error;
    }
    const bool isOpen =
        isFile() ? m_saved.open(QIODevice::WriteOnly) : m_output.open(STDOUT_FILENO, QIODevice::WriteOnly);
    return isOpen ? Result<void>() : failure();
}

Result<void> ExportFile::write(const QByteArray &bytes)
{
    m_size += bytes.size();
    return device().write(bytes) == bytes.size() ? Result<void>() : failure();
}

Result<void> ExportFile::finish()
{
    const bool isDone = isFile() ? m_saved.commit() : m_output.flush();
    return isDone ? Result<void>() : failure();
}

} // namespace tusk::exporter
