// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/lockedfile.h"
#include "base/result.h"
#include "data/repository/journalrecords.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace tusk::repository
{

// The files of unsent actions in one folder: <name>.jsonl, <name>.2.jsonl and so on, one for each process
// that has ever kept something beside others. For ActionJournal only. Errors have no sentence unless said.

struct JournalPart {
    QString name; // without number and ending
    base::LockedFile::Pointer file;
    JournalContents contents;
};
using JournalParts = std::vector<JournalPart>;

// Every file of these names that nobody has locked, in the order of names, then numbers. Fails as a whole,
// nothing stays locked; with a sentence where a newer Tusk has written.
[[nodiscard]] base::Result<JournalParts> lockParts(const QString &folder, const QStringList &names);

// An empty one, with the first free number.
[[nodiscard]] base::Result<base::LockedFile::Pointer> createPart(const QString &folder, const QString &name);

// The first of parts that has this name, taken out of them, or else a new one.
[[nodiscard]] base::Result<base::LockedFile::Pointer>
takeOrCreatePart(const QString &folder, const QString &name, JournalParts &parts);

// All that is open in own and parts, each once, in the order in which they were made.
[[nodiscard]] QList<domain::Action> openActions(const QList<domain::Action> &own, const JournalParts &parts);

// Gives each damaged part a second name, because what nobody can read is not thrown away either. All or
// nothing; returns the names.
[[nodiscard]] base::Result<QStringList> copyDamaged(const JournalParts &parts);
// Takes the second names away again, never the last one.
void removeCopies(const QStringList &copies);

} // namespace tusk::repository
