// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QByteArray>

namespace tusk::importer
{

class ImportTransaction;

enum class Joined {
    Done,
    Overlapping, // some todos came with both, so each stays what it is
};

// Makes one source of two that turned out to be parts of one file: what is known of the other one is known of
// the source. hasParents: the file has subtasks; theirs would not be found again, which is an error that says
// what to do.
[[nodiscard]] base::Result<Joined> joinSources(ImportTransaction &transaction, const QByteArray &source,
                                               const QByteArray &other, bool hasParents);

} // namespace tusk::importer
