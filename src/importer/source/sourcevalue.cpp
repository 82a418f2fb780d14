// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/source/sourcevalue.h"

#include <QLocale>

namespace tusk::importer
{

QByteArray SourceValue::toText() const
{
    switch (kind) {
    case Kind::Null:
        return {};
    case Kind::Integer:
        return QByteArray::number(integer);
    case Kind::Real:
        return QByteArray::number(real, 'g', QLocale::FloatingPointShortest);
    case Kind::Text:
        return bytes.toByteArray();
    case Kind::Blob:
        return bytes.toByteArray().toHex();
    }
    return {};
}

} // namespace tusk::importer
