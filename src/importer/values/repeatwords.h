// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>

namespace tusk::importer
{

// What a program says of repeating, as a rule of RFC 5545 without its name: a rule, “weekly”, “every 2 weeks”
// and such words in some languages. Empty: it does not repeat. None: it does, or may, but this is no such
// text.
[[nodiscard]] std::optional<QString> readRepeat(const QString &text);

} // namespace tusk::importer
