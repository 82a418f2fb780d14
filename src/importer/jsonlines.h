// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QFile>
#include <QString>

class QJsonObject;

namespace tusk::importer
{

// A list of any length in a file of ours, one JSON object a line, so that it takes no memory.
class JsonLines final
{
public:
    // path: of the file, made anew by the first line; empty: none.
    explicit JsonLines(const QString &path);
    Q_DISABLE_COPY_MOVE(JsonLines)

    [[nodiscard]] QString path() const { return m_file.fileName(); }
    [[nodiscard]] bool isWanted() const { return !m_file.fileName().isEmpty(); }
    void add(const QJsonObject &line);
    // Whether there are some and every one so far is in the file.
    [[nodiscard]] bool isKept() const { return m_file.isOpen() && !m_failed; }
    // Error: the disk is full; sentence: what is said then.
    [[nodiscard]] base::Result<void> flush(const QString &sentence);

private:
    QFile m_file;
    bool m_failed = false;
};

} // namespace tusk::importer
