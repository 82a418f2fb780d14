// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/failure.h"
#include "environments/environmentprofile.h"

#include <QCommandLineParser>
#include <QMap>
#include <QString>

#include <optional>

namespace tusk::app
{

// The fields of an environment as options: --kind, --host, and so on.
[[nodiscard]] QList<QCommandLineOption> environmentFieldOptions();

// What was typed for them, by option.
using TypedFields = QMap<QString, QString>;
[[nodiscard]] TypedFields typedFields(const QCommandLineParser &typed);

// Puts it into the profile. The failure names the option.
[[nodiscard]] std::optional<Failure> applyFields(const TypedFields &fields,
                                                 environments::EnvironmentProfile &profile);

} // namespace tusk::app
