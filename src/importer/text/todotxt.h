// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/text/textreading.h"

namespace tusk::importer
{

// http://todotxt.org, with the usual additions: due:, t: (start), rec:, pri:, id: and p: (parent), and with
// what Tusk writes besides. Words with a colon that nobody knows stay in the title.
[[nodiscard]] base::Result<void> readTodoTxt(TextReading &reading);

// A line as a row of its table, with these columns.
[[nodiscard]] const QStringList &todoTxtColumns();
[[nodiscard]] TextTodo todoOfLine(const QString &line);

// Whether at least a third of the first lines have one of its marks.
[[nodiscard]] bool looksLikeTodoTxt(const QByteArray &sample);

} // namespace tusk::importer
