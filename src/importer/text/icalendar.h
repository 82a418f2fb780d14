// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/text/textreading.h"

namespace tusk::importer
{

// The VTODOs of an iCalendar file (RFC 5545), one at a time in memory; events and notes are passed over.
[[nodiscard]] base::Result<void> readICalendar(TextReading &reading);

[[nodiscard]] bool isICalendar(const QByteArray &sample);

} // namespace tusk::importer
