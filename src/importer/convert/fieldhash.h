// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/convert/todorow.h"

namespace tusk::importer
{

// What tells whether a todo is as it was imported, and which of its fields is not: 8 bytes for what it is
// about, then 4 for each field. Kept in tusk.import_row.content_hash, so its making never changes.
inline constexpr qsizetype rowHashSize = 8;
// So many of the bytes are the same as long as the row of the source says the same.
inline constexpr qsizetype contentHashSize = rowHashSize + qsizetype{4} * contentFieldCount;
inline constexpr qsizetype hashSize = rowHashSize + qsizetype{4} * fieldCount;

[[nodiscard]] QByteArray hashOf(const FieldTexts &fields);
// Of a row as a whole and the todo that it is.
[[nodiscard]] quint64 hashOfPair(const QUuid &todo, const QByteArray &hash);
// Of one field, out of the whole.
[[nodiscard]] QByteArray hashOfField(const QByteArray &hash, Field field);
// Whether two hashes say the same of a field. False where one is not known, and empty.
[[nodiscard]] bool agree(const QByteArray &one, const QByteArray &other, Field field);

} // namespace tusk::importer
