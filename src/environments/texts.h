// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCoreApplication>

namespace tusk::environments
{

// Text::tr() for what is said about environments.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Environments)
};

} // namespace tusk::environments
