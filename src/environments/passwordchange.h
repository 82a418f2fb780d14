// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/inbox.h"
#include "base/result.h"
#include "environments/secretstore.h"

#include <QList>

#include <functional>

namespace tusk::environments
{

struct NewPassword {
    QUuid environment;
    QString password;
};

// Passwords for the keyring, and what is written together with them: all of it holds in the end, or nothing,
// so that no address meets the password of another one.
struct PasswordChange {
    enum class Where { Keyring, Alongside };
    using Written = std::function<void(const base::Result<void> &)>;

    QList<NewPassword> passwords; // one after the other, because the keyring may ask
    // Called when the keyring has them; tells whether its own part is written.
    std::function<void(const Written &)> alongside;
    // Once. An error: where; the keyring has its former passwords again, unless the sentence says otherwise.
    std::function<void(const base::Result<void> &, Where)> ended;
    std::function<void()> prompting = {}; // the keyring asks the user now
};

// Returns at once. Everything is called on the thread of the inbox, or never if that is gone first. store and
// inbox must outlive what they are asked for. Gives a way to end it while the keyring asks; then it is an
// error.
std::function<void()> carryOut(PasswordChange change, SecretStore &store, const base::Inbox &inbox);

} // namespace tusk::environments
