// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QFile>
#include <QSaveFile>
#include <QString>

namespace tusk::exporter
{

// Where an export goes: a new file beside the wanted one, which it replaces once it is complete; or standard
// output. What is not finished leaves no trace. Thread: one, which it blocks for the disk.
class ExportFile final
{
public:
    // Empty: standard output.
    ExportFile(const QString &file, bool mayReplace);
    Q_DISABLE_COPY_MOVE(ExportFile)

    // Error: Ambiguous where a file of that name is there and may not be replaced.
    [[nodiscard]] base::Result<void> open();
    [[nodiscard]] base::Result<void> write(const QByteArray &bytes);
    [[nodiscard]] base::Result<void> finish();
    [[nodiscard]] qint64 size() const { return m_size; }

private:
    [[nodiscard]] bool isFile() const { return !m_saved.fileName().isEmpty(); }
    [[nodiscard]] QFileDevice &device();
    [[nodiscard]] base::Error failure();

    QSaveFile m_saved;
    const bool m_mayReplace;
    QFile m_output;
    qint64 m_size = 0;
};

} // namespace tusk::exporter
