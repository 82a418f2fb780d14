// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/destructive.h"

#include "environments/environmentprofile.h"

namespace tusk::environments
{

bool asksBefore(const EnvironmentProfile &environment, Destructive what, qsizetype todos)
{
    return environment.confirmDestructive && (what != Destructive::Trash || todos >= manyTodos);
}

} // namespace tusk::environments
