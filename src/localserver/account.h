// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>
#include <sys/types.h>
#include <vector>

namespace tusk::localserver
{

// An account of the operating system.
struct Account {
    uid_t user = 0;
    gid_t group = 0;
    QString name;
    QString home;

    bool operator==(const Account &) const = default;
};

// Thread: safe to call from any thread; may wait for a directory service.
[[nodiscard]] std::optional<Account> accountNamed(const QString &name);
[[nodiscard]] std::optional<Account> accountOf(uid_t user);
[[nodiscard]] std::vector<gid_t> groupsOf(const Account &account);

} // namespace tusk::localserver
