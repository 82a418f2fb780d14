// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "models/roworder.h"

#include <algorithm>

namespace tusk::models
{

std::vector<bool> longestIncreasing(const std::vector<int> &sequence)
{
    std::vector<int> tails; // tails[k]: index of the smallest end of a run of length k + 1
    std::vector<int> previous(sequence.size(), -1); // index of the element before it in its run
    for (int i = 0; i < static_cast<int>(sequence.size()); ++i) {
        const auto place = std::lower_bound(tails.begin(), tails.end(), sequence[i],
                                            [&](int tail, int value) { return sequence[tail] < value; });
        if (place != tails.begin())
            previous[i] = *(place - 1);
        if (place == tails.end())
            tails.push_back(i);
        else
            *place = i;
    }
    std::vector<bool> stays(sequence.size(), false);
    for (int i = tails.empty() ? -1 : tails.back(); i >= 0; i = previous[i])
        stays[i] = true;
    return stays;
}

} // namespace tusk::models
