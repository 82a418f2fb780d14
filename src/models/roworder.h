// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <vector>

namespace tusk::models
{

// For a sequence of different numbers: true for each element of one longest increasing subsequence. Seen as
// positions to sort, these are the most rows that can stay where they are. O(n log n).
[[nodiscard]] std::vector<bool> longestIncreasing(const std::vector<int> &sequence);

} // namespace tusk::models
