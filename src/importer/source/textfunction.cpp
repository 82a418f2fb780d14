// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "importer/source/textfunction.h"

#include "importer/source/sourcevalue.h"

#include <QCryptographicHash>
#include <QString>

#include <sqlite3.h>

namespace tusk::importer
{

namespace
{

SourceValue valueOf(sqlite3_value *argument)
{
    using Kind = SourceValue::Kind;
    switch (sqlite3_value_type(argument)) {
    case SQLITE_INTEGER:
        return {.kind = Kind::Integer, .integer = sqlite3_value_int64(argument)};
    case SQLITE_FLOAT:
        return {.kind = Kind::Real, .real = sqlite3_value_double(argument)};
    case SQLITE_TEXT: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(argument));
        return {.kind = Kind::Text, .bytes = {text, sqlite3_value_bytes(argument)}};
    }
    case SQLITE_BLOB: {
        const auto *bytes = static_cast<const char *>(sqlite3_value_blob(argument));
        return {.kind = Kind::Blob, .bytes = {bytes, sqlite3_value_bytes(argument)}};
    }
    default:
        return {};
    }
}

void tuskText(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const SourceValue value = valueOf(arguments[0]);
    if (value.kind == SourceValue::Kind::Text && value.bytes.isValidUtf8())
        return sqlite3_result_value(context, arguments[0]); // most are such
    // Users read what is no UTF-8 as characters, too.
    const QByteArray text = QString::fromUtf8(value.toText()).toUtf8();
    sqlite3_result_text64(context, text.isEmpty() ? "" : text.constData(), sqlite3_uint64(text.size()),
                          SQLITE_TRANSIENT, SQLITE_UTF8);
}

void tuskDigest(sqlite3_context *context, int, sqlite3_value **arguments)
{
    constexpr qsizetype length = 12; // so that a million rows take little room
    const auto textOf = [arguments](int place) {
        return QString::fromUtf8(valueOf(arguments[place]).toText()).simplified().toUtf8();
    };
    const QByteArray both = textOf(0) + '\x1f' + textOf(1);
    const QByteArray digest = QCryptographicHash::hash(both, QCryptographicHash::Sha1).first(length).toHex();
    sqlite3_result_text64(context, digest.constData(), sqlite3_uint64(digest.size()), SQLITE_TRANSIENT,
                          SQLITE_UTF8);
}

} // namespace

void addDigestFunction(sqlite3 *database)
{
    sqlite3_create_function_v2(database, "tusk_digest", 2,
                               SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr, tuskDigest,
                               nullptr, nullptr, nullptr);
}

void addTextFunction(sqlite3 *database)
{
    sqlite3_create_function_v2(database, "tusk_text", 1,
                               SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr, tuskText,
                               nullptr, nullptr, nullptr);
}

} // namespace tusk::importer
