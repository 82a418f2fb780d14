// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCoreApplication>

namespace tusk::app
{

// Text::tr() for what the command line says.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace tusk::app
