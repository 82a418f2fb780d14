// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/importreport.h"
#include "importer/jsonlines.h"

#include <QString>

namespace tusk::importer
{

// Where the conflicts are of an import that lists its repairs there; empty: nowhere.
[[nodiscard]] QString conflictsFileBeside(const QString &repairsFile);

// All conflicts of an import in a file.
class ConflictList final
{
public:
    // path: of the file, made anew by the first conflict; empty: none.
    explicit ConflictList(const QString &path);
    Q_DISABLE_COPY_MOVE(ConflictList)

    void add(const ImportConflict &conflict);
    // Whether every conflict so far is in the file.
    [[nodiscard]] bool isKept() const { return m_lines.isKept(); }
    // Error: the disk is full.
    [[nodiscard]] base::Result<void> flush();

private:
    JsonLines m_lines;
};

} // namespace tusk::importer
