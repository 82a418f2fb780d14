// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/ids.h"

#include <optional>

namespace tusk::models
{
class Workspace;
}

namespace tusk::gui
{

class Settings;

// Where new todos go that no place has a list for; none: the Inbox. Each database has its own; a list that is
// not there any more, or archived, is none.
[[nodiscard]] std::optional<domain::ListId> defaultList(const Settings &settings,
                                                        const models::Workspace &workspace);
void setDefaultList(Settings &settings, const models::Workspace &workspace,
                    std::optional<domain::ListId> list);

} // namespace tusk::gui
