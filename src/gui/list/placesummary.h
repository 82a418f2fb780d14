// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::models
{
class GroupedTodosModel;
class TodoTableModel;
class Workspace;
} // namespace tusk::models

namespace tusk::gui
{

// How much there is in a place, beside its title: "7 open, 2 overdue"; of several that are selected, how many
// they are: "5 of 7 selected". Empty where that is nothing. Of a search also that it finds less than usual.
[[nodiscard]] QString placeSummary(const models::TodoTableModel &todos,
                                   const models::GroupedTodosModel &groups,
                                   const models::Workspace &workspace, int selected);

} // namespace tusk::gui
