// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "environments/environmentprofile.h"

#include <QStringView>

#include <optional>

namespace tusk::environments
{

// The words for the choices of a profile: libpq's own where it has such, and the same in the file, in JSON
// and on the command line.
[[nodiscard]] QString wordFor(EnvironmentKind kind);
[[nodiscard]] QString wordFor(TlsMode mode);
[[nodiscard]] QString wordFor(ChannelBinding binding);
[[nodiscard]] QString wordFor(SecretSource::Kind source);

// None: no such word. Case does not count.
[[nodiscard]] std::optional<EnvironmentKind> kindFrom(QStringView word);
[[nodiscard]] std::optional<TlsMode> tlsModeFrom(QStringView word);
[[nodiscard]] std::optional<ChannelBinding> channelBindingFrom(QStringView word);
[[nodiscard]] std::optional<SecretSource::Kind> secretSourceFrom(QStringView word);

// What the words of a name say of its environment; development where they say nothing.
[[nodiscard]] EnvironmentKind guessedKind(const QString &name);

} // namespace tusk::environments
