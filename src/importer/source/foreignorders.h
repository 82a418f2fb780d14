// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

struct sqlite3;

namespace tusk::importer
{

// Programs bring orders of their own for texts (Android's LOCALIZED); for reading any order will do.
void acceptForeignOrders(sqlite3 *database);

} // namespace tusk::importer
