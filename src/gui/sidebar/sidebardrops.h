// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todofilter.h"

#include <QList>

namespace tusk::models
{
class TodoCommands;
class Workspace;
} // namespace tusk::models

namespace tusk::gui
{

// What it means to drop todos onto a place of the sidebar. Those in the Trash come back where they are
// dropped onto the Inbox, Today or a list; the other places do not take them.
[[nodiscard]] bool takesTodos(const domain::TodoFilter &place, const QList<domain::Todo> &todos);
void dropTodos(const models::Workspace &workspace, const models::TodoCommands &commands,
               const domain::TodoFilter &place, const QList<domain::Todo> &todos);

} // namespace tusk::gui
