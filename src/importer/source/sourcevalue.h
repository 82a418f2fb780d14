// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace tusk::importer
{

// A value as it is stored, whatever its column was declared as. A view: the bytes belong to the row that is
// being read and are gone with it.
struct SourceValue {
    enum class Kind { Null, Integer, Real, Text, Blob };

    Kind kind = Kind::Null;
    qint64 integer = 0;
    double real = 0;
    QByteArrayView bytes = {}; // of Text: UTF-8, if the program that wrote it was right

    [[nodiscard]] bool isNull() const { return kind == Kind::Null; }
    [[nodiscard]] bool isNumber() const { return kind == Kind::Integer || kind == Kind::Real; }

    // As a person would write it: for reports, and for ids. Of a blob: hexadecimal digits.
    [[nodiscard]] QByteArray toText() const;
};

} // namespace tusk::importer
