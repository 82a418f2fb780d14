// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCoreApplication>

namespace tusk::importer
{

// Text::tr() for what an import says.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Import)
};

} // namespace tusk::importer
