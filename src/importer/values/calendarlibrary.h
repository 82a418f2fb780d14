// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

namespace tusk::importer
{

// Before libical reads anything foreign: it may be built so that what it cannot read ends the program.
// Thread: any.
void prepareCalendarLibrary();

} // namespace tusk::importer
