// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>

namespace tusk::environments
{

struct EnvironmentProfile;

// The password of one server that another one would get.
struct PasswordMove {
    QString from; // hosts, as users are told of them; with their ports where that is the difference
    QString to;

    bool operator==(const PasswordMove &) const = default;
};

// What somebody has to agree to before an environment is changed, or tried as changed: no server gets the
// password of another one by the way. Host and direct host count, each with its port, and the two names of a
// Neon endpoint are one. An environment without host has a password of this computer, if it has one. The
// files of libpq name their servers themselves. givesPassword: with one of its own. before: null where the
// environment is new. None: nothing moves.
[[nodiscard]] std::optional<PasswordMove> passwordMove(const EnvironmentProfile *before,
                                                       const EnvironmentProfile &after, bool givesPassword);

} // namespace tusk::environments
