// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/text/textreading.h"

namespace tusk::importer
{

// Lists whose items have boxes, “- [ ] Milk”, as Tusk, GitHub and many editors write them: the heading above
// is the list, what is indented below an item its subtasks and notes. Any other text is not taken, and said
// so.
[[nodiscard]] base::Result<void> readMarkdown(TextReading &reading);

// Which part of the first lines that are not blank are such items.
[[nodiscard]] double shareOfBoxes(const QByteArray &sample);
// Whether any line is one, however much stands above it.
[[nodiscard]] bool hasBox(const QByteArray &sample);

} // namespace tusk::importer
