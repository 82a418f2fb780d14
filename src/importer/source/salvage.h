// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

#include <stop_token>

namespace tusk::importer
{

// Makes a sound file out of what can still be read in a damaged copy: every table as it was made, with the
// rows around the damage. source: how the user knows the file. Returns what could not be read, a sentence for
// each gap. Error: not even the list of tables is readable. Blocks for the disk.
[[nodiscard]] base::Result<QStringList> salvage(const QString &damaged, const QString &rebuilt,
                                                const QString &source, const std::stop_token &stop);

} // namespace tusk::importer
