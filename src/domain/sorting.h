// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

namespace tusk::domain
{

// In which order a place shows its todos, as the user chose it.
struct Sorting {
    enum class By {
        Place,    // the order of the place itself: by hand, or by date where the place is about dates
        Due,      // earliest first; those without a date are always last
        Priority, // highest first
        Title,    // domain/titleorder.h
        Created,  // newest first
    };

    By by = By::Place;
    bool reversed = false; // the other way round; todos that are equal stay in the order of the hand

    bool operator==(const Sorting &) const = default;
};

} // namespace tusk::domain
