// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/commandcontext.h"
#include "environments/profilelist.h"

namespace tusk::app
{

// Prints these environments of the list, as lines or as JSON. Other programs rely on the keys: those of the
// file of environments, and current and private.
void printEnvironments(CommandContext &context, const environments::ProfileList &list,
                       const QList<environments::EnvironmentProfile> &profiles);

// The database of an environment in few words, without the password.
[[nodiscard]] QString addressText(const environments::EnvironmentProfile &profile);

} // namespace tusk::app
