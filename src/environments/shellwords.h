// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

namespace tusk::environments
{

// A command line as a shell takes it apart.
struct ShellWords {
    QStringList words;
    bool isWhole = true;   // false: a quotation mark is open at the end
    QStringList variables; // that a shell would have put values in for; in the words they stand as written
};

[[nodiscard]] ShellWords shellWordsOf(const QString &text);

} // namespace tusk::environments
