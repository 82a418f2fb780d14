// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todofilter.h"

#include <QString>

namespace tusk::gui
{

// By what the todos of a place are sorted: "Title". Place is said as what it is there: "By hand".
[[nodiscard]] QString sortingText(domain::Sorting::By by, domain::TodoFilter::Place place);
// Which way round: "A to Z". Empty where there is one way only.
[[nodiscard]] QString directionText(const domain::TodoFilter &place);
// Both: "Title, A to Z".
[[nodiscard]] QString orderText(const domain::TodoFilter &place);

// Why todos cannot be moved by hand in a place that is sorted by something else.
[[nodiscard]] QString whyNotByHand(domain::Sorting::By by);
// What brings back the order of the place: "Sort by hand", or by date.
[[nodiscard]] QString sortByPlaceText(domain::TodoFilter::Place place);

} // namespace tusk::gui
