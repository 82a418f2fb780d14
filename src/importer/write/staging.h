// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "importer/convert/todorow.h"

#include <functional>

namespace tusk::importer
{

class ImportTransaction;

// Gives rows, one a call; none: that was the last one.
using RowSource = std::function<base::Result<std::optional<TodoRow>>()>;

// A table that only this transaction sees, pg_temp.staged, with the rows of the file as todos. Nothing of it
// is written to the log of the server.
struct Staged { // sums are modulo 2^64
    qint64 rows = 0;
    quint64 hashes = 0; // the sum of the first 8 bytes of all hashes, for comparing later
    quint64 pairs = 0;  // the sum of their hashOfPair()

    void add(const QUuid &todo, const QByteArray &hash);
    void remove(const QUuid &todo, const QByteArray &hash); // as if it had not been added
    Staged &operator+=(const Staged &other);
    [[nodiscard]] bool operator==(const Staged &) const = default;
};
// Checked: by the rules of tusk.todo, which a todo that is only tried out never comes to.
enum class StagedRules { Unchecked, Checked };
[[nodiscard]] base::Result<Staged> stage(ImportTransaction &transaction, const RowSource &source,
                                         StagedRules rules);

// The sum that Staged::hashes is.
void addHash(quint64 &sum, const QByteArray &hash);

} // namespace tusk::importer
