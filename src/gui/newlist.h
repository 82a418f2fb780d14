// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "domain/todolist.h"

namespace tusk::models
{
class Workspace;
}

namespace tusk::gui
{

// The list that is made by typing its name, wherever that is done; the error says why that name cannot be.
[[nodiscard]] base::Result<domain::TodoList> newListNamed(const QString &typed,
                                                          const models::Workspace &workspace);

} // namespace tusk::gui
