// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/result.h"
#include "environments/environmentprofile.h"

#include <QJsonObject>

namespace tusk::environments
{

// A profile as it stands in the file, and as the command line prints it. It holds no secret.

// The members of the profile, laid over what was there before: members of a newer Tusk stay.
[[nodiscard]] QJsonObject toJson(const EnvironmentProfile &profile, const QJsonObject &before = {});

// Members that are missing have their defaults. A member that is not possible makes the whole not possible:
// another default could aim at another database. Error: InvalidInput, with the name of the member as detail.
[[nodiscard]] base::Result<EnvironmentProfile> profileFrom(const QJsonObject &json);

} // namespace tusk::environments
