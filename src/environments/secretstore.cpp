// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "environments/secretstore.h"

#include <QCoreApplication>

namespace tusk::environments
{

namespace
{

struct SecretText {
    Q_DECLARE_TR_FUNCTIONS(SecretStore)
};

QString sentenceOf(SecretProblem problem)
{
    switch (problem) {
        using enum SecretProblem;
    case Missing:
        return SecretText::tr("The keyring has no password for this environment; please enter it.");
    case Locked:
        return SecretText::tr("The keyring is locked, so its password for this environment cannot be read; "
                              "nothing in it was changed.");
    case Denied:
        return SecretText::tr("The keyring was not unlocked, so it stays closed; nothing in it was changed.");
    case NoService:
        return SecretText::tr(
            "No keyring runs in this desktop session, so there is no safe place for a password.");
    case NoBus:
        return SecretText::tr("Tusk runs outside of a desktop session, where no keyring can be reached.");
    case Unanswered:
        return SecretText::tr("The keyring does not answer.");
    case Cancelled:
        return SecretText::tr("The question to the keyring was cancelled.");
    case Failed:
        return SecretText::tr("The keyring reported an error.");
    }
    return {};
}

base::ErrorKind kindOf(SecretProblem problem)
{
    switch (problem) {
        using enum SecretProblem;
    case Missing:
        return base::ErrorKind::NotFound;
    case Cancelled:
        return base::ErrorKind::Cancelled;
    case Locked:
    case Denied:
    case NoService:
    case NoBus:
    case Unanswered:
    case Failed:
        return base::ErrorKind::PermissionDenied;
    }
    return base::ErrorKind::Internal;
}

} // namespace

SecretError secretError(SecretProblem problem, const QString &detail)
{
    return {problem, sentenceOf(problem), detail};
}

base::Error SecretError::toError() const
{
    base::Error error;
    error.kind = kindOf(problem);
    error.sentence = sentence;
    error.detail = detail;
    return error;
}

} // namespace tusk::environments
