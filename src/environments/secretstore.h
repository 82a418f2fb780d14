// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "base/error.h"
#include "base/inbox.h"

#include <QString>
#include <QUuid>

#include <functional>
#include <optional>

namespace tusk::environments
{

// Why a secret could not be read, written or removed: the classes that ask for different doings.
enum class SecretProblem {
    Missing,    // the keyring is open and has no such entry
    Locked,     // the keyring is locked, and nobody was or could be asked to unlock it
    Denied,     // the user turned the question for the keyring's password down
    NoService,  // no program keeps secrets in this desktop session
    NoBus,      // there is no desktop session to ask
    Unanswered, // the desktop session or the keyring does not answer
    Cancelled,  // by cancel()
    Failed,     // anything else; detail says what
};

// As a value, without the secret.
struct SecretError {
    SecretProblem problem = SecretProblem::Failed;
    QString sentence; // one plain, translated sentence for the user
    QString detail;   // technical, untranslated

    bool operator==(const SecretError &) const = default;
    // For those who tell errors of all kinds alike.
    [[nodiscard]] base::Error toError() const;
};

// The error that stands for a problem, with its sentence.
[[nodiscard]] SecretError secretError(SecretProblem problem, const QString &detail = {});

struct SecretAnswer {
    std::optional<SecretError> error;
    QString secret; // of a read that worked

    explicit operator bool() const { return !error; }
};

// Whether the keyring may ask the user for its password when it is locked.
enum class Unlocking { MayAsk, Never };

struct SecretListener {
    std::function<void(const SecretAnswer &)> answered; // once
    // The keyring is asking the user now, which takes as long as it takes; cancel() ends it.
    std::function<void()> prompting = {};
};

enum class SecretRequest : quint64 {};

// Where the secrets of the environments are kept, each under an id, see secretEntry(). Every function returns
// at once. The listener is called later, on the thread of the inbox, or never if the inbox is gone first.
// Thread: any one.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    virtual SecretRequest read(const QUuid &entry, Unlocking unlocking, const base::Inbox &inbox,
                               SecretListener listener) = 0;
    // A write or remove that is answered without error has been looked at afterwards: it is so.
    virtual SecretRequest write(const QUuid &entry, const QString &secret, Unlocking unlocking,
                                const base::Inbox &inbox, SecretListener listener) = 0;
    // Of an entry that is not there: no error.
    virtual SecretRequest remove(const QUuid &entry, Unlocking unlocking, const base::Inbox &inbox,
                                 SecretListener listener) = 0;
    // The answer is Cancelled, unless another one is under way already. Unknown requests are ignored.
    virtual void cancel(SecretRequest request) = 0;
};

} // namespace tusk::environments
