// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/connectionsettings.h"
#include "support/testserver.h"

namespace tusk::pictures
{

// Todos as somebody might have them, with dates around today.
void fillDemo(tests::TestServer &server, const base::ConnectionSettings &settings);

} // namespace tusk::pictures
