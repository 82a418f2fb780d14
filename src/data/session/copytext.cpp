// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#include "data/session/copytext.h"

namespace tusk::session
{

namespace
{

char letterFor(char character)
{
    switch (character) {
    case '\\':
        return '\\';
    case '\t':
        return 't';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    default:
        return 0;
    }
}

char characterFor(char letter)
{
    switch (letter) {
    case 't':
        return '\t';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'v':
        return '\v';
    default:
        return letter;
    }
}

QByteArray unescaped(QByteArrayView field)
{
    if (!field.contains('\\')) // nearly all of them
        return field.toByteArray();
    QByteArray text;
    text.reserve(field.size());
    for (qsizetype i = 0; i < field.size(); ++i)
        text += field[i] == '\\' && i + 1 < field.size() ? characterFor(field[++i]) : field[i];
    return text;
}

} // namespace

void appendCopyField(QByteArray &row, const std::optional<QByteArray> &value)
{
    if (!value) {
        row += "\\N";
        return;
    }
    for (const char character : *value) {
        if (const char letter = letterFor(character)) {
            row += '\\';
            row += letter;
        } else {
            row += character;
        }
    }
}

QList<std::optional<QByteArray>> splitCopyRow(QByteArrayView row)
{
    if (row.endsWith('\n'))
        row.chop(1);
    QList<std::optional<QByteArray>> fields;
    fields.reserve(row.count('\t') + 1);
    qsizetype begin = 0;
    while (true) {
        qsizetype end = row.indexOf('\t', begin);
        if (end < 0)
            end = row.size();
        const QByteArrayView field = row.sliced(begin, end - begin);
        fields.append(field == "\\N" ? std::nullopt : std::optional(unescaped(field)));
        if (end == row.size())
            return fields;
        begin = end + 1;
    }
}

} // namespace tusk::session
