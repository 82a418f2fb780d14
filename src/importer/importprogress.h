// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <functional>

namespace tusk::importer
{

// How far an import is.
struct ImportProgress {
    enum class Stage {
        Reading,   // the file, row by row, on its way to the server; of a new file only the beginning
        Writing,   // the server makes todos of them; of a new file while the rest is being read
        Comparing, // they are read back
    };
    Stage stage = Stage::Reading;
    qint64 done = 0;
    qint64 total = 0; // rows; 0: not known
};
// On the thread of the job, ten times a second at most.
using ProgressListener = std::function<void(const ImportProgress &)>;

} // namespace tusk::importer
