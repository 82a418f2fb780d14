// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace tusk::environments
{

// The name of a server as people type it: with its port behind it, an IPv6 address in brackets.
struct TypedHost {
    QString host; // as in EnvironmentProfile
    int port = 0; // 0: none was typed

    bool operator==(const TypedHost &) const = default;
};

// What has another form stays as it is, but for the blanks around it.
[[nodiscard]] TypedHost typedHost(const QString &text);

} // namespace tusk::environments
