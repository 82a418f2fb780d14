// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>

namespace tusk::gui
{

// As texts are compared: without accents, without regard to case, blanks as one.
[[nodiscard]] QString foldedText(const QString &text);

// How well a text answers to what was typed, both folded; the less, the better:
//   0 it begins with it; 1 one of its words does; 2 each typed word begins one of its words, in that order;
//   3 in another order; 4 its words begin with the typed letters; 5 each typed word is somewhere in it.
// Nothing: not at all. Everything answers to nothing typed.
[[nodiscard]] std::optional<int> rankOf(const QString &typed, const QString &text);

} // namespace tusk::gui
