// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"

#include <QString>

namespace tusk::migration::failures
{

// The errors of this layer: the sentence for the user is written here, in one place and one voice. Every one
// of them leaves the database as it was.

[[nodiscard]] base::Error brokenCatalog(const QString &detail);
[[nodiscard]] base::Error unexpectedAnswer(const QByteArray &statement);

[[nodiscard]] base::Error wrongEncoding(const QString &database, const QString &encoding);
[[nodiscard]] base::Error serverTooOld(int majorVersion, int oldestMajorVersion);
[[nodiscard]] base::Error mayNotRead(const QString &database, const QString &user);
[[nodiscard]] base::Error mayNotCreate(const QString &database, const QString &user, bool hasSchema);

// What is missing, of an environment that shall not be changed.
[[nodiscard]] base::Error setToReadOnly(const QString &detail);

[[nodiscard]] base::Error schemaNewer(int found, int known);
[[nodiscard]] base::Error missingMigration(const QString &fileName);
[[nodiscard]] base::Error changedMigration(const QString &fileName);

// What the server said about a statement of a migration. What is passing, or says plainly what is the matter,
// keeps its own sentence.
[[nodiscard]] base::Error stepFailed(const QString &fileName, base::Error cause);
// A file that ends its transaction could be half applied.
[[nodiscard]] base::Error transactionEnded(const QString &fileName);
[[nodiscard]] base::Error notCommitted(const QString &fileName);

} // namespace tusk::migration::failures
