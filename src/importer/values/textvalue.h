// SPDX-FileCopyrightText: 2026 The Tusk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "importer/source/sourcevalue.h"

#include <QString>
#include <QStringList>

namespace tusk::importer
{

// A text as it is stored, whole; what is wrong with it is said.
struct TextValue {
    QString text;
    bool wasInvalid = false; // not UTF-8: what does not fit is read as Windows-1252
    bool hadNul = false;     // characters U+0000, which are gone
    bool wasBytes = false;   // stored as a blob

    bool operator==(const TextValue &) const = default;
};
[[nodiscard]] TextValue readText(const SourceValue &value);
[[nodiscard]] QString fromWindows1252(QByteArrayView bytes);

// Names in one value: a JSON array, or one as Python prints it, or parted by U+001F, line ends, semicolons or
// commas, also in brackets, or by blanks where each word begins with # or @. These marks stay in what is JSON
// or parted by U+001F, and where not all of the names have one. Without what is empty or was there before in
// whatever case; “null” and “{}” are no names.
struct NamesValue {
    QStringList names;
    bool isCertain = true; // false: other names may have been meant
};
[[nodiscard]] NamesValue readNamesValue(const QString &text);
[[nodiscard]] QStringList readNames(const QString &text);

// Those in a JSON array, as they are.
[[nodiscard]] QStringList namesInJson(const QString &text);

// HTML as programs keep it in notes, as text: line ends for paragraphs, “- ” for list items, “- [x] ” and
// “- [ ] ” for those with a box.
[[nodiscard]] QString withoutHtml(const QString &html);
// Whether it holds a picture itself, which no text can, and not only says where one is.
[[nodiscard]] bool hasPictureInside(const QString &html);

} // namespace tusk::importer
