// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

#include <stop_token>

namespace tusk::importer
{

class Snapshot;

// A text file that was made a database, for everything that follows to be the same.
struct TextFile {
    QString table; // path of that database, beside the copy
    bool isPlainCsv = false;
    QStringList remarks = {}; // sentences for the report
    QStringList losses = {};  // sentences: what could not be read of it
};

// Which format it is, its contents say, and its name where these do not. acceptsDamage: what is readable is
// taken. Blocks for the disk.
[[nodiscard]] base::Result<TextFile> readTextFile(const Snapshot &snapshot, bool acceptsDamage,
                                                  const std::stop_token &stop);

} // namespace tusk::importer
