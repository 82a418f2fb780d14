// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace tusk::environments
{

// Something about a connection string that was understood, but that the user should know. As a value, without
// any part of the string but the name of a parameter.
struct AddressWarning {
    enum class Kind {
        UnescapedCharacter, // in user or password; name: the character
        BrokenEscape,       // a % that is no escape was taken as it is
        BreakInPassword,    // it ends with a line break
        HiddenPassword,     // stars stood for it and were left out
        SeveralHosts,       // only the first one is used
        UnknownParameter,   // name: it means nothing to PostgreSQL
        UnusedParameter,    // name: libpq knows it, Tusk does not use it
    };

    Kind kind = Kind::UnknownParameter;
    QString name;

    bool operator==(const AddressWarning &) const = default;

    // One translated sentence.
    [[nodiscard]] QString sentence() const;
    // The string may have been meant otherwise: not for use without a look by the user.
    [[nodiscard]] bool isDoubtful() const;
};

using AddressWarnings = QList<AddressWarning>;

} // namespace tusk::environments
