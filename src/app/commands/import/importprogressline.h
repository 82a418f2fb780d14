// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/terminal.h"
#include "importer/importpace.h"

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

    // Reading [#######·····] 60 %  12,000 of 20,000  3,000/s  0:03 left
    [[nodiscard]] static QString text(const importer::ImportPace &pace);

private:
    Terminal &m_terminal;
    QElapsedTimer m_since; // the beginning
    importer::ImportPace m_pace;
};

} // namespace tusk::app
