// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/terminal.h"
#include "importer/importjob.h"

#include <QElapsedTimer>
#include <QString>

namespace tusk::app
{

// How far an import is, on one line of the terminal that changes in place; nothing where nobody watches.
class ImportProgressLine final
{
public:
    explicit ImportProgressLine(Terminal &terminal);
    ~ImportProgressLine();
    Q_DISABLE_COPY_MOVE(ImportProgressLine)

    void show(const importer::ImportProgress &progress);

    // [######····] 60 %  12,000 of 20,000  0:04 left
    [[nodiscard]] static QString text(const importer::ImportProgress &progress, qint64 milliseconds);

private:
    Terminal &m_terminal;
    QElapsedTimer m_since; // the beginning of the stage
    importer::ImportProgress::Stage m_stage = importer::ImportProgress::Stage::Reading;
};

} // namespace tusk::app
