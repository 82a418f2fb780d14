// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "app/command.h"

namespace tusk::app
{

repository::PageRequest Command::firstPage(const base::Day &today, bool) const
{
    repository::PageRequest request;
    request.today = today;
    request.limit = 1;
    return request;
}

} // namespace tusk::app
