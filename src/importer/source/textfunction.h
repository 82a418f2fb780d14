// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

struct sqlite3;

namespace tusk::importer
{

// tusk_text(value) in queries of ours: what SourceValue::toText() makes of a value, so that rows can be
// chosen by what users have read; empty of NULL. What the file itself brings cannot call it.
void addTextFunction(sqlite3 *database);
// tusk_digest(one, other): the same digits for the same two texts, whatever blanks are around and between
// their words.
void addDigestFunction(sqlite3 *database);

} // namespace tusk::importer
