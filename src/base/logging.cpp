// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "base/logging.h"

namespace tusk::base
{

Q_LOGGING_CATEGORY(logSession, "tusk.session", QtInfoMsg)
Q_LOGGING_CATEGORY(logMigration, "tusk.migration", QtInfoMsg)
Q_LOGGING_CATEGORY(logRepository, "tusk.repository", QtInfoMsg)
Q_LOGGING_CATEGORY(logModels, "tusk.models", QtInfoMsg)
Q_LOGGING_CATEGORY(logLocalServer, "tusk.localserver", QtInfoMsg)
Q_LOGGING_CATEGORY(logGui, "tusk.gui", QtInfoMsg)
Q_LOGGING_CATEGORY(logApp, "tusk.app", QtInfoMsg)

} // namespace tusk::base
