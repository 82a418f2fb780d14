// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"

#include <QByteArray>

namespace tusk::importer
{

class ImportTransaction;
struct ImportReport;

// Of a file that is just as its newest import has found it: fills in when that was, and what had to be
// repaired then, of which an import keeps the first. False, with nothing filled in, where all of it is wanted
// and there was something: then the file has to be read again.
[[nodiscard]] base::Result<bool> recallRepairs(ImportTransaction &transaction, const QByteArray &source,
                                               bool wantsAll, ImportReport &report);

} // namespace tusk::importer
