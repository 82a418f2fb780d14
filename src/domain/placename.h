// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/todofilter.h"

#include <QString>

#include <optional>

namespace tusk::domain
{

// A place as one word, for settings: "today", "list:0190…". Empty for a search, which is no place to come
// back to.
[[nodiscard]] QString placeName(const TodoFilter &place);
[[nodiscard]] std::optional<TodoFilter> placeNamed(const QString &name);

} // namespace tusk::domain
