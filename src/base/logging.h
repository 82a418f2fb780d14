// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLoggingCategory>

namespace tusk::base
{

// One category a layer, named tusk.<layer>. Warnings of these are failures in a test.
Q_DECLARE_LOGGING_CATEGORY(logSession)
Q_DECLARE_LOGGING_CATEGORY(logMigration)
Q_DECLARE_LOGGING_CATEGORY(logRepository)
Q_DECLARE_LOGGING_CATEGORY(logModels)
Q_DECLARE_LOGGING_CATEGORY(logLocalServer)
Q_DECLARE_LOGGING_CATEGORY(logGui)
Q_DECLARE_LOGGING_CATEGORY(logApp)

} // namespace tusk::base
