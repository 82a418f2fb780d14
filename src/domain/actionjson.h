// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "domain/action.h"

namespace tusk::domain
{

// What the wire and the journal have in common; for the two of them only.

[[nodiscard]] QJsonObject headToJson(const Action &action); // everything but the changes

[[nodiscard]] QString toString(ChangeOperation operation); // insert, update, delete
[[nodiscard]] std::optional<ChangeOperation> changeOperationFromString(QStringView name);

} // namespace tusk::domain
