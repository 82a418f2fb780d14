// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCoreApplication>

namespace tusk::exporter
{

// Text::tr() for what an export says.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

} // namespace tusk::exporter
