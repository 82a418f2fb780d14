// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/result.h"
#include "environments/profilestore.h"
#include "environments/secretstore.h"

#include <QHash>
#include <QList>

#include <functional>
#include <memory>

namespace tusk::environments
{

struct NewPassword {
    QUuid environment;
    QString password;
};

// Passwords for the keyring, and what is written together with them: all of it holds in the end, or nothing,
// so that no address meets the password of another one. Each new password gets an entry of its own, which the
// file names with the address: until the file is written nobody looks there, whatever happens to this
// program.
struct PasswordChange {
    enum class Where { Keyring, Alongside };
    using Entries = QHash<QUuid, QUuid>; // by environment
    // The entries that nobody needs any more, or why nothing was written.
    using Written = std::function<void(const base::Result<QList<QUuid>> &)>;

    QList<NewPassword> passwords; // one after the other, because the keyring may ask
    // Called when the keyring has them; writes that they are there, and its own part, in one step.
    std::function<void(const Entries &, const Written &)> alongside;
    // Once. An error: where; the former passwords hold.
    std::function<void(const base::Result<void> &, Where)> ended;
    std::function<void()> prompting = {}; // the keyring asks the user now
};

// An edit that also names these entries. former: gets those that are named so far.
[[nodiscard]] ProfileStore::Edit withEntries(ProfileStore::Edit edit, PasswordChange::Entries entries,
                                             std::shared_ptr<QList<QUuid>> former);

// Returns at once. Everything is called on the thread of the inbox, or never if that is gone first. store and
// inbox must outlive what they are asked for. Gives a way to end it while the keyring asks; then it is an
// error.
std::function<void()> carryOut(PasswordChange change, SecretStore &store, const base::Inbox &inbox);

} // namespace tusk::environments
