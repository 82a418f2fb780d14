// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::domain
{
struct PlaceCounts;
}
namespace tusk::models
{
class GroupedTodosModel;
class TodoTableModel;
} // namespace tusk::models

namespace tusk::gui
{

// How much there is in a place, beside its title: "7 open, 2 overdue". Empty where that is nothing.
[[nodiscard]] QString placeSummary(const models::TodoTableModel &todos,
                                   const models::GroupedTodosModel &groups,
                                   const domain::PlaceCounts &counts);

} // namespace tusk::gui
